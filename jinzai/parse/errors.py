"""From pydantic's errors to findings: the right rule, the right place, Japanese facts."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pydantic_core import ErrorDetails

from jinzai.findings import rules_value
from jinzai.findings.finding import Finding, Rule
from jinzai.load.document import Document
from jinzai.model.kinds import CHAPTER
from jinzai.model.numbers import NumberRange
from jinzai.model.walk import Path
from jinzai.parse.location import Location, locate

_CUSTOM: Final = {rule.code: rule for rule in vars(rules_value).values() if isinstance(rule, Rule)}
_PAIRS: Final = "項目の組（「名前: 値」の並び）", "「名前: 値」の行を、1段下げて並べてください。"
_LIST: Final = "一覧（「- 」で始まる行の並び）", "1つだけでも「- 」を付けて一覧にしてください。"
_TEXT: Final = "文字", '1つの値を書いてください。「: 」を含む文は「"」で囲みます。'
_SHAPES: Final = {
    "model_type": _PAIRS,
    "dict_type": _PAIRS,
    "mapping_type": _PAIRS,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "string_type": _TEXT,
}
# What editors write for the words that stand in a number's place.
_ABSENT: Final = {
    "未定義": "undefined",
    "未定": "undefined",
    "なし": "undefined",
    "不明": "undefined",
    "対象外": "not-applicable",
}
_range: Final = re.compile(r"([0-9.]+)\D{0,3}[〜~～–—-]\D{0,3}([0-9.]+)\D{0,3}")
_SHOWN: Final = 40


def findings(document: Document, errors: Iterable[ErrorDetails]) -> Iterator[Finding]:
    """A finding for each error; errors about empty values are left to `empty_values`.

    A key that is missing because it is misspelt is told once, as the misspelt key.
    """
    listed = list(errors)
    misspelt = {
        (error["loc"][:-1], _near(str(error["loc"][-1]), _names(document, error)))
        for error in listed
        if error["type"] == "extra_forbidden"
    }
    for error in listed:
        kind, loc = error["type"], error["loc"]
        if kind == "missing" and (loc[:-1], loc[-1]) in misspelt:
            continue
        if error["input"] is None and kind not in ("missing", "extra_forbidden"):
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
            facts = {"key": _last_key(document, path)}
            yield _at(document, rules_value.EMPTY_VALUE, path, facts)
        elif isinstance(value, dict):
            stack.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend(((*path, number), inner) for number, inner in enumerate(value))


def suggestion(text: str, known: Iterable[str]) -> str:
    """「もしかして: …。」 with the known word most like `text`, or nothing where none is near."""
    near = _near(text, known)
    return f"もしかして: {near}。" if near else ""


def _near(text: str, known: Iterable[str]) -> str | None:
    near = difflib.get_close_matches(text, list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def _last_key(document: Document, path: Path) -> str:
    if document.kind is CHAPTER and path == ("text",):
        return "本文"
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _locate(document: Document, loc: tuple[str | int, ...]) -> Location:
    value = document.tree.value if document.tree else None
    return locate(document.kind.model, value, loc)


def _names(document: Document, error: ErrorDetails) -> list[str]:
    """The keys that the mapping with a missing or a strange key may have."""
    model = _locate(document, error["loc"][:-1]).model
    return list(model.model_fields) if model else []


def _at(
    document: Document, rule: Rule, path: Path, facts: dict[str, Any], *, key: bool = False
) -> Finding:
    assert document.tree is not None
    return Finding(rule, document.tree.place_of(path, key=key), facts, plan_id=document.plan_id)


def _finding(document: Document, error: ErrorDetails) -> Finding:
    kind, where = error["type"], _locate(document, error["loc"])
    if kind == "missing":
        return _missing(document, where, error)
    if kind == "extra_forbidden":
        return _unknown_key(document, where, error)
    shape = _shape(error["input"])
    if kind in _SHAPES:
        wanted, way = _SHAPES[kind]
        return _wrong_shape(document, where, wanted, shape, way)
    if kind == "not-a-scalar":
        wanted = f"数（{error.get('ctx', {}).get('wanted', '')}）"
        return _wrong_shape(document, where, wanted, shape, "数を1つだけ書いてください。")
    if kind in ("enum", "literal_error"):
        words = where.words
        if shape != "1つの値":
            way = f"1つだけ書いてください。書ける語: {'・'.join(words)}"
            return _wrong_shape(document, where, "決められた語", shape, way)
        text = str(error["input"])
        facts = {"text": _short(text), "suggestion": suggestion(text, words)}
        facts["allowed"] = _allowed(where)
        return _at(document, rules_value.UNKNOWN_WORD, where.path, facts)
    if kind in _CUSTOM:
        facts = _custom_facts(document, kind, where, error)
        return _at(document, _CUSTOM[kind], where.path, facts, key=where.is_key)
    return _at(document, rules_value.REJECTED_VALUE, where.path, {"detail": kind})


def _allowed(where: Location) -> str:
    """The words that may stand here, in the field's own description where it explains them all."""
    words = where.words
    if all(word in where.description for word in words) and not where.keys:
        return where.description
    mapping = "、または {" + ", ".join(f"{key}: …" for key in where.keys) + "}"
    return "・".join(words) + (mapping if where.keys else "")


def _custom_facts(
    document: Document, kind: str, where: Location, error: ErrorDetails
) -> dict[str, Any]:
    facts = dict(error.get("ctx", {}))
    text = str(facts.get("text", ""))
    facts["text"] = _short(text)
    if kind == "empty-value":
        facts["key"] = _last_key(document, where.path)
    elif kind == "malformed-id":
        folded = unicodedata.normalize("NFKC", text).lower()
        words = "".join(c if c.isascii() and c.isalnum() else " " for c in folded).split()
        facts["meant"] = "-".join(words)[:64].strip("-") or "dx-leader"
    elif kind == "not-a-number":
        facts["meant"] = _meant_number(text, where, str(facts["meant"]))
    elif kind == "malformed-code" and facts["meant"]:
        facts["meant"] = f"検査数字から考えると {facts['meant']} です。"
    return facts


def _meant_number(text: str, where: Location, meant: str) -> str:
    """What to write instead of a text that is no number, as far as one can tell."""
    if meant:
        return f"もしかして: {meant}。"
    ends = _range.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if ends and where.allows(NumberRange):
        return f"範囲は {{min: {ends[1]}, max: {ends[2]}}} と書きます。"
    if where.words:
        near = _ABSENT.get(text) or _near(text, where.words)
        return f"もしかして: {near}。" if near else ""
    return ""


def _wrong_shape(document: Document, where: Location, wanted: str, found: str, way: str) -> Finding:
    facts = {"wanted": wanted, "found": found, "way": way}
    return _at(document, rules_value.WRONG_SHAPE, where.path, facts)


def _missing(document: Document, where: Location, error: ErrorDetails) -> Finding:
    key = str(error["loc"][-1])
    model = _locate(document, error["loc"][:-1]).model
    field = model.model_fields.get(key) if model else None
    facts = {
        "key": key,
        "title": field.title if field and field.title else key,
        "description": field.description if field and field.description else "",
    }
    return _at(document, rules_value.MISSING_KEY, where.path, facts)


def _unknown_key(document: Document, where: Location, error: ErrorDetails) -> Finding:
    key, names = str(error["loc"][-1]), _names(document, error)
    facts = {
        "key": _short(key),
        "suggestion": suggestion(key, names),
        "allowed": "・".join(names),
    }
    return _at(document, rules_value.UNKNOWN_KEY, where.path, facts, key=True)


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "項目の組"
    if isinstance(value, list):
        return "一覧"
    return "1つの値"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
