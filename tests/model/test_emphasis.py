"""Emphasis beside Japanese, and beside other characters as CommonMark has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jinzai.model.prose import markdown, parsed


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**「業務改革」**を進める。", ["「業務改革」"]),
        (
            "これは**「企画」**と**（運用）**で、**調査。**終わり",
            ["「企画」", "（運用）", "調査。"],
        ),
        ("__「見直し」__を、この__改善__で", ["「見直し」", "改善"]),
        ("DX**「推進」**member", ["「推進」"]),
        ("行の終わりの**「改革」\nを**続ける", ["「改革」を"]),
        ("｢**｢半角｣**｣と“**「引用」**”", ["｢半角｣", "「引用」"]),
        ("a**b**c **d** **e**。", ["b", "d", "e"]),
        ("**閉じない。", []),
        ("** 空白 **", []),
        ("snake__case__name", []),
    ],
)
def test_what_is_bold(text: str, bold: list[str]) -> None:
    found: list[str] = []
    for token in parsed(text).blocks[1].children or ():
        if token.type == "strong_open":
            found.append("")
        elif token.type == "text" and found and not found[-1].endswith("\0"):
            found[-1] += token.content
        elif token.type == "strong_close":
            found[-1] += "\0"
    assert [one.rstrip("\0") for one in found] == bold


@given(st.text("*_ab (.)!-1 ", max_size=30))
def test_beside_other_characters_commonmark_is_kept(text: str) -> None:
    assert markdown().render(text) == MarkdownIt("commonmark", {"html": False}).render(text)


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("**閉じない", [(0, 1)]),
        ("**a** b** c", [(7, 8)]),
        (r"\*\*a と`**`", []),
        ("5 * 3", [(2,)]),
        ("**a**", []),
    ],
)
def test_marks_that_stay_plain_are_noted(text: str, offsets: list[tuple[int, ...]]) -> None:
    assert [left.offsets for left in parsed(text).left_over] == offsets
    assert all(left.source == text for left in parsed(text).left_over)
