"""The sign of a blank in a printed template, which the adopting municipality fills in: ○."""

import re
from typing import Final

# 〇 is also the zero of numbers in kanji: 二〇二五.
BLANK: Final = re.compile(r"[○◯]|(?<![一二三四五六七八九〇])〇(?![一二三四五六七八九〇])")
"""Finds one sign of a blank."""

_AROUND: Final = 12
"""So many characters before and after a sign are looked at, so that long texts take no longer."""
_FILLED: Final = "名人年月日件回円%％時課部局係市区町村県割か自団校冊点程以台個社本万千百"
_AFTER: Final = re.compile(r"(?:令和|平成|昭和|西暦|第|約|＋|\+|[0-9])\s*$")
_QUOTED: Final = (("「", "」"), ("『", "』"), ('"', '"'), ("“", "”"))


def is_sign(text: str, start: int, end: int) -> bool:
    """Whether what a text has from `start` to `end` is written as a sign and not as a blank.

    A sign stands in quotation marks or before 印. A blank stands beside the word that it lacks: 名,
    年度 and the like.
    """
    before, after = text[max(start - _AROUND, 0) : start].rstrip(), text[end : end + _AROUND]
    after = after.lstrip()
    if after.startswith("印"):
        return True
    return any(before.endswith(left) and after.startswith(right) for left, right in _QUOTED)


def is_filled_in(text: str, start: int, end: int) -> bool:
    """Whether a blank is meant from `start` to `end`, since a word beside it needs something."""
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    beside = BLANK.match(after) is not None or BLANK.search(before[-1:]) is not None
    is_alone = len(text) <= _AROUND and not before.strip() and not after.strip()
    lacks_word = after != "" and after[0] in _FILLED
    return is_alone or beside or lacks_word or _AFTER.search(before) is not None


def has_blank(text: str) -> bool:
    """Whether a text contains the sign of a blank."""
    return ("○" in text or "◯" in text or "〇" in text) and BLANK.search(text) is not None
