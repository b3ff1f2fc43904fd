"""Invisible characters that nobody typed on purpose. They are refused in everything people write.

They come from PDFs, web pages and broken tools. Each makes two texts differ that look the same.
Some end a line for YAML (NEL, U+2028), turn the reading direction or reach a terminal as a command.
Joiners and variation selectors are allowed: names and emoji need them.
"""

import re
from typing import Final

_BLANKS: Final = "\u034f\u115f\u1160\u180e\u2800\u3164\uffa0"
_NO_CHARACTERS: Final = "\ufdd0-\ufdef\ufffe\uffff"
_ABOVE: Final = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_TAGS: Final = "\U000e0000-\U000e007f"
_MOST: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    f"\ufff0-\ufffb\ud800-\udfff{_BLANKS}{_NO_CHARACTERS}"
)

REFUSED: Final = re.compile(f"[{_MOST}{_TAGS}{_ABOVE}]")

MAYBE_REFUSED: Final = f"{_MOST}\U00010000-\U0010ffff"
"""The inside of a `[…]` for all refused characters and some others.

With it a search takes a third of the time, since one look-up decides for nearly all characters.
"""

_KINDS: Final = (
    (re.compile("[\u202a-\u206f]"), "文字の向きの印"),
    (re.compile(f"[{_BLANKS}]"), "見えない埋め草の文字"),
    (re.compile(f"[{_TAGS}]"), "見えないタグの文字"),
    (re.compile(f"[{_NO_CHARACTERS}{_ABOVE}]"), "文字でない符号"),
)
_NAMES: Final = {
    "\x00": "NUL文字",
    "\x0b": "垂直タブ",
    "\x0c": "改ページ",
    "\x1b": "エスケープ文字",
    "\x85": "改行の印",
    "\xad": "ソフトハイフン",
    "\u061c": "文字の向きの印",
    "\u200b": "幅のない空白",
    "\u200e": "文字の向きの印",
    "\u200f": "文字の向きの印",
    "\u2028": "改行の印",
    "\u2029": "段落の印",
    "\ufeff": "BOM",
}


def character_name(character: str) -> str:
    """The name of a refused character: `幅のない空白 U+200B`."""
    kind = next((kind for which, kind in _KINDS if which.match(character)), "制御文字")
    return f"{_NAMES.get(character, kind)} U+{ord(character):04X}"
