"""The roles and skills that all plans map to each entry of the frameworks, the closest first."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from jinzai.compare.coverage import CLOSENESS
from jinzai.compare.outline import MappedOutline, PlanOutline

_Run = tuple[str, tuple[MappedOutline, ...]]
"""A plan's id, and equally close entities of that plan."""


class MappedEntities:
    """What plans map to each entry of the frameworks: the closest first, then by plan."""

    def __init__(self, plans: Iterable[PlanOutline]) -> None:
        by_entry: dict[str, list[MappedOutline]] = {}
        for plan in plans:
            for entry, mapped in plan.mapped.items():
                by_entry.setdefault(entry, []).extend(mapped)
        self._counts = {entry: len(mapped) for entry, mapped in by_entry.items()}
        self._runs = {entry: tuple(_runs(mapped)) for entry, mapped in by_entry.items()}

    def of_others(self, entry: str, plan_id: str) -> Iterator[MappedOutline]:
        """What the other plans map to an entry."""
        for id, mapped in self._runs.get(entry, ()):
            if id != plan_id:
                yield from mapped

    def count(self, entry: str) -> int:
        """How many roles and skills all plans together map to an entry."""
        return self._counts.get(entry, 0)


def _runs(mapped: list[MappedOutline]) -> Iterator[_Run]:
    """The entities, the closest first, cut where another plan follows.

    A plan's own entities can be passed over together, however many they are.
    """
    ordered = sorted(mapped, key=lambda one: CLOSENESS.index(one.relation))
    for plan_id, run in groupby(ordered, key=lambda one: one.plan_id):
        yield plan_id, tuple(run)
