"""How much a page holds, whatever the plans say and however many they are.

This module owns the bounds of a page and cuts lists to them. A list takes as many bytes as its
items take when their macros print them; nothing is estimated.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

BYTES_ON_A_PAGE: Final = 64_000
"""The largest size in bytes of the lists on a page that grow with the plans.

What stands around them takes less than 36 KB, so that the body of a page stays below 100 KB.
"""

PLANS_ON_A_PAGE: Final = 12
"""The largest number of plans side by side on a page. The plans' own pages show the others."""

MOST_DETAILED: Final = 5
"""The largest number of plans with details on a page. With more, only the plans' pages have them.
"""

_Item = TypeVar("_Item")


def size(printed: Iterable[str]) -> int:
    """The size of printed pieces in bytes."""
    return sum(len(one.encode()) for one in printed)


def holds(printed: Iterable[str]) -> bool:
    """Whether one page holds all the printed pieces."""
    return size(printed) <= BYTES_ON_A_PAGE


def cut(
    items: Iterable[_Item],
    printed: Callable[[_Item], Iterable[str]],
    most: int | None = None,
) -> Iterator[tuple[_Item, ...]]:
    """Groups of items in their order, each so large that a page holds it.

    A group has at most `most` items. An item that is too large for a page is a group of its own.
    `printed` gives the pieces that an item takes on the page.
    """
    held: list[_Item] = []
    total = 0
    for item in items:
        own = size(printed(item))
        if held and (total + own > BYTES_ON_A_PAGE or len(held) == most):
            yield tuple(held)
            held, total = [], 0
        held.append(item)
        total += own
    if held:
        yield tuple(held)


def are_few(plans: int) -> bool:
    """Whether one page can show all plans side by side."""
    return plans <= PLANS_ON_A_PAGE


def first_plans(plans: Iterable[_Item]) -> tuple[_Item, ...]:
    """The plans that a page shows before a reader chooses: the first ones, in their order."""
    return tuple(islice(plans, PLANS_ON_A_PAGE))


def detailed_plans(
    plans: Iterable[_Item], printed: Callable[[_Item], Iterable[str]]
) -> tuple[_Item, ...]:
    """The plans whose details a page shows: all of them, or no plan if the details are too many.

    `printed` gives the details of a plan.
    """
    every = tuple(islice(plans, MOST_DETAILED + 1))
    if len(every) > MOST_DETAILED or not holds(piece for plan in every for piece in printed(plan)):
        return ()
    return every
