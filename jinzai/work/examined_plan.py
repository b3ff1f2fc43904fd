"""The first phase of the work on a plan: load, parse, check, link, and its profile.

It needs the plan's folder and the `Ground`, which is small and the same for all plans. It gives
what the checks found, and what the comparison of all plans and the second phase need.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from jinzai.check.check import check_plan, has_error, unlisted_in
from jinzai.check.index import PlanIndex, SiteIndex, TitledPlan
from jinzai.check.lines import EntityLines
from jinzai.check.mapping import EntryUse
from jinzai.check.suppress import Acceptance, JudgedFinding, acceptances
from jinzai.compare.outline import PlanOutline, outline
from jinzai.compare.profile import PlanProfile, profile
from jinzai.findings.finding import Finding
from jinzai.link.catalogue import Entries, LinkedPlan, link_plan
from jinzai.link.counts import Counts, count
from jinzai.link.summary import PlanSummary
from jinzai.load.content import load_plan
from jinzai.load.document import Document
from jinzai.model.content import PlanContent
from jinzai.parse.parse import parse
from jinzai.render.compare.pieces import PlanBasis, plan_basis
from jinzai.work.clock import Clock
from jinzai.work.keys import key_of, program_key
from jinzai.work.putaway import PutAway


class Ground(NamedTuple):
    """What the first phase needs beside the folder of a plan.

    Attributes:
        root: the project's root.
        site: the facts that all plans share.
        entries: the entries of all frameworks.
        counting: whether everything in the plans is counted, for the table of `check`.
        outlining: whether the key of a plan's outline is worked out.
    """

    root: Path
    site: SiteIndex
    entries: Entries
    counting: bool = False
    outlining: bool = False


class PlanSource:
    """A plan without errors, as the checks leave it. A `LinkedPlan` is made of it.

    Attributes:
        content: its models.
    """

    def __init__(
        self, content: PlanContent, lines: EntityLines, judged: tuple[JudgedFinding, ...]
    ) -> None:
        self.content = content
        self._given = (lines, judged)
        self._linked: LinkedPlan | None = None

    def __reduce__(self) -> tuple[type["PlanSource"], tuple[object, ...]]:
        # A linked plan would be larger, and a chain in it can be deeper than pickle can go.
        return PlanSource, (self.content, *self._given)

    def link(self, entries: Entries) -> LinkedPlan:
        """The plan with its references resolved. It is made once in each process.

        `entries` are those of all frameworks.
        """
        if self._linked is None:
            lines, judged = self._given
            self._linked = link_plan(self.content, lines, entries, judged)
        return self._linked


class PlanFigures(NamedTuple):
    """How many roles, skills and courses a plan has, as far as it could be read.

    `counts` has all numbers, or is None if they were not asked for. `accepted` are the warnings
    that the editors accept for the plan as a whole.
    """

    roles: int
    skills: int
    courses: int
    counts: Counts | None
    accepted: tuple[Acceptance, ...] = ()


class SeenPlan(NamedTuple):
    """A plan as others see it. Its name is not yet told apart from those of other plans.

    Attributes:
        summary: its summary.
        outline: what other plans' pages can show of it.
        basis: what it adds to what the cells of all plans have in common.
        profile: the plan as the comparing pages see it.
    """

    summary: PlanSummary
    outline: PlanOutline
    basis: PlanBasis
    profile: PutAway[PlanProfile]


@dataclass(frozen=True, slots=True)
class ExaminedPlan:
    """The result of the first phase.

    Attributes:
        folder: the plan's folder from the project's root, with `/`.
        plan_id: the name of the folder.
        findings: all findings of load, parse and check that its editors have not accepted.
        sources: the texts of the files that findings name, by file.
        titled: its title, to find two plans with one title.
        use: the entries that it uses; None if it has an error.
        figures: its numbers; None if it has no plan.yaml that could be read.
        seen: what all plans are compared by; None if the plan has an error.
        source: what the second phase links; None if the plan has an error.
        seconds: the time of each stage.
        outline_key: the key of what the pages of other plans can show of the plan; empty if it
            was not asked for, or if the plan has an error.
        key: the key of everything that was read; empty if it is not known.
    """

    folder: str
    plan_id: str
    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    titled: tuple[TitledPlan, ...]
    use: EntryUse | None
    figures: PlanFigures | None
    seen: SeenPlan | None
    source: PutAway[PlanSource] | None
    seconds: Mapping[str, float]
    outline_key: str = ""
    key: str = ""


def ground_key(ground: Ground) -> str:
    """The key of everything in the ground that the first phase reads."""
    site = ground.site
    return key_of(
        program_key(),
        *(f"{file.document.file}\0{file.document.source}" for file in site.frameworks),
        repr(sorted(site.plans)),
        repr(sorted(site.unlisted)),
        repr(sorted(site.titles.items())),
        repr((ground.counting, ground.outlining)),
    )


def examine_plan(ground: Ground, folder: str) -> ExaminedPlan:
    """Examines the plan in a folder such as `content/plans/hirakata`. Raises nothing.

    No content of the folder raises anything.
    """
    clock = Clock()
    plan_id = folder.rpartition("/")[2]
    with clock.stage("load"):
        loaded = load_plan(ground.root, folder)
    with clock.stage("parse"):
        parsed = parse(loaded.documents)
    with clock.stage("check"):
        index = PlanIndex(plan_id, parsed.plans.get(plan_id, ()), _site(ground, loaded.findings))
        checked = check_plan(index, (*loaded.findings, *parsed.findings))
    found = checked.unaccepted
    content = checked.content
    source: PlanSource | None = None
    seen: SeenPlan | None = None
    if content is not None and not has_error(found):
        source = PlanSource(content, checked.lines, checked.judged)
        with clock.stage("link"):
            seen = _seen(profile(source.link(ground.entries)))
    return ExaminedPlan(
        folder,
        plan_id,
        found,
        _named_sources(found, loaded.documents),
        checked.titled,
        checked.use,
        None if content is None else _figures(content, checked.judged, ground.counting),
        seen,
        None if source is None else PutAway(source),
        clock.stages,
        key_of(repr(seen.outline)) if seen is not None and ground.outlining else "",
    )


def _seen(found: PlanProfile) -> SeenPlan:
    return SeenPlan(found.summary, outline(found), plan_basis(found), PutAway(found))


def _site(ground: Ground, found: tuple[Finding, ...]) -> SiteIndex:
    """The facts that all plans share, with the folders of this plan that could not be listed."""
    unlisted = unlisted_in(found)
    if not unlisted:
        return ground.site
    return replace(ground.site, unlisted=ground.site.unlisted | unlisted)


def _figures(content: PlanContent, judged: Iterable[JudgedFinding], counting: bool) -> PlanFigures:
    return PlanFigures(
        len(content.roles),
        len(content.skills),
        len(content.courses),
        count(content) if counting else None,
        acceptances(content.plan, judged),
    )


def _named_sources(
    findings: tuple[Finding, ...], documents: tuple[Document, ...]
) -> Mapping[str, str]:
    """The texts of the files in which findings are."""
    named = {finding.place.file for finding in findings}
    return {one.file: one.source for one in documents if one.file in named}
