"""The words of a hand-written page, for the search, as a reader sees them.

These pages are Markdown with the extensions of `jinzai.publish.mkdocs_extensions`, which the engine
makes into HTML only later. So the marks of these extensions are taken away here: attributes,
admonitions, tabs, footnotes, definitions, abbreviations, icons, inserted and marked words, HTML.
Blocks of code are left out, because nobody looks for an example by its signs.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

_block_begins: Final = re.compile(
    r"(?:[!?]{3}\+?|={3}[!+]*|/{3})[ \t]*[\w-]*(?:[ \t]+[\w-]+)*[ \t]*"
    r"(?:[\"|][ \t]*([^\"\n]*)\"?)?[ \t]*(?=\n|$)"
)
"""The first line of an admonition, of what folds, or of a tab. Its title is kept."""
_footnote: Final = re.compile(r"^\[\^[^\]\s]+\]:[ \t]*", re.MULTILINE)
_definition: Final = re.compile(r"^(?::[ \t]+|\*\[[^\]]+\]:[ \t]*)")
_attribute: Final = r"(?:[#.][^\s{}]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}]+))"
_pieces: Final = re.compile(
    rf"[ \t]*\{{:?[ \t]*{_attribute}(?:[ \t]+{_attribute})*[ \t]*\}}"
    r"|\[\^[^\]\s]+\]|</?[A-Za-z][^<>]*>|<!--.*?-->|:[a-z]+-[a-z0-9-]+:|\[[ xX]\](?=\s)",
    re.DOTALL,
)
_paired: Final = re.compile(r"(==|\^\^|~~|\+\+)(?=\S)(.+?)(?<=\S)\1")


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables, where HTML is text, as in `jinzai.model.prose`.

    It is another parser, because prose keeps the tokens of its texts and pages are longer.
    """
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=64)
def written_words(markdown: str) -> str:
    """The words of a page in one line, without marks and without blocks of code.

    The words of the last pages are kept for the next site of the preview.
    """
    # CommonMark takes the text of a footnote for the target of a link.
    return " ".join(" ".join(_blocks(_footnote.sub("", markdown))).split())


def _blocks(markdown: str) -> Iterator[str]:
    for token in _parser().parse(markdown):
        if token.type == "inline":
            yield _inline(token)
        elif token.type == "code_block":
            # What these extensions hold is indented, and so it looks like code.
            yield from _blocks(token.content)


def _inline(block: Token) -> str:
    words = ""
    pieces = block.children or []
    for number, token in enumerate(pieces):
        if token.type == "text":
            text = token.content
            if number == 0:
                text = _block_begins.sub(r"\1", text) if _block_begins.match(text) else text
            if number == 0 or pieces[number - 1].type in ("softbreak", "hardbreak"):
                text = _definition.sub("", text)
            words += _paired.sub(r"\2", _pieces.sub("", text))
        elif token.type in ("softbreak", "hardbreak"):
            words += "\n"
        elif token.type in ("image", "code_inline"):
            words += token.content
    return words
