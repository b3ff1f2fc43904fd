"""Findings as GitHub workflow commands, which a pull request shows beside the lines.

The form and its escapes: GitHub Docs, "Workflow commands for GitHub Actions"; `escapeData` and
`escapeProperty` of actions/toolkit's core/src/command.ts.
"""

from collections.abc import Iterable
from typing import Final

from jinzai.findings.finding import Finding, Severity
from jinzai.findings.printable import printable
from jinzai.findings.text import location

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def write_github(findings: Iterable[Finding]) -> str:
    """One command in a line for each finding, in the given order.

    Hint and related places follow the message.
    """
    return "".join(_command(finding) + "\n" for finding in findings)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {"file": place.file} if place.file else {}
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
    message += [f"関連: {location(other.place)} {other.message}" for other in finding.related]
    data = "\n".join(printable(line) for line in message)
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(data)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
