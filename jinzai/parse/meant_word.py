"""The fixed word or the key that was probably meant by another text.

A wrong guess is worse than no guess. A word is guessed for a slip of few letters, or if
`jinzai.parse.other_words` has the text as another word for it. This module gives advice in Japanese
and never a value.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from jinzai.model.names import NAMES
from jinzai.model.numbers import Absence
from jinzai.model.target import Bound
from jinzai.parse.location import Location
from jinzai.parse.other_words import AT_MOST, OTHER_WORDS

_VERB_ENDS: Final = frozenset("るすくうむぬぶぐい）")
"""The last signs of sentences that tell what to do. Others name what to write."""
_SLIPS: Final = ((3, 1), (7, 2))
"""The number of letters from which so many slips are a slip of that word."""


def near(text: str, known: Iterable[str]) -> str | None:
    """The known word that `text` misspells; None if there is no such word, or several.

    Width, capitals, spaces and hyphens do not count. A beginning of one known word alone counts as
    that word.
    """
    words = list(known)
    plain = _plain(text)
    for word in words:
        if _plain(word) == plain:
            return word
    begun = [word for word in words if len(plain) > 3 and _plain(word).startswith(plain)]
    if len(begun) == 1:
        return begun[0]
    found: dict[int, list[str]] = {}
    for word in words:
        slips = _slips(plain, _plain(word))
        if slips is not None:
            found.setdefault(slips, []).append(word)
    best = found[min(found)] if found else []
    return best[0] if len(best) == 1 else None


def explained_words(description: str, words: Iterable[str]) -> dict[str, str]:
    """The words of a description that explains them as `word（Japanese）`, by the Japanese."""
    found: dict[str, str] = {}
    for word in words:
        _, there, rest = description.partition(f"{word}（")
        if there:
            explained = rest.partition("）")[0]
            found[explained] = found[explained.partition("。")[0]] = word
    return found


def word_advice(text: str, where: Location) -> str:
    """Advice for a text in the place of a fixed word. It is `""`, or ends with a full stop."""
    words = where.words
    meant = _another_word(text, where) or near(text, words)
    if meant is not None and meant not in list(Absence):
        return f"もしかして: {meant}。"
    if Bound.AT_LEAST in words and _plain(text) in _PLAIN_AT_MOST:
        return (
            f"「{text}」を表す語はありません。bound の行を消し、値の note に"
            "計画の言い方（以下、など）を書いてください。"
        )
    return absence_advice(text, where)


def what_to_write(description: str, words: Sequence[str]) -> str:
    """The rest of a sentence that begins with 「…を加え」: what a field takes, by its description.

    `words` are the fixed words of the field.
    """
    first, stop, rest = description.partition("。")
    is_list = any(first.startswith(f"{word}（") for word in words)
    if not stop or (first[-1:] in _VERB_ENDS and not is_list):
        return f"てください。書くこと: {description}" if description else "てください。"
    if is_list:
        first += "のどれか"
    elif first[-1:].isascii():
        first += " "
    is_whole = first.endswith(("で", "以上"))
    particle = "" if is_whole else "で" if first.startswith(("半角", "1項目")) else "を"
    return f"、{first}{particle}書いてください。{rest}"


def absence_advice(text: str, where: Location) -> str:
    """Advice for a text that says in place of a value that there is no value, or `""`.

    Examples of such texts are 未定 and 該当なし. The answer depends on the field alone.
    """
    reason = _absence(text)
    words = where.words
    if not reason and (meant := near(text, words)) in list(Absence):
        return f"もしかして: {meant}。"
    if reason in words:
        return f"{_REASONS[reason]}なら、「{text}」ではなく {reason} と書いてください。"
    if reason and where.may_lack:
        return f"{_REASONS[reason]}なら、この項目を行ごと消してください。"
    return ""


_REASONS: Final[Mapping[str, str]] = {
    Absence.UNDEFINED: "計画に記載がないか、まだ決まっていない",
    Absence.NOT_APPLICABLE: "計画の上で当てはまらない",
}


def _absence(text: str) -> str:
    plain = _plain(text)
    return next((word for word, others in _PLAIN[Absence].items() if plain in others), "")


def _another_word(text: str, where: Location) -> str | None:
    """The word that the description or the table explains by `text`, or by a like text."""
    explained = explained_words(where.description, where.words)
    if said := near(text, explained):
        return explained[said]
    plain = _plain(text)
    for enum, words in _PLAIN.items():
        if enum in where.enums:
            named = ((word, _plain(name)) for word, name in NAMES.get(enum, {}).items())
            shown = next((str(word) for word, name in named if name == plain), None)
            others = (str(word) for word, others in words.items() if plain in others)
            return shown or next(others, None)
    return None


def _plain(text: str) -> str:
    """A text without what people do not see as a difference of words."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return "".join(sign for sign in folded if sign not in " _-・.。")


_PLAIN: Final[Mapping[type[StrEnum], Mapping[str, frozenset[str]]]] = {
    enum: {word: frozenset(map(_plain, others.split())) for word, others in words.items()}
    for enum, words in OTHER_WORDS.items()
}
_PLAIN_AT_MOST: Final = frozenset(map(_plain, AT_MOST.split()))


def _slips(text: str, word: str) -> int | None:
    """The slips that make `word` out of `text`; None if there are too many for a slip.

    A slip is a wrong, a missing or a further letter, or two letters that changed places (the
    optimal string alignment distance).
    """
    longest = max(len(text), len(word))
    most = max((slips for length, slips in _SLIPS if longest >= length), default=0)
    if abs(len(text) - len(word)) > most:
        return None
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, one in enumerate(text, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(word, 1):
            count = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one != other))
            if i > 1 and j > 1 and one == word[j - 2] and text[i - 2] == other:
                count = min(count, earlier[j - 2] + 1)
            row.append(count)
    return row[-1] if row[-1] <= most else None
