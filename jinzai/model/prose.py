"""References inside Markdown: `[BPR](skill:bpr)` is a reference like any other.

A link is what markdown-it-py, the renderer, recognizes as one. A text in a code span or with
escaped brackets is not a reference. Only the position of a link is found by a search for the
characters of its target, because CommonMark tokens have no columns.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.token import Token

from jinzai.model.emphasis import LEFT_OVER, LeftOver, enable_emphasis
from jinzai.model.heading_anchor import enable_anchors
from jinzai.model.kinds import PLAN_KINDS
from jinzai.model.occurrences import Occurrences
from jinzai.model.plain_prose import PlainLink, plain_prose

PROSE_KINDS: Final = frozenset([*PLAN_KINDS, "plan", "entry"])
"""Kinds that prose may link to. Chapters of other plans cannot be named."""

CACHED_TEXTS: Final = 4096
"""The number of texts whose tokens are kept.

Checks, back-links, counts, pages and tables ask for the same texts. A plan has about 400.
"""

CACHED_LINKS: Final = 65536
"""The number of texts whose links are kept, so that all stages share them.

A plan has about 40 texts with links.
"""

# An inline link's target, an autolink's, or a definition's; CommonMark 0.31, "Links".
_written_target: Final = re.compile(
    r"(?:\]\(\s*<?|<|\]:\s*<?)(?P<target>[^\s)<>]+)(?=[\s)>]|$)|\]\(\s*(?:<>)?\s*\)"
)

_plain_target: Final = re.compile(r"[a-z]+:[a-z0-9/-]+")
"""A target that the parser leaves as it is."""


class ProseLink(NamedTuple):
    """A link in prose.

    `kind` is the part of the target before the colon, `id` the part after it. `occurrence` says how
    often the characters of `sought` occur in the text before this link. `image` is true for an
    image, which content must not have. `written` has the characters of the target in the text
    where they differ: escaped ones, or the brackets of a link without a target.
    """

    kind: str
    id: str
    occurrence: int
    image: bool = False
    written: str = ""

    @property
    def target(self) -> str:
        """The target as the parser reads it."""
        return f"{self.kind}:{self.id}" if self.kind else self.id

    @property
    def sought(self) -> str:
        """The characters by which the link is found in the text."""
        return self.written or self.target


@cache
def markdown() -> MarkdownIt:
    """The only Markdown dialect of content/: CommonMark with tables, without HTML.

    Emphasis works beside Japanese characters, as `jinzai.model.emphasis` says, and headings may
    have anchors. Links keep every target. The caller decides what to do with it. `[^1]: text` is
    plain text: CommonMark would take the text of a footnote for the target of a link.
    """
    parser = MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")
    enable_emphasis(parser)
    enable_anchors(parser)
    parser.validateLink = _any_target  # type: ignore[method-assign]
    parser.block.ruler.at("reference", _definition)
    return parser


def _definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Reads the definition of a link, unless it is the text of a footnote."""
    begin = state.bMarks[line] + state.tShift[line]
    return not state.src.startswith("[^", begin) and reference(state, line, end, silent)


def _any_target(url: str) -> bool:  # noqa: ARG001
    return True


class MarkdownText(NamedTuple):
    """The blocks of a text, and the marks of emphasis that stayed plain characters."""

    blocks: tuple[Token, ...]
    left_over: tuple[LeftOver, ...]


@lru_cache(maxsize=CACHED_TEXTS)
def parsed(text: str) -> MarkdownText:
    """A Markdown text, as the parser reads it. The tokens are shared: never change them."""
    environment: dict[str, Any] = {}
    blocks = markdown().parse(text, environment)
    return MarkdownText(tuple(blocks), tuple(environment.get(LEFT_OVER, ())))


def tokens(text: str) -> tuple[Token, ...]:
    """The blocks of a Markdown text, as the parser gives them.

    They are shared: never change them.
    """
    return parsed(text).blocks


def links(text: str) -> tuple[ProseLink, ...]:
    """All links of a Markdown text, in order, including images."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return ()
    return _links(text)


def linked_words(text: str) -> tuple[str, ...]:
    """The words of each link of `links(text)`, in the same order, without Markdown."""
    if not links(text):
        return ()
    plain = plain_prose(text)
    return tuple(_parsed_words(text)) if plain is None else tuple(one.label for one in plain.links)


def _parsed_words(text: str) -> Iterator[str]:
    for block in tokens(text):
        yield from _words_of_links(block.children or ())


def _words_of_links(children: Iterable[Token]) -> Iterator[str]:
    """The words of each link and image. Every token is looked at once."""
    found: list[list[str]] = []
    within: list[str] = []
    for token in children:
        if token.type == "link_open":
            within = []
            found.append(within)
        elif token.type == "link_close":
            within = []
        else:
            within.append(token.content)
            if token.type == "image":
                found.append([token.content])
    return map("".join, found)


@lru_cache(maxsize=CACHED_LINKS)
def _links(text: str) -> tuple[ProseLink, ...]:
    return tuple(_found_links(text))


def _found_links(text: str) -> Iterator[ProseLink]:
    plain = plain_prose(text)
    return _parsed_links(text) if plain is None else _plain_links(text, plain.links)


def _plain_links(text: str, found: Iterable[PlainLink]) -> Iterator[ProseLink]:
    occurrences = Occurrences(text)
    for link in found:
        occurrence = occurrences.before(f"{link.kind}:{link.id}", link.start)
        yield ProseLink(link.kind, link.id, occurrence)


def _parsed_links(text: str) -> Iterator[ProseLink]:
    offsets = _offsets(text)
    occurrences = Occurrences(text)
    passed: dict[str, int] = {}
    for block in tokens(text):
        for token in block.children or ():
            if token.type not in ("link_open", "image"):
                continue
            url = str(token.attrs.get("href", token.attrs.get("src", "")))
            number = passed.get(url, 0)
            passed[url] = number + 1
            found = offsets.get(url)
            # From the top again where one definition serves several links.
            written = found[number % len(found)] if found else None
            yield _link(occurrences, url, written, image=token.type == "image")


def _link(
    occurrences: Occurrences, url: str, found: re.Match[str] | None, *, image: bool
) -> ProseLink:
    target = unquote(url)
    if found is None:
        written, offset = _as_written(url, occurrences), 0
    else:
        written = found["target"] or found[0]
        offset = found.start("target") if found["target"] else found.start()
    kind, colon, rest = target.partition(":")
    if not colon:
        kind, rest = "", target
    occurrence = occurrences.before(written, offset) if offset > 0 else 0
    return ProseLink(kind, rest, occurrence, image, "" if written == target else written)


def _as_written(url: str, occurrences: Occurrences) -> str:
    """The target as an editor typed it. markdown-it gives `%E5…` for Japanese characters."""
    plain = unquote(url)
    return plain if plain != url and not occurrences.of(url) and occurrences.of(plain) else url


def _offsets(text: str) -> Mapping[str, list[re.Match[str]]]:
    """Where each target of a link stands, from the top.

    The keys are the targets as the parser gives them. A search for only the
    characters would find `skill:bpr-basic` for `skill:bpr`.
    """
    found: dict[str, list[re.Match[str]]] = {}
    read: dict[str, str] = {}
    for written in _written_target.finditer(text):
        target = written["target"] or ""
        if target not in read:
            is_plain = _plain_target.fullmatch(target)
            read[target] = target if is_plain else markdown().normalizeLink(unescapeAll(target))
        found.setdefault(read[target], []).append(written)
    return found
