"""Where the models hold lists, mappings, records, references and texts: found by following types.

A way leads from a file's top through field names, `[]` for any item of a list and `{}` for any
value of a mapping: `roles [] levels [] evidence []`. Refuses to know what stands there in a file.
"""

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES, SYNONYMS, FileKind
from jinzai.model.reference import Reference
from jinzai.model.words import ProseMark

Way = tuple[str, ...]
"""Field names, `ITEM` and `VALUE`, from a file's top."""

ITEM: Final = "[]"
VALUE: Final = "{}"
FILES: Final = (*PLAN_FILES, CHAPTER, FRAMEWORK, SYNONYMS)

What = Literal["list", "map", "record", "reference", "text"]


class Spot(NamedTuple):
    """A place in the models.

    `way` leads to an item of a list, to a value of a mapping, or to the record, the reference or
    the text itself. `kind` is the kind that a reference names, empty for any other spot. `model`
    is what stands at a record, and None elsewhere.
    """

    file: FileKind
    way: Way
    what: What
    kind: str = ""
    model: type[BaseModel] | None = None

    @property
    def name(self) -> str:
        """The spot in words: `roles: roles[].levels[]`."""
        dotted = ".".join(self.way).replace(f".{ITEM}", ITEM).replace(f".{VALUE}", VALUE)
        return f"{self.file.name}: {dotted}" if dotted else self.file.name

    @property
    def lists(self) -> tuple[Way, ...]:
        """The ways to the items of all lists and mappings that lead here, the outermost first."""
        ends = [at for at, part in enumerate(self.way, 1) if part in (ITEM, VALUE)]
        return tuple(self.way[:end] for end in ends)


def spots() -> tuple[Spot, ...]:
    """Every spot of every kind of file, file by file; each once."""
    found = {
        (spot.name, spot.what, spot.kind, spot.model): spot
        for file in FILES
        for spot in _in_record(file, file.model, ())
    }
    return tuple(found.values())


def is_reference(metadata: tuple[Any, ...]) -> Reference | None:
    """The mark of a reference among a type's metadata, if it is there."""
    return next((mark for mark in metadata if isinstance(mark, Reference)), None)


def members(
    annotation: Any, metadata: tuple[Any, ...] = ()
) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The types that a value may have, unions taken apart, each with its own metadata."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from members(inner, (*metadata, *more))
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            if member is not type(None):
                yield from members(member, metadata)
    else:
        yield annotation, metadata


def is_mapping(annotation: Any) -> bool:
    """Whether a type is a mapping with any keys, and not a record."""
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def is_record(annotation: Any) -> bool:
    """Whether a type is a model."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _in_record(file: FileKind, model: type[BaseModel], way: Way) -> Iterator[Spot]:
    yield Spot(file, way, "record", model=model)
    for name, field in model.model_fields.items():
        yield from _at(file, field.annotation, tuple(field.metadata), (*way, name))


def _at(file: FileKind, annotation: Any, metadata: tuple[Any, ...], way: Way) -> Iterator[Spot]:
    for member, marks in members(annotation, metadata):
        reference = is_reference(marks)
        if reference is not None:
            yield Spot(file, way, "reference", reference.kind)
        elif any(isinstance(mark, ProseMark) for mark in marks):
            yield Spot(file, way, "text")
        elif get_origin(member) is tuple:
            inner = (*way, ITEM)
            yield Spot(file, inner, "list")
            yield from _at(file, get_args(member)[0], (), inner)
        elif is_mapping(member):
            key, value = get_args(member)
            inner = (*way, VALUE)
            yield Spot(file, inner, "map")
            for _, key_marks in members(key):
                if (named := is_reference(key_marks)) is not None:
                    yield Spot(file, inner, "reference", named.kind)
            yield from _at(file, value, (), inner)
        elif is_record(member):
            yield from _in_record(file, member, way)
