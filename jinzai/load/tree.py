"""A file's values, and the place of each of them.

The values are what was typed: every scalar is text, and only an empty value, `~` and `null` are
None. Places are kept as character offsets in compact lists and become line and column only when
somebody asks. A tree does not know what its values mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jinzai.findings.finding import Place
from jinzai.findings.lines import Lines

Value = str | None | list["Value"] | dict[str, "Value"]
"""A scalar as the text that was typed, nothing, a list or a mapping."""

Path = tuple[str | int, ...]
"""Keys and list indices from the file's top to a value."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Every key and value of a file, numbered in the order of the text; node 0 is the top.

    `starts` and `ends` are character offsets, `after` is the number of the node that follows a
    node with all that it holds. A list's items follow the list; a mapping's keys and values
    follow the mapping by turns. A key that stands twice is there twice.
    """

    values: list[Value] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)

    def add(self, value: Value, start: int, end: int) -> int:
        """Number a node that holds nothing; returns its number."""
        number = len(self.values)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)
        self.after.append(number + 1)
        return number

    def child(self, number: int, part: str | int) -> tuple[int, int] | None:
        """The numbers of key and value that `part` names below a node, or None.

        An item of a list is its own key. Of two equal keys the first counts.
        """
        value = self.values[number]
        if isinstance(value, list):
            if not isinstance(part, int) or not 0 <= part < len(value):
                return None
            node = number + 1
            for _ in range(part):
                node = self.after[node]
            return node, node
        if not isinstance(value, dict) or not isinstance(part, str) or part not in value:
            return None
        key = self.key_of(number, part)
        return key, self.after[key]

    def key_of(self, number: int, key: str) -> int:
        """The number of the first key that reads `key` in a mapping, which must have it."""
        node = number + 1
        while self.values[node] != key:
            node = self.after[self.after[node]]
        return node


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of one file. `file` is its path from the project's root."""

    value: Value
    file: str
    lines: Lines = field(repr=False, compare=False)
    nodes: Nodes = field(repr=False, compare=False)

    @property
    def has_empty(self) -> bool:
        """Whether any value is empty."""
        return None in self.nodes.values

    def place_of(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value that `path` leads to, or of the last key with `key`.

        The place of a block mapping is its first key, the place of a block list its first dash.
        A path that leads nowhere gives the place of the nearest ancestor that exists. Never raises.
        """
        node, found_key, missing = self._follow(path)
        return self._place(found_key if key and not missing else node)

    def item_lines(self, name: str) -> tuple[int, ...]:
        """The line of each item of the top-level list `name`; empty for none. Never raises."""
        found = self.nodes.child(0, name)
        items = self.nodes.values[found[1]] if found is not None else None
        if found is None or not isinstance(items, list):
            return ()
        lines: list[int] = []
        node = found[1] + 1
        for _ in items:
            lines.append(self._place(node).line)
            node = self.nodes.after[node]
        return tuple(lines)

    def text_place(self, path: Path, needle: str, occurrence: int = 0) -> Place:
        """The place of `needle` in the text at `path`, as it stands in the file.

        `occurrence` counts from 0. Where the source does not hold the needle so often (it is
        written with escapes, or a folded line breaks it), the place is the value's own.
        """
        node, _, missing = self._follow(path)
        value = self.nodes.values[node]
        if missing or not needle or not isinstance(value, str):
            return self._place(node)
        text, start, end = self.lines.text, self.nodes.starts[node], self.nodes.ends[node]
        at = text.find(needle, start, end)
        for _ in range(occurrence):
            if at < 0:
                break
            at = text.find(needle, at + len(needle), end)
        return self._place(node) if at < 0 else self._stretch(at, at + len(needle))

    def _follow(self, path: Sequence[str | int]) -> tuple[int, int, bool]:
        """Node and key node as far as the path leads, and whether some of it is missing."""
        node = key = 0
        for part in path:
            found = self.nodes.child(node, part)
            if found is None:
                return node, key, True
            key, node = found
        return node, key, False

    def _place(self, node: int) -> Place:
        nodes = self.nodes
        start, end = nodes.starts[node], nodes.ends[node]
        if start < 0:
            return Place(self.file)
        value = nodes.values[node]
        if isinstance(value, dict | list) and self.lines.text[start : start + 1] not in ("{", "["):
            first = node + 1
            is_first_key = isinstance(value, dict) and value and nodes.starts[first] >= 0
            end = nodes.ends[first] if is_first_key else start + 1
        return self._stretch(start, end)

    def _stretch(self, start: int, end: int) -> Place:
        return Place(self.file, *self.lines.locate(start), *self.lines.locate(end))
