"""The latest changes: the newest section of CHANGELOG.md.

This module reads the headings and lists of the file as plain text. Of a link it keeps only the
text, because the site has no page for its target. It does not know where the file is.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.export.plain import plain_text

UNRELEASED: Final = "未公開"
"""The title of the section with the changes since the last release."""

_FIRST: Final = ("加わったもの", "変わったもの")
"""The sorts of changes that come first if a page shows only a few changes."""

_for_editors: Final = re.compile(r"\b[a-z_]+\.(yaml|yml|py)\b|（[a-z_]+）|を書ける")
"""What only changes for editors name: files of content, fields, commands."""

_item: Final = re.compile(r"[-*+] +(.*)")


class ChangeGroup(NamedTuple):
    """Changes of one sort. `title` is empty if the file has no heading for them."""

    title: str
    items: tuple[str, ...]


class Changes(NamedTuple):
    """The newest section. `title` is a date or a release; `""` for `UNRELEASED`."""

    title: str
    groups: tuple[ChangeGroup, ...]

    @property
    def total(self) -> int:
        """The number of changes."""
        return sum(len(group.items) for group in self.groups)

    def in_short(self, most: int) -> tuple[str, ...]:
        """The first sentence of each change, at most `most`. The sorts in `_FIRST` come first.

        What editors write or run is left out: readers of the first page are others.
        """
        order = {title: number for number, title in enumerate(_FIRST)}
        groups = sorted(self.groups, key=lambda group: order.get(group.title, len(order)))
        every = (item for group in groups for item in group.items)
        return tuple(_sentence(item) for item in every if not _for_editors.search(item))[:most]


def newest(text: str) -> Changes | None:
    """The first `##` section with at least one change; None without such a section."""
    for title, lines in _parts(text.splitlines(), "## "):
        groups = tuple(_groups(lines)) if title else ()
        if groups:
            return Changes("" if title == UNRELEASED else plain_text(title), groups)
    return None


def _sentence(text: str) -> str:
    """The first sentence. A 。 within brackets does not end it."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in "（「(") - (sign in "）」)")
        if sign == "。" and depth <= 0:
            return text[: at + 1]
    return text


def _groups(lines: Iterable[str]) -> Iterator[ChangeGroup]:
    for title, part in _parts(lines, "### "):
        items = tuple(_items(part))
        if items:
            yield ChangeGroup(plain_text(title), items)


def _parts(lines: Iterable[str], mark: str) -> Iterator[tuple[str, list[str]]]:
    """Each heading with the lines below it.

    The lines above the first heading have the heading `""`.
    """
    title, part = "", list[str]()
    for line in lines:
        if line.startswith(mark):
            yield title, part
            title, part = line.removeprefix(mark).strip(), []
        else:
            part.append(line)
    yield title, part


def _items(lines: Iterable[str]) -> Iterator[str]:
    """The items of the lists. An indented line continues the item above it."""
    words: list[str] = []
    for line in (*lines, "- "):
        found = _item.match(line.rstrip() + " ")
        if found:
            if any(words):
                yield plain_text("\n".join(words))
            words = [found[1].strip()]
        elif words and line[:1].isspace() and line.strip():
            words.append(line.strip())
