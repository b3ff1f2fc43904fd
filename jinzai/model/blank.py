"""The sign of a blank in a printed template, which the adopting municipality fills in: ○."""

import re
from typing import Final

# 〇 is also the zero of numbers in kanji: 二〇二五.
BLANK: Final = re.compile(r"[○◯]|(?<![一二三四五六七八九〇])〇(?![一二三四五六七八九〇])")
"""Finds one sign of a blank."""


def has_blank(text: str) -> bool:
    """Whether a text contains the sign of a blank."""
    return ("○" in text or "◯" in text or "〇" in text) and BLANK.search(text) is not None
