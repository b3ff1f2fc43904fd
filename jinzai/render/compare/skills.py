"""The table of skill areas by plans, and by the roles of each plan."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from jinzai.compare.comparison import Comparison
from jinzai.compare.coverage import by_plan, not_asked, weaker_plans
from jinzai.compare.evidence import NO_EVIDENCE
from jinzai.compare.issuers import IssuerCount, issuer_count
from jinzai.compare.profile import PlanProfile
from jinzai.link.address import (
    COMPARE_PAGE,
    entry_address,
    framework_address,
    plan_address,
)
from jinzai.render.compare.area_skills import Anchors, skill_names
from jinzai.render.compare.coverage_cells import (
    CoverageCell,
    RoleAreas,
    SignView,
    WeakCell,
    WeakPlans,
    all_mapped_by_editors,
    coverage_cell,
    role_areas,
    signs,
    weak_cell,
    weaker_views,
)
from jinzai.render.compare.plan_choice import (
    CHARTS_SCRIPT,
    PLAN_CELLS,
    PlanChoice,
    PlanLink,
    choice,
    plan_link,
)
from jinzai.render.page import comparisons
from jinzai.render.page.downloads import SiteDownloads, site_downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.room import detailed_plans, first_plans
from jinzai.render.words.wording import issuers


class AreaCell(NamedTuple):
    """A plan's cell in an area. `covered` is None if the plan asks for no skill there.

    Then `weak` is what its texts or its training have there, or None. `named` is true if the plan
    has skills there that no role asks for. `mentions` leads to the plan's other texts that name the
    area; it is empty without such texts. `awaiting` is true if the plan has a skill that nobody has
    mapped. Then a cell with nothing does not say that nothing is there.
    """

    covered: CoverageCell | None
    named: bool
    weak: WeakCell | None = None
    awaiting: bool = False
    mentions: str = ""


class AreaRow(NamedTuple):
    """An area: how many municipalities ask for it, and a cell for each shown plan.

    `share` is the bar of the municipalities in per cent of all.
    """

    key: str
    area: Link
    asked: IssuerCount
    share: str
    cells: tuple[AreaCell, ...]


class PlanRoles(NamedTuple):
    """The roles of one plan by areas, and the link to its own comparison."""

    anchor: str
    plan: PlanLink
    table: RoleAreas
    own: Link


class LeftOut(NamedTuple):
    """Skills of one plan that no number counts: no role asks for them, or they are in no area.

    The two kinds are in two fields. At most one of them is empty.
    """

    plan: PlanLink
    not_asked: tuple[Link, ...]
    unplaced: tuple[Link, ...]


class AreaGap(NamedTuple):
    """An area that no municipality, or only one, asks for in its tables.

    The numbers of the table above count municipalities too, so both always agree.

    Attributes:
        area: the area.
        asking: the plans of the one municipality, and templates; empty for no plan.
        others: the other plans that are not silent, group by group.
        total: how many other plans there are.
    """

    area: Link
    asking: tuple[Link, ...]
    others: tuple[WeakPlans, ...]
    total: int


class ComparedSkillsView(NamedTuple):
    """The whole page.

    `total` counts all plans, `asking` those that ask for a skill in an area; both in words.
    `issuers` is the number of municipalities.
    `by_choice` is true if the plans are too many for `roles` to hold their details.
    Then the details of chosen plans come from their files, and `own` leads to the plans' pages.
    `all_inferred` is true if an editor worked out all mappings. Then cells are not marked one by
    one. `awaiting` is true if a plan has skills that nobody has mapped.
    """

    choice: PlanChoice
    downloads: SiteDownloads
    plans: tuple[PlanLink, ...]
    total: str
    asking: str
    issuers: int
    rows: tuple[AreaRow, ...]
    signs: tuple[SignView, ...]
    all_inferred: bool
    awaiting: bool
    nobody: tuple[AreaGap, ...]
    alone: tuple[AreaGap, ...]
    left_out: tuple[LeftOut, ...]
    unmapped: tuple[Link, ...]
    silent: tuple[PlanLink, ...]
    roles: tuple[PlanRoles, ...]
    by_choice: bool
    own: tuple[PlanLink, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(comparisons.SKILLS.address)
    view = _view(site, place)
    yield Draft.of_comparison(
        place,
        comparisons.SKILLS,
        description="スキルの領域ごとに、どの計画とどの役割が、いくつのスキルを求めているか。",
        view=view,
        sections=(
            Section("areas", "領域と計画"),
            Section("gaps", "スキルの表で求める団体がない領域、1つだけの領域"),
            Section("roles", "領域と役割"),
            Section("left-out", "数に入っていないスキル"),
        ),
    )


def _view(site: SiteContext, place: PagePlace) -> ComparedSkillsView:
    compared = site.compared
    every = tuple(compared.plans.values())
    shown = first_plans(every)
    told = shown_details(site, place)
    anchors = Anchors(compared.areas)
    says = [plan for plan in shown if plan.has_evidence]
    total = issuer_count(plan.summary for plan in every)
    asked = {
        area: issuer_count(compared.plans[id].summary for id in ids)
        for area, ids in compared.standings.asking.items()
    }
    rows = tuple(
        _row(
            place,
            area,
            asked[area],
            says,
            total,
            anchors,
        )
        for area in compared.areas
    )
    by_choice = len(every) > len(told)
    chosen = choice(site, place, shown, CHARTS_SCRIPT, by_choice)
    return ComparedSkillsView(
        chosen,
        site_downloads(place, "coverage", "evidence", "crosswalk"),
        tuple(plan_link(place, plan) for plan in says),
        issuers(*total),
        issuers(*issuer_count(plan.summary for plan in every if plan.asks_in_areas)),
        total.municipalities,
        rows,
        signs(),
        all_mapped_by_editors(every),
        any(plan.summary.awaiting("skill") for plan in every),
        tuple(
            _gap(place, compared, area) for area, count in asked.items() if not count.municipalities
        ),
        tuple(_gap(place, compared, area) for area, count in asked.items() if count.is_one),
        tuple(filter(None, (left_out(place, plan) for plan in shown))),
        tuple(
            place.to(f"{framework_address(one.id)}#unmapped", one.title)
            for one in compared.area_frameworks
        ),
        tuple(plan_link(place, plan) for plan in shown if not plan.has_evidence),
        tuple(_roles(place, plan, compared.areas, anchors) for plan in told if plan.has_evidence),
        by_choice,
        tuple(own_page(place, plan) for plan in shown),
    )


def _gap(place: PagePlace, compared: Comparison, area: str) -> AreaGap:
    """An area that at most one municipality asks for in its tables."""
    found = compared.standings.by_strength[area]
    return AreaGap(
        place.link("entry", area),
        tuple(place.link("plan", id) for id in found.asked),
        tuple(weaker_views(weaker_plans(found, None), partial(place.link, "plan"))),
        len(found.weaker) + len(found.silent),
    )


def shown_details(site: SiteContext, place: PagePlace) -> tuple[PlanProfile, ...]:
    """The plans whose details the page shows."""
    table = site.templates.macro(PLAN_CELLS, "role_areas")

    def printed(plan: PlanProfile) -> Iterator[str]:
        yield table(roles_by_areas(place, plan, site.compared.areas), False)

    return detailed_plans(site.compared.plans.values(), printed)


def area_cells(place: PagePlace, plan: PlanProfile, areas: Iterable[str]) -> tuple[AreaCell, ...]:
    """A plan's cells. They link to its skills on its own page."""
    anchors = Anchors(areas)
    return tuple(_cell(place, plan, area, anchors) for area in areas)


def roles_by_areas(place: PagePlace, plan: PlanProfile, areas: Iterable[str]) -> PlanRoles:
    """A plan's roles by areas. The areas link to its skills on its own page."""
    return _roles(place, plan, areas, Anchors(areas))


def left_out(place: PagePlace, plan: PlanProfile) -> LeftOut | None:
    """The skills of a plan that no number counts; None if there are no such skills."""
    found = LeftOut(
        plan_link(place, plan),
        _links(place, plan, _named_only(plan)),
        _links(place, plan, _unplaced(plan)),
    )
    return found if found.not_asked or found.unplaced else None


def own_page(place: PagePlace, plan: PlanProfile) -> PlanLink:
    """The link to a plan's own comparison."""
    return plan_link(place, plan)._replace(link=_own(place, plan))


def _cell(place: PagePlace, plan: PlanProfile, area: str, anchors: Anchors) -> AreaCell:
    covered = by_plan(plan, area)
    named = bool(not_asked(plan, area))
    behind = _behind(place, plan, anchors.skills(area, plan.id))
    if covered is None:
        evidence = plan.evidence.get(area, NO_EVIDENCE)
        weak = weak_cell(behind, plan.strength(area), evidence)
        is_mentioned = area in plan.summary.entry_mentions
        mentions = place.href(f"{entry_address(area)}#mentions") if is_mentioned else ""
        return AreaCell(None, named, weak, bool(plan.summary.awaiting("skill")), mentions)
    return AreaCell(coverage_cell(behind, covered), named)


def _behind(place: PagePlace, plan: PlanProfile, anchor: str) -> str:
    """The link to the skills of a plan in an area. They are on the plan's own page."""
    return place.href(f"{plan_address(plan.id, COMPARE_PAGE)}#{anchor}")


def _row(
    place: PagePlace,
    area: str,
    asked: IssuerCount,
    shown: Iterable[PlanProfile],
    total: IssuerCount,
    anchors: Anchors,
) -> AreaRow:
    return AreaRow(
        area,
        place.link("entry", area),
        asked,
        f"{100 * asked.municipalities / max(total.municipalities, 1):.1f}".removesuffix(".0"),
        tuple(_cell(place, plan, area, anchors) for plan in shown),
    )


def _roles(
    place: PagePlace, plan: PlanProfile, areas: Iterable[str], anchors: Anchors
) -> PlanRoles:
    def behind(area: str) -> str:
        return _behind(place, plan, anchors.skills(area, plan.id))

    return PlanRoles(
        f"roles--{plan.id}",
        plan_link(place, plan),
        role_areas(place, plan, areas, behind),
        _own(place, plan),
    )


def _own(place: PagePlace, plan: PlanProfile) -> Link:
    address = plan_address(plan.id, COMPARE_PAGE)
    return place.to(address, f"{plan.summary.name}とほかの計画との比較")


def _named_only(plan: PlanProfile) -> Mapping[str, str]:
    names = skill_names(plan)
    return {skill: names[skill] for area in plan.areas for skill in not_asked(plan, area)}


def _unplaced(plan: PlanProfile) -> Mapping[str, str]:
    return {ask.skill_id: ask.name for role in plan.roles.values() for ask in role.unplaced}


def _links(place: PagePlace, plan: PlanProfile, names: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(place.other(plan.id, "skill", id, name) for id, name in names.items())
