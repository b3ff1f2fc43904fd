"""The limits of a hand-written page, so that the engine builds it within seconds.

Python-Markdown builds these pages, and its work grows with the square of some constructs. It
searches from each bracket that is never closed to the end of the paragraph. A table has as many
cells as its columns times its rows. Emphasis within emphasis ends the program if it is nested too
deep. This module owns the limits and their messages. Real pages are far below each limit. `python
-m bench.written_pages` measures how long pages at the limits take.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

MOST_CHARACTERS: Final = 60_000
MOST_LINES: Final = 3_000

MOST_OPEN: Final = 100
"""How many brackets of one kind may be open at the same time in a paragraph."""

MOST_CELLS: Final = 20_000
"""How many cells a table may have: its columns times its rows."""

MOST_STARS: Final = 1_000
"""How many runs of `*` and `_` a paragraph may have."""

MOST_TAGS: Final = 3_000
"""How many `<` a page may have."""

_CLOSING: Final = {"]": "[", ")": "("}
_line: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_bracket: Final = re.compile(r"\\.|[\[\]()]", re.DOTALL)
_stars: Final = re.compile(r"\*+|_+")
_separator: Final = re.compile(r"[|:\- \t]*\|[|:\- \t]*")


def too_much(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a page that exceed a limit, each as an offset and a message."""
    if len(text) > MOST_CHARACTERS:
        yield MOST_CHARACTERS, _TOO_LONG.format(count=f"{len(text):,}", most=f"{MOST_CHARACTERS:,}")
        return
    lines = [(found.start(), found[0]) for found in _line.finditer(text) if found[0]]
    if len(lines) > MOST_LINES:
        offset = lines[MOST_LINES][0]
        yield offset, _TOO_MANY_LINES.format(count=f"{len(lines):,}", most=f"{MOST_LINES:,}")
        return
    if (tag := _nth("<", text, MOST_TAGS)) is not None:
        yield tag, _TOO_MANY_TAGS.format(most=f"{MOST_TAGS:,}")
    for paragraph in _paragraphs(lines):
        yield from _open_brackets(paragraph)
        yield from _many_stars(paragraph)
        yield from _wide_tables(paragraph)


_Lines = list[tuple[int, str]]
"""Lines, each with its offset in the page."""


def _paragraphs(lines: _Lines) -> Iterator[_Lines]:
    """The paragraphs: groups of lines without a blank line between them."""
    paragraph: _Lines = []
    for offset, line in lines:
        if line.strip(" \t\r\n"):
            paragraph.append((offset, line))
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _open_brackets(paragraph: _Lines) -> Iterator[tuple[int, str]]:
    """The first bracket in a paragraph that exceeds the limit, with a message."""
    is_open = dict.fromkeys(_CLOSING.values(), 0)
    start = paragraph[0][0]
    for found in _bracket.finditer("".join(line for _, line in paragraph)):
        sign = found[0]
        if sign in is_open:
            is_open[sign] += 1
            if is_open[sign] > MOST_OPEN:
                yield start + found.start(), _TOO_OPEN.format(sign=sign, most=MOST_OPEN)
                return
        elif sign in _CLOSING and is_open[_CLOSING[sign]]:
            is_open[_CLOSING[sign]] -= 1


def _many_stars(paragraph: _Lines) -> Iterator[tuple[int, str]]:
    """The first sign of emphasis in a paragraph that exceeds the limit, with a message."""
    offset = _nth(_stars, "".join(line for _, line in paragraph), MOST_STARS)
    if offset is not None:
        yield paragraph[0][0] + offset, _TOO_MANY_STARS.format(most=f"{MOST_STARS:,}")


def _nth(pattern: "str | re.Pattern[str]", text: str, before: int) -> int | None:
    """The offset of the next match of a pattern after `before` matches, or None."""
    found = next(islice(re.finditer(pattern, text), before, None), None)
    return None if found is None else found.start()


def _wide_tables(paragraph: _Lines) -> Iterator[tuple[int, str]]:
    """The first line in a paragraph that makes a table with too many cells, with a message."""
    for offset, line in paragraph:
        cells = (line.count("|") + 1) * len(paragraph)
        if cells > MOST_CELLS and _separator.fullmatch(line.rstrip("\r\n")):
            yield offset, _TOO_WIDE.format(most=f"{MOST_CELLS:,}")
            return


_TOO_LONG: Final = (
    "1つのページに書けるのは{most}字までです(いまは{count}字)。2つ以上のページに分けてください"
)
_TOO_MANY_LINES: Final = (
    "1つのページに書けるのは{most}行までです(いまは{count}行)。2つ以上のページに分けてください"
)
_TOO_OPEN: Final = (
    "1つの段落に、閉じていない「{sign}」が{most}を超えてあります。閉じるか、\\{sign} と書くか、"
    "空行を入れて段落を分けてください"
)
_TOO_MANY_STARS: Final = (
    "1つの段落に、* と _ が{most}を超えてあります。空行を入れて、段落を分けてください"
)
_TOO_MANY_TAGS: Final = "1つのページに、< が{most}を超えてあります。2つ以上のページに分けてください"
_TOO_WIDE: Final = (
    "表が大きすぎます。列の数と行の数を掛けて、{most}までにしてください。"
    "表を分けるか、列を減らしてください"
)
