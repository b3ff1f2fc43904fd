"""Marks that Japanese keyboards give in place of those of lists and groups: `・`, `－`, `｛`, `、`.

This module finds such a mark at the beginning of a text, or at a place in a line. In prose these
marks are allowed, so the callers decide which texts to ask about.
"""

import re
from typing import Any, Final, NamedTuple

from jinzai.findings import rules_marks as rules
from jinzai.findings.finding import Rule
from jinzai.load.report import FileReport

_DASHES: Final = "－‐‑‒–—―−ー・･•"
_MARK: Final = re.compile(rf"(?:(?P<dash>-)(?=[^\s\d-])|(?P<wide>[{_DASHES}]))[ \u3000]*")
_KEY: Final = re.compile(r"[a-z][a-z0-9_-]*[ \u3000]*[:：]")
_HALF: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "、": ", ", "，": ", "}
_BEGINS: Final = re.compile(
    r"[ \t]*(?:- +)*(?:[a-z][a-z0-9_-]*: +)?"
    r"(?:(?P<brace>｛)(?=\s*[a-z][a-z0-9_-]*[ \u3000]*[:：])|(?P<bracket>［)(?=\s*[a-z0-9｛{]))"
)
_INSIDE: Final = re.compile(
    r"[｝］]|[、，](?=\s*(?:[a-z][a-z0-9_-]*[ \u3000]*[:：]|[a-z0-9-]+\s*[,\]]))"
)


class Mark(NamedTuple):
    """A mark that YAML does not know, at the beginning of a text, with its rule and the facts.

    `before_key` is true if a key follows the mark.
    """

    rule: Rule
    facts: dict[str, Any]
    before_key: bool


def list_mark(text: str) -> Mark | None:
    """The mark that a text begins with in place of `- `; None if there is no such mark."""
    found = _MARK.match(text)
    if found is None or found.end() == len(text):
        return None
    rest = text[found.end() :]
    before_key = _KEY.match(rest) is not None
    if found["dash"]:
        key = rest.partition(":")[0]
        item = f"{key}: …" if before_key else "…"
        return Mark(rules.DASH_WITHOUT_SPACE, {"item": item}, before_key)
    return Mark(rules.LIST_MARK, {"mark": found["wide"]}, before_key)


def opening_sign(text: str) -> dict[str, Any] | None:
    """The facts about a full-width bracket at the beginning of a text, or None."""
    found = _BEGINS.match(text)
    return _facts(found[0][-1]) if found is not None else None


def report_mark(report: FileReport, number: int, *, only_before_key: bool) -> bool:
    """Reports a mark at the beginning of a line, if it can only be a mistake.

    With `only_before_key`, a key must follow it. Returns whether it reported anything.
    """
    line = report.lines.line(number) or ""
    indent = _width(line)
    mark = list_mark(line[indent:].rstrip())
    if mark is None or not (mark.before_key or (not only_before_key and _in_list(report, number))):
        return False
    at = report.lines.starts[number - 1] + indent
    report.add(mark.rule, at, at + 1, **mark.facts)
    return True


def _in_list(report: FileReport, number: int) -> bool:
    """Whether a line may be an item of a list: it stands below a key, or below another item."""
    indent = _width(report.lines.line(number) or "")
    for above in range(number - 1, 0, -1):
        line = report.lines.line(above) or ""
        text = line.strip()
        if not text or text.startswith("#") or _width(line) > indent:
            continue
        if _width(line) < indent or list_mark(text) is None:
            return text.endswith(":") or (_width(line) == indent and text.startswith("- "))
    return False


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def report_opening(report: FileReport, number: int) -> bool:
    """Reports a full-width bracket that opens the value of a line. Returns whether it did."""
    found = _BEGINS.match(report.lines.line(number) or "")
    if found is None:
        return False
    at = report.lines.starts[number - 1] + found.end() - 1
    report.add(rules.FULLWIDTH_SIGN, at, at + 1, **_facts(found[0][-1]))
    return True


def report_inside(report: FileReport, opened: int) -> bool:
    """Reports the first full-width sign after the `{` at `opened`, on the same line.

    Call it if the `{` does not end well. Returns whether it reported anything.
    """
    text = report.lines.text
    end = text.find("\n", opened)
    found = _INSIDE.search(text, opened, end if end >= 0 else len(text))
    if found is None:
        return False
    report.add(rules.FULLWIDTH_SIGN, found.start(), found.start() + 1, **_facts(found[0][0]))
    return True


def _facts(character: str) -> dict[str, Any]:
    return {"character": character, "meant": _HALF[character]}
