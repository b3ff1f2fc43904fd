"""The texts of content/: which fields hold them, found by walking the models, and put anew.

A plan's files as raw values, in which every text is replaced and every text that is left out is
filled in. What is not free text (ids, readings, dates, marks' places) stays.
"""

import json
import types
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from jinzai.load.one_file import load_document
from jinzai.model.base import Source
from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES, SYNONYMS, FileKind
from jinzai.model.words import Line, ProseMark

_LINE: Final = get_args(Line)[1]
# Texts by which something else is found: a warning's code, the thing that it is about.
_KEPT: Final = frozenset(["code", "at"])
_KINDS: Final = {kind.file_name: kind for kind in PLAN_FILES}


class Field(NamedTuple):
    """A field that holds text: the model's name, its own, and whether it is Markdown."""

    model: str
    name: str
    is_prose: bool


Assign = Callable[[Field, str], str]
"""The new text for a field; the old one is given, or an empty text."""


def rewrite(root: Path, assign: Assign) -> None:
    """Put a new text into every text field of every file of the project at `root`."""
    for path in sorted((root / "content").rglob("*.*")):
        kind = _kind(path)
        if kind is not None:
            (document,) = load_document(path.name, kind, "p", path.read_bytes()).documents
            assert document.tree is not None
            value = _put(kind.model, (), document.tree.value, Field("", "", False), _steady(assign))
            path.write_text(_written(kind, value), "utf-8")


def _steady(assign: Assign) -> Assign:
    """The same new mark for the same old mark, since cells and legend have to agree."""
    marks: dict[str, str] = {}

    def steady(field: Field, old: str) -> str:
        if field.name not in ("mark", "marks"):
            return assign(field, old)
        if old not in marks:
            marks[old] = assign(field, old)
        return marks[old]

    return steady


def text_fields() -> set[Field]:
    """Every text field of every model."""
    found: set[Field] = set()
    for kind in (*PLAN_FILES, CHAPTER, FRAMEWORK, SYNONYMS):
        found.update(_fields_of(kind.model, set()))
    return found


def _fields_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[Field]:
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        for text, inner in _leaves(field.annotation, tuple(field.metadata)):
            if inner is not None:
                yield from _fields_of(inner, seen)
            elif text is not None and name not in _KEPT:
                yield Field(model.__name__, name, text)


def _leaves(
    annotation: Any, metadata: tuple[Any, ...] = ()
) -> Iterator[tuple[bool | None, type[BaseModel] | None]]:
    """What may stand somewhere: a text (whether Markdown), or a record."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _leaves(inner, (*metadata, *more))
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _leaves(member)
    elif origin is tuple:
        yield from _leaves(get_args(annotation)[0])
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        yield from _leaves(get_args(annotation)[1])
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield None, annotation
    elif annotation is str:
        yield _text_kind(metadata), None


def _text_kind(metadata: tuple[Any, ...]) -> bool | None:
    if any(isinstance(mark, ProseMark) for mark in metadata):
        return True
    return False if _LINE in metadata else None


def _put(
    annotation: Any, metadata: tuple[Any, ...], value: Any, field: Field, assign: Assign
) -> Any:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _put(inner, (*metadata, *more), value, field, assign)
    if origin in (Union, types.UnionType):
        for member in get_args(annotation):
            value = _put(member, (), value, field, assign)
        return value
    if origin is tuple and isinstance(value, list):
        inner = get_args(annotation)[0]
        return [_put(inner, (), item, field, assign) for item in value]
    if isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, dict):
        inner = get_args(annotation)[1]
        return {key: _put(inner, (), item, field, assign) for key, item in value.items()}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fits = isinstance(value, dict) and value.keys() <= annotation.model_fields.keys()
        return _record(annotation, value, assign) if fits else value
    kind = _text_kind(metadata) if annotation is str and isinstance(value, str) else None
    if kind is None or field.name in _KEPT:
        return value
    return assign(field._replace(is_prose=kind), value)


def _record(model: type[BaseModel], value: dict[str, Any], assign: Assign) -> dict[str, Any]:
    new: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        field = Field(model.__name__, name, False)
        if name in value:
            new[name] = _put(info.annotation, tuple(info.metadata), value[name], field, assign)
            continue
        leaves = list(_leaves(info.annotation, tuple(info.metadata)))
        texts = [text for text, _ in leaves if text is not None]
        if (None, Source) in leaves:
            new[name] = _record(Source, {}, assign)
        elif texts and not any(inner for _, inner in leaves) and name not in _KEPT:
            said = assign(field._replace(is_prose=texts[0]), "")
            new[name] = [said] if get_origin(info.annotation) is tuple else said
    return new


def _kind(path: Path) -> FileKind | None:
    if path.parent.name == "frameworks":
        return FRAMEWORK
    if path.name == SYNONYMS.file_name:
        return SYNONYMS
    if path.suffix == ".md":
        return CHAPTER if path.parent.name == "chapters" else None
    return _KINDS.get(path.name)


def _written(kind: FileKind, value: dict[str, Any]) -> str:
    """The file: YAML takes JSON for YAML."""
    if kind is not CHAPTER:
        return "".join(f"{key}: {as_json(inner)}\n" for key, inner in value.items())
    head = {key: inner for key, inner in value.items() if key not in ("id", "text")}
    lines = "".join(f"{key}: {as_json(inner)}\n" for key, inner in head.items())
    return f"---\n{lines}---\n\n{value['text']}\n"


def as_json(value: Any) -> str:
    """A value as JSON, which YAML takes for YAML."""
    return json.dumps(value, ensure_ascii=False)
