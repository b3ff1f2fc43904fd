"""The sorts of fact that can be inferred, worked out from the models alone."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from jinzai.link.inferred import MARKS, Fields
from jinzai.model.base import Basis


def possible_sorts(kind: str, model: type[BaseModel]) -> Iterator[tuple[str, Fields]]:
    """The sorts of fact that entities of a kind can have; `model` is the kind's."""
    for fields in _bases(model):
        # What rows and marks of a matrix say of their basis is one sort.
        if (kind, fields[0]) != ("matrix", "rows"):
            yield kind, fields
    if kind == "matrix":
        yield MARKS


def _bases(model: type[BaseModel]) -> Iterator[Fields]:
    for name, field in model.model_fields.items():
        if field.annotation is Basis:
            yield (name,)
        for record in _records(field.annotation):
            yield from ((name, *fields) for fields in _bases(record))


def _records(annotation: Any) -> list[type[BaseModel]]:
    """The models in a type, at any depth of its arguments."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [record for inner in get_args(annotation) for record in _records(inner)]
