"""The facts of one course for the index of courses: ways to take it, audience, and sort keys.

This module owns the bands of hours. It does not know the index as a whole.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.learning import LinkedCourse, Load
from jinzai.model.base import Basis
from jinzai.model.course import Course
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.ways import Ways, WayView, brief, unique
from jinzai.render.page.whom import Whom, whom

BANDS: Final = {
    "to-2": "2時間まで",
    "to-5": "2時間を超え5時間まで",
    "over-5": "5時間を超える",
    "days": "日数で示すもの",
}
"""The choices of the facet of hours, by their ids.

Plans do not say how many hours a day has, so courses with days have a choice of their own.
"""

UNTOLD: Final = "-"
"""The amount of a course whose time the table does not state."""

_EDGES: Final = ((Decimal(2), "to-2"), (Decimal(5), "to-5"))


class CourseIndexWay(NamedTuple):
    """One way to take a course.

    `joint` is the word between this way and the one before it, or `""`.
    """

    joint: str
    way: WayView


def index_ways(place: PagePlace, course: LinkedCourse) -> tuple[CourseIndexWay, ...]:
    """The ways to take a course, each once, table by table.

    A table whose ways equal those of an earlier table is left out.
    """
    found: list[CourseIndexWay] = []
    seen: dict[Ways, None] = {}
    for stated in course.by_table.values():
        said = unique(brief(place, linked) for linked in stated.deliveries)
        if said in seen:
            continue
        for number, way in enumerate(said):
            joint = "または" if number else "別の表では" if seen else ""
            found.append(CourseIndexWay(joint, way))
        seen[said] = None
    return tuple(found)


def formats(course: Course) -> Iterator[str]:
    """The formats of a course. A format can occur more than once."""
    for way in course.deliveries:
        yield from (part.format.value for part in (way, *way.plus))


def bands(course: LinkedCourse) -> Iterator[str]:
    """The ids of the bands that a course belongs to. An id can occur more than once.

    A range of hours gives the bands of both its ends. A way without a published time gives no band.
    """
    for cost in _known_loads(course):
        if cost.days.most:
            yield "days"
        else:
            yield _band(cost.hours.least)
            yield _band(cost.hours.most)


def _band(hours: Decimal) -> str:
    return next((band for edge, band in _EDGES if hours <= edge), "over-5")


def length(course: LinkedCourse) -> tuple[Decimal, Decimal] | None:
    """The sort key of a course: days and hours of the shortest way to take it.

    The key is None if no way has a published time.
    """
    found = [(cost.days.least, cost.hours.least) for cost in _known_loads(course)]
    return min(found, default=None)


def amount_for_sums(course: LinkedCourse, table: str | None) -> str | None:
    """What a course adds to the sum of a list, for the attribute that tables.js reads.

    The numbers are the fewest and the most hours, and the fewest and the most days. The text is
    `UNTOLD` if the table does not state the time, and None if it does not state the course.
    """
    stated = course.by_table.get(table)
    if stated is None:
        return None
    load = stated.load
    if load.unknown:
        return UNTOLD
    spans = (load.hours, load.days)
    return " ".join(f"{number:f}" for span in spans for number in (span.least, span.most))


def _known_loads(course: LinkedCourse) -> Iterable[Load]:
    loads = (linked.load for linked in course.deliveries)
    return (load for load in loads if not load.unknown and load.given)


def departments_by_role(context: PlanContext, course: Course) -> dict[str, tuple[str, ...]]:
    """For each role that takes the course, the ids of the departments that take it.

    The departments are empty if all departments take the course. The roles of the curricula with
    the course come first, and of those that include such a curriculum. Then come the roles that the
    course names itself.
    """
    named: dict[str, set[str]] = {}
    whole: set[str] = set()
    for role, departments, _ in _places(context.plan, course):
        named.setdefault(role, set()).update(departments)
        if not departments:
            whole.add(role)
    order = context.facts.department_order
    return {
        role: ()
        if role in whole or len(found) == len(order)
        else tuple(sorted(found, key=order.__getitem__))
        for role, found in named.items()
    }


def _places(plan: LinkedPlan, course: Course) -> Iterator[tuple[str, tuple[str, ...], Basis]]:
    for use in plan.uses_by_course.get(course.id, ()):
        for people, basis in plan.attendees_by_curriculum[use.curriculum.id]:
            weaker = use.basis if is_inferred(use.basis) else basis
            yield people.role_id, people.departments, weaker
    for audience in course.audience:
        yield audience.role, audience.departments, audience.basis


def audience_links(
    context: PlanContext, place: PagePlace, course: Course, found: dict[str, tuple[str, ...]]
) -> tuple[Whom, ...]:
    """The roles in `found` with their departments, as the index prints them."""
    stated = {role for role, _, basis in _places(context.plan, course) if not is_inferred(basis)}
    return tuple(
        whom(context, place, role, None, departments, inferred=role not in stated)
        for role, departments in found.items()
    )
