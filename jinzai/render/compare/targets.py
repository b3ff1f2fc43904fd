"""The numeric targets, plan by plan: years of the plans, goals by class, and shares."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from jinzai.compare.classes import RolesByPlan, roles_by_class
from jinzai.compare.comparison import Comparison
from jinzai.compare.issuers import issuers_where
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.compare.standing import has_number
from jinzai.compare.targets import Goal, axis, gives_number, goals, shares, years
from jinzai.link.address import entry_anchor, plan_address
from jinzai.model import kinds
from jinzai.model.target import Unit
from jinzai.render.compare.coverage_cells import all_sorted_by_editors
from jinzai.render.compare.goals import GoalView, GoalWriter, ShareView, goal_scales
from jinzai.render.compare.plan_choice import (
    CHARTS_SCRIPT,
    PLAN_CELLS,
    PlanChoice,
    PlanLink,
    choice,
    plan_link,
)
from jinzai.render.compare.years import YearsRow, years_row
from jinzai.render.page import comparisons
from jinzai.render.page.downloads import SiteDownloads, site_downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.room import are_few, cut, first_plans
from jinzai.render.page.states import states_link
from jinzai.render.page.target_bars import Scale
from jinzai.render.words import dates
from jinzai.render.words.wording import issuers

MOST_FOR_ALL: Final = 4
"""The largest number of targets of all staff that a class names."""
OTHERS: Final = "others"
"""The anchor of the goals that belong to no class."""


class PlanGoals(NamedTuple):
    """The goals of one plan in a class."""

    id: str
    plan: Link
    goals: tuple[GoalView, ...]


class ClassGoals(NamedTuple):
    """A class, with the municipalities that have a role in it, and those with a number for it.

    Both are counted in words. `with_roles` is empty if no plan has a role in the class. `for_all`
    names the first targets of all staff to whom such roles belong.
    """

    anchor: str
    with_roles: str
    with_numbers: str
    for_all: tuple[str, ...]
    plans: tuple[PlanGoals, ...]


class ComparedTargetsView(NamedTuple):
    """The whole page.

    `cut` is the number of years on an axis that leaves years out, and 0 on a full axis. `rest` are
    the plans that are not in the page, if these are few. `stating` is the number of all plans with
    a target that is a share, `reckonable` that of plans whose numbers give a share.
    """

    choice: PlanChoice
    downloads: SiteDownloads
    shown: int
    rest: tuple[Link, ...]
    years: tuple[tuple[str, str], ...]
    cut: int
    rows: tuple[YearsRow, ...]
    classes: tuple[ClassGoals, ...]
    others: tuple[PlanGoals, ...]
    stated: tuple[ShareView, ...]
    stating: int
    reckoned: tuple[ShareView, ...]
    reckonable: int
    silent: tuple[PlanLink, ...]
    all_inferred: bool
    states: Link | None


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(comparisons.TARGETS.address)
    compared = site.compared
    yield Draft.of_comparison(
        place,
        comparisons.TARGETS,
        description="どの計画が、いつまでに、どの役割を何人・何割にするとしているか。",
        view=_view(site, compared, place),
        sections=(
            Section("years", "計画の期間"),
            *(
                Section(_anchor(entry), place.link("entry", entry).text)
                for entry in compared.classes
            ),
            Section(OTHERS, "どの区分にも対応付けていない目標"),
            Section("shares", "割合で示す目標"),
            Section("parts", "目標に含まれる人数の割合"),
            Section("none", "数を挙げていない計画"),
        ),
    )


def _view(site: SiteContext, compared: Comparison, place: PagePlace) -> ComparedTargetsView:
    every = tuple(compared.plans.values())
    shown = shown_plans(site, place)
    found = {plan.id: goals(plan) for plan in shown}
    chosen = choice(site, place, shown, CHARTS_SCRIPT)
    columns = axis(map(years, every))
    writers = {plan.id: GoalWriter(place, plan) for plan in shown}
    by_class = _by_class((plan.id, found[plan.id]) for plan in shown)
    return ComparedTargetsView(
        chosen,
        site_downloads(place, "targets"),
        len(shown),
        tuple(_aims(place, plan.id) for plan in every if plan.id not in found)
        if are_few(len(every))
        else (),
        tuple((f"{dates.era_year(year)}年度", f"{year}年度") for year in columns.years),
        0 if columns.is_whole else len(columns.years),
        tuple(years_row(place, plan, columns.years) for plan in shown),
        tuple(
            _class(
                compared.plans,
                entry,
                roles,
                _group(place, entry, by_class, writers, chosen.is_open),
            )
            for entry, roles in roles_by_class(every, compared.classes).items()
        ),
        _group(place, None, by_class, writers, chosen.is_open),
        tuple(one for plan in shown for one in _stated(found[plan.id], writers[plan.id])),
        sum(any(target.unit is Unit.PERCENT for target in plan.targets) for plan in every),
        tuple(writers[plan.id].reckoned(share) for plan in shown for share in shares(plan)),
        sum(bool(shares(plan)) for plan in every),
        tuple(plan_link(place, plan) for plan in shown if not gives_number(found[plan.id])),
        all_sorted_by_editors(every),
        states_link(site, place),
    )


class TargetPieces(NamedTuple):
    """The pieces of one plan: its row of years, its goals by anchor, and its shares."""

    years: YearsRow
    goals: tuple[tuple[str, PlanGoals], ...]
    stated: tuple[ShareView, ...]
    reckoned: tuple[ShareView, ...]
    silent: PlanLink | None


class TargetPieceWriter:
    """Makes the pieces of plans that are not in the page, on the axis of all plans."""

    def __init__(
        self, place: PagePlace, classes: tuple[str, ...], shared_years: tuple[int, ...]
    ) -> None:
        """`shared_years` are the years of the axis of all plans."""
        self._place = place
        self._classes = classes
        self._axis = shared_years

    def of(self, plan: PlanProfile) -> TargetPieces:
        """The pieces of one plan. The bars are on the plan's own scale."""
        place = self._place
        found = goals(plan)
        by_class = _by_class([(plan.id, found)])
        writers = {plan.id: GoalWriter(place, plan)}
        return TargetPieces(
            years_row(place, plan, self._axis),
            tuple(
                (_anchor(entry), group)
                for entry in (*self._classes, None)
                for group in _group(place, entry, by_class, writers, True)
            ),
            tuple(_stated(found, writers[plan.id])),
            tuple(map(writers[plan.id].reckoned, shares(plan))),
            None if gives_number(found) else plan_link(place, plan),
        )


def _stated(found: Iterable[Goal], writer: GoalWriter) -> Iterator[ShareView]:
    whole = Scale((), 100)
    for goal in found:
        if goal.target is not None and goal.target.unit is Unit.PERCENT:
            yield from writer.stated(goal, whole)


def shown_plans(site: SiteContext, place: PagePlace) -> tuple[PlanProfile, ...]:
    """The first plans, as many as the page holds with their goals, and one plan in any case."""
    compared = site.compared
    every = tuple(compared.plans.values())
    shared_years = axis(map(years, every)).years
    writer = TargetPieceWriter(place, compared.classes, shared_years)
    marked = not all_sorted_by_editors(every)
    row, group, share = (site.templates.macro(PLAN_CELLS, n) for n in ("years", "goals", "share"))

    def printed(plan: PlanProfile) -> Iterator[str]:
        pieces = writer.of(plan)
        yield row(pieces.years)
        yield from (group(found, marked) for _, found in pieces.goals)
        yield from map(share, (*pieces.stated, *pieces.reckoned))

    return next(cut(first_plans(every), printed), ())


def _aims(place: PagePlace, plan_id: str) -> Link:
    """The link to a plan's own targets, with the plan's name."""
    return place.to(plan_address(plan_id, kinds.TARGETS.page), place.link("plan", plan_id).text)


def _anchor(entry: str | None) -> str:
    return OTHERS if entry is None else entry_anchor(entry)


def _class(
    plans: Mapping[str, PlanProfile],
    entry: str,
    having: RolesByPlan,
    found: tuple[PlanGoals, ...],
) -> ClassGoals:
    def is_numbered(role: RoleProfile) -> bool:
        return has_number(role, entry)

    return ClassGoals(
        _anchor(entry),
        issuers(*issuers_where(plans, having)) if having else "",
        issuers(*issuers_where(plans, having, is_numbered)),
        tuple(islice(_for_all(plans, having), MOST_FOR_ALL)),
        found,
    )


def _for_all(plans: Mapping[str, PlanProfile], having: RolesByPlan) -> Iterator[str]:
    """The targets of all staff to whom the roles of a class belong, plan by plan."""
    for id, roles in having.items():
        targets = dict.fromkeys(
            one.name for role in roles for one in plans[id].targets_for_all(role)
        )
        yield from (f"「{name}」（{plans[id].summary.name}）" for name in targets)


_ByClass = Mapping[str | None, Mapping[str, list[Goal]]]
"""By class, and for None of no class: the goals of each plan by the plan's id."""


def _by_class(plans: Iterable[tuple[str, Iterable[Goal]]]) -> _ByClass:
    """The goals of the plans, each given with its id."""
    found: dict[str | None, dict[str, list[Goal]]] = {}
    for id, some in plans:
        for goal in some:
            for entry in dict.fromkeys(goal.classes) or (None,):
                found.setdefault(entry, {}).setdefault(id, []).append(goal)
    return found


def _group(
    place: PagePlace,
    entry: str | None,
    by_class: _ByClass,
    writers: dict[str, GoalWriter],
    is_open: bool,
) -> tuple[PlanGoals, ...]:
    """The goals of the shown plans in one class, or outside all classes, on one scale.

    `is_open` is true if readers can add other plans' goals beside them.
    """
    here = by_class.get(entry, {})
    every = (goal for some in here.values() for goal in some)
    scales = goal_scales(every, _anchor(entry) if is_open else "")
    return tuple(
        PlanGoals(
            id,
            _aims(place, id),
            tuple(writers[id].goal(goal, scales, entry) for goal in some),
        )
        for id, some in here.items()
    )
