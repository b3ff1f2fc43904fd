"""Markdown in, words out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinzai.export.plain import plain_text


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("ただの文。", "ただの文。"),
        ("[BPR](skill:bpr)を学ぶ。", "BPRを学ぶ。"),
        ("**大事**な`コード`と*強調*。", "大事なコードと強調。"),
        ("- 一つ\n- 二つ", "・一つ\n・二つ"),
        ("1. 一つ\n2. 二つ", "・一つ\n・二つ"),
        ("一つ目。\n\n二つ目。\n", "一つ目。\n二つ目。"),
        ("行を\n分けた文", "行を分けた文"),
        ("split\nline", "split line"),
        ("固い  \n改行", "固い\n改行"),
        ("# 見出し\n本文", "見出し\n本文"),
        ("> 引用", "引用"),
        ("| 語 | 意味 |\n|---|---|\n| DX | 変革 |", "語 意味\nDX 変革"),
        ("![図](fig.png)の説明", "図の説明"),
        ("R&amp;D", "R&D"),
        ("A & B < C", "A & B < C"),
        (r"\*星\*", "*星*"),
        ("    =1+1", "=1+1"),
        ("<b>太字</b>", "<b>太字</b>"),
        ("2025年度", "2025年度"),
    ],
)
def test_plain_text(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


@given(st.text("あa 1.)-+*#=~>_[]()`!|<&;\\\t\u3000", max_size=20))
def test_texts_that_skip_the_parser_read_as_if_they_had_not(text: str) -> None:
    assert plain_text(text) == plain_text(f"{text}\n")
