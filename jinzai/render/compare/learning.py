"""The training of each class of roles, plan by plan: hours, days, courses and formats."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from jinzai.compare.classes import RolesByPlan, roles_by_class
from jinzai.compare.comparison import Comparison
from jinzai.compare.issuers import issuer_count, issuers_where
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
from jinzai.render.compare.reaches import PlanCell, plan_cell
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
from jinzai.render.words.wording import issuers


class ClassLearningRow(NamedTuple):
    """A class in the overview; the counts are of municipalities, over all plans.

    Training that is stated for a parent role counts for its parts too.
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
    total: str
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
        issuers(*issuer_count(plan.summary for plan in every)),
        tuple(
            _row(place, compared.plans, entry, roles, shown, _Bars(hours, by_choice), not by_choice)
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
            plan_cell(plan, entry, f"#{entry_anchor(entry)}--{plan.id}", bars.bar),
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
    loads = [
        track.load for plan in plans for role in plan.roles.values() for track in role.training
    ]
    return (
        max((load.hours.most for load in loads), default=Decimal(0)),
        max((load.days.most for load in loads), default=Decimal(0)),
    )


def _curricula(place: PagePlace, plan: PlanProfile) -> str:
    return place.href(plan_address(plan.id, kinds.CURRICULA.page))


def _has_hours(role: RoleProfile) -> bool:
    return any(track.load.given for track in role.training)


def _row(
    place: PagePlace,
    plans: Mapping[str, PlanProfile],
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
        issuers_where(plans, having).municipalities,
        issuers_where(plans, having, lambda role: bool(role.training)).municipalities,
        issuers_where(plans, having, _has_hours).municipalities,
        tuple(
            plan_cell(
                plan,
                entry,
                f"#{entry_anchor(entry)}--{plan.id}" if here else _curricula(place, plan),
                bars.bar,
            )
            for plan in shown
        ),
    )
