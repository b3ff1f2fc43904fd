"""The ways to take a course: the format and the time of each part, and whether it is inferred.

This module owns the views for page/ways.html. `jinzai.render.words.amounts` owns the words for a
sum over several courses.
"""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple, TypeVar

from jinzai.link.learning import LinkedCourse, LinkedDelivery, StatedCourse
from jinzai.model.course import Delivery, DeliveryPart, Format
from jinzai.render.page.place import PagePlace, is_inferred
from jinzai.render.words import amounts
from jinzai.render.words.wording import word

_T = TypeVar("_T")


class CourseFormView(NamedTuple):
    """One format of a course. `form` is empty if the plan does not state it."""

    form: str
    times: tuple[amounts.Value, ...]


class WayView(NamedTuple):
    """One way to take a course. All its parts are taken."""

    parts: tuple[CourseFormView, ...]
    inferred: bool


class TimeView(NamedTuple):
    """The time of one way: the sum of its parts if all are known."""

    times: tuple[amounts.Value, ...]
    inferred: bool


Ways = tuple[WayView, ...]
"""Alternative ways to take a course; empty if no editor has looked for them."""


def way(place: PagePlace, delivery: Delivery) -> WayView:
    """One way: `動画 2時間 ＋ ワークショップ 2日`."""
    return WayView(
        tuple(
            CourseFormView(_form(part), tuple(map(place.value, amounts.part_amounts(part))))
            for part in (delivery, *delivery.plus)
        ),
        is_inferred(delivery.basis),
    )


def ways(place: PagePlace, stated: StatedCourse) -> Ways:
    """The ways to take a course that a table states. Equal ways stand once."""
    return unique(way(place, linked.delivery) for linked in stated.deliveries)


def forms(place: PagePlace, course: LinkedCourse) -> tuple[Ways, ...]:
    """All ways to take a course, in one group for each of the plan's tables."""
    return unique(ways(place, stated) for stated in course.by_table.values())


def brief(place: PagePlace, linked: LinkedDelivery) -> WayView:
    """One way in short, as a single part: `動画＋ワークショップ 2時間＋2日`."""
    delivery = linked.delivery
    parts = (delivery, *delivery.plus)
    forms = "＋".join(unique(form for part in parts if (form := _form(part))))
    return WayView((CourseFormView(forms, time(place, linked)),), is_inferred(delivery.basis))


def time(place: PagePlace, linked: LinkedDelivery) -> tuple[amounts.Value, ...]:
    """The time of one way as a sum: `4時間＋2日`; part by part if a part has no number."""
    delivery, cost = linked
    if cost.given and not cost.unknown:
        return (amounts.Value(amounts.load(cost)),)
    parts = (delivery, *delivery.plus)
    return tuple(map(place.value, unique(chain.from_iterable(map(amounts.part_amounts, parts)))))


def times(place: PagePlace, course: LinkedCourse) -> tuple[tuple[TimeView, ...], ...]:
    """The times of all ways, in one group for each of the plan's tables. Equal times stand once."""
    return unique(
        unique(TimeView(time(place, linked), linked.load.inferred) for linked in stated.deliveries)
        for stated in course.by_table.values()
    )


def _form(part: DeliveryPart) -> str:
    return "" if part.format is Format.UNDEFINED else word(part.format)


def unique(items: Iterable[_T]) -> tuple[_T, ...]:
    """The items without repetition, in order."""
    return tuple(dict.fromkeys(items))
