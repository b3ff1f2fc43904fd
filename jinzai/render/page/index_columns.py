"""When an index has a column.

This module owns that bound. A column with hardly anything in it makes readers search for what they
could read in one sentence.
"""

from collections.abc import Iterable
from typing import Final

_EMPTY_SHARE: Final = 0.7
"""The largest share of empty cells that a column may have."""


def is_sparse(cells: Iterable[object]) -> bool:
    """Whether so many cells are empty that a sentence says what stands in the others."""
    every = [bool(cell) for cell in cells]
    return every.count(False) > _EMPTY_SHARE * len(every)
