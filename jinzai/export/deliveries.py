"""The formats in which a course is given, as rows. Each part of a delivery is a row of its own."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.export.cells import FORMATS, amount
from jinzai.export.table import Value
from jinzai.link.catalogue import LinkedPlan
from jinzai.model.course import Delivery

_MOST: Final = 20
"""The largest number of other parts that a part names. A delivery has one or two."""


class DeliveryCells(NamedTuple):
    """The cells `format`, `hours` and `days`."""

    format: str | None = None
    hours: Value = None
    days: Value = None


def delivery_rows(plan: LinkedPlan, delivery: Delivery) -> Iterator[DeliveryCells]:
    """The parts of a delivery. People take all of them.

    Each part names the others, so that even a sorted sheet shows which rows are parts of one
    delivery.
    """
    together = (delivery, *delivery.plus)
    for number, part in enumerate(together):
        beside = [*together[: min(number, _MOST + 1)], *together[number + 1 : number + 2 + _MOST]]
        others = [FORMATS[other.format] for other in beside[:_MOST]]
        more = "など" if len(beside) > _MOST else ""
        label = FORMATS[part.format]
        yield DeliveryCells(
            f"{label}（{'・'.join(others)}{more}とあわせて）" if others else label,
            amount(part.hours, plan),
            amount(part.days, plan),
        )
