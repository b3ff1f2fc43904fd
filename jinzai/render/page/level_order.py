"""The order in which pages show things that stand for levels of a role: as the role's page does.

A plan may list its highest level first, as a table or a drawing has it. Pages show levels from the
first to the last, so that readers meet the same order everywhere. What belongs to no level keeps
its place.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

_Thing = TypeVar("_Thing")


def by_level(
    things: Iterable[_Thing],
    levels: Mapping[str, Mapping[str, object]],
    role_and_level: Callable[[_Thing], tuple[str | None, str | None]],
) -> tuple[_Thing, ...]:
    """The things with those of one role's levels in the order of the levels.

    They share the places that they had. `levels` holds the ids of each role's levels, in order;
    `role_and_level` gives the ids for a thing, with None for no role or no level.
    """
    ordered = list(things)
    places: dict[str, list[tuple[int, str]]] = {}
    for place, thing in enumerate(ordered):
        role, level = role_and_level(thing)
        if role is not None and level is not None:
            places.setdefault(role, []).append((place, level))
    source = tuple(ordered)
    for role_id, found in places.items():
        numbers = {level: number for number, level in enumerate(levels[role_id])}
        in_order = sorted(found, key=lambda one: numbers[one[1]])
        for (place, _), (taken_from, _) in zip(found, in_order, strict=True):
            ordered[place] = source[taken_from]
    return tuple(ordered)
