"""What an editor meant as Markdown and what stays plain characters: `##見出し`, `**` alone, `・`.

The parser decides what is Markdown; this module looks only at what it left as text, and at cells
of tables that it drops. Text in code spans and blocks is never looked at. It does not know how a
finding is worded.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from markdown_it.token import Token

from jinzai.model.emphasis import LeftOver
from jinzai.model.heading_anchor import ID
from jinzai.model.prose import PROSE_KINDS, parsed

_KINDS: Final = "|".join(sorted(PROSE_KINDS))
_signs: Final = re.compile(r"[*_~<\t\n|｜＃＞#]")
_brackets: Final = re.compile(r"\](?: \(| ?[\[（［{〔])|[)）］] ?[\[(［（{〔]|［")
_marks: Final = re.compile(
    r"[{｛] ?[#＃]|\*\*|__|~~|<[A-Za-z/]|\t|-:? ?\||^[ \u3000]*(?:#{1,6}(?:[^ #\n])|[＃＞|｜])"
    r"|^[^\n｜]*｜[^\n｜]*｜"
    r"|\n[ \u3000]*(?:[・･•●◦▪■□◆◇○◎▶▷►✓✔※＊＋－ー―–—−①-⑳]|[0-9０-９]+[．)）]|[0-9]+\.[^ 0-9]"
    r"|[０-９]+\.|[(（][0-9０-９]+[)）])",
    re.MULTILINE,
)
_strike: Final = re.compile(r"~~[^~\n]+~~")
_tag: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:[ \t][^<>\n]*)?/?>")
_wide_link: Final = re.compile(
    r"(?P<open>[\[［(（])(?P<label>[^\[\]［］()（）\n]+)(?P<close>[\]］)）])(?P<gap> ?)"
    r"(?P<left>[\[(［（{〔])"
    rf"(?P<target>(?:{_KINDS})[:：] ?[a-z0-9/_-]+|https?[:：]//[^\s)\]）］}}〕]+)"
    r"(?P<right>[)\]）］}〕])"
)
_footnote: Final = re.compile(r"[\[［][\^＾](?P<label>[^\[\]［］\n]{1,40})[\]］](?P<text>[:：]?)")
_tight_heading: Final = re.compile(
    r"[ \u3000]*(?:#{2,6}(?=[^\s#])|#(?=[^\s#0-9])|#{1,6}(?=\u3000))"
)
_wide_sign: Final = re.compile(r"[ \u3000]*(?:＃+|＞)")
_row: Final = re.compile(r"[ \u3000]*[|｜].*[|｜][ \u3000]*$|[^|｜]*｜[^｜]*｜.*$")
_bullet: Final = re.compile(
    r"[ \u3000]*(?:[・･•●◦▪■□◆◇○◎▶▷►✓✔※＊＋①-⑳]|[－ー―–—−](?=[ \u3000])|[0-9０-９]+[．）]"
    r"|[０-９]+[.)]|[0-9]+[.)](?=[^\s0-9])|[(（][0-9０-９]+[)）])"
)
_anchor: Final = re.compile(r"[{｛] ?[#＃][^}｝]*[}｝]\s*$")
_cell_end: Final = re.compile(r"(?<!\\)\|")
_HTTP: Final = "http"


class Literal(NamedTuple):
    """Characters of a text that are shown otherwise than their writer meant.

    `cause` is a key of `jinzai.check.texts.CAUSES`. `sign` are the characters, `occurrence` says
    how often they occur in the text before. `facts` are what the advice names.
    """

    cause: str
    sign: str
    occurrence: int
    facts: dict[str, Any]


def literals(text: str) -> Iterator[Literal]:
    """Everything of this kind in a Markdown text, block by block."""
    if not _is_suspicious(text):
        return
    blocks, left_over = parsed(text)
    reader = _Reader(text, list(left_over))
    for before, block in zip([None, *blocks], blocks, strict=False):
        if block.type == "inline" and block.map is not None:
            yield from reader.inline(block, block.map[0])
            if before is not None and before.type == "heading_open":
                yield from reader.heading(before, block, block.map[0])
            elif before is not None and before.type == "paragraph_open":
                yield from reader.paragraph(block, block.map[0])
    yield from reader.tables(blocks)
    yield from reader.footnotes()


def _is_suspicious(text: str) -> bool:
    """Whether a text may have such characters. Most texts fail the first search."""
    if _signs.search(text) and _marks.search(text):
        return True
    if "^" in text or "＾" in text:
        return True
    return bool(_brackets.search(text) and _wide_link.search(text))


class _Reader:
    """A text by lines, and the marks that were left over in each of its pieces."""

    def __init__(self, text: str, left_over: list[LeftOver]) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._left_over = left_over
        self._anchors: set[str] = set()
        self._footnotes: dict[str, Literal] = {}

    def inline(self, block: Token, first: int) -> Iterator[Literal]:
        """Marks of emphasis, lines through, tags and links in one piece of text."""
        left = next((one for one in self._left_over if one.source == block.content), None)
        if left is not None:
            self._left_over.remove(left)
            yield from self._emphasis(left, first)
        at = self._starts[first]
        for token in block.children or ():
            if token.type != "text":
                continue
            at = self._footnotes_in(token.content, at)
            for cause, pattern in (("strike", _strike), ("tag", _tag), ("link", _wide_link)):
                for found in pattern.finditer(token.content):
                    if cause == "link" and not _is_meant_as_link(found):
                        continue
                    at = max(self._text.find(found[0], at), at)
                    yield self._at(at, found[0], cause, **_facts(cause, found))

    def _footnotes_in(self, found: str, at: int) -> int:
        """Notes the footnotes in a piece of text, which begins at `at` or later; where it ends.

        Brackets after a backslash are meant as they are.
        """
        for one in _footnote.finditer(found):
            place = self._text.find(one[0], at)
            if place >= 0:
                at = place + len(one[0])
                is_meant = self._text[place - 1 : place] != "\\"
                if is_meant and (one["label"] not in self._footnotes or one["text"]):
                    self._footnotes[one["label"]] = self._at(place, one[0], "footnote")
        return at

    def footnotes(self) -> Iterator[Literal]:
        """Each footnote: the place of its text, or else where it is named."""
        return iter(self._footnotes.values())

    def _emphasis(self, left: LeftOver, first: int) -> Iterator[Literal]:
        told = -1
        for offset in left.offsets:
            start, end = offset, offset + 1
            while start > 0 and left.source[start - 1] == left.source[offset]:
                start -= 1
            while left.source[end : end + 1] == left.source[offset]:
                end += 1
            if start == told or end - start < 2 or left.source[start - 1 : start] == "\\":
                continue
            told = start
            lines = left.source[:start].split("\n")
            at = self._starts[first + len(lines) - 1]
            written = left.source.split("\n")[len(lines) - 1]
            at = max(self._text.find(written, at), at) + len(lines[-1])
            sign = left.source[start:end]
            yield self._at(self._text.find(sign, at), sign, "emphasis")

    def heading(self, opening: Token, block: Token, first: int) -> Iterator[Literal]:
        """An anchor of a heading that is no id, or that an earlier heading has."""
        anchor = opening.attrGet(ID)
        if anchor in self._anchors:
            yield self._line(first, f"{{#{anchor}}}", "anchor")
        elif isinstance(anchor, str):
            self._anchors.add(anchor)
        elif found := _anchor.search(block.content):
            yield self._line(first, found[0], "anchor")

    def paragraph(self, block: Token, first: int) -> Iterator[Literal]:
        """Lines of a paragraph that look like a heading, a row of a table or an item of a list."""
        lines = block.content.split("\n")
        rows = [number for number, line in enumerate(lines) if _row.match(line)]
        tabbed = [number for number, line in enumerate(lines) if "\t" in line.strip()]
        items = [number for number, line in enumerate(lines) if _bullet.match(line)]
        for number, line in enumerate(lines):
            if found := _tight_heading.match(line):
                yield self._line(first + number, found[0].strip(), "heading")
            elif found := _wide_sign.match(line):
                sign = found[0].strip()
                half = "> " if sign == "＞" else "#" * len(sign) + " "
                yield self._line(first + number, sign, "wide", half=half)
        for cause, numbers in (("row", rows), ("tab", tabbed), ("item", items)):
            if len(numbers) > 1 or (numbers and cause == "item" and _is_plain_item(lines, numbers)):
                sign = lines[numbers[0]].strip()
                if cause == "item" and (found := _bullet.match(sign)):
                    sign = found[0]
                yield self._line(first + numbers[0], sign, cause, count=len(numbers))
                return

    def tables(self, blocks: Iterable[Token]) -> Iterator[Literal]:
        """Cells beyond the columns of a table's head. The parser drops them."""
        columns = 0
        for block in blocks:
            if block.type == "table_open":
                columns = 0
            elif block.type == "th_open":
                columns += 1
            elif block.type == "tr_open" and block.map is not None and columns:
                yield from self._lost_cells(block.map[0], columns)

    def _lost_cells(self, number: int, columns: int) -> Iterator[Literal]:
        line = self._lines[number].rstrip()
        ends = [found.start() for found in _cell_end.finditer(line)]
        if line.lstrip().startswith("|"):
            ends = ends[1:]
        if len(ends) < columns:
            return
        lost = line[ends[columns - 1] + 1 :].strip("| \t")
        if lost:
            at = self._starts[number] + line.index(lost, ends[columns - 1])
            yield self._at(at, lost, "cell", columns=columns)

    def _line(self, number: int, sign: str, cause: str, **facts: Any) -> Literal:
        start = self._starts[number]
        return self._at(self._text.find(sign, start), sign, cause, **facts)

    def _at(self, at: int, sign: str, cause: str, **facts: Any) -> Literal:
        return Literal(cause, sign, self._text.count(sign, 0, max(at, 0)), facts)


def _is_plain_item(lines: list[str], numbers: list[int]) -> bool:
    """Whether the only line that looks like an item has a ・ and follows another line."""
    return numbers[0] > 0 and lines[numbers[0]].lstrip(" \u3000")[0] in "・･•●"


def _is_meant_as_link(found: re.Match[str]) -> bool:
    """Whether the characters are a link but for a bracket or a space.

    A web address in brackets after a word in brackets is good prose.
    """
    if found["target"].startswith(_HTTP):
        return found["open"] in "[［" and found["left"] in "(（"
    return found["open"] in "[［" or found["left"] in "[［"


def _facts(cause: str, found: re.Match[str]) -> dict[str, Any]:
    if cause != "link":
        return {}
    target = found["target"].replace("：", ":").replace(" ", "")
    return {"meant": f"[{found['label']}]({target})"}
