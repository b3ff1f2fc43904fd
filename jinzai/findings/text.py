"""Findings as text for people at a terminal: place, message, the line with carets, and advice."""

from collections.abc import Iterable, Mapping
from typing import Final

from jinzai.findings.excerpt import excerpt
from jinzai.findings.finding import SEVERITY_NAMES, Finding, Place, Severity
from jinzai.findings.lines import Lines
from jinzai.findings.printable import printable

_INDENT: Final = "    "
_COLORS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def write_text(
    findings: Iterable[Finding], sources: Mapping[str, str], *, color: bool = False
) -> str:
    """All findings in the given order, with a blank line between two; empty without findings.

    `sources` holds the texts of files by name. A finding in a file without a text has no source
    line. Text from content/ is always made printable. `color` adds our own escape sequences.
    """
    known: dict[str, Lines] = {}
    blocks = []
    for finding in findings:
        file = finding.place.file
        if file not in known and file in sources:
            known[file] = Lines(sources[file])
        blocks.append(_block(finding, known.get(file), color=color))
    return "\n".join(blocks)


def location(place: Place) -> str:
    """`file:line:column`, without what is 0."""
    parts = [place.file, *(str(number) for number in (place.line, place.column) if number)]
    return printable(":".join(parts))


def _block(finding: Finding, lines: Lines | None, *, color: bool) -> str:
    tint = _COLORS[finding.severity]
    where = _paint(location(finding.place), color=color, bold=True)
    what = _paint(
        f"{SEVERITY_NAMES[finding.severity]}[{finding.rule.code}]", color=color, fg=tint, bold=True
    )
    what = f"{what} {printable(finding.message)}"
    written = [f"{where}: {what}" if finding.place.file else what]
    shown = None if lines is None else excerpt(finding.place, lines)
    if shown is not None:
        written += [_INDENT + shown[0], _INDENT + _paint(shown[1], color=color, fg=tint)]
    if finding.hint:
        written.append(f"  ヒント: {printable(finding.hint)}")
    written += [
        " ".join(filter(None, ("  関連:", location(other.place), printable(other.message))))
        for other in finding.related
    ]
    return "\n".join(written) + "\n"


def _paint(text: str, *, color: bool, fg: str | None = None, bold: bool = False) -> str:
    if not color:
        return text
    from click import style

    return style(text, fg=fg, bold=bold)
