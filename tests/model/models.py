"""Every model that a file of content/ is made of, found by following the fields."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES, SYNONYMS

KINDS = (*PLAN_FILES, CHAPTER, FRAMEWORK, SYNONYMS)


def all_models() -> list[type[BaseModel]]:
    """The models of all kinds of file and all that they hold, each once."""
    found: dict[type[BaseModel], None] = {}
    for kind in KINDS:
        _collect(kind.model, found)
    return list(found)


def _collect(model: type[BaseModel], found: dict[type[BaseModel], None]) -> None:
    if model in found:
        return
    found[model] = None
    for field in model.model_fields.values():
        for inner in _models(field.annotation):
            _collect(inner, found)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
