"""A file's values, and the place of each.

The values are what was typed: every scalar is text. Only an empty value, `~` and `null` are None.
Places are kept as character offsets in compact lists. Line and column are computed only when they
are asked for. A tree does not know what its values mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jinzai.findings.finding import Place
from jinzai.findings.lines import Lines
from jinzai.model.occurrences import Occurrences

Value = str | None | list["Value"] | dict[str, "Value"]
"""A scalar as typed text, None, a list or a mapping."""

Path = tuple[str | int, ...]
"""The keys and list indices from the file's top to a value."""


_Children = dict[str | int, tuple[int, int]]
"""The node numbers of key and value, by key or index."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Every key and value of a file, numbered in the order of the text. Node 0 is the top.

    `starts` and `ends` are character offsets. `after` is the number of the first node behind a node
    and everything in it. A list's items follow the list. A mapping's keys and values follow the
    mapping in turns. A repeated key has a node each time.
    """

    values: list[Value] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)

    def add(self, value: Value, start: int, end: int) -> int:
        """Adds a node without content. Returns its number."""
        number = len(self.values)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)
        self.after.append(number + 1)
        return number

    def key_of(self, number: int, key: str) -> int:
        """The number of the first key with the name `key` in a mapping. The mapping must have it.

        It searches from the first key on. Use it for single keys, while nodes may still be added.
        """
        keys = list(self.children(number))[::2]
        return next(node for node in keys if self.values[node] == key)

    def children(self, number: int) -> Iterator[int]:
        """The numbers of a list's items, or of a mapping's keys and values in turns."""
        node, end = number + 1, self.after[number]
        while node < end:
            yield node
            node = self.after[node]


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of one file. `file` is its path from the project's root."""

    value: Value
    file: str
    lines: Lines = field(repr=False, compare=False)
    nodes: Nodes = field(repr=False, compare=False)
    _inside: dict[int, _Children] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _found: dict[int, Occurrences] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def has_empty(self) -> bool:
        """Whether some value is empty."""
        return None in self.nodes.values

    def place_of(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at `path`; with `key`, the place of the path's last key.

        The place of a block mapping is its first key, the place of a block list its first dash. If
        there is nothing at `path`, the place is that of the nearest ancestor that exists. Never
        raises.
        """
        node, found_key, missing = self._follow(path)
        return self._place(found_key if key and not missing else node)

    def item_lines(self, name: str) -> tuple[int, ...]:
        """The line of each item of the top-level list `name`; empty without such a list.

        Never raises.
        """
        node, _, missing = self._follow((name,))
        items = self.nodes.values[node]
        if missing or not isinstance(items, list):
            return ()
        return tuple(self._place(item).line for item in self.nodes.children(node))

    def text_place(self, path: Path, needle: str, occurrence: int = 0) -> Place:
        """The place of `needle` within the text at `path`, as it is written in the file.

        `occurrence` counts from 0. If the source has fewer occurrences (because of escapes or
        folded lines), the place is the place of the whole value.
        """
        node, _, missing = self._follow(path)
        value = self.nodes.values[node]
        if missing or not needle or not isinstance(value, str):
            return self._place(node)
        found = self._occurrences(node)
        places = found.of(needle)
        if occurrence >= len(places):
            return self._place(node)
        start = self.nodes.starts[node] + places[occurrence]
        return self._stretch(start, start + len(needle))

    def _occurrences(self, node: int) -> Occurrences:
        """What stands where in the source of a value. It is kept for further questions."""
        found = self._found.get(node)
        if found is None:
            source = self.lines.text[self.nodes.starts[node] : self.nodes.ends[node]]
            found = self._found[node] = Occurrences(source)
        return found

    def _follow(self, path: Sequence[str | int]) -> tuple[int, int, bool]:
        """The numbers of node and key node as far as the path exists.

        The third value is true if a part of the path does not exist.
        """
        node = key = 0
        for part in path:
            found = self._child(node, part)
            if found is None:
                return node, key, True
            key, node = found
        return node, key, False

    def _child(self, number: int, part: str | int) -> tuple[int, int] | None:
        """The numbers of the key and the value named `part` below a node, or None.

        An item of a list is its own key. Of two equal keys the first counts.
        """
        value = self.nodes.values[number]
        is_there = (
            isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value)
        ) or (isinstance(value, dict) and isinstance(part, str) and part in value)
        if not is_there:
            return None
        # A list is not walked again for each of its items.
        inside = self._inside.get(number)
        if inside is None:
            inside = self._inside[number] = self._list_children(number)
        return inside[part]

    def _list_children(self, number: int) -> _Children:
        nodes = list(self.nodes.children(number))
        if isinstance(self.nodes.values[number], list):
            return {at: (node, node) for at, node in enumerate(nodes)}
        found: _Children = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            name = self.nodes.values[key]
            if isinstance(name, str):
                found.setdefault(name, (key, value))
        return found

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
