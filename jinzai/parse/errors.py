"""From pydantic's errors to findings: the right rule, the right place, Japanese facts."""

import difflib
import types
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from jinzai.findings import rules_value
from jinzai.findings.finding import Finding, Rule
from jinzai.load.document import Document
from jinzai.model.walk import Path

_CUSTOM: Final = {rule.code: rule for rule in vars(rules_value).values() if isinstance(rule, Rule)}
_SHAPES: Final = {
    "model_type": "項目の組（「名前: 値」の並び）",
    "dict_type": "項目の組（「名前: 値」の並び）",
    "mapping_type": "項目の組（「名前: 値」の並び）",
    "tuple_type": "一覧（「- 」で始まる行の並び）",
    "list_type": "一覧（「- 」で始まる行の並び）",
    "string_type": "文字",
}
_WAYS: Final = {
    "model_type": "「名前: 値」の行を、1段下げて並べてください。",
    "dict_type": "「名前: 値」の行を、1段下げて並べてください。",
    "mapping_type": "「名前: 値」の行を、1段下げて並べてください。",
    "tuple_type": "1つだけでも「- 」を付けて一覧にしてください。",
    "list_type": "1つだけでも「- 」を付けて一覧にしてください。",
    "string_type": '1つの値を書いてください。「: 」を含む文は「"」で囲みます。',
}


def findings(document: Document, errors: Iterable[ErrorDetails]) -> Iterator[Finding]:
    """A finding for each error; errors about empty values are left to `empty_values`."""
    for error in errors:
        if error["input"] is None and error["type"] != "missing":
            continue
        yield _finding(document, error)


def empty_values(document: Document) -> Iterator[Finding]:
    """A finding for each empty value in a readable file."""
    if document.tree is None:
        return
    stack: list[tuple[Path, Any]] = [((), document.tree.value)]
    while stack:
        path, value = stack.pop()
        if value is None:
            key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
            yield _at(document, rules_value.EMPTY_VALUE, path, {"key": key})
        elif isinstance(value, dict):
            stack.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend(((*path, number), inner) for number, inner in enumerate(value))


def raw_path(document: Document, loc: tuple[str | int, ...]) -> Path:
    """Pydantic's location without the names of union members: keys and indices of the file."""
    path: list[str | int] = []
    value: Any = document.tree.value if document.tree else None
    for part in loc:
        if isinstance(value, dict) and part in value:
            value = value[str(part)]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            continue
        path.append(part)
    return tuple(path)


def _at(
    document: Document, rule: Rule, path: Path, facts: dict[str, Any], *, key: bool = False
) -> Finding:
    assert document.tree is not None
    return Finding(rule, document.tree.place_of(path, key=key), facts, plan_id=document.plan_id)


def _finding(document: Document, error: ErrorDetails) -> Finding:
    kind, loc = error["type"], error["loc"]
    path = raw_path(document, loc)
    if kind == "missing":
        return _missing(document, path, loc)
    if kind == "extra_forbidden":
        return _unknown_key(document, path, loc)
    if kind in _SHAPES:
        facts = {"wanted": _SHAPES[kind], "found": _shape(error["input"]), "way": _WAYS[kind]}
        return _at(document, rules_value.WRONG_SHAPE, path, facts)
    if kind in ("enum", "literal_error"):
        return _unknown_word(document, path, loc, error["input"])
    if kind in _CUSTOM:
        return _at(document, _CUSTOM[kind], path, _custom_facts(kind, error))
    return _at(document, rules_value.REJECTED_VALUE, path, {"detail": kind})


def _custom_facts(kind: str, error: ErrorDetails) -> dict[str, Any]:
    facts = dict(error.get("ctx", {}))
    if kind == "malformed-id":
        folded = str(facts["text"]).lower()
        words = "".join(c if c.isascii() and c.isalnum() else " " for c in folded).split()
        facts["meant"] = "-".join(words)[:64] or "dx-leader"
    elif kind == "not-a-number" and facts["meant"]:
        facts["meant"] = f"もしかして: {facts['meant']}。"
    elif kind == "malformed-code" and facts["meant"]:
        facts["meant"] = f"検査数字から考えると {facts['meant']} です。"
    return facts


def _missing(document: Document, path: Path, loc: tuple[str | int, ...]) -> Finding:
    key = str(loc[-1])
    model = model_at(document.kind.model, loc[:-1])
    field = model.model_fields.get(key) if model else None
    facts = {
        "key": key,
        "title": field.title if field and field.title else key,
        "description": field.description if field and field.description else "",
    }
    return _at(document, rules_value.MISSING_KEY, path, facts)


def _unknown_key(document: Document, path: Path, loc: tuple[str | int, ...]) -> Finding:
    key = str(loc[-1])
    model = model_at(document.kind.model, loc[:-1])
    names = list(model.model_fields) if model else []
    facts = {"key": key, "suggestion": suggestion(key, names), "allowed": "・".join(names)}
    return _at(document, rules_value.UNKNOWN_KEY, path, facts, key=True)


def _unknown_word(
    document: Document, path: Path, loc: tuple[str | int, ...], given: object
) -> Finding:
    words = _words_at(document.kind.model, loc)
    facts = {
        "text": str(given),
        "suggestion": suggestion(str(given), words),
        "allowed": "・".join(words),
    }
    return _at(document, rules_value.UNKNOWN_WORD, path, facts)


def suggestion(text: str, known: Iterable[str]) -> str:
    """「もしかして: …。」 with the known word most like `text`, or nothing where none is near."""
    near = difflib.get_close_matches(text, list(known), n=1, cutoff=0.6)
    return f"もしかして: {near[0]}。" if near else ""


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "項目の組"
    if isinstance(value, list):
        return "一覧"
    return "1つの値"


def model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model of the mapping that stands at pydantic's location `loc`."""
    found = list(_models(_annotation_at(model, loc)))
    return found[0] if found else None


def _words_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    return list(_words(_annotation_at(model, loc)))


def _annotation_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> Any:
    annotation: Any = model
    for part in loc:
        annotation = _step(annotation, part)
    return annotation


def _step(annotation: Any, part: str | int) -> Any:
    """The type one location part further in; a union member's name stays where it is."""
    members = list(_members(annotation))
    for member in members:
        if isinstance(member, type) and issubclass(member, BaseModel):
            if part in member.model_fields:
                return member.model_fields[str(part)].annotation
        elif isinstance(part, int) and get_origin(member) is tuple:
            return get_args(member)[0]
        elif get_origin(member) is not None and get_origin(member) is not Literal:
            arguments = get_args(member)
            if len(arguments) == 2 and get_origin(member) is not tuple:
                return arguments[1]
    return annotation


def _members(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for member in _members(annotation):
        if isinstance(member, type) and issubclass(member, BaseModel):
            yield member


def _words(annotation: Any) -> Iterator[str]:
    for member in _members(annotation):
        if isinstance(member, type) and issubclass(member, Enum):
            yield from (str(word.value) for word in member)
        elif get_origin(member) is Literal:
            yield from (str(word) for word in get_args(member))
