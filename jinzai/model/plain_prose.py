"""The commonest prose: one paragraph without Markdown but for links to entities.

Four texts of five are such; they are read here by a regular expression, with the same outcome as
by the parser in a tenth of its time. Whatever else stands in a text is the parser's: this module
refuses rather than guesses.
"""

import re
from typing import Final, NamedTuple

# Characters that mean something in Markdown, or a line that may open a block.
_special: Final = re.compile(r"[\\`*_\[\]<>&!|\n\t~]|  |^[ #+\-=0-9]")
_link: Final = re.compile(r"\[([^\\`*_\[\]<>&!|\n\t~()]+)\]\(([a-z]+):([a-z0-9/-]+)\)")


class PlainLink(NamedTuple):
    """A link `[label](kind:id)`. `start` is where its target stands, in characters."""

    label: str
    kind: str
    id: str
    start: int


class PlainProse(NamedTuple):
    """A text taken apart: `literals[0]`, `links[0]`, `literals[1]`, …, all as they are typed."""

    literals: tuple[str, ...]
    links: tuple[PlainLink, ...]


def plain_prose(text: str) -> PlainProse | None:
    """The text taken apart, or None where it holds, or may hold, any other Markdown."""
    if not _special.search(text):
        return PlainProse((text,), ())
    literals: list[str] = []
    links: list[PlainLink] = []
    end = 0
    for found in _link.finditer(text):
        literals.append(text[end : found.start()])
        links.append(PlainLink(found[1], found[2], found[3], found.start(2)))
        end = found.end()
    literals.append(text[end:])
    if any(_special.search(literal) for literal in literals):
        return None
    return PlainProse(tuple(literals), tuple(links))
