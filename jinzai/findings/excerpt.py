"""The source line of a finding and a caret line under it, as wide as a terminal shows them."""

from typing import Final

from jinzai.findings.finding import Place
from jinzai.findings.lines import Lines
from jinzai.findings.printable import printable

MAX_CELLS: Final = 100
_ELLIPSIS: Final = "…"
_REACH: Final = 4 * MAX_CELLS
"""The number of characters before and after the place that are read. A line can be very long."""


def excerpt(place: Place, lines: Lines) -> tuple[str, str] | None:
    """The line of `place` and its caret line; None if there is no such line, or if it has no text.

    A wide character counts as two cells. A line that is too long is cut on both sides of the
    carets. An ellipsis stands for the rest. If the stretch goes on to the next line, it is marked
    to the line's end.
    """
    # Only who has a finding to show pays for the width tables.
    from rich.cells import cell_len

    line = lines.line(place.line)
    if line is None or place.column < 1 or not lines.text:
        return None
    start = min(place.column - 1, len(line))
    skipped, length = max(start - _REACH, 0), len(line)
    text = printable(line[skipped : start + _REACH])
    start -= skipped
    is_here = place.end_line == place.line
    end = place.end_column - 1 - skipped if is_here else len(text.rstrip())
    end = max(start, min(end, len(text)))
    widths = [cell_len(character) for character in text]
    left, right = _window(widths, start, end)
    head = _ELLIPSIS if skipped + left > 0 else ""
    tail = _ELLIPSIS if skipped + right < length else ""
    indent = len(head) + sum(widths[left:start])
    carets = max(1, sum(widths[start : min(end, right)]))
    return f"{head}{text[left:right]}{tail}".rstrip(), " " * indent + "^" * carets


def _window(widths: list[int], start: int, end: int) -> tuple[int, int]:
    """The range of characters to show: the stretch from `start` with its surroundings."""
    if sum(widths) <= MAX_CELLS:
        return 0, len(widths)
    room = MAX_CELLS - 2 * len(_ELLIPSIS)
    left = right = start
    marked = min(sum(widths[start:end]), room // 2)
    before = (room - marked) // 2
    while left > 0 and before >= widths[left - 1]:
        left -= 1
        before -= widths[left]
    room -= sum(widths[left:start])
    while right < len(widths) and room >= widths[right]:
        room -= widths[right]
        right += 1
    while left > 0 and room >= widths[left - 1]:
        left -= 1
        room -= widths[left]
    return left, right
