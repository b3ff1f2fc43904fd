"""Texts that stand in `{…}` without quotes and that commas cut into pieces.

YAML reads `{note: 動画, 対面}` as a note and as a key 対面 that has no value. Knows how it is
written, not which keys there may be.
"""

from typing import NamedTuple

from jinzai.findings.finding import Place
from jinzai.load.tree import Path, Tree


class Cut(NamedTuple):
    """A text as it was meant, and the stretch of the file in which it stands."""

    text: str
    place: Place


def cut_at(tree: Tree, path: Path) -> Cut | None:
    """The text of which the key without value at `path` is a later piece; None if it is none."""
    mapping = _inside(tree, path[:-1])
    if not isinstance(mapping, dict) or not _is_piece(tree, path):
        return None
    keys = list(mapping)
    first = last = keys.index(str(path[-1]))
    while first >= 0 and _is_piece(tree, (*path[:-1], keys[first])):
        first -= 1
    while last < len(keys) and _is_piece(tree, (*path[:-1], keys[last])):
        last += 1
    if first < 0 or not isinstance(mapping[keys[first]], str):
        return None
    start = tree.place_of((*path[:-1], keys[first]))
    end = tree.place_of((*path[:-1], keys[last - 1]), key=True)
    line = tree.lines.line(start.line) or ""
    if start.line != end.line:
        return None
    text = line[start.column - 1 : end.end_column - 1]
    return Cut(text, Place(start.file, start.line, start.column, end.end_line, end.end_column))


def _is_piece(tree: Tree, path: Path) -> bool:
    """Whether no colon follows a key, which only `{…}` allows."""
    if _inside(tree, path) is not None:
        return False
    key, value = tree.place_of(path, key=True), tree.place_of(path)
    return (key.end_line, key.end_column) == (value.line, value.column)


def _inside(tree: Tree, path: Path) -> object:
    value: object = tree.value
    for part in path:
        value = value[part] if isinstance(value, dict | list) else None  # type: ignore[index]
    return value
