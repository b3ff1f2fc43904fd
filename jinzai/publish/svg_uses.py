"""The number of elements that a picture has once every `use` is followed.

This module owns the count. A dozen lines can make a browser draw more than any memory holds, if
each has ten uses of the line before. The count needs no recursion, so the depth of a picture does
not matter.
"""

from typing import Final
from urllib.parse import unquote

MOST: Final = 250_000
"""The largest count. A browser needs about 1 KB of memory for each element."""


class Uses:
    """The elements of one picture. `start` and `end` are called in the order of the file."""

    def __init__(self) -> None:
        self._inside: list[list[int]] = []
        self._open: list[int] = []
        self._by_id: dict[str, int] = {}
        self._used: dict[int, str] = {}

    def start(self, identity: str, used: str) -> None:
        """An element begins. `used` is the address in its `href` if it is a `use`, else `""`."""
        number = len(self._inside)
        if self._open:
            self._inside[self._open[-1]].append(number)
        self._inside.append([])
        self._open.append(number)
        if identity:
            self._by_id.setdefault(identity, number)
        if used:
            self._used[number] = unquote(used.strip().removeprefix("#"))

    def end(self) -> None:
        """The element that began last among those that are still open ends."""
        self._open.pop()

    def count(self) -> int:
        """The number of elements that a browser makes of the picture, at most `MOST`."""
        if not self._used:
            return min(len(self._inside), MOST)
        # An element that is being counted counts as 0: browsers do not follow a use in a circle.
        counts: dict[int, int] = {}
        waiting = [(0, False)]
        while waiting:
            element, is_known = waiting.pop()
            needed = self._needed(element)
            if is_known:
                counts[element] = min(MOST, 1 + sum(counts[other] for other in needed))
            elif element not in counts:
                counts[element] = 0
                waiting.append((element, True))
                waiting += [(other, False) for other in needed if other not in counts]
        return counts[0]

    def _needed(self, element: int) -> list[int]:
        used = self._by_id.get(self._used.get(element, ""))
        return self._inside[element] if used is None else [*self._inside[element], used]
