"""Characters that look like others: radicals for kanji, special spaces for a plain space.

They come from PDFs, Word and web pages. ⻑ (U+2ED1) is no 長, so that a search for 長期 misses it.
YAML takes a no-break space for a letter. This module knows which character was meant.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

# The meant kanji for U+2E80 to U+2EF3 in their order, 〓 for one that nobody types
# (Unicode 16, EquivalentUnifiedIdeograph.txt). NFKC knows those of U+2F00 to U+2FD5.
_RADICALS: Final = (
    "〓厂乛乚乙亻冂〓刀刂卜㔾小小兀尣尢〓巳幺彑〓忄心扌攵〓旡日月歺母民氵氺灬爫爫丬牛犭王〓目示礻〓糹纟罓罒㓁冗〓羊〓〓耂"
    "肀聿肉〓艹艹艹虎衤覀西见角〓讠贝〓车辶辶辶邑钅長镸长门〓阝雨青韦页风飞食〓飠饣〓马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_FIRST: Final = 0x2E80
_NONE: Final = "〓"

SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
"""Spaces of other widths, and those at which no line ends."""

LOOK_ALIKES: Final = "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\uf900-\ufaff"
"""The inside of a `[…]` for the frequent ones of `LOOK_ALIKE`."""

LOOK_ALIKE: Final = re.compile(f"[{LOOK_ALIKES}\U0002f800-\U0002fa1f]")
"""Radicals, and the compatibility forms of kanji. Some of the latter have no other form."""

UNCOMPOSED: Final = re.compile(
    "[\u0300-\u036f\u0958-\u095f\u1161-\u1175\u11a8-\u11c2\u2126\u212a\u212b\u2329\u232a\u3099\u309a"
    "\ufb1d-\ufb4e]"
)
"""Characters that a text outside NFC has, as far as Japanese, Latin and Korean text goes."""

_space_names: Final = {
    "\u00a0": "改行しない空白",
    "\u2003": "全角幅の空白",
    "\u2002": "半角幅の空白",
    "\u202f": "改行しない狭い空白",
}


def meant(character: str) -> str:
    """The kanji that was meant by a look-alike; `""` if it has no other form."""
    at = ord(character) - _FIRST
    if 0 <= at < len(_RADICALS):
        return _RADICALS[at].replace(_NONE, "")
    form = unicodedata.normalize("NFKC", character)
    return form if form != character and len(form) == 1 else ""


def space_name(character: str) -> str:
    """The name of a special space: `改行しない空白 U+00A0`."""
    return f"{_space_names.get(character, '特別な空白')} U+{ord(character):04X}"


def split_characters(text: str) -> list[tuple[int, str]]:
    """The parts of a text that NFC writes otherwise, with their offsets.

    Such a part is か with a ゛ of its own in place of が, or a sign with another code, such as Ω.
    """
    if unicodedata.is_normalized("NFC", text):
        return []
    found: list[tuple[int, str]] = []
    for line in re.finditer(r"[^\n]+", text):
        if not unicodedata.is_normalized("NFC", line[0]):
            found += _split_in(line[0], line.start())
    return found


def _split_in(line: str, start: int) -> Iterator[tuple[int, str]]:
    for at, character in enumerate(line):
        pair = line[max(at - 1, 0) : at + 1]
        if unicodedata.normalize("NFC", character) != character:
            yield start + at, character
        elif pair[:1] == unicodedata.normalize("NFC", pair[:1]) and pair != unicodedata.normalize(
            "NFC", pair
        ):
            yield start + at - 1, pair
