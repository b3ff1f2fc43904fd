"""Headings of hand-written pages get anchors that do not move.

Python-Markdown drops Japanese from an anchor and counts what is left: `_1`, `_2`. So a heading
without a written anchor gets one from its title before the engine reads the page, in the form that
the extension attr_list knows: `## 背景 {#h-4f1a2b}`. ASCII titles keep the anchors of the engine.
"""

import re
from collections.abc import Iterator
from typing import Final

from jinzai.model.heading_anchor import title_anchor, unique_anchor

ANCHOR_EXTENSION: Final = "attr_list"
"""The extension of Python-Markdown that reads these anchors."""

_fence: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_heading: Final = re.compile(
    r"(?P<marks>#{1,6})(?P<title>[^#\r\n][^\r\n]*?)(?P<end>[ \t]*#*[ \t]*)$"
)
_attributes: Final = re.compile(r"\{[^{}\n]*\}[ \t]*$")
_link: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def with_anchors(text: str) -> str:
    """The Markdown of a page in which headings with Japanese titles have anchors.

    No line is added, and headings in code blocks stay as they are.
    """
    return "".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    fence = ""
    taken: set[str] = set()
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        found = _fence.match(bare)
        heading = _heading.match(bare)
        if fence:
            fence = "" if bare.strip() == fence else fence
        elif found:
            fence = found[1]
        elif heading and not bare.isascii() and not _attributes.search(bare):
            title = _link.sub(r"\1", heading["title"]).translate(_NO_MARKS).strip()
            anchor = unique_anchor(title_anchor(title), taken)
            taken.add(anchor)
            yield f"{heading['marks']}{heading['title']} {{#{anchor}}}{heading['end']}"
            yield line[len(bare) :]
            continue
        yield line


_NO_MARKS: Final = str.maketrans("", "", "*`")
