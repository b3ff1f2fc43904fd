"""A page's body as Markdown: what somebody would have written by hand for another generator.

Owns the way back from HTML. Headings, paragraphs, lists, tables, links and emphasis come out as
the Markdown that gives them; drawings are left out, and links to files that are no pages become
text, and lists are flat. Promises the same words and the same links between pages, not the same
looks.
"""

import re
from html.parser import HTMLParser
from typing import Final

_HEADINGS: Final = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_BLOCKS: Final = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote details div dl figcaption figure footer form header "
        "legend nav p pre section summary",
    )
)
_SKIPPED: Final = frozenset(["svg", "script", "style", "template", "button", "select", "input"])
_VOID: Final = frozenset(["input", "img", "hr", "br", "wbr", "col", "meta", "link"])
_IN_LINE: Final = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "br": " "}

_ITEMS: Final = ("- ", "1. ")

_special: Final = re.compile(r"([\\`*_\[\]<>|{}])")
_space: Final = re.compile(r"\s+")


def to_markdown(body: str, *, page_ending: str) -> str:
    """The Markdown of a body. Links to `x.html` lead to `x` with `page_ending`."""
    writer = _Writer(page_ending)
    writer.feed(body)
    writer.close()
    return writer.finished()


class _Writer(HTMLParser):
    """Writes blocks, and inside a table rows."""

    def __init__(self, page_ending: str) -> None:
        super().__init__()
        self._ending = page_ending
        self._blocks: list[str] = []
        self._inline: list[str] = []
        self._prefix = ""
        self._lists: list[str] = []
        self._links: list[str] = []
        self._rows: list[list[str]] | None = None
        self._skipped = ""
        self._depth = 0
        self._term = False
        self._in_list = False

    def finished(self) -> str:
        """All blocks."""
        self._flush()
        return "\n\n".join(self._blocks) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipped or tag in _SKIPPED:
            if tag not in _VOID and (not self._skipped or tag == self._skipped):
                self._skipped, self._depth = tag, self._depth + 1
        elif tag == "a":
            self._links.append(self._target(dict(attrs).get("href") or ""))
            self._inline.append("[" if self._links[-1] else "")
        elif tag in _IN_LINE:
            self._inline.append(_IN_LINE[tag])
        elif self._rows is not None:
            self._start_in_table(tag)
        elif tag == "table":
            self._flush()
            self._rows = []
        elif tag in ("ul", "ol"):
            self._flush()
            self._lists.append(_ITEMS[tag == "ol"])
            self._in_list = False
        elif tag == "li":
            self._flush()
            self._prefix = self._lists[-1] if self._lists else "- "
        elif tag == "dd" and self._term:
            self._inline.append("：")
            self._term = False
        elif tag in ("dt", "dd"):
            self._flush()
        elif tag in _HEADINGS:
            self._flush()
            self._prefix = _HEADINGS[tag]
        elif tag in _BLOCKS and not self._prefix:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            self._skipped = self._skipped if self._depth else ""
        elif tag == "a" and self._links:
            target = self._links.pop()
            self._inline.append(f"]({target})" if target else "")
        elif tag in _IN_LINE:
            self._inline.append(_IN_LINE[tag])
        elif self._rows is not None:
            self._end_in_table(tag)
        elif tag in ("ul", "ol"):
            self._flush()
            if self._lists:
                self._lists.pop()
        elif tag == "dt":
            self._term = True
        elif tag in _HEADINGS or tag in _BLOCKS or tag in ("li", "dd"):
            self._flush()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._inline.append(_special.sub(r"\\\1", data))

    def _start_in_table(self, tag: str) -> None:
        if tag == "tr":
            assert self._rows is not None, "in a table"
            self._rows.append([])
        if tag in ("th", "td", "tr"):
            self._inline.clear()

    def _end_in_table(self, tag: str) -> None:
        rows = self._rows
        assert rows is not None, "in a table"
        if tag in ("th", "td") and rows:
            rows[-1].append(self._taken())
        elif tag == "caption":
            self._inline.clear()
        elif tag == "table":
            self._rows = None
            self._table([row for row in rows if row])

    def _table(self, rows: list[list[str]]) -> None:
        if not rows:
            return
        self._in_list = False
        width = max(map(len, rows))
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        self._blocks.append("\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]))

    def _taken(self) -> str:
        text = _space.sub(" ", "".join(self._inline)).strip()
        self._inline.clear()
        return text

    def _flush(self) -> None:
        text = self._taken()
        item = self._prefix in _ITEMS
        if text and item and self._in_list:
            self._blocks[-1] += f"\n{self._prefix}{text}"
        elif text:
            self._blocks.append(self._prefix + text)
        self._in_list = item if text else self._in_list
        self._prefix, self._term = "", False

    def _target(self, href: str) -> str:
        path, _, _ = href.partition("#")
        if ":" in path or not path.endswith(".html"):
            return ""
        return path.removesuffix(".html") + self._ending
