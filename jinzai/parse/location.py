"""Pydantic's location of an error as a path into the file, and the type that is expected there.

A location names keys and indices as the file has them. It also names the tag of the union's member
that was tried, and `[key]` for a mapping's key. These two are not in the file.
"""

import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

from jinzai.model.walk import Path

Loc = tuple[str | int, ...]


class Location(NamedTuple):
    """The location of an error.

    `path` is as long as the file has such values. `annotation` is the type at the location.
    `choices` is the type before a union's member was chosen. `description` is the field's
    description. `is_key` is true if the error is about the last key of `path`. `may_lack` is true
    if the field may be left out.
    """

    path: Path
    annotation: Any
    choices: Any
    description: str = ""
    is_key: bool = False
    may_lack: bool = False

    @property
    def model(self) -> type[BaseModel] | None:
        """The model of the mapping that is expected here, or None."""
        for member in _members(self.annotation):
            if isinstance(member, type) and issubclass(member, BaseModel):
                return member
        return None

    @property
    def keys(self) -> list[str]:
        """The keys of a mapping that is allowed here as an alternative to a word."""
        models = (member for member in _members(self.choices) if isinstance(member, type))
        return [
            key for model in models if issubclass(model, BaseModel) for key in model.model_fields
        ]

    @property
    def words(self) -> list[str]:
        """The allowed words, of all members of a union."""
        return list(_words(self.choices))

    @property
    def enums(self) -> list[type[Enum]]:
        """The enums of the allowed words, of all members of a union."""
        members = (member for member in _members(self.choices) if isinstance(member, type))
        return [member for member in members if issubclass(member, Enum)]

    def holds(self, number: Any) -> bool:
        """Whether a number of this kind, such as `FiscalYear`, is allowed here, alone or listed."""
        return number in _parts(self.choices)

    def allows(self, model: type[BaseModel]) -> bool:
        """Whether a mapping of `model` is allowed here."""
        return any(member is model for member in _members(self.choices))


def locate(model: type[BaseModel], value: Any, loc: Loc) -> Location:
    """Follows `loc` through `model` and through `value`, the raw value of the whole file."""
    annotation: Any = model
    choices: Any = model
    path: list[str | int] = []
    description = ""
    is_key = may_lack = False
    for part in loc:
        tagged = _tagged(annotation)
        if part in tagged:
            annotation = tagged[str(part)]
        elif part == "[key]":
            is_key = True
        else:
            field = _field(annotation, part)
            description = field.description or "" if field else ""
            may_lack = not field.is_required() if field else isinstance(part, str)
            annotation = choices = field.annotation if field else _item(annotation)
            value, found = _inner(value, part)
            if found:
                path.append(part)
    return Location(tuple(path), annotation, choices, description, is_key, may_lack)


def _inner(value: Any, part: str | int) -> tuple[Any, bool]:
    if isinstance(value, dict) and part in value:
        return value[str(part)], True
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part], True
    return None, False


def _tagged(annotation: Any) -> dict[str, Any]:
    """The members of a tagged union by their tags; empty for any other type."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        for mark in more:
            if isinstance(mark, Tag):
                return {mark.tag: inner}
        return _tagged(inner)
    found: dict[str, Any] = {}
    if origin in (Union, types.UnionType):
        for member in get_args(annotation):
            found |= _tagged(member)
    return found


def _field(annotation: Any, part: str | int) -> FieldInfo | None:
    for member in _members(annotation):
        if isinstance(member, type) and issubclass(member, BaseModel):
            return member.model_fields.get(str(part))
    return None


def _item(annotation: Any) -> Any:
    """The type of the items of a list or the values of a mapping; `object` for anything else."""
    for member in _members(annotation):
        origin = get_origin(member)
        if origin is tuple:
            return get_args(member)[0]
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return get_args(member)[1]
    return object


def _parts(annotation: Any) -> Iterator[Any]:
    """The type, and all types within it."""
    yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _members(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _words(annotation: Any) -> Iterator[str]:
    for member in _members(annotation):
        if isinstance(member, type) and issubclass(member, Enum):
            yield from (str(word.value) for word in member)
        elif get_origin(member) is Literal:
            yield from (str(word) for word in get_args(member))
