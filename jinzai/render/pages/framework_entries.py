"""A page for each entry of a framework: plan by plan, what maps to it."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.export.crosswalk import CROSSWALK
from jinzai.export.plain import plain_text
from jinzai.link.address import class_address, entry_address, framework_address
from jinzai.link.summary import MappedEntity, PlanSummary
from jinzai.model.framework import Framework, FrameworkKind
from jinzai.render import wording
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.pages.frameworks import FRAMEWORKS_PAGE, MOST_PLANS
from jinzai.render.place import Place, SiteContext, is_inferred, source_text
from jinzai.render.prefectures import is_bounded

MOST_MAPPED: Final = 120
"""It lists at most so many roles, skills or levels, whole plans at a time."""


class Mapped(NamedTuple):
    """A role, a skill or a level of a plan under the entry."""

    link: Link
    relation: str
    inferred: bool
    note: str


class PlanView(NamedTuple):
    """What one plan has under the entry."""

    link: Link
    issuer: str
    mapped: tuple[Mapped, ...]


class MentionsOfPlan(NamedTuple):
    """Where the texts of one plan name the entry, each with the kind of thing that it is."""

    plan: Link
    entities: tuple[tuple[Link, str], ...]


class View(NamedTuple):
    """One entry. `without` are the plans that have nothing here.

    `counts` says how many plans there are with it, without it, and naming it; where that is more
    than are listed, the page says so. `unmapped` leads to what is mapped nowhere, and why, `beside`
    to the roles of a class in detail.
    """

    kind: str
    definition: Markup
    origin: str
    kana: str
    note: Markup
    source: str
    plans: tuple[PlanView, ...]
    without: tuple[Link, ...]
    mentions: tuple[MentionsOfPlan, ...]
    counts: tuple[int, int, int]
    entities: int
    file: Link
    unmapped: Link
    beside: Link | None
    relations: str
    previous: Link | None
    next: Link | None


def pages(site: SiteContext) -> Iterator[Draft]:
    """The entries of all frameworks, in declared order."""
    for framework in site.commons.frameworks:
        for number in range(len(framework.entries)):
            yield _page(site, framework, number)


def _page(site: SiteContext, framework: Framework, number: int) -> Draft:
    entry = framework.entries[number]
    key = f"{framework.id}/{entry.id}"
    place = site.place(entry_address(key))
    others = tuple(
        place.to(entry_address(f"{framework.id}/{other.id}"), other.name)
        for other in framework.entries
    )
    plans = site.commons.plans.values()
    having = [plan for plan in plans if key in plan.entries]
    naming = [plan for plan in plans if key in plan.entry_mentions]
    return Draft(
        address=place.address,
        title=entry.name,
        kicker=f"{framework.title}の項目",
        description=plain_text(entry.definition),
        template="framework_entry.html",
        view=View(
            wording.word(framework.kind),
            place.prose(entry.definition),
            wording.word(entry.origin),
            entry.kana or "",
            place.prose(entry.note),
            source_text(entry.source),
            tuple(_plan(place, plan, key) for plan in _listed(having, key)),
            tuple(
                place.link("plan", plan.id)
                for plan in islice((p for p in plans if key not in p.entries), MOST_PLANS)
            ),
            tuple(_naming(place, plan, key) for plan in naming[:MOST_PLANS]),
            (len(having), len(plans) - len(having), len(naming)),
            site.mapped.count(key),
            place.to(CROSSWALK.address(), f"{CROSSWALK.name}.csv"),
            place.to(f"{framework_address(framework.id)}#unmapped", framework.title),
            _beside(site, place, framework, key),
            place.href(f"{FRAMEWORKS_PAGE}#relations"),
            others[number - 1] if number else None,
            others[number + 1] if number + 1 < len(others) else None,
        ),
        area=f"frameworks/{framework.id}",
        sections=(
            Section("definition", "定義"),
            Section("plans", f"計画ごとの{wording.word(framework.kind)}"),
            Section("without", "対応するもののない計画"),
            Section("mentions", "文章で触れているところ"),
        ),
        crumbs=(
            place.to(FRAMEWORKS_PAGE, "共通枠組み"),
            place.to(framework_address(framework.id), framework.title),
        ),
        siblings=others,
        file=f"frameworks/{framework.id}.yaml",
    )


def _listed(having: Sequence[PlanSummary], key: str) -> Iterator[PlanSummary]:
    """The first plans, the first of all in any case, as far as a page holds what they have."""
    mapped = 0
    for number, plan in enumerate(having[:MOST_PLANS]):
        mapped += len(plan.entries[key])
        if number and mapped > MOST_MAPPED:
            return
        yield plan


def _beside(site: SiteContext, place: Place, framework: Framework, key: str) -> Link | None:
    """To the page that puts the roles of a class beside each other, where there is one."""
    if framework.kind is not FrameworkKind.ROLE or not is_bounded(len(site.compared.plans)):
        return None
    return place.to(class_address(key), "並べて詳しく比べる")


def _plan(place: Place, plan: PlanSummary, key: str) -> PlanView:
    return PlanView(
        place.link("plan", plan.id),
        plan.plan.issuer.name,
        tuple(_mapped(place, entity) for entity in plan.entries[key]),
    )


def _naming(place: Place, plan: PlanSummary, key: str) -> MentionsOfPlan:
    return MentionsOfPlan(
        place.link("plan", plan.id),
        tuple(
            (
                place.link("plan", plan.id)
                if one.kind == "plan"
                else place.other(plan.id, one.kind, one.id, one.name),
                wording.KINDS[one.kind],
            )
            for one in plan.entry_mentions[key]
        ),
    )


def _mapped(place: Place, entity: MappedEntity) -> Mapped:
    return Mapped(
        place.other(entity.plan_id, entity.kind, entity.id, entity.name),
        wording.word(entity.relation),
        is_inferred(entity.basis),
        entity.note or "",
    )
