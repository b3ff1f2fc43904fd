"""What the training of each class of roles costs, plan by plan: hours, days, courses, forms."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from jinzai.compare.bounds import detailed_plans, first_plans
from jinzai.compare.classes import RolesByPlan, roles_by_class
from jinzai.compare.comparison import Comparison
from jinzai.compare.learning import Reach, reach
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.link.address import COMPARE_LEARNING, COMPARE_PAGE, plan_address
from jinzai.render import amounts
from jinzai.render.coverage_cells import CHARTS, all_sorted_by_editors
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.pages.compare_tracks import UNPLACED, ClassView, Drawer, bar, class_anchor
from jinzai.render.pages.target_bars import Bar
from jinzai.render.place import Place, SiteContext


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
    plans: tuple[Link, ...]
    total: int
    more: int
    all_plans: Link
    rows: tuple[ClassRow, ...]
    classes: tuple[ClassView, ...]
    longest: str
    most_days: str
    all_inferred: bool


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(COMPARE_LEARNING)
    compared = site.compared
    view = _view(compared, place)
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


def _view(compared: Comparison, place: Place) -> View:
    every = tuple(compared.plans.values())
    shown, told = first_plans(every), detailed_plans(every)
    loads = [track.load for plan in shown for role in plan.roles.values() for track in role.tracks]
    hours = max((load.hours.most for load in loads), default=Decimal(0))
    days = max((load.days.most for load in loads), default=Decimal(0))
    draw = Drawer(place, hours, days)
    return View(
        place.href(CHARTS),
        tuple(place.link("plan", plan.id) for plan in shown),
        len(every),
        len(every) - len(shown),
        place.to("plans.html", "すべての計画"),
        tuple(
            _row(place, entry, roles, shown, hours, bool(told))
            for entry, roles in roles_by_class(every, compared.classes).items()
        ),
        (
            *(draw.of_class(entry, told) for entry in compared.classes),
            draw.unplaced(told),
        )
        if told
        else (),
        amounts.number(hours) if hours else "",
        amounts.number(days) if days else "",
        all_sorted_by_editors(shown),
    )


def _row(
    place: Place,
    entry: str,
    having: RolesByPlan,
    shown: tuple[PlanProfile, ...],
    longest: Decimal,
    here: bool,
) -> ClassRow:
    link = place.link("entry", entry)
    return ClassRow(
        Link(link.text, f"#{class_anchor(entry)}") if here else link,
        len(having),
        sum(any(role.tracks for role in roles) for roles in having.values()),
        sum(any(t.load.given for role in roles for t in role.tracks) for roles in having.values()),
        tuple(
            _cell(
                having.get(plan.id, ()),
                f"#{class_anchor(entry)}--{plan.id}"
                if here
                else place.href(plan_address(plan.id, "curricula/index.html")),
                longest,
            )
            for plan in shown
        ),
    )


def _cell(roles: tuple[RoleProfile, ...], href: str, longest: Decimal) -> PlanCell:
    found = reach(track.load for role in roles for track in role.tracks)
    return PlanCell(len(roles), None if found is None else _reach(href, found, longest))


def _reach(href: str, found: Reach, longest: Decimal) -> ReachView:
    least, most = found.unknown
    days = found.days if found.days is not None and found.days.most else None
    # A plan that gives days alone says nothing of hours; one that gives 0 hours does.
    hours = found.hours if found.hours is not None and (found.hours.most or not days) else None
    return ReachView(
        href,
        amounts.span(hours, "時間") if hours is not None else "",
        bar(hours, longest) if hours is not None else None,
        amounts.span(days, "日") if days is not None else "",
        "" if not most else f"{most}" if least == most else f"{least}〜{most}",
    )
