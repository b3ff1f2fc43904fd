"""Texts in `{…}` without quotes that commas cut into pieces.

YAML reads `{note: 動画, 対面}` as a note and a key 対面 without a value. This module knows how such
a text is written. It does not know which keys are allowed.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.findings.finding import Place
from jinzai.load.tree import Path, Tree
from jinzai.parse.meant_form import page_form, source_form


class Cut(NamedTuple):
    """A text as it was meant, the key that it belongs to, and its place in the file."""

    text: str
    key: str
    place: Place


_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def comma_advice(text: str, key: str) -> str:
    """How the text of a key is written if a comma cuts it.

    A number has no commas, of several pages the first is written, and other texts have quotes.
    """
    if key == "page" and (pages := page_form(text)):
        return pages
    if key in ("chapter", "table") and text.rpartition(",")[2].strip().isdecimal():
        return source_form(text)
    if _GROUPED.fullmatch(text):
        return f"「,」を入れずに「{text.replace(',', '')}」と書いてください。"
    return '全体を引用符（"）で囲むか、「,」を「、」に変えてください。'


class Cuts:
    """The texts of one file that commas cut. Each group is searched once for all its keys."""

    def __init__(self, tree: Tree) -> None:
        """Only keeps the tree. Nothing is searched yet."""
        self._tree = tree
        self._known: dict[Path, dict[str, Cut]] = {}

    def at(self, path: Path) -> Cut | None:
        """The text to which the key at `path` belongs as a later piece, or None.

        The key has no value. Any path may be given.
        """
        if not path:
            return None
        group = path[:-1]
        if group not in self._known:
            self._known[group] = dict(self._in_group(group))
        return self._known[group].get(str(path[-1]))

    def _in_group(self, group: Path) -> Iterator[tuple[str, Cut]]:
        mapping = _inside(self._tree, group)
        if not isinstance(mapping, dict):
            return
        first: str | None = None
        pieces: list[str] = []
        for key, value in (*mapping.items(), ("", "")):
            if value is None and self._is_piece((*group, key)):
                pieces.append(key)
                continue
            cut = self._cut(group, first, pieces)
            if cut is not None:
                yield from ((piece, cut) for piece in pieces)
            first, pieces = (key if isinstance(value, str) else None), []

    def _cut(self, group: Path, first: str | None, pieces: list[str]) -> Cut | None:
        if first is None or not pieces:
            return None
        start = self._tree.place_of((*group, first))
        end = self._tree.place_of((*group, pieces[-1]), key=True)
        if start.line != end.line:
            return None
        lines = self._tree.lines
        text = lines.text[lines.offset(*start[1:3]) : lines.offset(*end[3:5])]
        return Cut(text, first, Place(start.file, *start[1:3], *end[3:5]))

    def is_loose(self, group: Path) -> bool:
        """Whether a group in `{…}` has only keys without a colon, as in `{6, 7}`."""
        mapping = _inside(self._tree, group)
        if not isinstance(mapping, dict) or not mapping:
            return False
        return all(
            value is None and self._is_piece((*group, key)) for key, value in mapping.items()
        )

    def _is_piece(self, path: Path) -> bool:
        """Whether a key without a value has no colon. Only `{…}` allows that."""
        key, value = self._tree.place_of(path, key=True), self._tree.place_of(path)
        return (key.end_line, key.end_column) == (value.line, value.column)


def _inside(tree: Tree, path: Path) -> object:
    value: object = tree.value
    for part in path:
        value = value[part] if isinstance(value, dict | list) else None  # type: ignore[index]
    return value
