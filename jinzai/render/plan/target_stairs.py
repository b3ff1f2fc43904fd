"""Targets by fiscal year as stairs: a step for each year, one flight for each level of a role.

This module owns which targets can be drawn so that every number stands in its step, and where the
lines and words of the drawing are. It does not know the table with the same numbers.
templates/plan/stairs.html writes the drawing; it is whole without a script.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model.target import Bound, Includes, Target, Unit
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import amounts, dates

_HEIGHT: Final = 300
"""The height of the highest step, in pixels."""

_TOP: Final = 8
_LEGIBLE: Final = 19
"""The least height of a step, or of the part of it that is seen, that a number of 14 px fits in."""

_MOST_COLUMNS: Final = 6
_TONES: Final = {1: (3,), 2: (2, 4), 3: (2, 3, 4), 4: (1, 2, 3, 4)}
"""The tones of the flights, from the one with the highest steps, by how many there are."""


class StairStep(NamedTuple):
    """A rectangle with its number; `tone` is one of the ramp d1 to d4. Pixels from the top left."""

    x: int
    y: int
    width: int
    height: int
    tone: int
    text: str


class ColumnName(NamedTuple):
    """A fiscal year below its column, in two lines; `x` is the middle."""

    x: int
    era: str
    year: str


class FlightName(NamedTuple):
    """The name of a level beside its last step. `amount` is empty where there is no room.

    What is longer than the room ends at the edge of the drawing; the title has every name whole.
    """

    x: int
    y: int
    name: str
    amount: str


class Drawing(NamedTuple):
    """The stairs at one width. `before` is what a first step holds from the year before it."""

    width: int
    height: int
    floor: int
    end: int
    steps: tuple[StairStep, ...]
    before: StairStep | None
    columns: tuple[ColumnName, ...]
    names: tuple[FlightName, ...]


class Stairs(NamedTuple):
    """The targets of one role as stairs.

    Attributes:
        title: what they come to, in words; `role` leads to the role.
        role: the role that the targets are for.
        label: all numbers in words, for a screen reader.
        wide: the drawing for a wide window and for paper.
        narrow: the drawing for a phone.
        remark: what the dashed step is; empty without one.
        targets: the ids of the targets that are drawn.
    """

    title: str
    role: Link
    label: str
    wide: Drawing
    narrow: Drawing
    remark: Markup
    targets: tuple[str, ...]


class _Flight(NamedTuple):
    target: Target
    name: str
    amounts: tuple[Decimal, ...]
    words: tuple[str, ...]


def stairs(context: PlanContext, place: PagePlace, targets: Iterable[Target]) -> tuple[Stairs, ...]:
    """The stairs of the targets that can be drawn: a set for each role and its fiscal years.

    A set can be drawn if all its targets count people in the same two to six fiscal years, if a
    level with fewer people has fewer in each year, and if each number but 0 fits in its step.
    """
    sets: dict[tuple[str, tuple[int, ...]], list[_Flight]] = {}
    for target in targets:
        years = tuple(value.year for value in target.values if value.year is not None)
        flight = _flight(context, target)
        if target.role and flight and len(years) == len(target.values):
            sets.setdefault((target.role, years), []).append(flight)
    drawn = (
        _stairs(place, role, years, sorted(found, key=lambda one: one.amounts, reverse=True))
        for (role, years), found in sets.items()
    )
    return tuple(one for one in drawn if one)


def _flight(context: PlanContext, target: Target) -> _Flight | None:
    found = [value.value for value in target.values]
    if target.unit is not Unit.PEOPLE or not target.role or len(found) < 2:
        return None
    numbers = tuple(Decimal(one) for one in found if isinstance(one, int | Decimal))
    name = context.level_name(target.role, target.level)
    if len(numbers) < len(found):
        return None
    words = tuple(amounts.target_value(one, target.unit, target.bound).text for one in found)
    return _Flight(target, name, numbers, words)


def _stairs(
    place: PagePlace, role_id: str, years: tuple[int, ...], flights: Sequence[_Flight]
) -> Stairs | None:
    part = _part(flights[0].target)
    first = years[0] - 1 if part else years[0]
    several = len(flights) > 1
    if (
        len(flights) not in _TONES
        or years[-1] - first >= _MOST_COLUMNS
        or [*years] != [*range(years[0], years[-1] + 1)]
        or (several and len({flight.name for flight in flights} - {""}) < len(flights))
        or not any(flight.amounts[-1] for flight in flights)
        or not all(map(_is_legible, _heights(flights)))
        or not _are_apart([*_heights(flights)][-1])
    ):
        return None
    role = place.role(role_id)
    last = "、".join(f"{one.name} {one.words[-1]}".strip() for one in flights)
    era = [f"{dates.era_year(year)}年度" for year in years]
    return Stairs(
        title=f"：{era[-1]}に{last}",
        role=role,
        label=f"{role.text}の目標。"
        + "".join(
            f"{one.name}{'は' if one.name else ''}"
            + "、".join(f"{year} {word}" for year, word in zip(era, one.words, strict=True))
            + "。"
            for one in flights
        ),
        wide=_drawing(flights, years, part, 132, 170, True),
        narrow=_drawing(flights, years, part, 288 // (years[-1] - first + 1), 66, False),
        remark=Markup("点線の枠は、{}の{}に含まれる{}：{}").format(
            era[0],
            flights[0].words[0],
            _people(part.value),
            place.inline(part.note),
        )
        if part
        else Markup(),
        targets=tuple(one.target.id for one in flights),
    )


def _part(target: Target) -> Includes | None:
    """The one part of the first value that was reached in the year before it, if it is a number."""
    value = target.values[0]
    if len(value.includes) == 1 and value.year is not None:
        part = value.includes[0]
        if part.year == value.year - 1 and isinstance(part.value, int | Decimal):
            return part
    return None


def _people(amount: amounts.Quantity) -> str:
    return amounts.target_value(amount, Unit.PEOPLE, Bound.EXACT).text


def _scale(flights: Sequence[_Flight]) -> Callable[[Decimal], int]:
    highest = max(max(flight.amounts) for flight in flights)
    return lambda amount: round(amount * _HEIGHT / highest) if highest else 0


def _heights(flights: Sequence[_Flight]) -> Iterator[tuple[int, ...]]:
    """The heights of the steps of each year, the highest first, with the floor at the end."""
    high = _scale(flights)
    for year in range(len(flights[0].amounts)):
        yield (*(high(flight.amounts[year]) for flight in flights), 0)


def _is_legible(heights: tuple[int, ...]) -> bool:
    """Whether each number but 0 has room in the part of its step that is seen."""
    return all(one == other == 0 or one - other >= _LEGIBLE for one, other in pairwise(heights))


def _are_apart(heights: tuple[int, ...]) -> bool:
    """Whether the names beside the last steps have room. The last height is the floor."""
    return all(one - other >= _LEGIBLE for one, other in pairwise(heights[:-1]))


def _drawing(
    flights: Sequence[_Flight],
    years: Sequence[int],
    part: Includes | None,
    width: int,
    beside: int,
    is_wide: bool,
) -> Drawing:
    """The stairs with columns of `width`, and `beside` for the names of the flights.

    Steps of one year stand in front of each other, the highest behind.
    """
    high = _scale(flights)
    tones = _TONES[len(flights)]
    floor = _TOP + _HEIGHT
    first = 1 if part else 0
    end = width * (len(years) + first)

    def step(column: int, amount: Decimal, tone: int, text: str) -> StairStep:
        height = high(amount)
        return StairStep(column * width, floor - height, width, height, tone, text)

    before = None
    if part and isinstance(part.value, int | Decimal):
        before = step(0, Decimal(part.value), 0, _people(part.value))
    columns = ([years[0] - 1] if part else []) + [*years]
    return Drawing(
        width=end + beside,
        height=floor + 44,
        floor=floor,
        end=end,
        steps=tuple(
            step(
                column + first, flight.amounts[column], tone, amounts.number(flight.amounts[column])
            )
            for column in range(len(years))
            for flight, tone in zip(flights, tones, strict=True)
            if flight.amounts[column]
        ),
        before=before,
        columns=tuple(
            ColumnName(
                column * width + width // 2,
                dates.era_year(year) + ("年度" if is_wide else ""),
                f"{year}年度" if is_wide else f"{year}",
            )
            for column, year in enumerate(columns)
        ),
        names=tuple(
            FlightName(
                end + 8,
                floor - high(flight.amounts[-1]) + 15,
                flight.name,
                flight.words[-1] if is_wide else "",
            )
            for flight in flights
            if flight.name
        ),
    )
