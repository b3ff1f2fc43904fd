"""What is part of what, over any number of steps, answered without walking them each time."""

from collections.abc import Mapping


class Ancestry:
    """Things and the whole that each is part of, which may be part of another.

    A chain of thousands is asked about from each of its links. So all of them are numbered once,
    the parts of a whole in one stretch: what lies in the stretch is part of it. Where the parts of
    a ring are part of each other, all of the ring is above each of them.
    """

    def __init__(self, part_of: Mapping[str, str]) -> None:
        """`part_of` maps a part to the one whole that it is part of."""
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
        """Whether one thing is part of the other over one or more steps, or the same."""
        if part == whole:
            return True
        if part not in self._first or whole not in self._first:
            return False
        is_below = self._first[whole] <= self._first[part] <= self._last[whole]
        return is_below or whole in self._ring[part]

    def _number(self, top: str, ring: frozenset[str]) -> None:
        """Number what is below `top`, which is not numbered yet; without recursion."""
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


def _ring_above(part: str, part_of: Mapping[str, str]) -> dict[str, None]:
    """The ring to which the wholes above a part lead."""
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
