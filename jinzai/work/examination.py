"""The examination of all content: the first phase for each plan, and what needs all of them.

Nothing here holds the documents or the linked form of all plans.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from jinzai.check.check import (
    check_all,
    check_frameworks,
    frameworks_of,
    groups_of,
    has_error,
    unlisted_in,
)
from jinzai.check.identity import first_titles
from jinzai.check.index import site_index
from jinzai.check.synonyms import hits
from jinzai.findings.finding import Finding, Severity, in_order
from jinzai.link.catalogue import Commons, framework_entries, link_commons
from jinzai.load.content import Survey, load_frameworks, load_synonyms, survey
from jinzai.load.document import Loaded
from jinzai.model.base import Record
from jinzai.model.content import FrameworkContent
from jinzai.model.synonyms import SynonymGroup
from jinzai.parse.parse import Parsed, parse
from jinzai.work.away import examine_plans
from jinzai.work.clock import Clock
from jinzai.work.examined_plan import ExaminedPlan, Ground, PlanFigures, SeenPlan, ground_key
from jinzai.work.keys import folder_key, key_of
from jinzai.work.known import NOTHING, Known
from jinzai.work.workers import WorkerChoice, Workers


class Examination(NamedTuple):
    """All content after the checks.

    Attributes:
        findings: all findings that editors have not accepted, in order.
        sources: the texts of the files that findings name, by file.
        figures: the numbers of each plan, by folder, as far as it could be read. Two plans may
            have the same id.
        plans: the plans in the order of their ids; empty if there is an error.
        commons: what all plans share; None if there is an error.
        workers: those who did the work, and may do the rest of it.
        known: the results of earlier work, with those of this examination.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    figures: Mapping[str, PlanFigures]
    plans: tuple[ExaminedPlan, ...]
    commons: Commons | None
    workers: Workers
    known: Known

    @property
    def found(self) -> bool:
        """Whether there is anything to mend. Notes do not count."""
        return any(finding.severity is not Severity.NOTE for finding in self.findings)


def examine(
    root: Path,
    choose: WorkerChoice,
    clock: Clock,
    known: Known = NOTHING,
    *,
    counting: bool = False,
) -> Examination:
    """Reads and checks the content of the project at `root`.

    No content raises anything. Raises `PublishError` if a worker is lost. `known` has the results
    of earlier examinations. `counting` says whether everything in the plans is counted.
    """
    with clock.stage("load"):
        found = survey(root)
        loaded = _shared_files(root, found)
    with clock.stage("parse"):
        parsed = parse(loaded.documents)
    earlier = [*found.findings, *loaded.findings]
    site = site_index(
        (folder.rpartition("/")[2] for folder in found.plans),
        parsed.frameworks,
        unlisted_in(earlier),
    )
    frameworks = frameworks_of(site)
    entries = framework_entries(frameworks)
    workers = choose(len(found.plans))
    ground = Ground(root, site, entries, counting, known.keeps)
    plans = _Examiner(ground, workers, known).all(found.plans)
    with clock.stage("check"):
        findings = [*earlier, *parsed.findings, *check_frameworks(site)]
        findings += chain.from_iterable(plan.findings for plan in plans)
        uses = (plan.use for plan in plans)
        findings += check_all(site, parsed.synonyms, findings, uses, _Hits(plans, known))
    clock.add_all(plan.seconds for plan in plans)
    ordered = tuple(in_order(findings))
    sources = {one.file: one.source for one in loaded.documents}
    sources |= dict(chain.from_iterable(plan.sources.items() for plan in plans))
    figures = {plan.plan_id: plan.figures for plan in plans if plan.figures is not None}
    commons: Commons | None = None
    told: tuple[ExaminedPlan, ...] = ()
    if not has_error(ordered):
        with clock.stage("link"):
            told, commons = _told_apart(plans, frameworks, parsed)
    return Examination(ordered, sources, figures, told, commons, workers, known)


def _shared_files(root: Path, found: Survey) -> Loaded:
    """The files that all plans share."""
    parts = []
    if found.frameworks:
        parts.append(load_frameworks(root, found.frameworks))
    if found.synonyms:
        parts.append(load_synonyms(root, found.synonyms))
    return Loaded(
        tuple(chain.from_iterable(part.documents for part in parts)),
        tuple(chain.from_iterable(part.findings for part in parts)),
    )


class _Examiner:
    """Examines plans, or finds what an earlier examination gave."""

    def __init__(self, ground: Ground, workers: Workers, known: Known) -> None:
        self._ground = ground
        self._workers = workers
        self._known = known

    def all(self, folders: Sequence[str]) -> tuple[ExaminedPlan, ...]:
        """The plans in these folders, in the order of the folders."""
        return self._titled(folders, self._examined(self._ground, folders))

    def _examined(self, ground: Ground, folders: Sequence[str]) -> tuple[ExaminedPlan, ...]:
        keys = self._keys(ground, folders)
        found: dict[str, ExaminedPlan] = {}
        for folder, key in keys.items():
            same = self._known.find(folder, key)
            if same is not None:
                found[folder] = replace(same, seconds={})
        missing = [folder for folder in folders if folder not in found]
        for number, plan in examine_plans(self._workers, ground, missing):
            folder = missing[number]
            found[folder] = replace(plan, key=keys.get(folder, ""))
            if folder in keys:
                self._known.keep(folder, keys[folder], found[folder])
        return tuple(found[folder] for folder in folders)

    def _keys(self, ground: Ground, folders: Sequence[str]) -> dict[str, str]:
        """The key of each plan, by folder. Some folders hold something that has no key."""
        if not self._known.keeps:
            return {}
        shared = ground_key(ground)
        own = {folder: folder_key(ground.root / folder) for folder in folders}
        return {folder: key_of(shared, folder, key) for folder, key in own.items() if key}

    def _titled(
        self, folders: Sequence[str], plans: tuple[ExaminedPlan, ...]
    ) -> tuple[ExaminedPlan, ...]:
        """The plans. Those with the title of another plan are examined again, knowing that title.

        They are few, and only then can the editors' reasons for accepting it be weighed.
        """
        titles = first_titles(chain.from_iterable(plan.titled for plan in plans))
        again = [
            number
            for number, plan in enumerate(plans)
            if any(titles[one.key].plan_id != one.plan_id for one in plan.titled)
        ]
        if not again:
            return plans
        ground = self._ground._replace(site=replace(self._ground.site, titles=titles))
        found = self._examined(ground, [folders[number] for number in again])
        anew = dict(zip(again, found, strict=True))
        return tuple(anew.get(number, plan) for number, plan in enumerate(plans))


class _Hits:
    """The groups of synonyms that have a hit in each plan."""

    def __init__(self, plans: Sequence[ExaminedPlan], known: Known) -> None:
        self._plans = plans
        self._known = known

    def __call__(self, groups: Sequence[SynonymGroup]) -> Iterator[frozenset[int]]:
        """For one plan after the other. Those of an unchanged plan are known."""
        words = key_of(*(repr(group.words) for group in groups))
        for plan in self._plans:
            name, key = hits_name(plan), plan.key and key_of(plan.key, words)
            found: frozenset[int] | None = self._known.find(name, key) if key else None
            if found is None:
                found = hits(groups, _records(plan))
                if key:
                    self._known.keep(name, key, found)
            yield found


def hits_name(plan: ExaminedPlan) -> str:
    """The name under which it is known which synonyms have a hit in a plan."""
    return f"hits/{plan.plan_id}"


def _records(plan: ExaminedPlan) -> Iterator[Record]:
    if plan.source is not None:
        for _, record in plan.source.value().content.files():
            yield record


def _told_apart(
    plans: Sequence[ExaminedPlan], frameworks: FrameworkContent, parsed: Parsed
) -> tuple[tuple[ExaminedPlan, ...], Commons]:
    """The plans in the order of their ids, with names that tell them apart."""
    by_id = {plan.seen.summary.id: (plan, plan.seen) for plan in plans if plan.seen is not None}
    ordered = [by_id[id] for id in sorted(by_id)]
    commons = link_commons(frameworks, (seen.summary for _, seen in ordered))
    told = tuple(replace(plan, seen=_named(seen, commons)) for plan, seen in ordered)
    return told, commons._replace(synonyms=groups_of(parsed.synonyms))


def _named(seen: SeenPlan, commons: Commons) -> SeenPlan:
    """The plan with the name that tells it apart."""
    summary = commons.plans[seen.summary.id]
    return seen._replace(summary=summary, outline=seen.outline._replace(name=summary.name))
