"""What changed last: the newest section of CHANGELOG.md.

Reads the headings and lists that the file is written in, and takes their words alone: a link of
the file has no address in the site. Refuses to know where the file lies.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.export.plain import plain_text

UNRELEASED: Final = "未公開"
"""The title of the section that collects what the next release will bring."""

_FIRST: Final = ("加わったもの", "変わったもの")
"""The sorts of changes that come first if only a few are shown."""

_item: Final = re.compile(r"[-*+] +(.*)")


class ChangeGroup(NamedTuple):
    """Changes of one sort. `title` is empty where the file gives none."""

    title: str
    items: tuple[str, ...]


class Changes(NamedTuple):
    """The newest section. `title` is a date or a release, empty for `UNRELEASED`."""

    title: str
    groups: tuple[ChangeGroup, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(len(group.items) for group in self.groups)

    def in_short(self, most: int) -> tuple[str, ...]:
        """The first sentences of at most `most` changes: what is new, what is different, others."""
        order = {title: number for number, title in enumerate(_FIRST)}
        groups = sorted(self.groups, key=lambda group: order.get(group.title, len(order)))
        return tuple(_sentence(item) for group in groups for item in group.items)[:most]


def newest(text: str) -> Changes | None:
    """The first `##` section that lists anything; None where no section does."""
    for title, lines in _parts(text.splitlines(), "## "):
        groups = tuple(_groups(lines)) if title else ()
        if groups:
            return Changes("" if title == UNRELEASED else plain_text(title), groups)
    return None


def _sentence(text: str) -> str:
    """The first sentence; a 。 within brackets ends none."""
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
    """The lines below each heading with the heading's words; first what stands above them all."""
    title, part = "", list[str]()
    for line in lines:
        if line.startswith(mark):
            yield title, part
            title, part = line.removeprefix(mark).strip(), []
        else:
            part.append(line)
    yield title, part


def _items(lines: Iterable[str]) -> Iterator[str]:
    """The items of the lists; an indented line goes on with the item above it."""
    words: list[str] = []
    for line in (*lines, "- "):
        found = _item.match(line.rstrip() + " ")
        if found:
            if any(words):
                yield plain_text("\n".join(words))
            words = [found[1].strip()]
        elif words and line[:1].isspace() and line.strip():
            words.append(line.strip())
