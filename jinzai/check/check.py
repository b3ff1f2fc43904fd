"""Runs the checks, and hands over content that has no errors."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from jinzai.check import blanks, completeness, cycles, identity, references, repeats, values
from jinzai.check.index import FindingSource, PlanIndex, site_index
from jinzai.check.lines import EntityLines, entity_lines
from jinzai.check.suppress import suppress
from jinzai.findings.finding import Finding, Severity, in_order
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.framework import Framework
from jinzai.parse.parse import Parsed, ParsedFile

CHECKS: tuple[FindingSource, ...] = (
    identity.identity,
    references.references,
    cycles.cycles,
    values.marks,
    values.periods,
    values.ranges,
    values.curricula,
    repeats.repeats,
    blanks.blanks,
    completeness.learning,
    completeness.hours,
    completeness.targets,
    completeness.sources,
    completeness.mapping,
    completeness.definitions,
)
"""Every check of one plan; none looks at another's findings."""


class CheckedContent(NamedTuple):
    """Content without errors: what `jinzai.link` may be given.

    `lines` says for each plan where its entities begin in their files.
    """

    frameworks: FrameworkContent
    plans: tuple[PlanContent, ...]
    lines: Mapping[str, EntityLines]


class Checked(NamedTuple):
    """All findings in order, and the content where no error is among them.

    `readable` are the plans as far as they could be read, for counting; they may lack anything.
    """

    findings: tuple[Finding, ...]
    content: CheckedContent | None
    readable: tuple[PlanContent, ...]


def check(parsed: Parsed, earlier: Iterable[Finding] = ()) -> Checked:
    """Checks everything. `earlier` are the findings of load; those of parse come with `parsed`."""
    site = site_index(parsed.plans, parsed.frameworks)
    plans = [PlanIndex(plan_id, files, site) for plan_id, files in parsed.plans.items()]
    found: list[Finding] = list(identity.framework_identity(site))
    found += references.framework_references(site)
    by_plan: dict[str, list[Finding]] = {index.plan_id: [] for index in plans}
    for finding in chain(earlier, parsed.findings):
        by_plan.get(finding.plan_id, found).append(finding)
    for index in plans:
        found += check_plan(index, by_plan[index.plan_id])
    findings = tuple(in_order(found))
    readable = tuple(index.content for index in plans if index.content is not None)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Checked(findings, None, readable)
    frameworks = FrameworkContent(_frameworks(site.frameworks))
    lines = {index.plan_id: entity_lines(index.files) for index in plans}
    return Checked(findings, CheckedContent(frameworks, readable, lines), readable)


def check_plan(index: PlanIndex, earlier: Iterable[Finding] = ()) -> list[Finding]:
    """All findings of one plan; needs of the other plans only what `SiteIndex` holds."""
    found = chain(earlier, *(source(index) for source in CHECKS))
    return list(suppress(index, found))


def _frameworks(files: Iterable[ParsedFile]) -> tuple[Framework, ...]:
    return tuple(file.record for file in files if isinstance(file.record, Framework))
