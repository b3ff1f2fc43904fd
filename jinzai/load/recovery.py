"""Reading on after a syntax error: without the items of a list that the error is in.

The letters of these items become spaces, so that offsets in the rest stay the same. This module
knows lines and columns alone.
"""

import re
from typing import Final

_DASH: Final = re.compile(r"^( *)- ", re.MULTILINE)
_LETTER: Final = re.compile(r"[^\r\n]")
_ITEM: Final = (" ", "-")


def without_items(text: str, first: int, last: int) -> str | None:
    """The text without the items of its outermost list from offset `first` to offset `last`.

    None if the error is in no such item, or if no other item would be left: a key at the top may
    be needed, and so may its value.
    """
    starts = _starts(text)
    begin = max((at for at in starts if at <= first), default=-1)
    if begin < 0 or text[begin] not in _ITEM:
        return None
    before = max((at for at in starts if at < begin), default=-1)
    end = min((at for at in starts if at > last), default=len(text))
    if not (before >= 0 and text[before] in _ITEM) and text[end : end + 1] not in _ITEM:
        return None
    return text[:begin] + _LETTER.sub(" ", text[begin:end]) + text[end:]


def _starts(text: str) -> list[int]:
    """Where the items of the outermost list and the keys at the top begin, in their order."""
    width = min((len(found[1]) for found in _DASH.finditer(text)), default=0)
    begins = re.compile(rf"^(?:(?=[^\s#-])| {{{width}}}(?=- ))", re.MULTILINE)
    # An item begins at the start of its line.
    return [found.start() for found in begins.finditer(text)]
