"""The anchors of headings: written as `## 背景 {#background}`, else made from the title.

An anchor must not move when another heading is put in front, so that none is counted. It is ASCII,
as all addresses are.
"""

import hashlib
import re
import unicodedata
from collections.abc import Container
from itertools import count
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

ID: Final = "id"
"""The attribute of a heading's token that has the written anchor."""

_MOST_WORDS: Final = 4
_DIGITS: Final = 6
_written: Final = re.compile(r"[ \t]*\{#((?!jz-|mentions\b)[a-z](?:-?[a-z0-9]+)*)\}[ \t]*$")


def enable_anchors(parser: MarkdownIt) -> None:
    """Makes the parser take `{#id}` at the end of a heading for its anchor."""
    parser.core.ruler.push("heading_anchors", _take_anchors)


def title_anchor(title: str) -> str:
    """The anchor of a heading without a written one: `h-dx-4f1a2b`.

    It has the ASCII words of the title. Differences of width, case and spaces do not count.
    """
    plain = unicodedata.normalize("NFKC", title).casefold()
    words = re.findall("[a-z0-9]+", plain)[:_MOST_WORDS]
    if plain.isascii() and words:
        return "-".join(["h", *words])
    digest = hashlib.sha256("".join(plain.split()).encode("utf-8", "replace")).hexdigest()
    return "-".join(["h", *words, digest[:_DIGITS]])


def unique_anchor(anchor: str, taken: Container[str]) -> str:
    """The anchor, with a number behind it if an earlier heading has the same."""
    if anchor not in taken:
        return anchor
    return next(one for one in (f"{anchor}-{number}" for number in count(2)) if one not in taken)


def _take_anchors(state: StateCore) -> None:
    for heading, content in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type != "heading_open" or not content.children:
            continue
        last = content.children[-1]
        found = _written.search(last.content) if last.type == "text" else None
        if found is not None:
            last.content = last.content[: found.start()]
            content.content = _written.sub("", content.content)
            heading.attrSet(ID, found[1])
