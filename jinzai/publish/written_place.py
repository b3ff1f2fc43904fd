"""The place in the source of a hand-written page for something in its built HTML.

This module owns the search for it. The engine does not say where its HTML comes from, so the result
may be wrong. Examples in code are searched last, because they do no harm.
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
    """The places in one source. Each search for the same pattern gives the next place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._outside = _code.sub(lambda code: _visible.sub(" ", code[0]), text)
        self._asked: dict[str, Iterator[tuple[int, int]]] = {}
        self._last: dict[str, tuple[int, int]] = {}

    def of(self, pattern: str) -> tuple[int, int]:
        """Line and column, from 1, of the next match. After the last match, the last one again.

        `pattern` is a regular expression that ignores case. (0, 0) if it never matches.
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
    """The pattern for one of several texts as a whole word."""
    forms = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    return rf"(?<![\w./-])(?:{forms})(?![\w/-])"


def pattern_with_references(text: str) -> str:
    """The pattern for a text whose characters may be written as references: `&#106;`, `&Tab;`.

    Between its characters there may be references for characters that browsers drop.
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
