"""The layout of a matrix's column heads: the table fits its page, and its head stays in view.

This module owns the sums of widths. Their unit is the width of a full-width character of the
table's text. They follow templates/theme/assets/jinzai/plan-matrix.css and the narrowest page that
shows the table as a table: 680 px at 14.4 px. This module knows no marks.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from jinzai.render.words.phrases import words_of_name

ACROSS: Final = "across"
UPRIGHT: Final = "upright"
SCROLL: Final = "scroll"

_PAGE: Final = 47.2
_SKILL: Final = 11.7
_SUM: Final = 3.9
_PADDING: Final = 0.9
_LEAST: Final = 3.0
_LINE: Final = 1.4
_HEIGHT: Final = 11


def heads(columns: Iterable[str], sums: int) -> str:
    """The layout of the heads of `columns` if the table also has `sums` columns of sums.

    `ACROSS` if the longest word of each head fits its column. `UPRIGHT` if the heads fit only when
    their text runs from top to bottom. `SCROLL` if the table needs a box that scrolls.
    """
    named = [words_of_name(column) for column in columns]
    room = _PAGE - _SKILL - sums * _SUM
    if sum(max(_LEAST, *map(_width, parts)) + _PADDING for parts in named) <= room:
        return ACROSS
    return UPRIGHT if sum(map(_upright, named)) <= room else SCROLL


def _width(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(one) in "WFA" else 0.6 for one in text)


def _upright(parts: Sequence[str]) -> float:
    """The width of a head whose lines run down, with at most `_HEIGHT` characters in a line."""
    return ceil(sum(map(len, parts)) / _HEIGHT) * _LINE + _PADDING
