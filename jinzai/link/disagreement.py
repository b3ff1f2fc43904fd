"""Where two tables of one plan say different things about the same course.

Nothing is corrected: the plan is shown as it is, with each value and its table.
"""

from collections.abc import Mapping
from typing import NamedTuple

from jinzai.link.attendees import Attendee
from jinzai.link.curricula import CourseUse
from jinzai.link.learning import LinkedCourse, LinkedDelivery, Load


class Offer(NamedTuple):
    """Who gets a course according to one table: a role, perhaps a level, some departments."""

    role_id: str
    level_id: str | None
    departments: tuple[str, ...]


class TableStatement(NamedTuple):
    """What one table says about a course. Without deliveries, the table does not list it."""

    table_id: str
    deliveries: tuple[LinkedDelivery, ...]
    offers: tuple[Offer, ...]


class Disagreement(NamedTuple):
    """A course on which the tables of a plan differ, and in what."""

    course_id: str
    views: tuple[TableStatement, ...]
    listing: bool
    delivery: bool
    audience: bool


def disagreements(
    courses: Mapping[str, LinkedCourse],
    uses: Mapping[str, tuple[CourseUse, ...]],
    attending: Mapping[str, tuple[Attendee, ...]],
    tables: tuple[str, ...],
) -> tuple[Disagreement, ...]:
    """The courses on which the `tables` of a plan differ, in the order of the courses.

    `courses` and `uses` are by the id of the course, `attending` by that of the curriculum. Tables
    are compared only with those that list some course in common with them: tables that divide the
    courses among themselves do not disagree.
    """
    if len(tables) < 2:
        return ()
    views_of = {id: _views(course, uses.get(id, ()), attending) for id, course in courses.items()}
    listings: dict[str, dict[frozenset[str], None]] = {}
    for listing in dict.fromkeys(frozenset(views) for views in views_of.values()):
        for table in listing:
            listings.setdefault(table, {})[listing] = None
    found = []
    for course_id, listed_in in views_of.items():
        near = dict.fromkeys(listing for table in listed_in for listing in listings[table])
        peers = frozenset[str]().union(*near)
        if len(peers) < 2:
            continue
        silent = (TableStatement(table, (), ()) for table in tables if table in peers)
        views = tuple(listed_in.get(view.table_id, view) for view in silent)
        listed = [view for view in views if view.table_id in listed_in]
        lacking = len(listed) < len(views)
        delivery = len({_amounts(view.deliveries) for view in listed}) > 1
        audience = len({frozenset(view.offers) for view in listed}) > 1
        if lacking or delivery or audience:
            found.append(Disagreement(course_id, views, lacking, delivery, audience))
    return tuple(found)


def _views(
    course: LinkedCourse,
    uses: tuple[CourseUse, ...],
    attending: Mapping[str, tuple[Attendee, ...]],
) -> dict[str, TableStatement]:
    """What each table that lists a course says of it."""
    stated = {
        table: of_table.deliveries
        for table, of_table in course.by_table.items()
        if table is not None
    }
    offers: dict[str, dict[Offer, None]] = {}
    for use in uses:
        for (role_id, level_id, departments, table), _ in attending[use.curriculum.id]:
            if table is not None:
                offers.setdefault(table, {})[Offer(role_id, level_id, departments)] = None
    return {
        table: TableStatement(table, stated.get(table, ()), tuple(offers.get(table, ())))
        for table in dict.fromkeys((*stated, *offers))
    }


def _amounts(deliveries: tuple[LinkedDelivery, ...]) -> frozenset[tuple[tuple[str, ...], Load]]:
    return frozenset(
        ((said.format.value, *(part.format.value for part in said.plus)), load)
        for said, load in deliveries
    )
