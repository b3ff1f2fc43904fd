"""How a course is taken, way by way: the form and the time of each part, and what is inferred.

Owns what page/ways.html prints. What a sum over several courses is called is
`jinzai.render.words.amounts`'.
"""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple, TypeVar

from jinzai.link.learning import LinkedCourse, LinkedDelivery, StatedCourse
from jinzai.model.course import Delivery, DeliveryPart, Format
from jinzai.render.page.place import PagePlace, Shown, is_inferred
from jinzai.render.words import amounts
from jinzai.render.words.wording import word

_T = TypeVar("_T")


class CourseFormView(NamedTuple):
    """One form of a course. `form` is empty where the plan does not say it."""

    form: str
    times: tuple[Shown, ...]


class WayView(NamedTuple):
    """One way to take a course, all of whose parts are taken."""

    parts: tuple[CourseFormView, ...]
    inferred: bool


class TimeView(NamedTuple):
    """The time of one way, its parts summed where all are known."""

    times: tuple[Shown, ...]
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
    """How a course is taken according to a table, equal ways once."""
    return unique(way(place, linked.delivery) for linked in stated.deliveries)


def forms(place: PagePlace, course: LinkedCourse) -> tuple[Ways, ...]:
    """All ways to take a course, what the plan's tables say apart."""
    return unique(ways(place, stated) for stated in course.by_table.values())


def brief(place: PagePlace, linked: LinkedDelivery) -> WayView:
    """One way as if it were of one part: `動画＋ワークショップ 2時間＋2日`."""
    delivery = linked.delivery
    parts = (delivery, *delivery.plus)
    forms = "＋".join(unique(form for part in parts if (form := _form(part))))
    return WayView((CourseFormView(forms, time(place, linked)),), is_inferred(delivery.basis))


def time(place: PagePlace, linked: LinkedDelivery) -> tuple[Shown, ...]:
    """The time of one way, summed: `4時間＋2日`; part by part where some part has no number."""
    delivery, cost = linked
    if cost.given and not cost.unknown:
        return (Shown(amounts.load(cost)),)
    parts = (delivery, *delivery.plus)
    return tuple(map(place.value, unique(chain.from_iterable(map(amounts.part_amounts, parts)))))


def times(place: PagePlace, course: LinkedCourse) -> tuple[tuple[TimeView, ...], ...]:
    """The time of each way, equal ones once; what the plan's tables say apart."""
    return unique(
        unique(TimeView(time(place, linked), linked.load.inferred) for linked in stated.deliveries)
        for stated in course.by_table.values()
    )


def _form(part: DeliveryPart) -> str:
    return "" if part.format is Format.UNDEFINED else word(part.format)


def unique(items: Iterable[_T]) -> tuple[_T, ...]:
    """The items without repetition, in order."""
    return tuple(dict.fromkeys(items))
