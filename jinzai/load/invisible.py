"""Reports the characters that `jinzai.findings.hidden` refuses, at their places in a file."""

from typing import Final

from jinzai.findings.finding import RelatedPlace
from jinzai.findings.hidden import REFUSED, character_name
from jinzai.findings.rules_file import CONTROL_CHARACTER
from jinzai.load.report import FileReport

_SHOWN: Final = 5


def replace_invisible(text: str, report: FileReport) -> str:
    """The text with a space for each refused character. It adds one finding if there is any.

    The length stays the same, so offsets in the result are offsets in the file.
    """
    # Ordinary text does not have them, and one search for the first is cheap.
    first = REFUSED.search(text)
    if first is None:
        return text
    found = [match.start() for match in REFUSED.finditer(text)]
    related = tuple(
        RelatedPlace(report.place(at, at + 1), f"ここにも{character_name(text[at])}があります")
        for at in found[1:_SHOWN]
    )
    report.add(
        CONTROL_CHARACTER,
        found[0],
        found[0] + 1,
        related=related,
        name=character_name(text[found[0]]),
        count=len(found),
    )
    return REFUSED.sub(" ", text)


def report_escaped(value: str, report: FileReport, start: int, end: int) -> None:
    """Reports refused characters that a quoted text contains as escapes.

    Refused characters that are not escaped have already been replaced.
    """
    found = REFUSED.search(value)
    if found is not None:
        name = character_name(found[0])
        report.add(CONTROL_CHARACTER, start, end, name=name, count=len(REFUSED.findall(value)))
