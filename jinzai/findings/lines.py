"""The lines of a text, as an editor counts them.

A line ends at LF, CR LF or a lone CR. NEL and U+2028/2029 end a line for libyaml, but not for
editors and Git, so they do not count here. Places come from character offsets, never from libyaml's
line numbers.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

_END: Final = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of `text`. Everything is computed when it is first asked for."""

    def __init__(self, text: str) -> None:
        """Keeps `text`. Never raises."""
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins. A text has at least one line."""
        return [0, *(end.end() for end in _END.finditer(self.text))]

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset, both from 1.

        An offset outside the text counts as the nearest one inside.
        """
        offset = min(max(offset, 0), len(self.text))
        row = bisect_right(self.starts, offset)
        return row, offset - self.starts[row - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The character offset of a line and column, both from 1. The text must have them."""
        return self.starts[line - 1] + column - 1

    def line(self, number: int) -> str | None:
        """The line with this number (from 1) without its end, or None if there is no such line."""
        start, end = self._bounds(number)
        return None if start < 0 else self.text[start:end]

    def line_end(self, offset: int) -> int:
        """The offset of the end of the line that contains `offset`, before its line break."""
        return self._bounds(self.locate(offset)[0])[1]

    def _bounds(self, number: int) -> tuple[int, int]:
        if not 1 <= number <= len(self.starts):
            return -1, -1
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end
