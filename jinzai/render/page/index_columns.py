"""When an index has a column, and when it lets readers choose rows.

This module owns these two bounds. A column with hardly anything in it makes readers search for what
they could read in one sentence. A choice of rows is of use only where the rows do not fit on a
screen or two.
"""

from collections.abc import Iterable
from typing import Final

_EMPTY_SHARE: Final = 0.7
"""The largest share of empty cells that a column may have."""

_ROWS_AT_A_GLANCE: Final = 30
"""The largest number of rows among which nobody needs a choice."""


def is_sparse(cells: Iterable[object]) -> bool:
    """Whether so many cells are empty that a sentence says what stands in the others."""
    every = [bool(cell) for cell in cells]
    return every.count(False) > _EMPTY_SHARE * len(every)


def has_choices(rows: int) -> bool:
    """Whether readers can choose among the rows."""
    return rows > _ROWS_AT_A_GLANCE
