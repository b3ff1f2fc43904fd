"""From pydantic's errors to findings: the right rule, the right place, and facts in Japanese."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, Final

from pydantic_core import ErrorDetails

from jinzai.findings import rules_value
from jinzai.findings.finding import Finding, Place, Rule
from jinzai.findings.rules_content import BLANK_AS_TEXT
from jinzai.findings.rules_marks import FULLWIDTH_SIGN
from jinzai.load.document import Document
from jinzai.load.marks import list_mark, opening_sign
from jinzai.model.blank import has_blank
from jinzai.model.kinds import CHAPTER
from jinzai.model.numbers import Absence, FiscalYear, PlaceholderValue
from jinzai.model.schedule import Months
from jinzai.model.walk import FoundReference, Path, walk_raw
from jinzai.parse.commas import Cut, Cuts, comma_advice
from jinzai.parse.keys import Keys, outer_advice
from jinzai.parse.location import Loc, Location, locate
from jinzai.parse.meant import date_advice, number_advice
from jinzai.parse.meant_form import (
    clock_advice,
    form_advice,
    is_span_of_months,
    page_form,
    short_year_advice,
    years_form,
)
from jinzai.parse.meant_id import group_advice, id_advice, id_suggestion, pair_advice
from jinzai.parse.meant_word import absence_advice, what_to_write, word_advice

_CUSTOM: Final = {rule.code: rule for rule in vars(rules_value).values() if isinstance(rule, Rule)}
_PAIRS: Final = "項目の組（「名前: 値」の並び）", "「名前: 値」の行を、1段下げて並べてください。"
_LOOSE: Final = "「{項目名: 値, 項目名: 値}」のように、それぞれに「: 」を付けてください。"
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
# Kinds of error about a number or a date: where a template has ○, that is what is wrong.
_NO_TEXT: Final = frozenset(["not-a-number", "era-year", "malformed-date", "malformed-code"])
_BLANK_NUMBER: Final = (
    "plan.yaml の placeholders に空欄を加え、"
    "ここには {placeholder: その空欄のid} と書いてください。"
)
_BLANK_OTHER: Final = (
    "この欄は空欄にできません。行ごと消し、plan.yaml の placeholders に空欄を加えて、"
    "summary や note の文章から [○年度](placeholder:id) のように指してください。"
)
_SHOWN: Final = 40


def findings(document: Document, errors: Iterable[ErrorDetails]) -> Iterator[Finding]:
    """A finding for each error. `empty_values` reports empty values.

    If a key is missing because it is misspelt, there is one finding, at the misspelt key. A text
    that commas cut into pieces has one finding, at its beginning.
    """
    listed = list(errors)
    wrong = _Wrong(document, listed)
    told: set[Cut | Path] = set()
    for error in listed:
        kind, loc = error["type"], error["loc"]
        if kind in ("missing", "extra_forbidden") and (group := wrong.loose(loc[:-1])) is not None:
            if group.path not in told:
                told.add(group.path)
                yield _loose(wrong, group)
            continue
        if kind == "missing" and (wrong.keys.is_misspelt(loc) or wrong.is_in_one_value(loc)):
            continue
        if error["input"] is None and kind not in ("missing", "extra_forbidden"):
            continue
        cut = None
        if kind == "extra_forbidden" and error["input"] is None:
            cut = wrong.cuts.at(_locate(document, loc).path)
        if cut is None:
            yield _finding(wrong, error)
        elif cut not in told:
            told.add(cut)
            facts = {"text": _short(cut.text), "way": comma_advice(cut.text, cut.key)}
            yield Finding(rules_value.COMMA_IN_TEXT, cut.place, facts, plan_id=document.plan_id)


def refused(document: Document, errors: Iterable[ErrorDetails]) -> Iterator[Path]:
    """The paths of the single values and of the keys with errors."""
    for error in errors:
        is_value = error["input"] is not None and _shape(error["input"]) == "1つの値"
        if is_value or error["type"] == "extra_forbidden":
            yield _locate(document, error["loc"]).path


def empty_values(document: Document, told: Collection[Path] = ()) -> Iterator[Finding]:
    """A finding for each empty value in a readable file.

    Values at the paths `told` are left out.
    """
    if document.tree is None or not document.tree.has_empty:
        return
    stack: list[tuple[Path, Any]] = [((), document.tree.value)]
    while stack:
        path, value = stack.pop()
        if value is None and path in told:
            continue
        if value is None:
            yield _at(
                document, rules_value.EMPTY_VALUE, path, _empty(document, _locate(document, path))
            )
        elif isinstance(value, dict):
            stack.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            stack.extend(((*path, number), inner) for number, inner in enumerate(value))


def _last_key(document: Document, path: Path) -> str:
    if document.kind is CHAPTER and path == ("text",):
        return "本文"
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _empty(document: Document, where: Location) -> dict[str, str]:
    """The facts for an empty value: what may be written there, and whether it may be left out."""
    key = _last_key(document, where.path)
    if document.kind is CHAPTER and where.path == ("text",):
        return {"key": key, "way": f"2つ目の「---」の後に{key}を書いてください。"}
    is_item = isinstance(where.path[-1], int) if where.path else False
    start = "「- 」" if is_item else f"「{key}: 」"
    way = f"{start}の後に値を書"
    way += f"くか、{start}を消してください。" if is_item or where.may_lack else "いてください。"
    if Absence.UNDEFINED in where.words:
        way += f"計画に記載がなければ {Absence.UNDEFINED} と書きます。"
    return {"key": key, "way": way}


def _loose(wrong: "_Wrong", where: Location) -> Finding:
    """The finding about a group in `{…}` whose keys have no colons."""
    value: Any = wrong.raw
    for part in where.path:
        value = value[part]
    found = "「: 」のない値の並び"
    form = form_advice(list(value), where, wrong.raw)
    return _wrong_shape(wrong.document, where, _PAIRS[0], found, form or _LOOSE)


def _locate(document: Document, loc: tuple[str | int, ...]) -> Location:
    value = document.tree.value if document.tree else None
    return locate(document.kind.model, value, loc)


def _at(
    document: Document, rule: Rule, path: Path, facts: dict[str, Any], *, key: bool = False
) -> Finding:
    assert document.tree is not None
    return Finding(rule, document.tree.place_of(path, key=key), facts, plan_id=document.plan_id)


class _Wrong:
    """A file and its errors. What all findings about it need is computed once."""

    def __init__(self, document: Document, errors: Iterable[ErrorDetails]) -> None:
        assert document.tree is not None
        self.document = document
        self.raw: Any = document.tree.value
        self.keys = Keys(document, errors)
        self.cuts = Cuts(document.tree)

    def is_in_one_value(self, loc: Loc) -> bool:
        """Whether a missing month stands in the value of the other one: `{start: 4月〜6月}`."""
        where = _locate(self.document, loc[:-1])
        if not where.allows(Months):
            return False
        group = self.raw
        for part in where.path:
            group = group[part]
        others = group.values() if isinstance(group, dict) else ()
        return any(isinstance(one, str) and is_span_of_months(one) for one in others)

    def loose(self, loc: Loc) -> Location | None:
        """The location of a group in `{…}` whose keys have no colons; None for another group."""
        where = _locate(self.document, loc)
        return where if self.cuts.is_loose(where.path) else None

    @cached_property
    def kinds(self) -> dict[Path, str]:
        """The kind of entity whose id belongs at a path, for all paths with a text."""
        found = walk_raw(self.document.kind.model, self.raw, ())
        return {one.path: one.kind for one in found if isinstance(one, FoundReference)}


def _finding(wrong: _Wrong, error: ErrorDetails) -> Finding:
    document = wrong.document
    kind, where = error["type"], _locate(document, error["loc"])
    if kind == "missing":
        return _missing(document, where, error)
    if kind == "extra_forbidden":
        return _unknown_key(wrong, where, error)
    shape = _shape(error["input"])
    if kind in _SHAPES:
        if slip := _slip(document, where, error):
            return slip
        wanted, way = _SHAPES[kind]
        if _SHAPES[kind] is _PAIRS:
            form = absence_advice(str(error["input"]), where) if shape == "1つの値" else ""
            form = form or form_advice(error["input"], where, wrong.raw)
            way = form or group_advice(error["input"], where) + way
        elif _SHAPES[kind] is _LIST and where.holds(FiscalYear):
            way = years_form(error["input"]) or way
        return _wrong_shape(document, where, wanted, shape, way)
    if kind == "not-a-scalar":
        wanted = f"数（{error.get('ctx', {}).get('wanted', '')}）"
        pages = error["input"] if where.path[-1:] == ("page",) else None
        way = page_form("、".join(map(str, pages))) if isinstance(pages, list) else ""
        return _wrong_shape(document, where, wanted, shape, way or "数を1つだけ書いてください。")
    if kind in ("enum", "literal_error"):
        words = where.words
        if shape != "1つの値":
            way = f"1つだけ書いてください。書ける語: {'・'.join(words)}"
            return _wrong_shape(document, where, "決められた語", shape, way)
        text = str(error["input"])
        advice = form_advice(text, where) or word_advice(text, where)
        facts = {"text": _short(text), "suggestion": advice}
        facts["allowed"] = _allowed(where)
        return _at(document, rules_value.UNKNOWN_WORD, where.path, facts)
    if kind in _NO_TEXT and has_blank(str(error["input"])):
        way = _BLANK_NUMBER if where.allows(PlaceholderValue) else _BLANK_OTHER
        facts = {"text": _short(str(error["input"])), "way": way}
        return _at(document, BLANK_AS_TEXT, where.path, facts)
    if kind in _CUSTOM:
        facts = _custom_facts(wrong, kind, where, error)
        return _at(document, _CUSTOM[kind], where.path, facts, key=where.is_key)
    wanted = f"ここに書くのは、{where.description}" if where.description else ""
    facts = {"detail": kind, "wanted": wanted}
    return _at(document, rules_value.REJECTED_VALUE, where.path, facts)


def _slip(document: Document, where: Location, error: ErrorDetails) -> Finding | None:
    """The finding about a text that would be a list or a group but for full-width marks.

    None if the text has no such mark.
    """
    text = error["input"]
    if _SHAPES[error["type"]] is _TEXT or not isinstance(text, str):
        return None
    assert document.tree is not None
    place, lines = document.tree.place_of(where.path), document.tree.lines
    at = lines.offset(place.line, place.column) if place.line else len(lines.text)
    if lines.text[at : at + 1] != text[:1]:
        return None
    place = Place(place.file, place.line, place.column, place.line, place.column + 1)
    mark = list_mark(text) if _SHAPES[error["type"]] is _LIST else None
    if mark is not None:
        return Finding(mark.rule, place, mark.facts, plan_id=document.plan_id)
    if (facts := opening_sign(text)) is not None:
        return Finding(FULLWIDTH_SIGN, place, facts, plan_id=document.plan_id)
    return None


def _allowed(where: Location) -> str:
    """The allowed words. If the field's description explains all of them, the description."""
    words = where.words
    if all(word in where.description for word in words) and not where.keys:
        return where.description
    mapping = "、または {" + ", ".join(f"{key}: …" for key in where.keys) + "}"
    return "・".join(words) + (mapping if where.keys else "")


def _custom_facts(wrong: _Wrong, kind: str, where: Location, error: ErrorDetails) -> dict[str, Any]:
    facts = dict(error.get("ctx", {}))
    text = str(facts.get("text", ""))
    facts["text"] = _short(text)
    if kind == "empty-value":
        facts |= _empty(wrong.document, where)
    elif kind in ("malformed-id", "malformed-entry"):
        # A later stage, which knows all names, may know better; see jinzai.check.names.
        facts |= {"named": text, "kind": wrong.kinds.get(where.path, "")}
        facts["suggestion"] = id_suggestion(text) if kind == "malformed-id" else ""
        facts["way"] = id_advice(text, str(facts["kind"]))
        if where.is_key:
            facts["way"] = pair_advice(text) or facts["way"]
    elif kind == "malformed-date":
        facts["meant"] = date_advice(text)
    elif kind == "not-a-number":
        facts["way"] = number_advice(text, where, facts.pop("room"), wrong.raw)
    elif kind == "ambiguous-number":
        facts["way"] = clock_advice(text, str(where.path[-1]))
    elif kind == "number-out-of-range":
        is_year = where.holds(FiscalYear)
        facts["way"] = (short_year_advice(text) if is_year else "") or "数を確かめてください。"
    elif kind == "malformed-code" and facts["meant"]:
        facts["meant"] = f"検査数字から考えると {facts['meant']} です。"
    return facts


def _wrong_shape(document: Document, where: Location, wanted: str, found: str, way: str) -> Finding:
    facts = {"wanted": wanted, "found": found, "way": way}
    return _at(document, rules_value.WRONG_SHAPE, where.path, facts)


def _missing(document: Document, where: Location, error: ErrorDetails) -> Finding:
    assert document.tree is not None
    key = str(error["loc"][-1])
    model = _locate(document, error["loc"][:-1]).model
    field = model.model_fields.get(key) if model else None
    place, lines = document.tree.place_of(where.path), document.tree.lines
    in_braces = place.line > 0 and lines.text.startswith("{", lines.offset(*place[1:3]))
    start = f"「{key}: 」" if in_braces else f"「{key}: 」の行"
    inner = _locate(document, error["loc"])
    said = what_to_write(field.description or "" if field else "", inner.words)
    facts = {
        "key": key,
        "title": field.title if field and field.title else key,
        "way": f"ここに{start}を加え{said}",
    }
    return _at(document, rules_value.MISSING_KEY, where.path, facts)


def _unknown_key(wrong: _Wrong, where: Location, error: ErrorDetails) -> Finding:
    loc, keys = error["loc"], wrong.keys
    meant = keys.meant(loc)
    advice = f"もしかして: {meant}。" if meant else keys.minutes_advice(loc, error["input"])
    advice = advice or outer_advice(wrong.document, where.path)
    inner = "" if advice else keys.inner_advice(loc, error["input"])
    facts = {
        "key": _short(str(loc[-1])),
        "suggestion": advice or inner,
        "allowed": "" if inner else keys.allowed(loc),
    }
    return _at(wrong.document, rules_value.UNKNOWN_KEY, where.path, facts, key=True)


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "項目の組"
    if isinstance(value, list):
        return "一覧"
    return "1つの値"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
