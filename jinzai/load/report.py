"""Collects the findings about one file. It knows offsets and places, and no reasons for rules."""

from typing import Any

from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule, Severity
from jinzai.findings.lines import Lines


class FileReport:
    """The findings of one file, in the order in which they are added."""

    def __init__(self, file: str, plan_id: str, lines: Lines) -> None:
        """Begins without findings. `lines` are the lines of the decoded text."""
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
        """Adds a finding at the characters from `start` to before `end`.

        `facts` fill its message.
        """
        self.findings.append(Finding(rule, self.place(start, end), facts, related, self.plan_id))

    def add_whole(self, rule: Rule, **facts: Any) -> None:
        """Adds a finding about the file as a whole."""
        self.findings.append(Finding(rule, Place(self.file), facts, (), self.plan_id))

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to before `end`."""
        return Place(self.file, *self.lines.locate(start), *self.lines.locate(end))

    def error_on_line(self, offset: int) -> bool:
        """Whether there is already an error on the line of `offset`."""
        line = self.lines.locate(offset)[0]
        return any(
            finding.place.line == line and finding.severity is Severity.ERROR
            for finding in self.findings
        )
