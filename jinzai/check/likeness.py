"""The known id that somebody most likely meant by an unknown one.

A wrong guess is worse than no guess, so only a very similar id is named. Ids without any reference
are preferred: a person who renames something leaves references to the old id, and the new id has no
reference.

The work of comparing every id with every other would grow with the square of their number. So the
results about words are kept for the next search, and only ids that can be alike are compared. Both
the number of searches and the comparisons of one search have a limit, far above the needs of any
plan.
"""

import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from heapq import nsmallest
from typing import Final

from jinzai.findings.limit import MAX_FINDINGS

MOST_SEARCHES: Final = MAX_FINDINGS
"""The largest number of different ids that are searched among the same ids.

For further ids nothing is guessed.
"""

MOST_COMPARED: Final = 100
"""The largest number of ids that one search compares letter by letter, the likeliest first."""

_WORD: Final = 0.65
_WHOLE: Final = 0.85
_RENAMED: Final = 0.5
_CLOSE: Final = 0.6
_DIGITS: Final = re.compile(r"[0-9]+")


class KnownIds:
    """Known ids, for at most `MOST_SEARCHES` searches."""

    def __init__(self, known: Iterable[str], unnamed: Collection[str] = ()) -> None:
        """`unnamed` are the known ids that have no reference."""
        self._ids = {one: _Words(one) for one in sorted(known)}
        self._unnamed = frozenset(unnamed)
        self._with_word: dict[str, list[str]] = {}
        for one, words in self._ids.items():
            for word in words.each:
                self._with_word.setdefault(word, []).append(one)
        self._like: dict[tuple[str, bool], frozenset[str]] = {}
        self._meant: dict[str, str] = {}

    def meant(self, id: str) -> str:
        """The known id that was most likely meant, or `""`.

        If no id is alike, an unnamed id is taken that shares a word with `id`, if no other known id
        has that word.
        """
        if id not in self._meant:
            if len(self._meant) >= MOST_SEARCHES:
                return ""
            self._meant[id] = self._search(id)
        return self._meant[id]

    def _search(self, id: str) -> str:
        found = dict.fromkeys(sorted({*self._by_words(id), *self._by_letters(id)}))
        alike = sorted(_likeliest(id, ((one, one) for one in found), 0.0))
        alike = alike or sorted(self._renamed(id))
        ratios = {one: _ratio(id, one) for one in alike}
        best = max(ratios.values(), default=0.0)
        first = [one for one in alike if ratios[one] == best]
        return next((one for one in first if one in self._unnamed), first[0] if first else "")

    def _by_words(self, id: str) -> Iterator[str]:
        """The ids with similar words. One of the two ids may lack some words."""
        asked = _Words(id)
        like = [self._words_like(word, asked_first=True) for word in asked.each]
        reverse = frozenset[str]().union(
            *(self._words_like(word, asked_first=False) for word in asked.each)
        )
        near = {one for word in (*like[0], *reverse) for one in self._with_word[word]}
        for one in near:
            other = self._ids[one]
            if asked.numbers_differ(other):
                continue
            if asked.count <= other.count:
                if all(not words.isdisjoint(other.each) for words in like):
                    yield one
            elif reverse.issuperset(other.each):
                yield one

    def _words_like(self, word: str, *, asked_first: bool) -> frozenset[str]:
        """The words of known ids that are similar to a word.

        The similarity of two words depends on which comes first; `asked_first` says which.
        """
        found = self._like.get((word, asked_first))
        if found is None:
            found = self._like[word, asked_first] = frozenset(
                one
                for one in _likeliest(word, ((one, one) for one in self._with_word), _WORD)
                if (_ratio(word, one) if asked_first else _ratio(one, word)) >= _WORD
            )
        return found

    def _by_letters(self, id: str) -> Iterator[str]:
        """The ids that differ only in hyphens and a few letters."""
        asked = _Words(id)
        others = (
            (one, other.joined)
            for one, other in self._ids.items()
            if not asked.numbers_differ(other)
        )
        for one in _likeliest(asked.joined, others, _WHOLE):
            if _ratio(asked.joined, self._ids[one].joined) >= _WHOLE:
                yield one

    def _renamed(self, id: str) -> Iterator[str]:
        """Unnamed ids that share a word with `id`, if no other known id has that word."""
        for word in _Words(id).each:
            having = self._with_word.get(word, ())
            own = having[0] if len(having) == 1 else ""
            if own in self._unnamed and _ratio(id, own) >= _RENAMED:
                yield own


class _Words:
    """An id, split into words."""

    __slots__ = ("count", "each", "joined", "numbers")

    def __init__(self, id: str) -> None:
        words = id.split("-")
        self.each = tuple(dict.fromkeys(words))
        self.count = len(words)
        self.joined = "".join(words)
        self.numbers = tuple(_DIGITS.findall(id))

    def numbers_differ(self, other: "_Words") -> bool:
        """Whether both ids contain numbers, and these differ."""
        return bool(self.numbers and other.numbers and self.numbers != other.numbers)


def _likeliest(text: str, others: Iterable[tuple[str, str]], least: float) -> list[str]:
    """The names whose text may have a ratio of at least `least` with `text`.

    `others` are names, each with a text. Counting letters is fast and gives an upper bound of the
    ratio. At most `MOST_COMPARED` names are returned, the likeliest first.
    """
    counts = tuple(Counter(text).items())
    found: list[tuple[float, str]] = []
    for name, other in others:
        together = len(text) + len(other)
        # So many letters of the text may be lacking in the other.
        room = len(text) - least * together / 2
        if len(text) - len(other) > room or len(other) < least * together / 2:
            continue
        lacking = 0
        for letter, number in counts:
            there = other.count(letter)
            if there < number:
                lacking += number - there
                if lacking > room:
                    break
        else:
            found.append(((lacking - len(text)) / (together or 1), name))
    return [name for _, name in nsmallest(MOST_COMPARED, found)]


def is_like_any(id: str, known: Iterable[str]) -> bool:
    """Whether a known id is similar to `id` by the default of `difflib.get_close_matches`."""
    likely = _likeliest(id, ((one, one) for one in known), _CLOSE)
    return any(_ratio(one, id) >= _CLOSE for one in likely)


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()
