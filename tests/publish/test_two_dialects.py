"""Markdown in chapters and in hand-written pages: what comes out of both, construct by construct.

Chapters are read by markdown-it, pages by Python-Markdown. Where one of them shows marks that
the other one reads, its writer gets a message.
"""

import re
from pathlib import Path
from typing import Any, Final

import markdown  # type: ignore[import-untyped]
import pytest
import yaml

from jinzai.model.literal import literals
from jinzai.model.prose import links
from jinzai.model.prose import markdown as prose_parser
from jinzai.publish.written_markup import markup
from jinzai.publish.written_slips import slips

_SETTINGS: Final = Path(__file__).parents[2] / "mkdocs.yml"

ROWS: Final = (
    # text, elements in a chapter, elements on a page, who gets a message: c(hapter), p(age)
    ("**甲**", "p strong", "p strong", ""),
    ("**「甲」**を", "p strong", "p strong", ""),
    ("甲**（乙）**と**「丙」**を", "p strong strong", "p strong strong", ""),
    ("__「甲」__を", "p strong", "p", "p"),
    ("この__「甲」__を", "p strong", "p", "p"),
    ("**甲", "p", "p", "cp"),
    ("*甲*", "p em", "p em", ""),
    ("~~甲~~", "p", "p", "cp"),
    ("# 甲", "h1", "h1", ""),
    ("##甲", "p", "h2", "c"),
    ("＃ 甲", "p", "p", "cp"),
    ("甲\n---", "h2", "h2", ""),
    ("---", "hr", "hr", ""),
    ("- 甲\n- 乙", "ul li li", "ul li li", ""),
    ("・甲\n・乙", "p", "p", "cp"),
    ("段落\n- 甲", "p ul li", "p", "p"),
    ("- 甲\n  - 乙", "ul li ul li", "ul li li", "p"),
    ("- 甲\n    - 乙", "ul li ul li", "ul li ul li", ""),
    ("1. 甲\n2. 乙", "ol li li", "ol li li", ""),
    ("1) 甲\n2) 乙", "ol li li", "p", "p"),
    ("|甲|乙|\n|---|---|\n|一|二|", "table tr th th tr td td", "table tr th th tr td td", ""),
    ("段落\n\n|甲|\n|---|\n|一|", "p table tr th tr td", "p table tr th tr td", ""),
    ("段落\n|甲|\n|---|\n|一|", "p table tr th tr td", "p", "p"),
    ("｜甲｜乙｜\n｜一｜二｜", "p", "p", "cp"),
    ("> 甲", "blockquote p", "blockquote p", ""),
    ("`甲`", "p code", "p code", ""),
    ("```\n甲\n```", "pre code", "pre code", ""),
    ("    甲", "pre code", "pre code", ""),
    ("[甲](https://example.jp)", "p a", "p a", ""),
    ("<https://example.jp>", "p a", "p a", ""),
    ("[甲]（https://example.jp）", "p", "p", "cp"),
    ("甲  \n乙", "p br", "p br", ""),
    ("甲<br>乙", "p", "p br", "c"),
    (r"\*甲\*と\[乙\]", "p", "p", ""),
)


def _elements(html: str) -> str:
    found = re.findall(r"<([a-z0-9]+)", html)
    return " ".join(one for one in found if one not in ("thead", "tbody", "div", "span"))


def _page(text: str) -> str:
    listed: list[Any] = yaml.safe_load(_SETTINGS.read_text("utf-8"))["markdown_extensions"]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in listed]
    # As MkDocs does, before those of mkdocs.yml.
    names = ["tables", "fenced_code", *names]
    return str(markdown.markdown(text, extensions=names))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: ascii(row[0]))
def test_what_comes_out_of_both(row: tuple[str, str, str, str]) -> None:
    text, chapter, page, told = row
    html = _page(text)
    assert _elements(prose_parser().render(text)) == chapter
    assert _elements(html) == page
    assert bool(list(literals(text))) is ("c" in told)
    assert bool([*slips(text), *markup(html).refusals]) is ("p" in told)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: ascii(row[0]))
def test_where_they_differ_there_is_a_message(row: tuple[str, str, str, str]) -> None:
    assert row[1] == row[2] or row[3]


def test_images_and_footnotes_are_for_pages_alone() -> None:
    assert [link.image for link in links("![甲](a.png)")] == [True]
    assert "<img" in _page("![甲](a.png)")
    assert "footnote" in _page("甲[^1]\n\n[^1]: 乙")
