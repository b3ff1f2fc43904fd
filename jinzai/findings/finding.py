"""A finding: a rule, a place and the facts that its message names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple


class Severity(StrEnum):
    """The effect of a finding on a build: an error stops it, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_NAMES: Final = {
    Severity.ERROR: "エラー",
    Severity.WARNING: "警告",
    Severity.NOTE: "参考",
}
"""The Japanese names of the severities."""


class Place(NamedTuple):
    """A stretch of a file.

    `file` is relative to the project's root, with `/` between its parts. It is `""` for what is
    about no file. `line` and `column`
    count from 1, columns in characters; 0 means the file as a whole. `end_line` and `end_column`
    name the first character after the stretch.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


class Rule(NamedTuple):
    """One code of the registry.

    `message` and `hint` are Japanese `str.format` templates over the finding's facts. A hint that
    is empty after formatting is left out. `build.py explain CODE` and the rule's page show `title`,
    `why`, `example`, `fix` and `written`. `written` are lines of YAML that show the mending. It is
    empty if words are enough.
    """

    code: str
    severity: Severity
    title: str
    message: str
    hint: str
    why: str
    example: str
    fix: str
    written: str = ""


class RelatedPlace(NamedTuple):
    """Another place that a finding names, such as the first of two definitions."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that some content breaks.

    `entity` is `kind:id` of the entity that the finding is about, `plan_id` its plan. Both are
    empty if the finding is not about an entity. A suppression names them.
    """

    rule: Rule
    place: Place
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    related: tuple[RelatedPlace, ...] = ()
    plan_id: str = ""
    entity: str = ""

    @property
    def message(self) -> str:
        """The Japanese message, on one line."""
        return _one_line(self.rule.message.format_map(self.facts))

    @property
    def hint(self) -> str:
        """The Japanese advice on one line, or `""`."""
        return _one_line(self.rule.hint.format_map(self.facts))

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity


def in_order(findings: "list[Finding] | tuple[Finding, ...]") -> list[Finding]:
    """Findings sorted by place, then code, then facts. Equal findings stand only once."""
    keyed = {(finding.place, finding.rule.code, finding.message): finding for finding in findings}
    return [keyed[key] for key in sorted(keyed)]


def _one_line(text: str) -> str:
    return " ".join(text.split())
