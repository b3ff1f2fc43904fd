"""Walks through a record and finds the marked parts: references, and prose.

The walk follows the types and not the values. So a field is found if and only if its type has the
mark (`jinzai.model.reference.Reference`, `jinzai.model.words.ProseMark`). It also works with raw
values that no model accepts. It does not know the targets of references.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from jinzai.model.reference import Reference
from jinzai.model.words import ProseMark

Path = tuple[str | int, ...]
"""The keys and list indices from the file's top to a value."""


Owner = BaseModel | Mapping[str, Any]


class FoundReference(NamedTuple):
    """A reference in a file.

    `owner` is the innermost record, or raw mapping, that contains it, so that a level can be looked
    up in the role that is named beside it. If `is_key` is true, the reference is the last key of
    `path` and not its value.
    """

    path: Path
    kind: str
    id: str
    owner: Owner
    is_key: bool = False


class FoundProse(NamedTuple):
    """A Markdown text in a file."""

    path: Path
    text: str


Found = FoundReference | FoundProse
_Visit = Callable[[Any, Path, Owner], Iterator[Found]]


def walk(record: BaseModel, path: Path = ()) -> Iterator[Found]:
    """All references and prose in `record`, in the order of its fields. Paths start with `path`."""
    for name, visit in _fields(type(record)):
        value = getattr(record, name)
        if value is not None:
            yield from visit(value, (*path, name), record)


def walk_raw(annotation: Any, value: Any, path: Path) -> Iterator[Found]:
    """The same for a raw value in the place of an `annotation`.

    Parts that do not fit are left out.
    """
    visit = _compile(annotation)
    if visit is not None:
        yield from visit(value, path, {})


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, _Visit], ...]:
    found = []
    for name, field in model.model_fields.items():
        visit = _compile(field.annotation, tuple(field.metadata))
        if visit is not None:
            found.append((name, visit))
    return tuple(found)


def _compile(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Visit | None:
    """A visitor for values of this type; None if nothing in it can be marked."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _compile(inner, (*metadata, *more))
    for mark in metadata:
        if isinstance(mark, Reference):
            return _leaf_reference(mark.kind)
        if isinstance(mark, ProseMark):
            return _leaf_prose
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return _union([_compile(member) for member in get_args(annotation)])
    if origin is tuple:
        return _sequence(_compile(get_args(annotation)[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = get_args(annotation)
        return _mapping(_compile(key), _compile(value))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _record(annotation)
    return None


def _leaf_reference(kind: str) -> _Visit:
    def visit(value: Any, path: Path, owner: Owner) -> Iterator[Found]:
        if isinstance(value, str):
            yield FoundReference(path, kind, value, owner)

    return visit


def _leaf_prose(value: Any, path: Path, _owner: Owner) -> Iterator[Found]:
    if isinstance(value, str):
        yield FoundProse(path, value)


@cache
def _record(model: type[BaseModel]) -> _Visit:
    def visit(value: Any, path: Path, _owner: Owner) -> Iterator[Found]:
        if isinstance(value, model):
            yield from walk(value, path)
        elif isinstance(value, Mapping):
            for name, inner in _fields(model):
                if name in value:
                    yield from inner(value[name], (*path, name), value)

    return visit


def _union(members: list[_Visit | None]) -> _Visit | None:
    """A visitor for a union. Each member's visitor checks the type, so all of them are called."""
    visits = list(dict.fromkeys(visit for visit in members if visit is not None))
    if len(visits) < 2:
        return visits[0] if visits else None

    def visit(value: Any, path: Path, owner: Owner) -> Iterator[Found]:
        for member in visits:
            yield from member(value, path, owner)

    return visit


def _sequence(item: _Visit | None) -> _Visit | None:
    if item is None:
        return None

    def visit(value: Any, path: Path, owner: Owner) -> Iterator[Found]:
        if isinstance(value, tuple | list):
            for number, inner in enumerate(value):
                yield from item(inner, (*path, number), owner)

    return visit


def _mapping(key: _Visit | None, value: _Visit | None) -> _Visit | None:
    if key is None and value is None:
        return None

    def visit(mapping: Any, path: Path, owner: Owner) -> Iterator[Found]:
        for name, inner in mapping.items() if isinstance(mapping, Mapping) else ():
            if key is not None:
                for found in key(name, (*path, name), owner):
                    if isinstance(found, FoundReference):
                        yield FoundReference(found.path, found.kind, found.id, owner, is_key=True)
            if value is not None:
                yield from value(inner, (*path, name), owner)

    return visit
