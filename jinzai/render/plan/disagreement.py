"""The differences between a plan's tables about a course, all tables side by side."""

from typing import NamedTuple

from jinzai.link.disagreement import Disagreement, Offer, TableStatement
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.ways import Ways, unique, way
from jinzai.render.page.whom import Whom, whom


class StatedIn(NamedTuple):
    """The facts of a course in one table. `ways` and `offers` are empty if `lists` is false."""

    table: Link
    lists: bool
    ways: Ways
    offers: tuple[Whom, ...]


class DisagreementView(NamedTuple):
    """The facts of a course in each of the plan's tables, if these differ.

    `listing`, `delivery` and `audience` are true if the tables differ in these facts. `subjects`
    names the same differences in words.
    """

    course: Link
    views: tuple[StatedIn, ...]
    listing: bool
    delivery: bool
    audience: bool
    subjects: str


def comparisons(context: PlanContext, place: PagePlace) -> tuple[DisagreementView, ...]:
    """All courses about which the plan's tables differ, in the order of the courses."""
    return tuple(_compare(context, place, found) for found in context.plan.disagreements)


def comparison(context: PlanContext, place: PagePlace, course_id: str) -> DisagreementView | None:
    """The comparison of one course; None if the tables agree on it."""
    found = context.facts.disagreements.get(course_id)
    return None if found is None else _compare(context, place, found)


def _compare(context: PlanContext, place: PagePlace, found: Disagreement) -> DisagreementView:
    differing = (
        ("掲載", found.listing),
        ("受け方と時間", found.delivery),
        ("対象", found.audience),
    )
    return DisagreementView(
        course=place.link("course", found.course_id),
        views=tuple(_view(context, place, found.course_id, view) for view in found.views),
        listing=found.listing,
        delivery=found.delivery,
        audience=found.audience,
        subjects="・".join(title for title, differs in differing if differs),
    )


def _view(context: PlanContext, place: PagePlace, course_id: str, view: TableStatement) -> StatedIn:
    return StatedIn(
        table=place.link("table", view.table_id),
        lists=bool(view.deliveries or view.offers),
        ways=unique(way(place, linked.delivery) for linked in view.deliveries),
        offers=_offers(context, place, course_id, view),
    )


def _offers(
    context: PlanContext, place: PagePlace, course_id: str, view: TableStatement
) -> tuple[Whom, ...]:
    """The roles for which a table offers the course.

    A role is inferred if an editor worked out every statement of the table's curricula about it.
    """
    stated: set[Offer] = set()
    for use in context.plan.uses_by_course.get(course_id, ()) if view.offers else ():
        for people, basis in context.plan.attendees_by_curriculum[use.curriculum.id]:
            is_stated = not is_inferred(use.basis) and not is_inferred(basis)
            if people.table == view.table_id and is_stated:
                stated.add(Offer(people.role_id, people.level_id, people.departments))
    return tuple(
        whom(
            context,
            place,
            offer.role_id,
            offer.level_id,
            offer.departments,
            inferred=offer not in stated,
        )
        for offer in view.offers
    )
