"""Curricula with what they cost: each course of each stage, as the curriculum's table states it.

This is the one place that walks through stages, items and options, and from a curriculum to the one
that it includes. It is done once. Pages, comparisons and CSV files read the result. Stages that
only some people take are not in the sum of a curriculum.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from jinzai.link.learning import LinkedCourse, Load, StatedCourse, one_of, total_load
from jinzai.model.base import Basis
from jinzai.model.course import Course
from jinzai.model.curriculum import AnyOf, CourseItem, Curriculum, Option, Stage


class CourseUse(NamedTuple):
    """A course within a curriculum.

    Attributes:
        curriculum: the curriculum.
        stage: the stage of the curriculum.
        item: what names the course: an item of the stage, or of an option of a choice.
        course: the course.
        stated: the course as the curriculum's table states it.
        load: what the course costs here. It is inferred also if `item` is inferred.
        basis: inferred if the curriculum, the choice or the item is inferred.
        note: the note of the item. If the item has no note, it is the note of the choice.
        choice: the number of the choice within its stage, from 1. It is None if the course stands
            in no choice. That does not say that the course must be taken: plans seldom say that.
        option: the number of the option within the choice, from 1. It is None without a choice.
    """

    curriculum: Curriculum
    stage: Stage
    item: CourseItem
    course: Course
    stated: StatedCourse
    load: Load
    basis: Basis
    note: str | None
    choice: int | None = None
    option: int | None = None


class LinkedOption(NamedTuple):
    """One option of a choice; all its courses are taken."""

    option: Option
    uses: tuple[CourseUse, ...]
    load: Load


class LinkedChoice(NamedTuple):
    """A choice between options. One option is enough."""

    item: AnyOf
    options: tuple[LinkedOption, ...]
    load: Load


class LinkedStage(NamedTuple):
    """A stage of a curriculum, and what it costs those who take it."""

    stage: Stage
    items: tuple[CourseUse | LinkedChoice, ...]
    load: Load

    @property
    def uses(self) -> Iterator[CourseUse]:
        """Its courses in order. A course that several options have comes once for each option."""
        for item in self.items:
            if isinstance(item, CourseUse):
                yield item
            else:
                for option in item.options:
                    yield from option.uses


@dataclass(frozen=True, slots=True, eq=False)
class LinkedCurriculum:
    """A curriculum with its courses, and what it costs.

    Two of them are equal only if they are the same object. Curricula that include each other can be
    a longer chain than Python can nest calls, so they are not compared part by part.

    Attributes:
        curriculum: the curriculum.
        stages: its own stages.
        included: the curriculum that it includes.
        load: what everybody takes, together with the load of `included`.
        apart: the stages that only some people take: its own, then those of `included`. Their load
            is not in `load`.
    """

    curriculum: Curriculum
    stages: tuple[LinkedStage, ...]
    included: "LinkedCurriculum | None" = field(repr=False)
    load: Load
    apart: tuple[LinkedStage, ...]

    @property
    def id(self) -> str:
        """The curriculum's id."""
        return self.curriculum.id

    @property
    def uses(self) -> Iterator[CourseUse]:
        """The courses of its own stages, in order."""
        for stage in self.stages:
            yield from stage.uses

    def parts(self) -> Iterator["LinkedCurriculum"]:
        """The curriculum itself, then the curriculum that it includes, and so on."""
        part: LinkedCurriculum | None = self
        while part is not None:
            yield part
            part = part.included


def link_curricula(
    curricula: Mapping[str, Curriculum], courses: Mapping[str, LinkedCourse]
) -> Mapping[str, LinkedCurriculum]:
    """Every curriculum of a plan by its id, in order."""
    found: dict[str, LinkedCurriculum] = {}
    for curriculum in curricula.values():
        # Without recursion: what a curriculum includes is linked before it.
        waiting: list[Curriculum] = []
        part: Curriculum | None = curriculum
        while part is not None and part.id not in found:
            waiting.append(part)
            part = None if part.includes is None else curricula[part.includes]
        for part in reversed(waiting):
            included = None if part.includes is None else found[part.includes]
            found[part.id] = _curriculum(part, included, courses)
    return MappingProxyType({id: found[id] for id in curricula})


def _curriculum(
    curriculum: Curriculum, included: LinkedCurriculum | None, courses: Mapping[str, LinkedCourse]
) -> LinkedCurriculum:
    stages = tuple(_stage(curriculum, stage, courses) for stage in curriculum.stages)
    of_all = [stage.load for stage in stages if stage.stage.only is None]
    of_some = tuple(stage for stage in stages if stage.stage.only is not None)
    if included is None:
        return LinkedCurriculum(curriculum, stages, None, total_load(of_all), of_some)
    # Without such stages of its own it shares the tuple, so that a long chain holds it once.
    apart = (*of_some, *included.apart) if of_some else included.apart
    return LinkedCurriculum(
        curriculum, stages, included, total_load([*of_all, included.load]), apart
    )


def _stage(
    curriculum: Curriculum, stage: Stage, courses: Mapping[str, LinkedCourse]
) -> LinkedStage:
    def use(item: CourseItem, choice: AnyOf | None, *numbers: int) -> CourseUse:
        linked = courses[item.course]
        stated = linked.stated_by(curriculum.table)
        bases = (curriculum.basis, item.basis, *(() if choice is None else (choice.basis,)))
        return CourseUse(
            curriculum,
            stage,
            item,
            linked.course,
            stated,
            _marked(stated.load, item.basis),
            Basis.INFERRED if Basis.INFERRED in bases else Basis.STATED,
            item.note or (None if choice is None else choice.note),
            *numbers,
        )

    def option(choice: AnyOf, number: int, at: int, said: Option) -> LinkedOption:
        uses = tuple(use(taken, choice, number, at) for taken in said.courses)
        return LinkedOption(said, uses, total_load(taken.load for taken in uses))

    items: list[CourseUse | LinkedChoice] = []
    choices = 0
    for item in stage.items:
        if isinstance(item, CourseItem):
            items.append(use(item, None))
            continue
        choices += 1
        options = tuple(option(item, choices, at, one) for at, one in enumerate(item.any_of, 1))
        load = one_of(one.load for one in options) or Load()
        items.append(LinkedChoice(item, options, _marked(load, item.basis)))
    return LinkedStage(stage, tuple(items), total_load(item.load for item in items))


def _marked(load: Load, basis: Basis) -> Load:
    """A load, inferred where its place is."""
    is_inferred = basis is Basis.INFERRED and load.given
    return replace(load, inferred=True) if is_inferred else load
