"""Areas of skills by plans, and by the roles of each: what is covered, by how much, by whom."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from jinzai.compare.bounds import detailed_plans, first_plans
from jinzai.compare.comparison import Comparison
from jinzai.compare.coverage import by_plan, not_asked
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.link.address import (
    COMPARE_PAGE,
    COMPARE_SKILLS,
    framework_address,
    plan_address,
)
from jinzai.render.area_skills import (
    Anchors,
    AreaSkills,
    area_skills,
    skill_names,
)
from jinzai.render.coverage_cells import (
    CHARTS,
    CoverageCell,
    RoleAreas,
    SignView,
    coverage_cell,
    role_areas,
    signs,
)
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.place import Place, SiteContext


class Row(NamedTuple):
    """An area: how many plans ask for it, and a cell for each plan shown.

    A cell is None where the plan asks for nothing; `named` says, plan by plan, that it names skills
    there that no role is asked for. `share` is the bar of `asked` in per cent.
    """

    area: Link
    asked: int
    share: str
    cells: tuple[CoverageCell | None, ...]
    named: tuple[bool, ...]


class PlanRoles(NamedTuple):
    """The roles of one plan by areas, and the way to its own comparison."""

    anchor: str
    plan: str
    table: RoleAreas
    own: Link


class Unplaced(NamedTuple):
    """Skills of one plan, told apart from the others."""

    plan: Link
    skills: tuple[Link, ...]


class View(NamedTuple):
    """The whole page.

    `total` are all plans, `asking` those that ask for a skill in some area, `more` those that the
    page does not show. Where there are too many plans to tell their `roles` and the skills in all
    `areas`, both are empty and the pages `own` do. `shown_inferred` says that all mappings of the
    plans shown are an editor's; then cells are not marked one by one.
    """

    style: str
    plans: tuple[Link, ...]
    total: int
    asking: int
    more: int
    all_plans: Link
    rows: tuple[Row, ...]
    signs: tuple[SignView, ...]
    shown_inferred: bool
    nobody: tuple[Link, ...]
    alone: tuple[tuple[Link, Link], ...]
    not_asked: tuple[Unplaced, ...]
    unplaced: tuple[Unplaced, ...]
    unmapped: tuple[Link, ...]
    silent: tuple[Link, ...]
    roles: tuple[PlanRoles, ...]
    areas: tuple[AreaSkills, ...]
    own: tuple[Link, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(COMPARE_SKILLS)
    view = _view(site.compared, place)
    yield Draft(
        address=place.address,
        title="スキルの領域を見比べる",
        kicker="計画を比べる",
        description="スキルの領域ごとに、どの計画とどの役割が、いくつのスキルを求めているか。",
        template="compare_skills.html",
        view=view,
        area="compare/skills",
        sections=(
            Section("areas", "領域と計画"),
            Section("gaps", "求める計画のない領域・1つだけの領域"),
            Section("roles", "領域と役割"),
            *([Section("skills", "領域ごとのスキル")] if view.areas or not view.plans else []),
            Section("left-out", "数に入っていないスキル"),
        ),
        crumbs=(place.to(COMPARE_PAGE, "計画を比べる"),),
    )


def _view(compared: Comparison, place: Place) -> View:
    every = tuple(compared.plans.values())
    shown = first_plans(every)
    asking = compared.standings.asking
    told = detailed_plans(every)
    anchors = Anchors(compared.areas)
    says = [plan for plan in shown if plan.asks_in_areas]
    rows = tuple(
        _row(place, area, asking[area], says, len(every), anchors, bool(told))
        for area in compared.areas
    )
    guessed = [cell.inferred for row in rows for cell in row.cells if cell]
    return View(
        place.href(CHARTS),
        tuple(_plan(place, plan) for plan in says),
        len(every),
        sum(plan.asks_in_areas for plan in every),
        len(every) - len(shown),
        place.to("plans.html", "すべての計画"),
        rows,
        signs(),
        bool(guessed) and all(guessed),
        tuple(place.link("entry", area) for area, ids in asking.items() if not ids),
        tuple(
            (place.link("entry", area), place.link("plan", ids[0]))
            for area, ids in asking.items()
            if len(ids) == 1
        ),
        tuple(_skills_of(place, shown, _named_only)),
        tuple(_skills_of(place, shown, _unplaced)),
        tuple(
            place.to(f"{framework_address(one.id)}#unmapped", one.title)
            for one in compared.area_frameworks
        ),
        tuple(_plan(place, plan) for plan in shown if not plan.asks_in_areas),
        tuple(_roles(place, plan, compared.areas, anchors) for plan in told if plan.asks_in_areas),
        tuple(area_skills(place, told, compared.areas, anchors)) if told else (),
        tuple(_own(place, plan) for plan in shown),
    )


def _plan(place: Place, plan: PlanProfile) -> Link:
    return place.link("plan", plan.id)


def _behind(place: Place, anchor: str, plan: PlanProfile, here: bool) -> str:
    """Where the skills of a plan in an area are told: on this page, or on the plan's own."""
    if here:
        return f"#{anchor}"
    return place.href(f"{plan_address(plan.id, COMPARE_PAGE)}#{anchor}")


def _row(
    place: Place,
    area: str,
    asked: tuple[str, ...],
    shown: Iterable[PlanProfile],
    total: int,
    anchors: Anchors,
    here: bool,
) -> Row:
    found = tuple((plan, by_plan(plan, area)) for plan in shown)
    return Row(
        Link(place.link("entry", area).text, f"#{anchors.area(area)}")
        if here
        else place.link("entry", area),
        len(asked),
        f"{100 * len(asked) / max(total, 1):.1f}".removesuffix(".0"),
        tuple(
            None
            if covered is None
            else coverage_cell(_behind(place, anchors.skills(area, plan.id), plan, here), covered)
            for plan, covered in found
        ),
        tuple(bool(not_asked(plan, area)) for plan, _ in found),
    )


def _roles(place: Place, plan: PlanProfile, areas: Iterable[str], anchors: Anchors) -> PlanRoles:
    def behind(area: str, _: RoleProfile) -> str:
        return f"#{anchors.skills(area, plan.id)}"

    return PlanRoles(
        f"roles--{plan.id}",
        plan.summary.name,
        role_areas(place, plan, areas, behind),
        _own(place, plan),
    )


def _own(place: Place, plan: PlanProfile) -> Link:
    address = plan_address(plan.id, COMPARE_PAGE)
    return place.to(address, f"{plan.summary.name}とほかの計画との比較")


def _named_only(plan: PlanProfile) -> Mapping[str, str]:
    names = skill_names(plan)
    return {skill: names[skill] for area in plan.areas for skill in not_asked(plan, area)}


def _unplaced(plan: PlanProfile) -> Mapping[str, str]:
    return {ask.skill_id: ask.name for role in plan.roles.values() for ask in role.unplaced}


def _skills_of(
    place: Place, plans: Iterable[PlanProfile], which: Callable[[PlanProfile], Mapping[str, str]]
) -> Iterator[Unplaced]:
    for plan in plans:
        found = which(plan)
        if found:
            yield Unplaced(
                _plan(place, plan),
                tuple(place.other(plan.id, "skill", id, name) for id, name in found.items()),
            )
