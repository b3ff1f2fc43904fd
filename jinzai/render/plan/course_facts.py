"""What the index of courses says of one course: ways to take it, for whom, and what it sorts by.

Owns the bands of hours. Knows nothing of the index as a whole.
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
"""The choices of the facet of hours; how long a day is, plans do not say."""

_EDGES: Final = ((Decimal(2), "to-2"), (Decimal(5), "to-5"))


class CourseIndexWay(NamedTuple):
    """One way to take a course. `joint` says how it stands to the way before it."""

    joint: str
    way: WayView


def index_ways(place: PagePlace, course: LinkedCourse) -> tuple[CourseIndexWay, ...]:
    """The ways to take a course; what another table of the plan says differently comes after."""
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
    """The forms that a course has, with repetition."""
    for way in course.deliveries:
        yield from (part.format.value for part in (way, *way.plus))


def bands(course: LinkedCourse) -> Iterator[str]:
    """The bands that a course falls into, a range into those of both its ends; none if unsaid."""
    for cost in _known_loads(course):
        if cost.days.most:
            yield "days"
        else:
            yield _band(cost.hours.least)
            yield _band(cost.hours.most)


def _band(hours: Decimal) -> str:
    return next((band for edge, band in _EDGES if hours <= edge), "over-5")


def length(course: LinkedCourse) -> tuple[Decimal, Decimal] | None:
    """What to sort by: days, then hours, of the shortest way; None where no way says."""
    found = [(cost.days.least, cost.hours.least) for cost in _known_loads(course)]
    return min(found, default=None)


def _known_loads(course: LinkedCourse) -> Iterable[Load]:
    loads = (linked.load for linked in course.deliveries)
    return (load for load in loads if not load.unknown and load.given)


def departments_by_role(context: PlanContext, course: Course) -> dict[str, tuple[str, ...]]:
    """For each role that takes the course, the departments that do; none where all do.

    Roles are those of the curricula with the course, then those that the course names itself.
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
        yield use.curriculum.role, use.curriculum.departments, use.basis
    for audience in course.audience:
        yield audience.role, audience.departments, audience.basis


def audience_links(
    context: PlanContext, place: PagePlace, course: Course, found: dict[str, tuple[str, ...]]
) -> tuple[Whom, ...]:
    """The roles as the index prints them."""
    stated = {role for role, _, basis in _places(context.plan, course) if not is_inferred(basis)}
    return tuple(
        whom(context, place, role, None, departments, inferred=role not in stated)
        for role, departments in found.items()
    )
