"""Where the plan's tables differ on a course: each table's value beside the other's."""

from typing import NamedTuple

from jinzai.link.disagreement import Disagreement, Offer, TableView
from jinzai.render import wording
from jinzai.render.links import Link
from jinzai.render.path import unique
from jinzai.render.place import Place, PlanContext


class ComparedRow(NamedTuple):
    """One property of a course, by table. `differs` says whether the tables disagree on it."""

    title: str
    values: tuple[tuple[Link | str, ...], ...]
    differs: bool


class Comparison(NamedTuple):
    """What each of the plan's tables says about a course on which they differ."""

    course: Link
    tables: tuple[Link, ...]
    rows: tuple[ComparedRow, ...]
    subjects: str


def comparisons(context: PlanContext, place: Place) -> tuple[Comparison, ...]:
    """All courses on which the plan's tables differ, in the order of the courses."""
    return tuple(_compare(context, place, found) for found in context.plan.disagreements)


def comparison(context: PlanContext, place: Place, course_id: str) -> Comparison | None:
    """The comparison of one course; None where the tables agree on it."""
    for found in context.plan.disagreements:
        if found.course_id == course_id:
            return _compare(context, place, found)
    return None


def _compare(context: PlanContext, place: Place, found: Disagreement) -> Comparison:
    rows = (
        ComparedRow("掲載", tuple((_listed(view),) for view in found.views), found.listing),
        ComparedRow("受け方と時間", tuple(_ways(view) for view in found.views), found.delivery),
        ComparedRow(
            "対象",
            tuple(
                tuple(_offer(context, place, offer) for offer in view.offers)
                for view in found.views
            ),
            found.audience,
        ),
    )
    return Comparison(
        course=place.link("course", found.course_id),
        tables=tuple(place.link("table", view.table_id) for view in found.views),
        rows=rows,
        subjects="・".join(row.title for row in rows if row.differs),
    )


def _listed(view: TableView) -> str:
    return "載っている" if view.deliveries or view.offers else "載っていない"


def _ways(view: TableView) -> tuple[str, ...]:
    return unique(wording.delivery(delivery) for delivery in view.deliveries)


def _offer(context: PlanContext, place: Place, offer: Offer) -> Link:
    link = place.role(offer.role_id, offer.level_id)
    departments = context.department_names(offer.departments)
    return Link(f"{link.text}（{departments}）", link.href) if departments else link
