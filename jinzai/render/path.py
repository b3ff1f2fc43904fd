"""A curriculum as a path: stages in order, choices, gates, and the hours up to each point."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.learning import (
    Load,
    course_load,
    deliveries_in,
    item_load,
    total,
)
from jinzai.model.base import Basis
from jinzai.model.course import Course
from jinzai.model.curriculum import AnyOf, CourseItem, Curriculum, Stage
from jinzai.render import wording
from jinzai.render.links import Link
from jinzai.render.place import Place, PlanContext


class CourseStep(NamedTuple):
    """A course of a stage.

    `ways` says how it is taken, each way in words; one is enough. `before` are its prerequisites.
    `running` is the sum from the path's start to this course; `""` within an option, and where
    the path has no published hours at all.
    """

    course: Link
    provider: str
    ways: tuple[str, ...]
    before: tuple[Link, ...]
    note: str
    inferred: bool
    running: str = ""
    options: tuple["OptionView", ...] = ()


class OptionView(NamedTuple):
    """One option of a choice; all its courses are taken."""

    name: str
    steps: tuple[CourseStep, ...]
    load: str


class Choice(NamedTuple):
    """A choice between options. `running` as that of a course."""

    options: tuple[OptionView, ...]
    load: str
    note: str
    inferred: bool
    running: str


class StageView(NamedTuple):
    """A stage. `load` is its own sum, `running` the sum from the path's start to its end.

    `requires` are stages of the same path to be finished first.
    """

    id: str
    name: str
    description: Markup
    requires: tuple[str, ...]
    items: tuple[CourseStep | Choice, ...]
    practices: tuple[Link, ...]
    load: str
    running: str


class PathView(NamedTuple):
    """A curriculum's way from its gates to its end.

    `after` are curricula to be finished first; `included` is taken as a part of this one.
    `counted` says that some hours or days are published, so that steps have running sums.
    """

    after: tuple[Link, ...]
    included: Link | None
    included_load: str
    stages: tuple[StageView, ...]
    load: str
    choices: bool
    counted: bool


def path(context: PlanContext, place: Place, curriculum: Curriculum) -> PathView:
    """The path of a curriculum of the plan."""
    plan = context.plan
    included = curriculum.includes
    so_far = plan.loads[included] if included is not None else Load()
    whole = plan.loads[curriculum.id]
    counted = bool(whole.hours.most or whole.days.most)
    stages = []
    for stage in curriculum.stages:
        loads = [item_load(item, plan.courses, curriculum.table) for item in stage.items]
        sums = tuple(accumulate(loads, initial=so_far))
        so_far = sums[-1]
        running = tuple(wording.running(reached) if counted else "" for reached in sums[1:])
        stages.append(_stage(context, place, curriculum, stage, total(loads), so_far, running))
    return PathView(
        after=tuple(place.link("curriculum", id) for id in curriculum.after),
        included=place.link("curriculum", included) if included is not None else None,
        included_load=wording.load(plan.loads[included]) if included is not None else "",
        stages=tuple(stages),
        load=wording.load(whole),
        choices=whole.choices,
        counted=counted,
    )


def _stage(
    context: PlanContext,
    place: Place,
    curriculum: Curriculum,
    stage: Stage,
    own: Load,
    so_far: Load,
    running: tuple[str, ...],
) -> StageView:
    names = {other.id: other.name for other in curriculum.stages}
    return StageView(
        id=stage.id,
        name=stage.name,
        description=place.prose(stage.description),
        requires=tuple(names[id] for id in stage.requires),
        items=tuple(
            _item(context, place, item, curriculum, reached)
            for item, reached in zip(stage.items, running, strict=True)
        ),
        practices=tuple(place.link("practice", id) for id in stage.practices),
        load=wording.load(own),
        running=wording.load(so_far),
    )


def _item(
    context: PlanContext,
    place: Place,
    item: CourseItem | AnyOf,
    curriculum: Curriculum,
    running: str,
) -> CourseStep | Choice:
    if isinstance(item, CourseItem):
        return _step(context, place, item, curriculum.table, running)
    return Choice(
        options=tuple(
            OptionView(
                option.name or "",
                tuple(_step(context, place, taken, curriculum.table) for taken in option.courses),
                wording.load(
                    total(
                        course_load(context.plan.courses[taken.course], curriculum.table)
                        for taken in option.courses
                    )
                ),
            )
            for option in item.any_of
        ),
        load=wording.load(item_load(item, context.plan.courses, curriculum.table)),
        note=item.note or "",
        inferred=item.basis is Basis.INFERRED,
        running=running,
    )


def _step(
    context: PlanContext, place: Place, item: CourseItem, table: str | None, running: str = ""
) -> CourseStep:
    course = context.plan.courses[item.course]
    return CourseStep(
        course=place.link("course", course.id),
        provider=course.provider or "",
        ways=ways(course, table),
        before=tuple(place.link("course", id) for id in course.prerequisites),
        note=item.note or "",
        inferred=item.basis is Basis.INFERRED,
        running=running,
    )


def ways(course: Course, table: str | None = None) -> tuple[str, ...]:
    """How a course is taken according to a table, each way in words, equal ones once."""
    return unique(wording.delivery(way) for way in deliveries_in(course, table))


def forms(course: Course) -> str:
    """All ways to take a course in one line; what the plan's tables say apart by `／`."""
    tables = dict.fromkeys(way.table for way in course.deliveries)
    return " ／ ".join(unique("、または".join(ways(course, table)) for table in tables))


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without repetition, in order."""
    return tuple(dict.fromkeys(texts))
