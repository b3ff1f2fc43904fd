"""Reports characters that nobody meant to type: invisible ones, special spaces, look-alikes.

`jinzai.findings.hidden` and `jinzai.findings.look_alike` say which these are.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from jinzai.findings.finding import RelatedPlace, Rule
from jinzai.findings.hidden import MAYBE_REFUSED, REFUSED, character_name
from jinzai.findings.look_alike import (
    LOOK_ALIKE,
    LOOK_ALIKES,
    SPACES,
    UNCOMPOSED,
    meant,
    space_name,
    split_characters,
)
from jinzai.findings.rules_file import (
    CONTROL_CHARACTER,
    LOOK_ALIKE_CHARACTER,
    SPECIAL_SPACE,
    SPLIT_CHARACTER,
)
from jinzai.load.report import FileReport

_SHOWN: Final = 5
# One search for the first of all these characters is cheap.
_ANY: Final = re.compile(
    f"[{MAYBE_REFUSED}{SPACES.pattern[1:-1]}{LOOK_ALIKES}{UNCOMPOSED.pattern[1:-1]}]"
)


def replace_invisible(text: str, report: FileReport) -> str:
    """The text with the character that was meant for each refused one.

    In place of an invisible one it is a space. It adds a finding for each kind of character that
    the text has. The length stays the same, so offsets in the result are offsets in the file.
    """
    if _ANY.search(text) is None:
        return text
    text = _replaced(text, report, REFUSED, CONTROL_CHARACTER, lambda _: " ", character_name)
    text = _replaced(text, report, SPACES, SPECIAL_SPACE, lambda _: " ", space_name)
    text = _replaced(text, report, LOOK_ALIKE, LOOK_ALIKE_CHARACTER, meant, _look_alike_name)
    split = split_characters(text)
    if split:
        _report(report, SPLIT_CHARACTER, split, _split_name)
    return text


def _replaced(
    text: str,
    report: FileReport,
    which: re.Pattern[str],
    rule: Rule,
    instead: Callable[[str], str],
    name: Callable[[str], str],
) -> str:
    """The text with other characters in place of those of one kind, which are reported."""
    found = [(one.start(), one[0]) for one in which.finditer(text) if instead(one[0])]
    if not found:
        return text
    _report(report, rule, found, name)
    return which.sub(lambda one: instead(one[0]) or one[0], text)


def _report(
    report: FileReport, rule: Rule, found: list[tuple[int, str]], name: Callable[[str], str]
) -> None:
    related = tuple(
        RelatedPlace(report.place(at, at + len(sign)), f"ここにも{name(sign)}があります")
        for at, sign in found[1:_SHOWN]
    )
    at, sign = found[0]
    facts = {"name": name(sign), "meant": _composed(sign), "count": len(found)}
    report.add(rule, at, at + len(sign), related=related, **facts)


def _composed(sign: str) -> str:
    return unicodedata.normalize("NFC", sign) if len(sign) > 1 else meant(sign)


def _look_alike_name(character: str) -> str:
    return f"「{character}」（U+{ord(character):04X}）"


def _split_name(sign: str) -> str:
    return f"「{sign}」（{' '.join(f'U+{ord(one):04X}' for one in sign)}）"


def report_escaped(value: str, report: FileReport, start: int, end: int) -> None:
    """Reports such characters that a quoted text contains as escapes, each kind once.

    Those that are not escaped have already been replaced.
    """
    if _ANY.search(value) is None:
        return
    for found, rule, name in (
        (REFUSED.findall(value), CONTROL_CHARACTER, character_name),
        (SPACES.findall(value), SPECIAL_SPACE, space_name),
        (list(filter(meant, LOOK_ALIKE.findall(value))), LOOK_ALIKE_CHARACTER, _look_alike_name),
        ([sign for _, sign in split_characters(value)], SPLIT_CHARACTER, _split_name),
    ):
        if found:
            sign = found[0]
            report.add(rule, start, end, name=name(sign), meant=_composed(sign), count=len(found))
