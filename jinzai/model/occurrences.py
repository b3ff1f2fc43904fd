"""Where targets of links stand in a text, for many targets.

A search for each target would read the whole text once for each link. So only the first few are
searched. For all others the places of the text are sorted once, by what stands there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

_FEW: Final = 8
"""The number of targets that are searched. Most texts have no more, and need no sorted places."""

_LONG: Final = 64
"""The number of characters by which places are sorted. Most targets are shorter."""


class Occurrences:
    """Where texts stand in `text`. Everything is found when it is first asked for, and kept."""

    def __init__(self, text: str) -> None:
        """Keeps `text`. Never raises."""
        self.text = text
        self._known: dict[str, Sequence[int]] = {}

    def of(self, target: str) -> Sequence[int]:
        """The offsets of a target, in order. The target must not be empty.

        They are those that `str.count` counts: none begins before the last one has ended.
        """
        known = self._known.get(target)
        if known is None:
            is_few = len(self._known) < _FEW
            found = self._searched(target) if is_few else self._apart(target)
            known = self._known[target] = tuple(found)
        return known

    def before(self, target: str, offset: int) -> int:
        """How many occurrences of a target end at or before the offset."""
        return bisect_right(self.of(target), offset - len(target))

    def _searched(self, target: str) -> Iterator[int]:
        at = 0
        for piece in self.text.split(target)[:-1]:
            at += len(piece)
            yield at
            at += len(target)

    def _apart(self, target: str) -> Iterator[int]:
        end = 0
        for at in sorted(self._sorted_out(target)):
            if at >= end:
                yield at
                end = at + len(target)

    def _sorted_out(self, target: str) -> Iterable[int]:
        """The offsets of a target by the sorted places, also of those that overlap."""
        places, begin = self._places, target[:_LONG]
        for number in range(bisect_left(places, begin, key=self._begin), len(places)):
            if not self.text.startswith(begin, places[number]):
                break
            if self.text.startswith(target, places[number]):
                yield places[number]

    @cached_property
    def _places(self) -> list[int]:
        """Every offset of the text, sorted by what stands there."""
        return sorted(range(len(self.text)), key=self._begin)

    def _begin(self, at: int) -> str:
        return self.text[at : at + _LONG]
