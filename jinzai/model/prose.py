"""References inside Markdown: `[BPR](skill:bpr)` is a reference like any other.

What counts as a link is what markdown-it-py, the renderer, takes for one: a text in a code span
or with escaped brackets is no reference. Only the position is found by searching for the target's
own characters, since CommonMark tokens carry no columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from markdown_it import MarkdownIt

PROSE_KINDS: Final = frozenset(
    [
        "plan",
        "role",
        "skill",
        "category",
        "matrix",
        "course",
        "curriculum",
        "schedule",
        "target",
        "practice",
        "body",
        "measure",
        "indicator",
        "review",
        "term",
        "chapter",
        "department",
        "table",
        "placeholder",
        "entry",
    ]
)
"""Kinds that prose may link to; a chapter of another plan is out of reach."""


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link in prose.

    `kind` is what stands before the colon, `id` what follows. `occurrence` counts from 0 how often
    the target's own characters stand in the text before this link. `image` tells an image, which
    content must not have, from a link.
    """

    kind: str
    id: str
    occurrence: int
    image: bool = False

    @property
    def target(self) -> str:
        """The link's target as it is written."""
        return f"{self.kind}:{self.id}" if self.kind else self.id


@cache
def markdown() -> MarkdownIt:
    """The one Markdown dialect of content/: CommonMark with tables, without HTML.

    Links keep whatever target they have; what to do with a target is the caller's decision.
    """
    parser = MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")
    parser.validateLink = _any_target  # type: ignore[method-assign]
    return parser


def _any_target(url: str) -> bool:  # noqa: ARG001
    return True


def links(text: str) -> Iterator[ProseLink]:
    """All links of a Markdown text, in order, images included."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    searched: dict[str, int] = {}
    for block in markdown().parse(text):
        for token in block.children or ():
            url = token.attrGet("href") or token.attrGet("src")
            if token.type not in ("link_open", "image") or url is None:
                continue
            target = str(url)
            offset = text.find(target, searched.get(target, 0))
            searched[target] = offset + len(target) if offset >= 0 else 0
            kind, colon, rest = target.partition(":")
            if not colon:
                kind, rest = "", target
            occurrence = text.count(target, 0, offset) if offset > 0 else 0
            yield ProseLink(kind, rest, occurrence, image=token.type == "image")
