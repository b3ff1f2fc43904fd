"""What courses cost in hours and days, as each table of a plan states them.

Hours and days are computed here from the courses' deliveries. Nobody types them. Where a plan
offers alternatives, the sum is a range. A course without published hours is counted separately and
never taken as 0. A course to which hours do not apply is counted separately too.
`jinzai.link.curricula` adds the courses up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from jinzai.model.base import Basis
from jinzai.model.course import Course, Delivery, DeliveryPart
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


_ONE_COURSE = Span(Decimal(1), Decimal(1))
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
    alternatives, found separately, and an unpublished amount counts as 0. `unknown` is then the
    most of any alternative, and `fewest` the least. `ways` holds the alternatives one by one if
    there are at most `MOST_WAYS`.

    `courses` is how many courses are taken, from the fewest to the most over the alternatives. A
    course that is taken twice counts twice.

    `inferred` is true if an editor worked out some of the amounts, or that they belong here. Two
    loads are equal whatever their `courses`, `fewest` and `inferred` are.
    """

    hours: Span = Span()
    days: Span = Span()
    unknown: int = 0
    choices: bool = False
    ways: tuple["Load", ...] = ()
    given: bool = False
    exempt: int = 0
    fewest: int = field(default=0, compare=False)
    inferred: bool = field(default=False, compare=False)
    courses: Span = field(default=Span(), compare=False)

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
            self.least_unknown + other.least_unknown,
            self.inferred or other.inferred,
            self.courses + other.courses,
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
            min(self.least_unknown, other.least_unknown),
            self.inferred or other.inferred,
            self.courses | other.courses,
        )

    @property
    def least_unknown(self) -> int:
        """The fewest courses without a published amount, over all alternatives."""
        return self.fewest if self.choices else self.unknown

    @property
    def each(self) -> tuple["Load", ...]:
        """The alternatives, or the load itself if it has no alternatives."""
        return self.ways or (self,)


def _at_most(ways: Iterable[Load]) -> tuple[Load, ...]:
    """The different ways in order; empty if there is one only, or more than `MOST_WAYS`."""
    found = tuple(dict.fromkeys(ways))
    exact = all(not way.choices for way in found)
    return found if exact and 1 < len(found) <= MOST_WAYS else ()


def total_load(loads: Iterable[Load]) -> Load:
    """The sum of several loads. Without loads it is an empty `Load`."""
    return sum(loads, Load())


def one_of(loads: Iterable[Load]) -> Load | None:
    """What it costs to take one of several things. Without things it is None."""
    combined: Load | None = None
    for load in loads:
        combined = load if combined is None else combined | load
    return combined


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
    whole = total_load(parts)
    return Load(
        whole.hours,
        whole.days,
        min(whole.unknown, 1),
        whole.choices,
        given=whole.given,
        exempt=int(whole.exempt == len(parts)),
        inferred=whole.given and delivery.basis is Basis.INFERRED,
        courses=_ONE_COURSE,
    )


class LinkedDelivery(NamedTuple):
    """A way to take a course, and what it costs."""

    delivery: Delivery
    load: Load


class StatedCourse(NamedTuple):
    """A course as one table states it.

    `deliveries` are alternatives: one is enough. Where the plan states no delivery, they are empty.
    `load` is what the course costs.
    """

    deliveries: tuple[LinkedDelivery, ...]
    load: Load


class LinkedCourse(NamedTuple):
    """A course with what it costs, as each table of its plan states it.

    Attributes:
        course: the course.
        deliveries: every delivery, in the course's own order.
        by_table: the course as each table states it, in the order in which the course names the
            tables. The key None has the deliveries that name no table.
        elsewhere: the course for a table that does not state it. It has the deliveries that name
            no table. Where each delivery names a table, it has all of them.
    """

    course: Course
    deliveries: tuple[LinkedDelivery, ...]
    by_table: Mapping[str | None, StatedCourse]
    elsewhere: StatedCourse

    def stated_by(self, table: str | None) -> StatedCourse:
        """The course as a table states it, or as it is stated elsewhere."""
        return self.by_table.get(table, self.elsewhere)


def link_course(course: Course) -> LinkedCourse:
    """A course with what each of its deliveries costs. Nothing else computes that."""
    every = tuple(LinkedDelivery(one, delivery_load(one)) for one in course.deliveries)
    grouped: dict[str | None, list[LinkedDelivery]] = {}
    for linked in every:
        grouped.setdefault(linked.delivery.table, []).append(linked)
    by_table = {table: _stated(tuple(deliveries)) for table, deliveries in grouped.items()}
    elsewhere = by_table[None] if None in by_table else _stated(every)
    return LinkedCourse(course, every, MappingProxyType(by_table), elsewhere)


def _stated(deliveries: tuple[LinkedDelivery, ...]) -> StatedCourse:
    """Several deliveries as alternatives. Without deliveries the cost is unknown."""
    loads = [linked.load for linked in deliveries]
    return StatedCourse(deliveries, one_of(loads) or Load(unknown=1, courses=_ONE_COURSE))
