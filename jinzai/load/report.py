"""Collects what is wrong with one file. Knows offsets and places, not the rules' reasons."""

from typing import Any

from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule, Severity
from jinzai.findings.lines import Lines


class FileReport:
    """The findings of one file, in the order in which they are made."""

    def __init__(self, file: str, plan_id: str, lines: Lines) -> None:
        """Start without findings; `lines` are those of the decoded text."""
        self.file = file
        self.plan_id = plan_id
        self.lines = lines
        self.findings: list[Finding] = []

    def add(
        self,
        rule: Rule,
        start: int,
        end: int,
        *,
        related: tuple[RelatedPlace, ...] = (),
        **facts: Any,
    ) -> None:
        """A finding at the characters from `start` to before `end`; `facts` fill its message."""
        self.findings.append(Finding(rule, self.place(start, end), facts, related, self.plan_id))

    def add_whole(self, rule: Rule, **facts: Any) -> None:
        """A finding about the file as a whole."""
        self.findings.append(Finding(rule, Place(self.file), facts, (), self.plan_id))

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to before `end`."""
        return Place(self.file, *self.lines.locate(start), *self.lines.locate(end))

    def error_on_line(self, offset: int) -> bool:
        """Whether an error already points to the line of `offset`."""
        line = self.lines.locate(offset)[0]
        return any(
            finding.place.line == line and finding.severity is Severity.ERROR
            for finding in self.findings
        )
