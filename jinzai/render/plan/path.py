"""A curriculum as a path: its stages, choices and gates, and the hours up to each point."""

from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.curricula import CourseUse, LinkedChoice, LinkedStage
from jinzai.link.learning import Load
from jinzai.model.base import Basis, Ordering
from jinzai.model.curriculum import Curriculum
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.page.ways import Ways, ways
from jinzai.render.words import amounts


class CourseStep(NamedTuple):
    """A course of a stage.

    `ways` are alternative ways to take it. `before` are its prerequisites. `running` is the sum
    from the path's start to this course. It is `""` within an option, in a stage that only some
    people take, and if no hours of the path are published.
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
    """One option of a choice. People who choose it take all its courses."""

    name: str
    steps: tuple[CourseStep, ...]
    load: amounts.PrintedTotal


class CourseChoice(NamedTuple):
    """A choice between options. `running` means the same as in `CourseStep`."""

    options: tuple[OptionView, ...]
    load: amounts.PrintedTotal
    note: str
    inferred: bool
    running: str


class PathStageView(NamedTuple):
    """A stage. `load` is its own sum. `running` is the sum from the path's start to its end.

    `requires` names stages of the same path that have to be finished first. `only` names the people
    who take the stage, if not all do. Then no other sum includes the stage. `only_role` is their
    role, where the content names it.
    """

    id: str
    name: str
    description: Markup
    requires: tuple[str, ...]
    items: tuple[CourseStep | CourseChoice, ...]
    practices: tuple[Link, ...]
    only: str
    only_role: Link | None
    only_role_note: str
    only_role_inferred: bool
    load: amounts.PrintedTotal
    running: str


class PathView(NamedTuple):
    """A curriculum's way from its start to its end.

    `included` is the curriculum that is taken as a part of this one. `ordered` is true if the plan
    states the order of stages and courses. `unordered` is true if there are several and the plan
    does not state their order. `counted` is true if some hours or days are published, so that steps
    have running sums. `apart` names the stages that only some people take; they are not in the sum.
    """

    included: Link | None
    included_load: amounts.PrintedTotal | None
    stages: tuple[PathStageView, ...]
    load: amounts.PrintedTotal
    choices: bool
    ordered: bool
    unordered: bool
    counted: bool
    apart: tuple[str, ...]


def path(context: PlanContext, place: PagePlace, curriculum: Curriculum) -> PathView:
    """The path of a curriculum of the plan."""
    linked = context.plan.linked_curricula[curriculum.id]
    included = linked.included
    so_far = included.load if included is not None else Load()
    counted = linked.load.given
    names = {stage.id: stage.name for stage in curriculum.stages}
    stages = []
    for stage in linked.stages:
        running = [""] * len(stage.items)
        if stage.stage.only is None:
            sums = tuple(accumulate((item.load for item in stage.items), initial=so_far))
            so_far = sums[-1]
            if counted:
                running = [amounts.running(reached) for reached in sums[1:]]
        stages.append(_stage(place, stage, names, so_far, running))
    return PathView(
        included=place.link("curriculum", included.id) if included is not None else None,
        included_load=amounts.printed_total(included.load) if included is not None else None,
        stages=tuple(stages),
        load=amounts.printed_total(linked.load),
        choices=linked.load.choices,
        ordered=curriculum.order is Ordering.STATED,
        unordered=curriculum.order is Ordering.UNKNOWN and _are_several(curriculum),
        counted=counted,
        apart=tuple(stage.stage.name for stage in linked.apart),
    )


def _are_several(curriculum: Curriculum) -> bool:
    return sum(len(stage.items) or 1 for stage in curriculum.stages) > 1


def _stage(
    place: PagePlace,
    linked: LinkedStage,
    names: Mapping[str, str],
    so_far: Load,
    running: list[str],
) -> PathStageView:
    """A stage. `names` are the names of the curriculum's stages, by their ids."""
    stage = linked.stage
    taker = stage.only_role
    return PathStageView(
        id=stage.id,
        name=stage.name,
        description=place.prose(stage.description),
        requires=tuple(names[id] for id in stage.requires),
        items=tuple(
            _step(place, item, reached)
            if isinstance(item, CourseUse)
            else _choice(place, item, reached)
            for item, reached in zip(linked.items, running, strict=True)
        ),
        practices=tuple(place.link("practice", id) for id in stage.practices),
        only=stage.only or "",
        only_role=None if taker is None else place.link("role", taker.role),
        only_role_note="" if taker is None else taker.note or "",
        only_role_inferred=taker is not None and taker.basis is Basis.INFERRED,
        load=amounts.printed_total(linked.load),
        running=amounts.load(so_far),
    )


def _choice(place: PagePlace, choice: LinkedChoice, running: str) -> CourseChoice:
    return CourseChoice(
        options=tuple(
            OptionView(
                one.option.name or "",
                tuple(_step(place, use) for use in one.uses),
                amounts.printed_total(one.load),
            )
            for one in choice.options
        ),
        load=amounts.printed_total(choice.load),
        note=choice.item.note or "",
        inferred=choice.item.basis is Basis.INFERRED,
        running=running,
    )


def _step(place: PagePlace, use: CourseUse, running: str = "") -> CourseStep:
    course, item = use.course, use.item
    return CourseStep(
        course=place.link("course", course.id),
        provider=course.provider or "",
        ways=ways(place, use.stated),
        before=tuple(place.link("course", id) for id in course.prerequisites),
        note=item.note or "",
        inferred=item.basis is Basis.INFERRED,
        running=running,
    )
