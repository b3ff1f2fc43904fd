"""What the training of each class of roles costs, plan by plan: hours, days, courses, forms."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from jinzai.compare.bounds import detailed_plans, first_plans
from jinzai.compare.classes import RolesByPlan, roles_by_class
from jinzai.compare.comparison import Comparison
from jinzai.compare.learning import Reach, reach
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.link.address import COMPARE_LEARNING, COMPARE_PAGE, plan_address
from jinzai.link.learning import Span
from jinzai.render import amounts
from jinzai.render.coverage_cells import CHARTS, all_sorted_by_editors
from jinzai.render.downloads import SiteDownloads, site_downloads
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.pages.compare_tracks import UNPLACED, ClassView, Drawer, bar, class_anchor
from jinzai.render.pages.target_bars import Bar
from jinzai.render.place import Place, SiteContext
from jinzai.render.plan_choice import CHARTS_SCRIPT, Choice, PlanHead, choice, plan_head


class ReachView(NamedTuple):
    """A cell of the overview: from how little to how much, each empty where nothing is known."""

    href: str
    hours: str
    bar: Bar | None
    days: str
    unknown: str


class PlanCell(NamedTuple):
    """A plan in a class: no role, roles without training, or what their training costs."""

    roles: int
    reach: ReachView | None


class ClassRow(NamedTuple):
    """A class in the overview; the counts are over all plans."""

    key: str
    entry: Link
    with_roles: int
    with_training: int
    with_hours: int
    cells: tuple[PlanCell, ...]


class View(NamedTuple):
    """The whole page. `longest` and `most_days` are what the longest bars stand for.

    `classes` are empty where there are too many plans to tell their details. `all_inferred` says
    that all roles are sorted into classes by an editor.
    """

    style: str
    choice: Choice
    downloads: SiteDownloads
    plans: tuple[PlanHead, ...]
    total: int
    rows: tuple[ClassRow, ...]
    classes: tuple[ClassView, ...]
    longest: str
    most_days: str
    all_inferred: bool


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(COMPARE_LEARNING)
    compared = site.compared
    view = _view(site, place)
    yield Draft(
        address=place.address,
        title="研修の量を見比べる",
        kicker="計画を比べる",
        description="役割の区分ごとに、計画が定める研修の時間・日数・数・形式を並べる。",
        template="compare_learning.html",
        view=view,
        area="compare/learning",
        sections=(
            Section("overview", "区分と計画"),
            *(_details(compared, place) if view.classes else ()),
            Section("reckoning", "数え方"),
        ),
        crumbs=(place.to(COMPARE_PAGE, "計画を比べる"),),
    )


def _details(compared: Comparison, place: Place) -> Iterator[Section]:
    """The sections of the classes, which only stand where there are not too many plans."""
    for entry in compared.classes:
        yield Section(class_anchor(entry), place.link("entry", entry).text)
    yield Section(UNPLACED, "どの区分にも当てていない役割")


def _view(site: SiteContext, place: Place) -> View:
    compared = site.compared
    every = tuple(compared.plans.values())
    shown, told = first_plans(every), detailed_plans(every)
    hours, days = _most(shown)
    draw = Drawer(place, hours, days)
    chosen = choice(site, place, shown, CHARTS_SCRIPT)
    return View(
        place.href(CHARTS),
        chosen,
        site_downloads(place, "load", "load-formats"),
        tuple(plan_head(place, plan) for plan in shown),
        len(every),
        tuple(
            _row(place, entry, roles, shown, _Bars(hours, chosen.is_open), bool(told))
            for entry, roles in roles_by_class(every, compared.classes).items()
        ),
        (
            *(draw.of_class(entry, told) for entry in compared.classes),
            draw.unplaced(told),
        )
        if told
        else (),
        amounts.number(hours) if hours and not chosen.is_open else "",
        amounts.number(days) if days and not chosen.is_open else "",
        all_sorted_by_editors(every),
    )


class _Bars(NamedTuple):
    """The scale of the bars, and whether other plans' can come beside them."""

    longest: Decimal
    is_open: bool

    def bar(self, hours: Span) -> Bar | None:
        return bar(hours, self.longest, "hours" if self.is_open else "")


def cells(
    place: Place, plan: PlanProfile, classes: Iterable[str]
) -> tuple[tuple[str, PlanCell], ...]:
    """A plan's cells by class, where its own pages tell the details; bars are on its own scale."""
    href = _curricula(place, plan)
    bars = _Bars(_most((plan,))[0], True)
    return tuple(
        (entry, _cell(tuple(role for role, _ in plan.roles_in(entry)), href, bars))
        for entry in classes
    )


def _most(plans: Iterable[PlanProfile]) -> tuple[Decimal, Decimal]:
    """The most hours and days that some training of the plans takes."""
    loads = [track.load for plan in plans for role in plan.roles.values() for track in role.tracks]
    return (
        max((load.hours.most for load in loads), default=Decimal(0)),
        max((load.days.most for load in loads), default=Decimal(0)),
    )


def _curricula(place: Place, plan: PlanProfile) -> str:
    return place.href(plan_address(plan.id, "curricula/index.html"))


def _row(
    place: Place,
    entry: str,
    having: RolesByPlan,
    shown: tuple[PlanProfile, ...],
    bars: _Bars,
    here: bool,
) -> ClassRow:
    link = place.link("entry", entry)
    return ClassRow(
        entry,
        Link(link.text, f"#{class_anchor(entry)}") if here else link,
        len(having),
        sum(any(role.tracks for role in roles) for roles in having.values()),
        sum(any(t.load.given for role in roles for t in role.tracks) for roles in having.values()),
        tuple(
            _cell(
                having.get(plan.id, ()),
                f"#{class_anchor(entry)}--{plan.id}" if here else _curricula(place, plan),
                bars,
            )
            for plan in shown
        ),
    )


def _cell(roles: tuple[RoleProfile, ...], href: str, bars: _Bars) -> PlanCell:
    tracks = [track for role in roles for track in role.tracks]
    found = reach(track.load for track in tracks)
    if found is None:
        return PlanCell(len(roles), None)
    repeats = any(track.repeats for track in tracks)
    return PlanCell(len(roles), _reach(href, found, bars, repeats))


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
        ("のべ" if repeats else "") + (f"{most}" if least == most else f"{least}〜{most}")
        if most
        else "",
    )
