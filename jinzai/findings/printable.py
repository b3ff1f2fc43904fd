"""Text from content/ made fit to be shown: nothing in it may command a terminal or hide."""

import re
import unicodedata
from typing import Final

_ASCII_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
# Control, format and surrogate characters, line and paragraph separators.
_HIDDEN: Final = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])
_REPLACEMENT: Final = "\ufffd"


def printable(text: str) -> str:
    """The text with one visible character for each that is not; a tab becomes one space.

    The number of characters stays, so columns still fit.
    """
    text = text.replace("\t", " ")
    if text.isascii():
        return _ASCII_CONTROL.sub(_REPLACEMENT, text)
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    return _REPLACEMENT if unicodedata.category(character) in _HIDDEN else character
