"""Prose: the Markdown of content/ as HTML.

A text is compiled once into pieces of HTML and the references between them. Each page that shows it
then adds its own relative links. Only references, web addresses and mail addresses become links.
Any other target (`javascript:`, `data:`, a relative path) is printed as text, although the checks
already refuse it. This module does not know the address of any entity.
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final, NamedTuple
from urllib.parse import unquote

from markdown_it.token import Token
from markupsafe import Markup

from jinzai.model.heading_anchor import ID, title_anchor, unique_anchor
from jinzai.model.line_ends import needs_space
from jinzai.model.plain_prose import PlainProse, plain_prose
from jinzai.model.prose import PROSE_KINDS, markdown
from jinzai.render.words.escaping import printed

_TABLE_OPEN: Final = (
    '<div class="jz-table-frame" role="region" aria-label="表" tabindex="0">'
    '<table class="jz-table">\n'
)
_ALIGNED: Final = {"right": "jz-number", "center": "jz-center"}
CHAPTER_TOP: Final = 2
"""The level of the highest headings of a text that is a page of its own."""

_safe_schemes: Final = ("http", "https", "mailto")


class ReferenceTag(NamedTuple):
    """A reference in a text. Each page writes the opening tag of the link for itself."""

    kind: str
    id: str


class Heading(NamedTuple):
    """A heading of a text.

    `level` is the level of the HTML element, `anchor` its id in a chapter.
    """

    level: int
    anchor: str
    title: str


class Prose(NamedTuple):
    """A compiled text: pieces of HTML, and references whose opening tags are still missing.

    `single` is true if the text is one paragraph, which may stand in a line.
    """

    pieces: tuple[str | ReferenceTag, ...]
    single: bool
    headings: tuple[Heading, ...] = ()

    def inline(self, opening: Callable[[str, str], str]) -> Markup:
        """The text as HTML without the tags of a single paragraph. Several blocks stay blocks.

        `opening` gives the `<a …>` of a reference, from its kind and id.
        """
        return Markup(
            "".join(
                piece if isinstance(piece, str) else opening(piece.kind, piece.id)
                for piece in self.pieces
            )
        )

    def block(self, opening: Callable[[str, str], str]) -> Markup:
        """The text as HTML blocks. `opening` means the same as in `inline`."""
        written = self.inline(opening)
        return Markup(f"<p>{written}</p>") if self.single else written


class Compiler:
    """Compiles texts and keeps the results.

    One compiler serves all pages of a build. Equal texts are compiled once.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], Prose] = {}

    def compile(self, text: str, top: int = 4) -> Prose:
        """Compiles a text. Its highest heading becomes an `<h{top}>`.

        With `CHAPTER_TOP` the headings have ids. A page can hold only one such text.
        """
        known = self._known.get((text, top))
        if known is None:
            known = self._known[text, top] = _compile(text, top)
        return known


def _compile(text: str, top: int) -> Prose:
    # Only line ends: leading spaces may make code, in which the checks see no reference.
    text = text.strip("\n")
    plain = plain_prose(text)
    if plain is not None and all(link.kind in PROSE_KINDS for link in plain.links):
        return Prose(tuple(_plain_pieces(plain)), single=True)
    tokens = markdown().parse(text)
    single = len(tokens) == 3 and tokens[0].type == "paragraph_open" and tokens[1].type == "inline"
    writer = _TokenWriter(top, tokens, anchored=top == CHAPTER_TOP)
    if single:
        writer.inline(tokens[1].children or [])
    else:
        writer.blocks(tokens)
    return Prose(writer.finished(), single, tuple(writer.headings))


def _plain_pieces(plain: PlainProse) -> Iterator[str | ReferenceTag]:
    yield printed(plain.literals[0])
    for link, literal in zip(plain.links, plain.literals[1:], strict=True):
        yield ReferenceTag(link.kind, link.id)
        yield f"{printed(link.label)}</a>{printed(literal)}"


class _TokenWriter:
    """Turns markdown-it's tokens into pieces."""

    def __init__(self, top: int, tokens: list[Token], *, anchored: bool) -> None:
        self._anchored = anchored
        self._pieces: list[str | ReferenceTag] = []
        self.headings: list[Heading] = []
        levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
        self._shift = top - min(levels, default=top)

    def finished(self) -> tuple[str | ReferenceTag, ...]:
        """The pieces. Adjacent texts are joined."""
        merged: list[str | ReferenceTag] = []
        for is_text, pieces in groupby(self._pieces, lambda piece: isinstance(piece, str)):
            if is_text:
                merged.append("".join(map(str, pieces)))
            else:
                merged.extend(pieces)
        return tuple(merged)

    def blocks(self, tokens: list[Token]) -> None:
        """Writes block tokens. A table that is too wide for the page gets its own scroll bar."""
        for index, token in enumerate(tokens):
            if token.hidden:
                continue
            if token.type == "inline":
                self.inline(token.children or [])
            elif token.type in ("fence", "code_block"):
                self._pieces.append(f"<pre><code>{printed(token.content)}</code></pre>\n")
            elif token.type == "heading_open":
                self._heading(token, tokens[index + 1])
            elif token.type == "heading_close":
                self._pieces.append(f"</{self._heading_tag(token)}>\n")
            elif token.type == "table_open":
                self._pieces.append(_TABLE_OPEN)
            elif token.type == "table_close":
                self._pieces.append("</table></div>\n")
            elif token.nesting >= 0:
                self._pieces.append(f"<{token.tag}{_attributes(token)}>")
            else:
                self._pieces.append(f"</{token.tag}>\n")

    def _heading_tag(self, token: Token) -> str:
        return f"h{min(int(token.tag[1]) + self._shift, 6)}"

    def _heading(self, token: Token, content: Token) -> None:
        tag = self._heading_tag(token)
        title = "".join(child.content for child in content.children or ())
        written = token.attrGet(ID)
        taken = {heading.anchor for heading in self.headings}
        anchor = unique_anchor(title_anchor(title) if written is None else str(written), taken)
        heading = Heading(int(tag[1]), anchor, title)
        self.headings.append(heading)
        self._pieces.append(f'<{tag} id="{heading.anchor}">' if self._anchored else f"<{tag}>")

    def inline(self, tokens: list[Token]) -> None:
        """Writes inline tokens."""
        closings: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "text":
                self._pieces.append(printed(token.content))
            elif token.type == "softbreak":
                if needs_space(_before(tokens, index), _after(tokens, index)):
                    self._pieces.append("\n")
            elif token.type == "hardbreak":
                self._pieces.append("<br>\n")
            elif token.type == "code_inline":
                self._pieces.append(f"<code>{printed(token.content)}</code>")
            elif token.type == "link_open":
                self._pieces.append(self._open_link(str(token.attrGet("href") or ""), closings))
            elif token.type == "link_close":
                self._pieces.append(closings.pop())
            elif token.type == "image":
                self._pieces.append(printed(token.content))
            elif token.nesting > 0:
                self._pieces.append(f"<{token.tag}>")
            elif token.nesting < 0:
                self._pieces.append(f"</{token.tag}>")

    def _open_link(self, url: str, closings: list[str]) -> str | ReferenceTag:
        scheme, colon, rest = url.partition(":")
        if colon and scheme in PROSE_KINDS:
            closings.append("</a>")
            return ReferenceTag(scheme, unquote(rest))
        if colon and scheme.lower() in _safe_schemes:
            closings.append("</a>")
            return f'<a class="jz-external" rel="noopener" href="{printed(url)}">'
        closings.append(f"（{printed(url)}）" if url else "")
        return ""


def _attributes(token: Token) -> str:
    """The attributes that a block token may have: a list's first number, a cell's alignment."""
    if token.type in ("th_open", "td_open"):
        align = str(token.attrGet("style") or "").removeprefix("text-align:")
        scope = ' scope="col"' if token.type == "th_open" else ""
        return f'{scope} class="{_ALIGNED[align]}"' if align in _ALIGNED else scope
    start = token.attrGet("start")
    return f' start="{int(start)}"' if isinstance(start, int) else ""


def _before(tokens: list[Token], index: int) -> str:
    """The last character before a token."""
    texts = (tokens[at].content for at in range(index - 1, -1, -1))
    return next((text[-1] for text in texts if text), "")


def _after(tokens: list[Token], index: int) -> str:
    """The first character after a token."""
    texts = (tokens[at].content for at in range(index + 1, len(tokens)))
    return next((text[0] for text in texts if text), "")
