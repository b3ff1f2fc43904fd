"""Whether one thing is part of another over any number of steps, answered without walking them."""

from collections.abc import Mapping

from jinzai.check.index import PlanIndex
from jinzai.model.role import Role


class Ancestry:
    """Things, and the whole that each is part of. A whole may be part of another one.

    Each thing in a chain of thousands is asked about. So all things are numbered once, and the
    parts of a whole get one stretch of numbers: a number in the stretch belongs to a part. If
    things are parts of each other in a ring, the whole ring is above each of their parts.
    """

    def __init__(self, part_of: Mapping[str, str]) -> None:
        """`part_of` gives for each part the one whole that it is part of."""
        self._parts: dict[str, list[str]] = {}
        for part, whole in part_of.items():
            self._parts.setdefault(whole, []).append(part)
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._ring: dict[str, frozenset[str]] = {}
        for whole in self._parts:
            if whole not in part_of:
                self._number(whole, frozenset())
        for part in part_of:
            if part not in self._first:
                ring = _ring_above(part, part_of)
                self._number(next(iter(ring)), frozenset(ring))

    def is_within(self, part: str, whole: str) -> bool:
        """Whether `part` is part of `whole` over one or more steps, or is the same thing."""
        if part == whole:
            return True
        if part not in self._first or whole not in self._first:
            return False
        is_below = self._first[whole] <= self._first[part] <= self._last[whole]
        return is_below or whole in self._ring[part]

    def _number(self, top: str, ring: frozenset[str]) -> None:
        """Numbers everything below `top`, which is not numbered yet. It works without recursion."""
        pending = [(top, False)]
        while pending:
            one, is_done = pending.pop()
            if is_done:
                self._last[one] = len(self._first) - 1
            elif one not in self._first:
                self._first[one] = len(self._first)
                self._ring[one] = ring
                pending.append((one, True))
                pending += [(part, False) for part in self._parts.get(one, ())]


def role_ancestry(index: PlanIndex) -> Ancestry:
    """The roles of a plan. Of two roles with one id the first counts."""
    part_of: dict[str, str] = {}
    for id, entity in index.by_kind.get("role", {}).items():
        if isinstance(entity.record, Role) and entity.record.part_of is not None:
            part_of[id] = entity.record.part_of
    return Ancestry(part_of)


def _ring_above(part: str, part_of: Mapping[str, str]) -> dict[str, None]:
    """The ring at the end of the wholes above a part. There must be one."""
    passed: dict[str, None] = {}
    while part not in passed:
        passed[part] = None
        part = part_of[part]
    ring = {part: None}
    whole = part_of[part]
    while whole != part:
        ring[whole] = None
        whole = part_of[whole]
    return ring
