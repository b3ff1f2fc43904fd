"""The layout of lines, for places where libyaml says only that a line does not fit.

It finds lines that begin too far to the right or left, and missing dashes. This module knows lines,
columns, and which keys belong together in the models. libyaml's message has already been turned
into a rule.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from jinzai.findings import rules_syntax as rules
from jinzai.findings.finding import Rule
from jinzai.load.report import FileReport
from jinzai.model.base import Record, every_record
from jinzai.model.kinds import FILE_KINDS

_LINE: Final = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[a-z][a-z0-9_-]*)?(?P<rest>.*)")
_SWALLOWED: Final = re.compile(r"\n +- +(?=\S)")
_OPENED: Final = re.compile(r"[\[{]")
_FILES: Final = tuple(kind.model for kind in FILE_KINDS)


class _Level(NamedTuple):
    """The column, from 0, of something above that a line can continue, and its name."""

    column: int
    name: str


class _Group(NamedTuple):
    """The keys of a group above a line, and the column of its dash, or None."""

    keys: set[str]
    dash: int | None = None


def report_layout(rule: Rule, report: FileReport, problem: int) -> bool:
    """Adds a finding about the layout if that is the cause. Returns whether it did.

    `rule` is the rule for libyaml's message, `problem` the offset that the message is about.
    """
    lines = report.lines
    number = lines.locate(problem)[0]
    start = lines.starts[number - 1]
    line = lines.line(number) or ""
    if rule is rules.BAD_INDENTATION:
        return _missing_dash(report, number) or _indentation(report, number)
    if rule is rules.COLON_IN_TEXT:
        found = _LINE.match(line)
        begins_key = found is not None and found["key"] and found.end("key") == problem - start
        return bool(begins_key) and (
            _missing_first_dash(report, number) or _indentation(report, number)
        )
    if rule is rules.MISSING_COLON:
        return _missing_item_dash(report, number)
    return False


def report_swallowed_item(report: FileReport, start: int, end: int) -> None:
    """Reports an item of a list that continues the text of the item above it.

    The text has no quotes and goes from `start` to `end`. YAML takes a line further to the right
    for more of it, whatever the line begins with. In brackets that are not closed, the same may
    happen to all that follows; then the bracket is the mistake.
    """
    before = report.lines.text[report.lines.text.rfind("\n", 0, start) + 1 : start]
    if _OPENED.search(before) or not before.strip():
        # A text that begins its line is an item without a dash itself.
        return
    found = _SWALLOWED.search(report.lines.text, start, end)
    if found is not None:
        _indentation(report, report.lines.locate(found.end())[0])


def tab_advice(report: FileReport, number: int) -> str:
    """How a line that is indented with a tab is indented, as far as the lines above show it."""
    line = (report.lines.line(number) or "").lstrip(" \t\u3000")
    found = _LINE.match(line)
    columns: dict[int, str] = {}
    if found is not None and found["key"] and not found["dash"] and found["rest"].startswith(":"):
        levels = list(_levels(report, number, is_item=False))
        groups = _groups(report, number, levels)
        records = every_record()
        for level in levels:
            keys = groups[level.column].keys
            models = _FILES if level.column == 0 else records
            if found["key"] not in keys and _stand_together({found["key"], *keys}, models):
                columns.setdefault(level.column, level.name)
    if len(columns) != 1:
        return "タブを消して、半角スペースで字下げしてください。"
    ((column, name),) = columns.items()
    return f"タブを消して、半角スペース{column}個にしてください（上の{name}と左端をそろえます）。"


def _indentation(report: FileReport, number: int) -> bool:
    if _key_without_colon(report, number):
        return True
    moved = _moved_above(report, number)
    if moved is not None:
        _add_moved(report, moved, number)
        return True
    line = report.lines.line(number) or ""
    indent = _width(line)
    start = report.lines.starts[number - 1] + indent
    is_item = line[indent:].startswith("- ")
    levels = list(_levels(report, number, is_item=is_item))
    nearest = min((abs(level.column - indent) for level in levels), default=0)
    near = {level.column: level.name for level in reversed(levels)}
    fitting = _fitting(report, number)
    told = [
        f"{column}個（上の{name}と同じ左端）"
        for column, name in near.items()
        if (column in fitting if fitting else abs(column - indent) == nearest > 0)
    ]
    way = f"もしかして: {'か'.join(told)}。" if told else ""
    end = start + len(line[indent:].split(":")[0].rstrip()) if not is_item else start + 1
    report.add(rules.BAD_INDENTATION, start, max(end, start + 1), indent=indent, way=way)
    return True


def _key_without_colon(report: FileReport, number: int) -> bool:
    """Reports a key without a colon right above a line that belongs to it.

    Returns whether it did. A text of one line there would be no key of any model.
    """
    above = next(_above(report, number), number)
    text = report.lines.line(above) or ""
    key = text.strip()
    if _width(text) >= _width(report.lines.line(number) or "") or key not in _keys():
        return False
    start = report.lines.starts[above - 1] + _width(text)
    report.add(rules.MISSING_COLON, start, start + len(key))
    return True


@cache
def _keys() -> frozenset[str]:
    """The keys of all models."""
    return frozenset(name for one in (*_FILES, *every_record()) for name in one.model_fields)


def _moved_above(report: FileReport, number: int) -> int | None:
    """The line above that is out of place, if it is not this one: the only one with odd spaces.

    libyaml notices a line that begins a group only at the next line of that group.
    """
    if _width(report.lines.line(number) or "") % 2:
        return None
    above = next(_above(report, number), None)
    if above is None or not _width(report.lines.line(above) or "") % 2:
        return None
    lines = (report.lines.line(one) or "" for one in range(1, len(report.lines.starts) + 1))
    odd = sum(bool(line.strip()) and bool(_width(line) % 2) for line in lines)
    return above if odd == 1 else None


def _add_moved(report: FileReport, number: int, below: int) -> None:
    """Reports a line that is out of place, as the line below it shows."""
    line = report.lines.line(number) or ""
    indent, next_one = _width(line), _width(report.lines.line(below) or "")
    opens = line[indent:].startswith("- ") or line.rstrip().endswith(":")
    column = next_one - 2 if opens else next_one
    way = f"もしかして: {column}個。" if abs(column - indent) == 1 else ""
    start = report.lines.starts[number - 1] + indent
    end = start + len(line[indent:].split(":")[0].rstrip())
    report.add(rules.BAD_INDENTATION, start, max(end, start + 1), indent=indent, way=way)


def _levels(report: FileReport, number: int, *, is_item: bool) -> Iterator[_Level]:
    """The dashes, or the keys, above a line that are still open at this line.

    A line further to the left closes them.
    """
    limit = len(report.lines.text)
    for above in _above(report, number):
        found = _LINE.match(report.lines.line(above) or "")
        if found is None:
            continue
        indent = len(found["indent"])
        if found["dash"] and indent < limit:
            if not is_item and found["key"] and found.end("dash") < limit:
                yield _Level(found.end("dash"), f"「{found['key']}」")
            if is_item:
                yield _Level(indent, "「- 」")
        elif found["key"] and found["rest"].startswith(":") and indent < limit and not is_item:
            yield _Level(indent, f"「{found['key']}」")
        limit = min(limit, indent)
        if limit == 0:
            return


def _fitting(report: FileReport, number: int) -> list[int]:
    """The columns at which a line's key fits the keys above it in some model, the nearest ones.

    Empty if the line's key begins another item of the list whose dash has the same column.
    """
    found = _LINE.match(report.lines.line(number) or "")
    if found is None or found["dash"] or not found["key"] or not found["rest"].startswith(":"):
        return []
    key, indent = found["key"], len(found["indent"])
    fitting: list[int] = []
    groups = _groups(report, number, _levels(report, number, is_item=False))
    records = every_record()
    for column, (keys, dash) in groups.items():
        if dash == indent and key in keys:
            return []
        models = _FILES if column == 0 else records
        if column != indent and key not in keys and _stand_together({key, *keys}, models):
            fitting.append(column)
    closest = min((abs(column - indent) for column in fitting), default=0)
    return [column for column in fitting if abs(column - indent) == closest]


def _stand_together(keys: set[str], models: Iterable[type[Record]]) -> bool:
    """Whether one of the models has all of these keys."""
    return any(keys <= model.model_fields.keys() for model in models)


def _groups(report: FileReport, number: int, levels: Iterable[_Level]) -> dict[int, _Group]:
    """The group at the column of each level above a line, in the order of the levels.

    All groups are found on one way up the lines. A line further to the left ends a group, and so
    does the dash of the group itself.
    """
    groups = {level.column: _Group(set()) for level in levels}
    unended = sorted(groups)
    for above in _above(report, number):
        if not unended:
            break
        found = _LINE.match(report.lines.line(above) or "")
        if found is None:
            continue
        indent = len(found["indent"])
        begins = found.end("dash") if found["dash"] else indent
        is_key = found["key"] and found["rest"].startswith(":")
        if is_key and begins in groups and begins <= unended[-1]:
            groups[begins].keys.add(found["key"])
            if found["dash"]:
                groups[begins] = groups[begins]._replace(dash=indent)
        while unended and unended[-1] > indent:
            unended.pop()
    return groups


def _missing_dash(report: FileReport, number: int) -> bool:
    """Reports a missing dash: at a list's first item, or at the line itself.

    Returns whether it did.
    """
    lines = report.lines
    line = lines.line(number) or ""
    indent = _width(line)
    if not line[indent:].startswith("- "):
        return _missing_first_dash(report, number) or _missing_item_dash(report, number)
    first = number
    for above in _above(report, number):
        text = lines.line(above) or ""
        if _width(text) < indent:
            if not text.rstrip().endswith(":") or first == number:
                return False
            break
        first = above
    else:
        return False
    if (lines.line(first) or "").lstrip(" ").startswith("-"):
        return False
    _add_missing_dash(report, first)
    return True


def _missing_first_dash(report: FileReport, number: int) -> bool:
    """Reports a missing dash at the first key of an item, where the next key is further right.

    Returns whether it reported anything.
    """
    above = next(_above(report, number), number)
    key = _LINE.match(report.lines.line(number) or "")
    first = _LINE.match(report.lines.line(above) or "")
    if first is None or key is None or first["dash"] or not (first["key"] and key["key"]):
        return False
    is_value = first["rest"].startswith(": ") and key["rest"].startswith(":")
    is_beside = len(key["indent"]) - len(first["indent"]) == len("- ")
    if not (is_value and is_beside and first["key"] != key["key"]):
        return False
    if not _stand_together({first["key"], key["key"]}, every_record()):
        return False
    texts = (report.lines.line(one) or "" for one in _above(report, above))
    opener = next((text for text in texts if _width(text) < len(first["indent"])), "")
    if not opener.rstrip().endswith(":"):
        return False
    _add_missing_dash(report, above)
    return True


def _missing_item_dash(report: FileReport, number: int) -> bool:
    """Reports a missing dash at a line that begins in the column of the dash above it.

    Returns whether it reported anything.
    """
    line = report.lines.line(number) or ""
    indent = _width(line)
    if indent == 0:
        # At the top it is the next key rather than another item.
        return False
    for above in _above(report, number):
        text = report.lines.line(above) or ""
        if _width(text) <= indent:
            if _width(text) < indent or not text[indent:].startswith("- "):
                return False
            if _fitting(report, number):
                return _indentation(report, number)
            _add_missing_dash(report, number)
            return True
    return False


def _add_missing_dash(report: FileReport, number: int) -> None:
    found = _LINE.match(report.lines.line(number) or "")
    key = found["key"] if found is not None and found["rest"].startswith(":") else None
    start = report.lines.starts[number - 1] + _width(report.lines.line(number) or "")
    shown = f"{key}: …" if key else "…"
    report.add(rules.MISSING_DASH, start, start + max(len(key or ""), 1), item=shown)


def _above(report: FileReport, number: int) -> Iterator[int]:
    """The lines above with content other than comments, the nearest first."""
    for above in range(number - 1, 0, -1):
        text = (report.lines.line(above) or "").strip()
        if text and not text.startswith("#"):
            yield above


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
