"""The training of each class of roles, plan by plan: hours, days, courses and formats."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from jinzai.compare.classes import RolesByPlan, roles_by_class
from jinzai.compare.comparison import Comparison
from jinzai.compare.learning import Reach, reach
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.link.address import entry_anchor, plan_address
from jinzai.link.learning import Span
from jinzai.model import kinds
from jinzai.render.compare.coverage_cells import all_sorted_by_editors
from jinzai.render.compare.plan_choice import (
    CHARTS_SCRIPT,
    PLAN_CELLS,
    PlanChoice,
    PlanLink,
    choice,
    plan_link,
)
from jinzai.render.compare.tracks import (
    HOURS,
    UNPLACED,
    UNPLACED_TITLE,
    ClassTracksView,
    Drawer,
    PlanTracksView,
    bar,
)
from jinzai.render.page import comparisons
from jinzai.render.page.downloads import SiteDownloads, site_downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.room import detailed_plans, first_plans
from jinzai.render.page.target_bars import TargetBar
from jinzai.render.words import amounts


class ReachView(NamedTuple):
    """A cell of the overview: ranges of hours and of days.

    A text is empty if nothing is published.
    """

    href: str
    hours: str
    bar: TargetBar | None
    days: str
    unknown: str


class PlanCell(NamedTuple):
    """A plan in a class: no role, roles without training, or the range of their training.

    `whole` names the parent roles whose training is stated for roles without their own training.
    """

    roles: int
    reach: ReachView | None
    whole: Link | None = None


class ClassLearningRow(NamedTuple):
    """A class in the overview; the counts are over all plans.

    `with_training` also counts roles whose training is stated for a parent role. The hours of such
    training stand only at the parent role.
    """

    key: str
    entry: Link
    with_roles: int
    with_training: int
    with_hours: int
    cells: tuple[PlanCell, ...]


class ComparedLearningView(NamedTuple):
    """The whole page. `longest` and `most_days` are the amounts of the longest bars.

    `by_choice` is true if the plans are too many for their details to be in `classes`. Then the
    details of chosen plans come from their files. `all_inferred` is true if an editor worked out
    the classes of all roles.
    """

    choice: PlanChoice
    downloads: SiteDownloads
    plans: tuple[PlanLink, ...]
    total: int
    rows: tuple[ClassLearningRow, ...]
    classes: tuple[ClassTracksView, ...]
    by_choice: bool
    longest: str
    most_days: str
    all_inferred: bool


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(comparisons.LEARNING.address)
    compared = site.compared
    view = _view(site, place)
    yield Draft.of_comparison(
        place,
        comparisons.LEARNING,
        description="役割の区分ごとに、計画が定める研修の時間・日数・数・形式を並べる。",
        view=view,
        sections=(
            Section("overview", "区分と計画"),
            *_details(compared, place, view.by_choice),
            Section("reckoning", "数え方"),
        ),
    )


def _details(compared: Comparison, place: PagePlace, by_choice: bool) -> Iterator[Section]:
    """The sections of the classes; a single section if the page shows no details at first."""
    if by_choice:
        yield Section("training", "役割ごとの内訳")
        return
    for entry in compared.classes:
        yield Section(entry_anchor(entry), place.link("entry", entry).text)
    yield Section(UNPLACED, UNPLACED_TITLE)


def _view(site: SiteContext, place: PagePlace) -> ComparedLearningView:
    compared = site.compared
    every = tuple(compared.plans.values())
    shown, told = first_plans(every), shown_details(site, place)
    hours, days = _most(shown)
    by_choice = len(every) > len(told)
    draw = Drawer(place, hours, days, by_choice)
    chosen = choice(site, place, shown, CHARTS_SCRIPT, by_choice)
    return ComparedLearningView(
        chosen,
        site_downloads(place, "load", "load-formats"),
        tuple(plan_link(place, plan) for plan in shown),
        len(every),
        tuple(
            _row(place, entry, roles, shown, _Bars(hours, by_choice), not by_choice)
            for entry, roles in roles_by_class(every, compared.classes).items()
        ),
        (*(draw.of_class(entry, told) for entry in compared.classes), draw.unplaced(told)),
        by_choice,
        amounts.number(hours) if hours and not by_choice else "",
        amounts.number(days) if days and not by_choice else "",
        all_sorted_by_editors(every),
    )


def shown_details(site: SiteContext, place: PagePlace) -> tuple[PlanProfile, ...]:
    """The plans whose details the page shows."""
    marked = not all_sorted_by_editors(site.compared.plans.values())
    tracks = site.templates.macro(PLAN_CELLS, "tracks")
    return detailed_plans(
        site.compared.plans.values(),
        lambda plan: (
            tracks(one, True, marked) for _, one in details(place, plan, site.compared.classes)
        ),
    )


class _Bars(NamedTuple):
    """The scale of the bars, and whether bars of other plans can be added beside them."""

    longest: Decimal
    is_shared: bool

    def bar(self, hours: Span) -> TargetBar | None:
        return bar(hours, self.longest, HOURS if self.is_shared else "")


def reach_cells(plan: PlanProfile, classes: Iterable[str]) -> tuple[tuple[str, PlanCell], ...]:
    """A plan's cells by class.

    They link to its details on the page. The bars are on its own scale.
    """
    bars = _Bars(_most((plan,))[0], True)
    return tuple(
        (
            entry,
            _cell(
                plan,
                tuple(role for role, _ in plan.roles_in(entry)),
                f"#{entry_anchor(entry)}--{plan.id}",
                bars,
            ),
        )
        for entry in classes
    )


def details(
    place: PagePlace, plan: PlanProfile, classes: Iterable[str]
) -> tuple[tuple[str, PlanTracksView], ...]:
    """The training of a plan's roles by the anchor of each class. Roles in no class come last."""
    draw = Drawer(place, *_most((plan,)), True)
    groups = (*(draw.of_class(entry, (plan,)) for entry in classes), draw.unplaced((plan,)))
    return tuple((group.anchor, found) for group in groups for found in group.plans)


def _most(plans: Iterable[PlanProfile]) -> tuple[Decimal, Decimal]:
    """The most hours and the most days of any training of the plans."""
    loads = [track.load for plan in plans for role in plan.roles.values() for track in role.tracks]
    return (
        max((load.hours.most for load in loads), default=Decimal(0)),
        max((load.days.most for load in loads), default=Decimal(0)),
    )


def _curricula(place: PagePlace, plan: PlanProfile) -> str:
    return place.href(plan_address(plan.id, kinds.CURRICULA.page))


def _row(
    place: PagePlace,
    entry: str,
    having: RolesByPlan,
    shown: tuple[PlanProfile, ...],
    bars: _Bars,
    here: bool,
) -> ClassLearningRow:
    link = place.link("entry", entry)
    return ClassLearningRow(
        entry,
        Link(link.text, f"#{entry_anchor(entry)}") if here else link,
        len(having),
        sum(any(role.tracks or role.whole for role in roles) for roles in having.values()),
        sum(any(t.load.given for role in roles for t in role.tracks) for roles in having.values()),
        tuple(
            _cell(
                plan,
                having.get(plan.id, ()),
                f"#{entry_anchor(entry)}--{plan.id}" if here else _curricula(place, plan),
                bars,
            )
            for plan in shown
        ),
    )


def _cell(plan: PlanProfile, roles: tuple[RoleProfile, ...], href: str, bars: _Bars) -> PlanCell:
    tracks = [track for role in roles for track in role.tracks]
    found = reach(track.load for track in tracks)
    if found is None:
        return PlanCell(len(roles), None, _of_whole(plan, roles, href))
    repeats = any(track.repeats for track in tracks)
    return PlanCell(len(roles), _reach(href, found, bars, repeats))


def _of_whole(plan: PlanProfile, roles: Iterable[RoleProfile], href: str) -> Link | None:
    """The parent roles whose training is stated for the roles: `「甲」の研修`, or None."""
    parents = dict.fromkeys(plan.roles[role.whole].role.name for role in roles if role.whole)
    return Link("".join(f"「{name}」" for name in parents) + "の研修", href) if parents else None


def _reach(href: str, found: Reach, bars: _Bars, repeats: bool) -> ReachView:
    least, most = found.unknown
    days = found.days if found.days is not None and found.days.most else None
    # A plan that gives days alone says nothing of hours; one that gives 0 hours does.
    hours = found.hours if found.hours is not None and (found.hours.most or not days) else None
    return ReachView(
        href,
        amounts.span(hours, "時間") if hours is not None else "",
        bars.bar(hours) if hours is not None else None,
        amounts.span(days, "日") if days is not None else "",
        ("延べ" if repeats else "") + (f"{most}" if least == most else f"{least}〜{most}")
        if most
        else "",
    )
