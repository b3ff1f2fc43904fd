"""The people who attend each curriculum: its own, and those of the curricula that include it.

A curriculum that includes another one gives its people all courses of that one too.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jinzai.model.base import Basis
from jinzai.model.curriculum import Curriculum


class AttendingPeople(NamedTuple):
    """A role, maybe at one level and in some departments, as one table states it.

    `departments` is empty for all departments. `table` is None if no table is named.
    """

    role_id: str
    level_id: str | None
    departments: tuple[str, ...]
    table: str | None


class Attendee(NamedTuple):
    """People who attend a curriculum.

    `basis` is inferred if an editor worked out every curriculum that says so.
    """

    people: AttendingPeople
    basis: Basis


def attendees(curricula: Mapping[str, Curriculum]) -> Mapping[str, tuple[Attendee, ...]]:
    """The people who attend each curriculum with courses of its own, by its id.

    Its own people come first. People that several curricula name in the same way come once. Other
    curricula have an entry only if they include one with courses. So a long chain of curricula
    without courses costs nothing.
    """
    including: dict[str, list[str]] = {id: [] for id in curricula}
    for curriculum in curricula.values():
        if curriculum.includes is not None:
            including[curriculum.includes].append(curriculum.id)
    found: dict[str, tuple[Attendee, ...]] = {}
    needed = _needed(curricula, including)
    for id in _from_the_outside(curricula, including):
        if id not in needed:
            continue
        own = curricula[id]
        people = AttendingPeople(own.role, own.level, own.departments, own.table)
        bases = {people: own.basis}
        for outer in including[id]:
            for attendee in found[outer]:
                if bases.get(attendee.people) is not Basis.STATED:
                    bases[attendee.people] = attendee.basis
        found[id] = tuple(Attendee(people, basis) for people, basis in bases.items())
    return MappingProxyType(found)


def _needed(
    curricula: Mapping[str, Curriculum], including: Mapping[str, list[str]]
) -> frozenset[str]:
    """The curricula with courses of their own, and all that include these."""
    waiting = [one.id for one in curricula.values() if any(stage.items for stage in one.stages)]
    needed = set(waiting)
    while waiting:
        outer = [id for id in including[waiting.pop()] if id not in needed]
        needed.update(outer)
        waiting += outer
    return frozenset(needed)


def _from_the_outside(
    curricula: Mapping[str, Curriculum], including: Mapping[str, list[str]]
) -> Iterator[str]:
    """The ids of the curricula, each after all that include it."""
    open_ones = {id: len(outer) for id, outer in including.items()}
    ready = [id for id, number in open_ones.items() if not number]
    while ready:
        id = ready.pop()
        yield id
        inner = curricula[id].includes
        if inner is not None:
            open_ones[inner] -= 1
            if not open_ones[inner]:
                ready.append(inner)
