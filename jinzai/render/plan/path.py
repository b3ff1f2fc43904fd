"""A curriculum as a path: its stages, choices, gates, and the hours up to each point."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.learning import (
    Load,
    course_load,
    item_load,
    total,
)
from jinzai.model.base import Basis, Ordering
from jinzai.model.curriculum import AnyOf, CourseItem, Curriculum, Stage
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.page.ways import Ways, ways
from jinzai.render.words import amounts


class CourseStep(NamedTuple):
    """A course of a stage.

    `ways` says how it is taken; one is enough. `before` are its prerequisites. `running` is the
    sum from the path's start to this course; `""` within an option, in a stage for some only, and
    where the path has no published hours at all.
    """

    course: Link
    provider: str
    ways: Ways
    before: tuple[Link, ...]
    note: str
    inferred: bool
    running: str = ""
    options: tuple["OptionView", ...] = ()


class OptionView(NamedTuple):
    """One option of a choice; all its courses are taken."""

    name: str
    steps: tuple[CourseStep, ...]
    load: amounts.Total


class CourseChoice(NamedTuple):
    """A choice between options. `running` as that of a course."""

    options: tuple[OptionView, ...]
    load: amounts.Total
    note: str
    inferred: bool
    running: str


class PathStageView(NamedTuple):
    """A stage. `load` is its own sum, `running` the sum from the path's start to its end.

    `requires` are stages of the same path to be finished first. `only` names the people who alone
    take the stage; its sum is then in no other.
    """

    id: str
    name: str
    description: Markup
    requires: tuple[str, ...]
    items: tuple[CourseStep | CourseChoice, ...]
    practices: tuple[Link, ...]
    only: str
    load: amounts.Total
    running: str


class PathView(NamedTuple):
    """A curriculum's way from its gates to its end.

    `after` are curricula to be finished first; `included` is taken as a part of this one.
    `ordered` says that the plan states the order of stages and courses, `unordered` that it
    does not, of several. `counted` says that some
    hours or days are published, so that steps have running sums. `apart` names the stages that
    are not in the sum, since only some people take them.
    """

    after: tuple[Link, ...]
    included: Link | None
    included_load: amounts.Total | None
    stages: tuple[PathStageView, ...]
    load: amounts.Total
    choices: bool
    ordered: bool
    unordered: bool
    counted: bool
    apart: tuple[str, ...]


def path(context: PlanContext, place: PagePlace, curriculum: Curriculum) -> PathView:
    """The path of a curriculum of the plan."""
    plan = context.plan
    included = curriculum.includes
    so_far = plan.loads[included] if included is not None else Load()
    whole = plan.loads[curriculum.id]
    counted = whole.given
    stages = []
    for stage in curriculum.stages:
        running = [""] * len(stage.items)
        loads = [item_load(item, plan.courses, curriculum.table) for item in stage.items]
        if stage.only is None:
            sums = tuple(accumulate(loads, initial=so_far))
            so_far = sums[-1]
            if counted:
                running = [amounts.running(reached) for reached in sums[1:]]
        stages.append(_stage(context, place, curriculum, stage, loads, so_far, running))
    return PathView(
        after=tuple(place.link("curriculum", id) for id in curriculum.after),
        included=place.link("curriculum", included) if included is not None else None,
        included_load=amounts.total(plan.loads[included]) if included is not None else None,
        stages=tuple(stages),
        load=amounts.total(whole),
        choices=whole.choices,
        ordered=curriculum.order is Ordering.STATED,
        unordered=curriculum.order is Ordering.UNKNOWN and _are_several(curriculum),
        counted=counted,
        apart=tuple(_apart(plan.curricula, curriculum)),
    )


def _are_several(curriculum: Curriculum) -> bool:
    return sum(len(stage.items) or 1 for stage in curriculum.stages) > 1


def _apart(curricula: Mapping[str, Curriculum], curriculum: Curriculum) -> Iterator[str]:
    """The stages for some people only, of a curriculum and of what it includes."""
    part: Curriculum | None = curriculum
    while part is not None:
        yield from (stage.name for stage in part.stages if stage.only is not None)
        part = curricula[part.includes] if part.includes is not None else None


def _stage(
    context: PlanContext,
    place: PagePlace,
    curriculum: Curriculum,
    stage: Stage,
    loads: list[Load],
    so_far: Load,
    running: list[str],
) -> PathStageView:
    stages = context.facts.stages(curriculum.id)
    return PathStageView(
        id=stage.id,
        name=stage.name,
        description=place.prose(stage.description),
        requires=tuple(stages[id].name for id in stage.requires),
        items=tuple(
            _item(context, place, item, curriculum, load, reached)
            for item, load, reached in zip(stage.items, loads, running, strict=True)
        ),
        practices=tuple(place.link("practice", id) for id in stage.practices),
        only=stage.only or "",
        load=amounts.total(total(loads)),
        running=amounts.load(so_far),
    )


def _item(
    context: PlanContext,
    place: PagePlace,
    item: CourseItem | AnyOf,
    curriculum: Curriculum,
    load: Load,
    running: str,
) -> CourseStep | CourseChoice:
    if isinstance(item, CourseItem):
        return _step(context, place, item, curriculum.table, running)
    return CourseChoice(
        options=tuple(
            OptionView(
                option.name or "",
                tuple(_step(context, place, taken, curriculum.table) for taken in option.courses),
                amounts.total(
                    total(
                        course_load(context.plan.courses[taken.course], curriculum.table)
                        for taken in option.courses
                    )
                ),
            )
            for option in item.any_of
        ),
        load=amounts.total(load),
        note=item.note or "",
        inferred=item.basis is Basis.INFERRED,
        running=running,
    )


def _step(
    context: PlanContext, place: PagePlace, item: CourseItem, table: str | None, running: str = ""
) -> CourseStep:
    course = context.plan.courses[item.course]
    return CourseStep(
        course=place.link("course", course.id),
        provider=course.provider or "",
        ways=ways(place, course, table),
        before=tuple(place.link("course", id) for id in course.prerequisites),
        note=item.note or "",
        inferred=item.basis is Basis.INFERRED,
        running=running,
    )
