"""Runs the checks, and returns checked content if there are no errors."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final, NamedTuple

from jinzai.check import (
    blanks,
    completeness,
    cycles,
    identity,
    mapping,
    offers,
    references,
    repeats,
    stages,
    synonyms,
    values,
)
from jinzai.check.index import FindingSource, PlanIndex, SiteIndex, site_index
from jinzai.check.lines import EntityLines, entity_lines
from jinzai.check.names import with_names
from jinzai.check.suppress import JudgedFinding, suppress
from jinzai.findings import rules_file
from jinzai.findings.finding import Finding, Severity, in_order
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.framework import Framework
from jinzai.parse.parse import Parsed, ParsedFile

CHECKS: tuple[FindingSource, ...] = (
    identity.identity,
    identity.titles,
    references.references,
    cycles.cycles,
    values.marks,
    values.signs,
    values.periods,
    values.ranges,
    offers.curricula,
    stages.for_whom,
    repeats.repeats,
    blanks.blanks,
    completeness.learning,
    completeness.hours,
    completeness.targets,
    completeness.sources,
    completeness.definitions,
    mapping.answers,
    mapping.nearness,
    mapping.reasons,
    mapping.contradictions,
    mapping.scales,
    synonyms.of_plan,
)
"""Every check of one plan. No check looks at another's findings."""

UNLISTED: Final = (rules_file.NOT_A_FOLDER, rules_file.UNREADABLE_FILE, rules_file.OUTSIDE_CONTENT)
"""The rules for folders that load cannot list."""


class CheckedContent(NamedTuple):
    """Content without errors: the input of `jinzai.link`.

    `lines` gives for each plan the lines on which its entities begin. `judged` gives for each plan
    the findings of the checks, accepted or not. `synonyms` are groups of words for the search.
    """

    frameworks: FrameworkContent
    plans: tuple[PlanContent, ...]
    lines: Mapping[str, EntityLines]
    judged: Mapping[str, tuple[JudgedFinding, ...]]
    synonyms: tuple[tuple[str, ...], ...] = ()


class Checked(NamedTuple):
    """All findings in order, and the content; None if there is an error.

    `readable` are the plans by folder, for counting, as far as they could be read. Any part of them
    may be missing, and two of them may have the same id.
    """

    findings: tuple[Finding, ...]
    content: CheckedContent | None
    readable: Mapping[str, PlanContent]


def check(parsed: Parsed, earlier: Iterable[Finding] = ()) -> Checked:
    """Checks everything.

    `earlier` are the findings of load. The findings of parse are in `parsed`.
    """
    earlier = list(earlier)
    site = _site(parsed, earlier)
    plans = [PlanIndex(plan_id, files, site) for plan_id, files in parsed.plans.items()]
    found: list[Finding] = list(identity.framework_identity(site))
    found += references.framework_references(site)
    found += completeness.framework_sources(site)
    by_plan: dict[str, list[Finding]] = {index.plan_id: [] for index in plans}
    for finding in chain(earlier, parsed.findings):
        by_plan.get(finding.plan_id, found).append(finding)
    judged = {index.plan_id: check_plan(index, by_plan[index.plan_id]) for index in plans}
    found += (one.finding for of_plan in judged.values() for one in of_plan if one.reason is None)
    if not any(finding.severity is Severity.ERROR for finding in found):
        # What an error hides may be what uses an entry, or what a synonym finds.
        files = chain.from_iterable(index.files for index in plans)
        found += mapping.unused_entries(site, plans)
        found += synonyms.without_a_hit(parsed.synonyms, (*site.frameworks, *files))
    findings = tuple(in_order(found))
    readable = {index.plan_id: index.content for index in plans if index.content is not None}
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Checked(findings, None, readable)
    frameworks = FrameworkContent(_frameworks(site.frameworks))
    lines = {index.plan_id: entity_lines(index.files) for index in plans}
    groups = tuple(group.words for group in synonyms.groups(parsed.synonyms))
    content = CheckedContent(frameworks, tuple(readable.values()), lines, judged, groups)
    return Checked(findings, content, readable)


def check_plan(index: PlanIndex, earlier: Iterable[Finding] = ()) -> tuple[JudgedFinding, ...]:
    """All findings of one plan. Of the other plans it needs only the content of `SiteIndex`."""
    found = chain(with_names(index, earlier), *(source(index) for source in CHECKS))
    return tuple(suppress(index, found))


def _site(parsed: Parsed, earlier: Iterable[Finding]) -> SiteIndex:
    """The facts that all plans share.

    A plan without any file still counts as a plan if there is a finding about it.
    """
    unlisted = frozenset(finding.place.file for finding in earlier if finding.rule in UNLISTED)
    ids = {finding.plan_id for finding in earlier if finding.plan_id}
    titles = identity.first_titles(parsed.plans)
    return site_index({*parsed.plans, *ids}, parsed.frameworks, unlisted, titles)


def _frameworks(files: Iterable[ParsedFile]) -> tuple[Framework, ...]:
    return tuple(file.record for file in files if isinstance(file.record, Framework))
