"""Runs the checks, and returns checked content if there are no errors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    texts,
    values,
)
from jinzai.check.index import FindingSource, PlanIndex, SiteIndex, TitledPlan, site_index
from jinzai.check.lines import EntityLines, entity_lines
from jinzai.check.mapping import EntryUse
from jinzai.check.names import with_names
from jinzai.check.same_reference import without_what_follows
from jinzai.check.suppress import (
    JudgedFinding,
    suppress,
    unaccepted_in_frameworks,
    useless_in_frameworks,
)
from jinzai.findings import rules_file
from jinzai.findings.finding import Finding, Severity, in_order
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.framework import Framework
from jinzai.model.synonyms import SynonymGroup
from jinzai.parse.parse import Parsed, ParsedFile

CHECKS: tuple[FindingSource, ...] = (
    identity.identity,
    identity.titles,
    identity.same_names,
    references.references,
    texts.literal_marks,
    texts.chapter_orders,
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


Hits = Callable[[Sequence[SynonymGroup]], Iterable[frozenset[int]]]
"""Gives for one plan after the other the groups of synonyms with a hit (`synonyms.hits`)."""


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


class CheckedPlan(NamedTuple):
    """One plan after its checks.

    Attributes:
        judged: all its findings, accepted or not.
        content: its models; None without plan.yaml. Parts with errors are left out.
        lines: the lines on which its entities begin.
        titled: its title, for `identity.first_titles`; empty if the title could not be read.
        use: the entries that it uses; None if it has an error.
    """

    judged: tuple[JudgedFinding, ...]
    content: PlanContent | None
    lines: EntityLines
    titled: tuple[TitledPlan, ...]
    use: EntryUse | None

    @property
    def unaccepted(self) -> tuple[Finding, ...]:
        """The findings that the plan's editors have not accepted."""
        return tuple(one.finding for one in self.judged if one.reason is None)


def check(parsed: Parsed, earlier: Iterable[Finding] = ()) -> Checked:
    """Checks everything.

    `earlier` are the findings of load. The findings of parse are in `parsed`.
    """
    earlier = list(earlier)
    ids = {*parsed.plans, *(finding.plan_id for finding in earlier if finding.plan_id)}
    titled = (one for id, files in parsed.plans.items() for one in identity.titled_plans(id, files))
    site = site_index(ids, parsed.frameworks, unlisted_in(earlier), identity.first_titles(titled))
    by_plan: dict[str, list[Finding]] = {id: [] for id in parsed.plans}
    found: list[Finding] = []
    for finding in chain(earlier, parsed.findings):
        by_plan.get(finding.plan_id, found).append(finding)
    plans = {
        id: check_plan(PlanIndex(id, files, site), by_plan[id])
        for id, files in parsed.plans.items()
    }
    found += check_frameworks(site)
    found += chain.from_iterable(plan.unaccepted for plan in plans.values())
    records = [file.record for files in parsed.plans.values() for file in files]
    uses = (plan.use for plan in plans.values())
    hits: Hits = lambda groups: [synonyms.hits(groups, records)]  # noqa: E731
    findings = tuple(in_order([*found, *check_all(site, parsed.synonyms, found, uses, hits)]))
    readable = {id: plan.content for id, plan in plans.items() if plan.content is not None}
    if has_error(findings):
        return Checked(findings, None, readable)
    lines = {id: plan.lines for id, plan in plans.items()}
    judged = {id: plan.judged for id, plan in plans.items()}
    content = CheckedContent(
        frameworks_of(site), tuple(readable.values()), lines, judged, groups_of(parsed.synonyms)
    )
    return Checked(findings, content, readable)


def check_plan(index: PlanIndex, earlier: Iterable[Finding] = ()) -> CheckedPlan:
    """Checks one plan. Of the other plans it needs only the content of `SiteIndex`.

    `earlier` are the plan's findings of load and parse.
    """
    judged = judge_plan(index, earlier)
    failed = has_error(one.finding for one in judged)
    return CheckedPlan(
        judged,
        index.content,
        entity_lines(index.files),
        tuple(identity.titled_plans(index.plan_id, index.files)),
        None if failed else mapping.entry_use(index),
    )


def judge_plan(index: PlanIndex, earlier: Iterable[Finding] = ()) -> tuple[JudgedFinding, ...]:
    """All findings of one plan, judged. See `check_plan`."""
    found = chain(
        without_what_follows(with_names(index, earlier)), *(source(index) for source in CHECKS)
    )
    return tuple(suppress(index, found))


def check_frameworks(site: SiteIndex) -> list[Finding]:
    """The findings about the frameworks."""
    return list(unaccepted_in_frameworks(site, _of_frameworks(site)))


def _of_frameworks(site: SiteIndex) -> list[Finding]:
    return [
        *identity.framework_identity(site),
        *references.framework_references(site),
        *texts.framework_literal_marks(site),
        *completeness.framework_sources(site),
    ]


def check_all(
    site: SiteIndex,
    synonym_files: Iterable[ParsedFile],
    found: Iterable[Finding],
    uses: Iterable[EntryUse | None],
    hits: Hits,
) -> list[Finding]:
    """The findings that need all plans. It gives nothing if `found` has an error.

    An error may hide what uses an entry, or what a synonym finds. `found` are all other findings,
    and `uses` the entries that each plan uses. `hits` is asked for plans until each group of
    synonyms has a hit.
    """
    if has_error(found):
        return []
    unused = list(mapping.unused_entries(site, (use for use in uses if use is not None)))
    return [
        *unaccepted_in_frameworks(site, unused),
        *useless_in_frameworks(site, [*_of_frameworks(site), *unused]),
        *synonyms.without_a_hit(synonym_files, _with_a_hit(site, synonym_files, hits)),
    ]


def _with_a_hit(site: SiteIndex, synonym_files: Iterable[ParsedFile], hits: Hits) -> set[int]:
    """The numbers of the groups of synonyms with a hit."""
    groups = synonyms.groups(synonym_files)
    found = set(synonyms.hits(groups, (file.record for file in site.frameworks)))
    for of_plan in hits(groups) if len(found) < len(groups) else ():
        found |= of_plan
        if len(found) == len(groups):
            break
    return found


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def unlisted_in(findings: Iterable[Finding]) -> frozenset[str]:
    """The folders that could not be listed, for `SiteIndex.unlisted`."""
    return frozenset(finding.place.file for finding in findings if finding.rule in UNLISTED)


def groups_of(synonym_files: Iterable[ParsedFile]) -> tuple[tuple[str, ...], ...]:
    """The words of each group of synonyms that could be read."""
    return tuple(group.words for group in synonyms.groups(synonym_files))


def frameworks_of(site: SiteIndex) -> FrameworkContent:
    """The frameworks that could be read."""
    records = (file.record for file in site.frameworks)
    return FrameworkContent(tuple(one for one in records if isinstance(one, Framework)))
