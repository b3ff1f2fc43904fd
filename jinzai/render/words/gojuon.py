"""The 五十音 order of readings, and the row that a reading belongs to.

The order follows the first two levels of JIS X 4061. Sound marks, small kana and the script count
only if two readings are otherwise equal. A long-vowel mark reads as the vowel before it. Letters
and digits come before kana. This module does not know what the readings belong to.
"""

import unicodedata
from typing import Final

OTHER: Final = "英数字"
"""The row of a reading that does not begin with kana."""

_ROWS: Final = (
    ("あ", "あいうえお"),
    ("か", "かきくけこ"),
    ("さ", "さしすせそ"),
    ("た", "たちつてと"),
    ("な", "なにぬねの"),
    ("は", "はひふへほ"),
    ("ま", "まみむめも"),
    ("や", "やゆよ"),
    ("ら", "らりるれろ"),
    ("わ", "わゐゑをん"),
)
_ROW_OF: Final = {kana: row for row, members in _ROWS for kana in members}
_VOWELS: Final = {
    kana: vowel
    for vowel, members in (
        ("あ", "あかさたなはまやらわ"),
        ("い", "いきしちにひみりゐ"),
        ("う", "うくすつぬふむゆる"),
        ("え", "えけせてねへめれゑ"),
        ("お", "おこそとのほもよろを"),
    )
    for kana in members
}
_SMALL: Final = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_PLAIN: Final = {
    **dict.fromkeys("\u3099\u309a 　・"),
    **_SMALL,
    # Katakana lie 0x60 above their hiragana.
    **{chr(ord(kana) + 0x60): large for kana, large in _SMALL.items()},
    **{chr(ord(kana) + 0x60): kana for kana in _ROW_OF},
}
_FOLD: Final = str.maketrans(_PLAIN)
"""A map that makes hiragana of katakana and large kana of small ones.

It removes sound marks and separators.
"""


def key(reading: str) -> tuple[str, str]:
    """The sort key of a reading."""
    return _plain(reading), reading


def row(reading: str) -> str:
    """The row of a reading, `あ` to `わ`, or `OTHER`."""
    return _ROW_OF.get(_plain(reading)[:1], OTHER)


def _plain(reading: str) -> str:
    """The reading in large hiragana without sound marks."""
    folded = unicodedata.normalize("NFKD", reading.lower()).translate(_FOLD)
    found = ""
    for character in folded:
        found += _VOWELS.get(found[-1:], character) if character == "ー" else character
    return found
