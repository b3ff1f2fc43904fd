"""Findings as GitHub workflow commands, which a pull request shows beside the lines.

The form and its escapes: GitHub Docs, "Workflow commands for GitHub Actions"; `escapeData` and
`escapeProperty` of actions/toolkit's core/src/command.ts. GitHub shows ten annotations of each kind
for a step, and drops the others ("Limitations" of its problem matchers, docs/problem-matchers.md of
actions/toolkit). So the others are named together.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from jinzai.findings.finding import SEVERITY_NAMES, Finding, Place, Severity
from jinzai.findings.printable import printable
from jinzai.findings.text import location

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


MOST: Final = 10
"""How many annotations of each kind GitHub shows for a step."""


def write_github(findings: Iterable[Finding], folder: str = "") -> str:
    """One command in a line for each finding, in the given order, with hint and related places.

    `folder` is the project's folder from the top of the repository, with `/` at its end, or `""`.
    GitHub finds a file by its path from there. If there are more findings of a kind than GitHub
    shows, the last line is a notice with the numbers of the others and a line for each of them.
    """
    kept: list[Finding] = []
    others: list[Finding] = []
    shown: Counter[Severity] = Counter()
    every = tuple(findings)
    is_more = any(count > MOST for count in Counter(one.severity for one in every).values())
    for finding in every:
        room = MOST - (is_more and finding.severity is Severity.NOTE)
        shown[finding.severity] += 1
        (kept if shown[finding.severity] <= room else others).append(finding)
    lines = [_command(finding, folder) for finding in kept]
    if others:
        lines.append(_notice(others, folder))
    return "".join(line + "\n" for line in lines)


def _notice(others: Iterable[Finding], folder: str) -> str:
    """One notice about findings that GitHub would not show."""
    every = tuple(others)
    numbers = Counter(finding.severity for finding in every)
    counted = "・".join(
        f"{SEVERITY_NAMES[severity]}{numbers[severity]}件"
        for severity in Severity
        if numbers[severity]
    )
    said = [f"ここに示した指摘のほかに、{counted}があります。"]
    said += [
        f"{_located(one.place, folder)} {SEVERITY_NAMES[one.severity]}[{one.rule.code}] "
        f"{one.message}"
        for one in every
    ]
    return f"::notice title={_property('ほかの指摘')}::{_data(_printable_lines(said))}"


def _command(finding: Finding, folder: str) -> str:
    place = finding.place
    properties = {"file": folder + place.file} if place.file else {}
    if place.line:
        properties["line"] = str(place.line)
        properties["endLine"] = str(max(place.end_line, place.line))
    # GitHub takes columns only where a stretch stays on its line.
    if place.column and place.end_line in (0, place.line):
        properties["col"] = str(place.column)
        properties["endColumn"] = str(max(place.end_column, place.column))
    properties["title"] = f"{finding.rule.title} [{finding.rule.code}]"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = [finding.message]
    if finding.hint:
        message.append(f"ヒント: {finding.hint}")
    message += [
        f"関連: {_located(other.place, folder)} {other.message}" for other in finding.related
    ]
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(_printable_lines(message))}"


def _located(place: Place, folder: str) -> str:
    return (folder if place.file else "") + location(place)


def _printable_lines(lines: Iterable[str]) -> str:
    return "\n".join(printable(line) for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
