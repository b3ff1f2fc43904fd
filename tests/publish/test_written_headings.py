"""Anchors of hand-written pages: from the title, and the same when a heading is put in front."""

import re

import markdown  # type: ignore[import-untyped]
import pytest

from jinzai.model.heading_anchor import title_anchor
from jinzai.publish.written_headings import with_anchors


def _ids(text: str) -> list[str]:
    html = markdown.markdown(with_anchors(text), extensions=["attr_list", "toc", "fenced_code"])
    return re.findall(r'<h[1-6] id="([^"]*)"', str(html))


def test_a_heading_in_front_moves_no_anchor() -> None:
    text = "# 題\n\n## 背景\n\n## DXの推進 ##\n\n## Overview\n\n## 目的 {#aim}\n\n## 背景\n"
    before = _ids(text)
    assert before == [
        title_anchor("題"),
        title_anchor("背景"),
        title_anchor("DXの推進"),
        "overview",
        "aim",
        title_anchor("背景") + "-2",
    ]
    assert _ids(text.replace("## 背景", "## 前置き\n\n## 背景", 1))[2:] == before[1:]


@pytest.mark.parametrize(
    "text",
    [
        "```\n# 注釈\n```\n",
        "    # 字下げ\n",
        "段落の # 途中\n",
        "## 目的 {#aim}\n",
        "# Plain\r\n\r\n文\r\n",
        "####### 七つ\n",
    ],
)
def test_what_stays_as_it_is(text: str) -> None:
    assert with_anchors(text) == text


def test_marks_and_links_are_no_part_of_the_title_and_lines_stay() -> None:
    written = with_anchors("## **強い**[語](about.md)\r\n文\r\n")
    assert written == f"## **強い**[語](about.md) {{#{title_anchor('強い語')}}}\r\n文\r\n"
