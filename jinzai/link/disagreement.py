"""Where two tables of one plan say different things about the same course.

Nothing is corrected: the plan is shown as it is, with each value and its table.
"""

from collections.abc import Mapping
from typing import NamedTuple

from jinzai.link.learning import CourseUse, Load, deliveries_in, delivery_load
from jinzai.model.course import Course, Delivery
from jinzai.model.curriculum import Curriculum


class Offer(NamedTuple):
    """Who gets a course according to one table: a role, perhaps a level, some departments."""

    role_id: str
    level_id: str | None
    departments: tuple[str, ...]


class TableView(NamedTuple):
    """What one table says about a course. No delivery: the table does not list the course."""

    table_id: str
    deliveries: tuple[Delivery, ...]
    offers: tuple[Offer, ...]


class Disagreement(NamedTuple):
    """A course on which the tables of a plan differ, and in what."""

    course_id: str
    views: tuple[TableView, ...]
    listing: bool
    delivery: bool
    audience: bool


def disagreements(
    courses: tuple[Course, ...],
    curricula: Mapping[str, Curriculum],
    uses: Mapping[str, tuple[CourseUse, ...]],
    tables: tuple[str, ...],
) -> tuple[Disagreement, ...]:
    """The courses on which the `tables` of a plan differ, in the order of the courses.

    `uses` maps a course's id to its uses. Tables are compared only with those that list some
    course in common with them: tables that divide the courses among themselves do not disagree.
    """
    views_of = {
        course.id: {
            table: TableView(table, _stated(course, table), _offers(course, table, curricula, uses))
            for table in tables
        }
        for course in courses
    }
    listing_of = {
        course_id: {table for table, view in views.items() if view.deliveries or view.offers}
        for course_id, views in views_of.items()
    }
    found = []
    for course in courses:
        listed_in = listing_of[course.id]
        peers = {table for other in listing_of.values() if other & listed_in for table in other}
        views = tuple(views_of[course.id][table] for table in tables if table in peers)
        listed = [view for view in views if view.table_id in listed_in]
        if len(peers) < 2:
            continue
        listing = len(listed) < len(views)
        delivery = len({_amounts(view.deliveries) for view in listed}) > 1
        audience = len({frozenset(view.offers) for view in listed}) > 1
        if listing or delivery or audience:
            found.append(Disagreement(course.id, views, listing, delivery, audience))
    return tuple(found)


def _stated(course: Course, table: str) -> tuple[Delivery, ...]:
    return tuple(d for d in deliveries_in(course, table) if d.table == table)


def _amounts(deliveries: tuple[Delivery, ...]) -> frozenset[tuple[tuple[str, ...], Load]]:
    return frozenset(
        ((d.format.value, *(part.format.value for part in d.plus)), delivery_load(d))
        for d in deliveries
    )


def _offers(
    course: Course,
    table: str,
    curricula: Mapping[str, Curriculum],
    uses: Mapping[str, tuple[CourseUse, ...]],
) -> tuple[Offer, ...]:
    found: dict[Offer, None] = {}
    for use in uses.get(course.id, ()):
        curriculum = curricula[use.curriculum_id]
        if curriculum.table == table:
            found[Offer(curriculum.role, curriculum.level, curriculum.departments)] = None
    return tuple(found)
