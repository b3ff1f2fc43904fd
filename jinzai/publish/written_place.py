"""Where in the source of a hand-written page something stands that was found in its built HTML.

Owns the search. It is a search, not a proof: the engine does not say where its HTML comes from.
Examples in code are looked at last, since what stands there does no harm.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html.entities import html5
from typing import Final

_code: Final = re.compile(
    r"^[ \t]*(```+|~~~+).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)
_visible: Final = re.compile(r"[^\r\n]")


class Places:
    """The places in one source. Asked for the same thing again, it gives the next place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._outside = _code.sub(lambda code: _visible.sub(" ", code[0]), text)
        self._asked: dict[str, Iterator[tuple[int, int]]] = {}
        self._last: dict[str, tuple[int, int]] = {}

    def of(self, pattern: str) -> tuple[int, int]:
        """Line and column, from 1, of the next match; the last one's where there is no next.

        (0, 0) where the pattern, a regular expression without regard to case, never matches.
        """
        if pattern not in self._asked:
            self._asked[pattern] = self._matches(re.compile(pattern, re.IGNORECASE))
        place = next(self._asked[pattern], None)
        if place is not None:
            self._last[pattern] = place
        return self._last.get(pattern, (0, 0))

    def _matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        found = False
        for text in (self._outside, self._text):
            for match in pattern.finditer(text):
                found = True
                yield self._place(match.start())
            if found:
                return

    def _place(self, index: int) -> tuple[int, int]:
        before = self._text[:index]
        line = before.count("\n") + 1
        return line, index - before.rfind("\n")


def pattern_of(words: Iterable[str]) -> str:
    """The pattern for one of several texts, standing by itself and not as part of a longer one."""
    forms = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    return rf"(?<![\w./-])(?:{forms})(?![\w/-])"


def pattern_with_references(text: str) -> str:
    """The pattern for a text whose characters may be written as references: `&#106;`, `&Tab;`.

    References for what browsers drop may stand between its characters.
    """
    return "".join(
        rf"(?:&#?\w{{1,32}};?)*?(?:{reference_to(character)}|{re.escape(character)})"
        for character in text
    )


@cache
def reference_to(character: str) -> str:
    """The pattern for the references to a character, by number and by name."""
    names = (re.escape(name) for name, value in html5.items() if value == character)
    code = ord(character)
    return "|".join((rf"&#x0*{code:x};?", rf"&#0*{code};?", *(f"&{name}" for name in names)))
