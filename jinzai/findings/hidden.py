"""Invisible characters that nobody typed on purpose. They are refused in everything people write.

They come from PDFs, web pages and broken tools. Each makes two texts differ that look the same.
Some end a line for YAML (NEL, U+2028), turn the reading direction or reach a terminal as a command.
Joiners and variation selectors are allowed: names and emoji need them.
"""

import re
from typing import Final

REFUSED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]"
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
    kind = "文字の向きの印" if "\u202a" <= character <= "\u206f" else "制御文字"
    return f"{_NAMES.get(character, kind)} U+{ord(character):04X}"
