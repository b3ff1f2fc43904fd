"""The page of a course: ways to take it, taught skills, audience, and times in the year."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.catalogue import ScheduleUse
from jinzai.link.curricula import CourseUse
from jinzai.model import kinds
from jinzai.model.audience import Audience
from jinzai.model.course import Course
from jinzai.model.curriculum import Curriculum
from jinzai.render.page.answers import Answer
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import MOST_BESIDE
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.page.ways import TimeView, WayView, times, way
from jinzai.render.page.whom import Whom, whom
from jinzai.render.plan.course_strip import answers
from jinzai.render.plan.disagreement import DisagreementView, comparison
from jinzai.render.words import dates

SECTIONS: Final = (
    Section("deliveries", "受け方と時間"),
    Section("skills", "身に付くスキル"),
    Section("curricula", "組み込まれている研修コース"),
    Section("schedule", "実施の時期"),
    Section("related", "前後の研修"),
    Section("references", "関連するページ"),
    Section("source", "出典"),
)

_SHOWN: Final = frozenset(
    [("curriculum", "stages"), ("schedule", "lanes"), ("course", "prerequisites")]
)


class DeliveryView(NamedTuple):
    """One way to take the course, and the tables of the plan that state this way."""

    way: WayView
    tables: tuple[Link, ...]
    note: str


class TaughtSkill(NamedTuple):
    """A skill that the course teaches."""

    skill: Link
    inferred: bool
    note: str


class UseView(NamedTuple):
    """A curriculum that the course is a part of.

    `via` is the included curriculum that has the course. It is None if `curriculum` has it itself.
    `only` names the people who take the stage, if not all people of the curriculum take it.
    `in_choice` is true if the course is one of several to choose from.
    """

    curriculum: Link
    via: Link | None
    whom: Whom
    stage: str
    only: str
    in_choice: bool
    note: str
    inferred: bool


class MomentView(NamedTuple):
    """A schedule's item for the course. `when` is empty if the published figure has no months."""

    schedule: Link
    lane: str
    when: str
    note: Markup
    inferred: bool


class CourseView(NamedTuple):
    """The content of a course's page.

    `deliveries` are the ways to take the course that `comparison` does not show already.
    `any_delivery` is true if the plan states at least one way.
    """

    answers: tuple[Answer, ...]
    provider: str
    times: tuple[tuple[TimeView, ...], ...]
    audience: tuple[Whom, ...]
    deliveries: tuple[DeliveryView, ...]
    any_delivery: bool
    comparison: DisagreementView | None
    skills: tuple[TaughtSkill, ...]
    uses: tuple[UseView, ...]
    moments: tuple[MomentView, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    entity: EntityView


def pages(context: PlanContext) -> Iterator[Draft]:
    """A page for each course of the plan."""
    for course in context.plan.content.courses:
        address = context.address(f"courses/{course.id}.html")
        place = context.place(address)
        yield Draft.of_entity(
            context,
            place,
            kinds.COURSE,
            course.id,
            title=course.name,
            description=f"の研修「{course.name}」の形式、時間、対象。",
            view=view(context, place, course),
            sections=SECTIONS,
        )


def view(context: PlanContext, place: PagePlace, course: Course) -> CourseView:
    """The content of the page of `course`."""
    plan = context.plan
    compared = comparison(context, place, course.id)
    before = tuple(place.link("course", id) for id in course.prerequisites)
    after = tuple(
        place.link("course", other.id) for other in plan.followed_by_course.get(course.id, ())
    )
    return CourseView(
        answers=answers(context, place, course, before, after),
        provider=course.provider or "",
        times=times(place, plan.linked_courses[course.id]),
        audience=tuple(_audience(context, place, audience) for audience in course.audience),
        deliveries=tuple(_deliveries(place, course, compared)),
        any_delivery=bool(course.deliveries),
        comparison=compared,
        skills=tuple(
            TaughtSkill(
                place.link("skill", taught.skill), is_inferred(taught.basis), taught.note or ""
            )
            for taught in course.teaches
        ),
        uses=tuple(_uses(context, place, plan.uses_by_course.get(course.id, ()))),
        moments=tuple(_moment(place, use) for use in plan.schedule_by_course.get(course.id, ())),
        before=before,
        after=after,
        entity=entity(context, place, kinds.COURSE, course, _SHOWN),
    )


def _audience(context: PlanContext, place: PagePlace, audience: Audience) -> Whom:
    return whom(
        context,
        place,
        audience.role,
        audience.level,
        audience.departments,
        inferred=is_inferred(audience.basis),
    )


def _deliveries(
    place: PagePlace, course: Course, compared: DisagreementView | None
) -> Iterator[DeliveryView]:
    """The ways to take the course that the comparison of the tables does not show already.

    A delivery is left out if `compared` shows its table and it has no note. Deliveries with the
    same key become one view with all their tables. So a field of a delivery that this page shows
    must be in the key: otherwise the page shows the field of one delivery and loses the others. A
    field that the comparison does not show must also keep its delivery from being left out, as
    `note` does.
    """
    shown = {view.table.href for view in compared.views} if compared else set()
    tables: dict[tuple[WayView, str], list[Link]] = {}
    for delivery in course.deliveries:
        key = (way(place, delivery), delivery.note or "")
        table = place.link("table", delivery.table) if delivery.table else None
        if table is None or table.href not in shown or delivery.note:
            tables.setdefault(key, []).extend([table] if table else [])
    for (taken, note), stating in tables.items():
        yield DeliveryView(taken, tuple(stating), note)


def _uses(context: PlanContext, place: PagePlace, uses: Iterable[CourseUse]) -> Iterator[UseView]:
    """The curricula with the course, each followed by the first ones that include it."""
    for use in uses:
        yield _use(context, place, use, use.curriculum)
        for outer in islice(context.facts.all_including(use.curriculum.id), MOST_BESIDE):
            yield _use(context, place, use, outer)


def _use(context: PlanContext, place: PagePlace, use: CourseUse, curriculum: Curriculum) -> UseView:
    """A use of the course by `curriculum`, which is that of the use or includes it."""
    own = curriculum is use.curriculum
    return UseView(
        curriculum=place.link("curriculum", curriculum.id),
        via=None if own else place.link("curriculum", use.curriculum.id),
        whom=whom(
            context,
            place,
            curriculum.role,
            curriculum.level,
            curriculum.departments,
            inferred=False,  # `inferred` of the use says it.
        ),
        stage=use.stage.name,
        only=use.stage.only or "",
        in_choice=use.choice is not None,
        note=use.note or "" if own else "",
        inferred=is_inferred(use.basis) or is_inferred(curriculum.basis),
    )


def _moment(place: PagePlace, use: ScheduleUse) -> MomentView:
    return MomentView(
        schedule=place.link("schedule", use.schedule.id),
        lane=use.lane.name,
        when=dates.months(use.item.months),
        note=place.inline(use.item.note),
        inferred=is_inferred(use.item.basis),
    )
