"""Anchors of headings: none moves when a heading is put in front."""

from itertools import pairwise

import pytest

from jinzai.model.heading_anchor import ID, title_anchor
from jinzai.model.prose import markdown


def _headings(text: str) -> list[tuple[str, object]]:
    tokens = markdown().parse(text)
    return [
        (content.content, heading.attrGet(ID))
        for heading, content in pairwise(tokens)
        if heading.type == "heading_open"
    ]


@pytest.mark.parametrize(
    ("text", "title", "anchor"),
    [
        ("## 背景 {#background}", "背景", "background"),
        ("# **強い**題{#x-1}", "**強い**題", "x-1"),
        ("題 {#a}\n===", "題", "a"),
        ("## [語](term:x) {#term-x}", "[語](term:x)", "term-x"),
        ("## 背景", "背景", None),
        ("## 背景 {#Background}", "背景 {#Background}", None),
        ("## 背景 {#背景}", "背景 {#背景}", None),
        ("## 背景 {#jz-main}", "背景 {#jz-main}", None),
        ("## `{#x}`", "`{#x}`", None),
    ],
)
def test_a_written_anchor_is_no_part_of_the_title(
    text: str, title: str, anchor: str | None
) -> None:
    assert _headings(text) == [(title, anchor)]


def test_a_made_anchor_comes_from_the_title_alone() -> None:
    assert title_anchor("Overview of DX") == "h-overview-of-dx"
    assert title_anchor("背景").startswith("h-")
    assert title_anchor("DXの推進").startswith("h-dx-")
    assert title_anchor("DXの推進") == title_anchor("ＤＸ の推進")
    made = [title_anchor(title) for title in ("背景", "目的", "DXの推進", "DXの定着", "…", "")]
    assert len(set(made)) == len(made)
    assert all(anchor.isascii() and " " not in anchor for anchor in made)
