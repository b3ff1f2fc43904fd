"""Folding for the search, as templates/theme/assets/jinzai/search-fold.js does it.

Large sites have an index that is not made in the browser, and the checks say which synonyms find
nothing, so both must fold in the same way. tests/search holds them against each other. What folding
is stands at the top of the script.
"""

import re
import unicodedata
from functools import cache, lru_cache
from operator import add
from typing import Final

_unseen: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_dashes: Final = re.compile("[\u2010-\u2015\u2212]")
_unit: Final = re.compile("[\\s\\S][\uff9e\uff9f\u3099\u309a]?")
_joining: Final = re.compile("[ \\t\\n\\v\\f\\r\u2028\u2029・/]")
_japanese: Final = re.compile("[\u3005-\u3007\u30a0-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_latin_runs: Final = re.compile("[a-z0-9]+")
_KATAKANA_TO_HIRAGANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SMALL_TO_LARGE: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_DASH: Final = "-"
_JOIN: Final = "/"
_KANA: Final = "k"
_LATIN: Final = "l"
RUN: Final = "_"
"""The first character of a token that is a run of Latin letters and digits."""


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """The text folded. The texts of a plan's records are folded for more than one purpose."""
    kept: list[str] = []
    before = ""
    gap: str | None = None
    for unit in _unit.findall(text):
        for character, name in _fold_one(unit):
            if name == _DASH and before == _KANA and gap in (None, _JOIN):
                continue
            if name in (_DASH, _JOIN):
                gap = name if gap in (None, name) else ""
            elif not name:
                gap = ""
            else:
                if _parts(before, gap, name):
                    kept.append(" ")
                kept.append(character)
                before, gap = name, None
    return "".join(kept)


def tokens(folded: str) -> list[str]:
    """The characters, the pairs of neighbours, and the runs of Latin letters and digits.

    The text must be folded.
    """
    found: list[str] = []
    for word in folded.split(" "):
        found += word
        found += map(add, word, word[1:])
        found += [RUN + run for run in _latin_runs.findall(word)]
    return found


@cache
def _fold_one(unit: str) -> tuple[tuple[str, str], ...]:
    """The characters of one unit folded, each with its class, as in the script."""
    plain = _unseen.sub("", unicodedata.normalize("NFKC", unit).lower())
    plain = plain.translate(_KATAKANA_TO_HIRAGANA).translate(_SMALL_TO_LARGE)
    return tuple((character, _class_of(character)) for character in _dashes.sub(_DASH, plain))


def _class_of(character: str) -> str:
    if character in (_DASH, "ー"):
        return _DASH
    if _joining.match(character):
        return _JOIN
    if "\u3041" <= character <= "\u309f":
        return _KANA
    if _japanese.match(character):
        return "j"
    if "a" <= character <= "z":
        return _LATIN
    return "w" if unicodedata.category(character)[0] in "LN" else ""


def _parts(before: str, gap: str | None, after: str) -> bool:
    """Whether a space stands between two characters with `gap` between them."""
    if gap is None or not before:
        return False
    if gap == _JOIN:
        return not (before in (_KANA, "j") and after in (_KANA, "j"))
    return gap != _DASH or before != _LATIN or after != _LATIN
