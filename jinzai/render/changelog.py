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

_item: Final = re.compile(r"[-*+] +(.*)")


class ChangeGroup(NamedTuple):
    """Changes of one sort. `title` is empty where the file gives none."""

    title: str
    items: tuple[str, ...]


class Changes(NamedTuple):
    """The newest section. `title` is a date or a release, empty for `UNRELEASED`."""

    title: str
    groups: tuple[ChangeGroup, ...]


def newest(text: str) -> Changes | None:
    """The first `##` section that lists anything; None where no section does."""
    for title, lines in _parts(text.splitlines(), "## "):
        groups = tuple(_groups(lines)) if title else ()
        if groups:
            return Changes("" if title == UNRELEASED else plain_text(title), groups)
    return None


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
