"""What all plans map to each entry of the frameworks, the closest first."""

from collections.abc import Iterable, Iterator

from jinzai.compare.coverage import CLOSENESS
from jinzai.link.summary import MappedEntity, PlanSummary


class MappedEntities:
    """What plans map to each entry of the frameworks: the closest first, then by plan."""

    def __init__(self, plans: Iterable[PlanSummary]) -> None:
        self._by_entry: dict[str, list[MappedEntity]] = {}
        for summary in plans:
            for entry, mapped in summary.entries.items():
                self._by_entry.setdefault(entry, []).extend(mapped)
        for found in self._by_entry.values():
            found.sort(key=lambda one: CLOSENESS.index(one.relation))

    def of_others(self, entry: str, plan_id: str) -> Iterator[MappedEntity]:
        """What the other plans map to an entry."""
        return (one for one in self._by_entry.get(entry, ()) if one.plan_id != plan_id)

    def count(self, entry: str) -> int:
        """How many entities all plans together map to an entry."""
        return len(self._by_entry.get(entry, ()))
