"""Prose as plain text, for cells in place of the Markdown in content/."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from markdown_it.token import Token

from jinzai.model.line_ends import needs_space
from jinzai.model.prose import tokens

# What no Markdown can begin with or contain needs no parser, and most texts are such.
_beginning: Final = re.compile(r"\s*(?:[-+#=~]|\d+[.)])")
_anywhere: Final = re.compile(r"[\\`*_\[\]<>&\n\r\t\0]")


def plain_text(text: str) -> str:
    """The words of a Markdown text. A link becomes its text, and an item of a list gets a ・.

    Blocks are separated by a line feed, the cells of a table by a space. Line breaks within a
    paragraph are removed, without a space between Japanese characters.
    """
    if not _beginning.match(text) and not _anywhere.search(text):
        return text.strip()
    return "\n".join(_blocks(tokens(text)))


def _blocks(blocks: Iterable[Token]) -> Iterator[str]:
    row: list[str] | None = None
    item = False
    for token in blocks:
        if token.type == "list_item_open":
            item = True
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield " ".join(row)
            row = None
        elif token.type in ("inline", "fence", "code_block"):
            words = _inline(token.children or ()) if token.type == "inline" else token.content
            if row is not None:
                row.append(words)
            elif words.strip():
                yield ("・" if item else "") + words.strip()
                item = False


def _inline(pieces: Iterable[Token]) -> str:
    words: list[str] = []
    broken = False
    for token in pieces:
        if token.type == "softbreak":
            broken = True
            continue
        if token.type == "hardbreak":
            words.append("\n")
            continue
        more = _inline(token.children or ()) if token.type == "image" else token.content
        if not more:
            continue
        if broken:
            before = words[-1][-1] if words else ""
            words.append(" " if needs_space(before, more[0]) else "")
            broken = False
        words.append(more)
    return "".join(words)
