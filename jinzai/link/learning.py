"""Learning: the courses of a curriculum in order, and how long they take.

Hours and days are computed here from the courses' deliveries. No file states a sum.

Where a plan offers alternatives, the sum is a range. A course without published hours is counted
separately; it never counts as 0. A course to which hours do not apply is counted separately too.
Stages that only some people of a curriculum take are not in its sum.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from jinzai.model.base import Basis
from jinzai.model.course import Course, Delivery, DeliveryPart
from jinzai.model.curriculum import AnyOf, CourseItem, Curriculum, Stage
from jinzai.model.numbers import Absence, NumberRange

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Span:
    """An amount from `least` to `most`, both included.

    The two are equal if the amount is certain.
    """

    least: Decimal = ZERO
    most: Decimal = ZERO

    def __add__(self, other: "Span") -> "Span":
        return Span(self.least + other.least, self.most + other.most)

    def __or__(self, other: "Span") -> "Span":
        """Either of the two."""
        return Span(min(self.least, other.least), max(self.most, other.most))


MOST_WAYS = 4
"""The largest number of alternatives that are kept one by one. With more, only bounds are kept."""


@dataclass(frozen=True, slots=True)
class Load:
    """The hours and days that some courses take.

    `hours` and `days` are published amounts. They are not added to each other, because plans do not
    say how long a day is. `given` is true if there is any published amount, even 0. `unknown`
    counts the courses that may have to be taken and have no published amount. `exempt` counts the
    courses to which, as the plan says, neither hours nor days apply.

    `choices` is true if there are alternatives. Then hours and days are bounds over all
    alternatives, found separately, and an unpublished amount counts as 0. `ways` holds the
    alternatives one by one if there are at most `MOST_WAYS`.

    `inferred` is true if an editor worked out some of the amounts, or that they belong here. Two
    loads are equal whatever their `inferred` is.
    """

    hours: Span = Span()
    days: Span = Span()
    unknown: int = 0
    choices: bool = False
    ways: tuple["Load", ...] = ()
    given: bool = False
    exempt: int = 0
    inferred: bool = field(default=False, compare=False)

    def __add__(self, other: "Load") -> "Load":
        return Load(
            self.hours + other.hours,
            self.days + other.days,
            self.unknown + other.unknown,
            self.choices or other.choices,
            _at_most(one + more for one in self.each for more in other.each)
            if self.ways or other.ways
            else (),
            self.given or other.given,
            self.exempt + other.exempt,
            self.inferred or other.inferred,
        )

    def __or__(self, other: "Load") -> "Load":
        """Either of the two."""
        return Load(
            self.hours | other.hours,
            self.days | other.days,
            max(self.unknown, other.unknown),
            True,
            _at_most((*self.each, *other.each)),
            self.given or other.given,
            max(self.exempt, other.exempt),
            self.inferred or other.inferred,
        )

    @property
    def each(self) -> tuple["Load", ...]:
        """The alternatives, or the load itself if it has no alternatives."""
        return self.ways or (self,)


def _at_most(ways: Iterable[Load]) -> tuple[Load, ...]:
    """The different ways in order; empty if there is one only, or more than `MOST_WAYS`."""
    found = tuple(dict.fromkeys(ways))
    exact = all(not way.choices for way in found)
    return found if exact and 1 < len(found) <= MOST_WAYS else ()


def total(loads: Iterable[Load]) -> Load:
    """The sum of several loads. Without loads it is an empty `Load`."""
    return sum(loads, Load())


def part_load(part: DeliveryPart) -> Load:
    """The hours and days of one form of a course."""
    hours, days = _span(part.hours), _span(part.days)
    given = hours is not None or days is not None
    said = {amount for amount in (part.hours, part.days) if isinstance(amount, Absence)}
    is_exempt = not given and said == {Absence.NOT_APPLICABLE}
    return Load(
        hours or Span(),
        days or Span(),
        unknown=int(not given and not is_exempt),
        given=given,
        exempt=int(is_exempt),
    )


def _span(amount: object) -> Span | None:
    if isinstance(amount, Decimal):
        return Span(amount, amount)
    if isinstance(amount, NumberRange):
        return Span(amount.min, amount.max)
    return None


def delivery_load(delivery: Delivery) -> Load:
    """The hours and days of one delivery, with the parts that belong to it.

    If one part of a delivery has no published amount, the course counts as unknown. It counts as
    exempt if all parts are exempt.
    """
    parts = [part_load(delivery), *(part_load(part) for part in delivery.plus)]
    whole = total(parts)
    return Load(
        whole.hours,
        whole.days,
        min(whole.unknown, 1),
        whole.choices,
        given=whole.given,
        exempt=int(whole.exempt == len(parts)),
        inferred=whole.given and delivery.basis is Basis.INFERRED,
    )


def deliveries_in(course: Course, table: str | None) -> tuple[Delivery, ...]:
    """The deliveries that a table states; without any, those of no table; else all deliveries."""
    for wanted in (table, None):
        found = tuple(delivery for delivery in course.deliveries if delivery.table == wanted)
        if found:
            return found
    return course.deliveries


def deliveries_by_table(course: Course) -> Mapping[str | None, tuple[Delivery, ...]]:
    """The deliveries that each table states, in the order of the tables. None is for no table."""
    found: dict[str | None, list[Delivery]] = {}
    for delivery in course.deliveries:
        found.setdefault(delivery.table, []).append(delivery)
    return {table: tuple(deliveries) for table, deliveries in found.items()}


def course_load(course: Course, table: str | None = None) -> Load:
    """The hours and days of a course. Its deliveries are alternatives."""
    loads = [delivery_load(delivery) for delivery in deliveries_in(course, table)]
    if not loads:
        return Load(unknown=1)
    combined = loads[0]
    for load in loads[1:]:
        combined = combined | load
    return combined


def curriculum_loads(
    curricula: Mapping[str, Curriculum], courses: Mapping[str, Course]
) -> Mapping[str, Load]:
    """The load of each curriculum for all its people, with the curricula that it includes.

    The keys are the ids of the curricula.
    """
    found: dict[str, Load] = {}
    for curriculum in curricula.values():
        _reckon(curriculum, courses, curricula, found)
    return MappingProxyType({id: found[id] for id in curricula})


def curriculum_load(
    curriculum: Curriculum, courses: Mapping[str, Course], curricula: Mapping[str, Curriculum]
) -> Load:
    """The same for a single curriculum."""
    found: dict[str, Load] = {}
    _reckon(curriculum, courses, curricula, found)
    return found[curriculum.id]


def _reckon(
    curriculum: Curriculum,
    courses: Mapping[str, Course],
    curricula: Mapping[str, Curriculum],
    found: dict[str, Load],
) -> None:
    """Adds the loads of a curriculum and of all that it includes, each once; no recursion."""
    waiting: list[Curriculum] = []
    part: Curriculum | None = curriculum
    while part is not None and part.id not in found:
        waiting.append(part)
        part = None if part.includes is None else curricula[part.includes]
    for part in reversed(waiting):
        own = [stage_load(one, courses, part.table) for one in part.stages if one.only is None]
        included = [] if part.includes is None else [found[part.includes]]
        found[part.id] = total([*own, *included])


def stage_load(stage: Stage, courses: Mapping[str, Course], table: str | None) -> Load:
    """The load of one stage for the people who take it."""
    return total(item_load(item, courses, table) for item in stage.items)


def item_load(item: CourseItem | AnyOf, courses: Mapping[str, Course], table: str | None) -> Load:
    """The load of one item of a stage: a course, or a choice of options."""
    if isinstance(item, CourseItem):
        return _marked(course_load(courses[item.course], table), item.basis)
    combined: Load | None = None
    for option in item.any_of:
        load = total(item_load(taken, courses, table) for taken in option.courses)
        combined = load if combined is None else combined | load
    return _marked(combined, item.basis) if combined is not None else Load()


def _marked(load: Load, basis: Basis) -> Load:
    """A load, inferred where its place is."""
    is_inferred = basis is Basis.INFERRED and load.given
    return replace(load, inferred=True) if is_inferred else load


class CourseUse(NamedTuple):
    """A course within a curriculum.

    `choice` is the number of the choice within its stage, from 1. `option` is the number of the
    option within the choice, from 1. Both are None for a course outside choices. They do not say
    whether the course must be taken, because plans seldom say it.
    """

    curriculum_id: str
    stage_id: str
    course_id: str
    basis: Basis
    note: str | None
    choice: int | None = None
    option: int | None = None


def uses(curriculum: Curriculum) -> tuple[CourseUse, ...]:
    """The courses of a curriculum in order, without those of the curriculum that it includes."""
    found: list[CourseUse] = []
    for stage in curriculum.stages:
        choice = 0
        for item in stage.items:
            if isinstance(item, CourseItem):
                basis = _weaker(curriculum.basis, item.basis)
                found.append(CourseUse(curriculum.id, stage.id, item.course, basis, item.note))
                continue
            choice += 1
            for number, option in enumerate(item.any_of, 1):
                for taken in option.courses:
                    basis = _weaker(curriculum.basis, item.basis, taken.basis)
                    found.append(
                        CourseUse(
                            curriculum.id,
                            stage.id,
                            taken.course,
                            basis,
                            taken.note or item.note,
                            choice,
                            number,
                        )
                    )
    return tuple(found)


def _weaker(*bases: Basis) -> Basis:
    return Basis.INFERRED if Basis.INFERRED in bases else Basis.STATED
