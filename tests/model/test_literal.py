"""Characters that were meant as Markdown and are shown as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinzai.model.literal import literals


def _found(text: str) -> list[tuple[str, str, int]]:
    """Cause, characters and offset of all that is found."""
    found = []
    for one in literals(text):
        offset = -1
        for _ in range(one.occurrence + 1):
            offset = text.find(one.sign, offset + 1 if offset < 0 else offset + len(one.sign))
        found.append((one.cause, one.sign, offset))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**甲", [("emphasis", "**", 0)]),
        ("`**`と**甲", [("emphasis", "**", 5)]),
        ("甲\n\n- 乙\n- __丙", [("emphasis", "__", 9)]),
        ("> 甲\n> **乙", [("emphasis", "**", 6)]),
        ("| 甲 |\n|---|\n| **乙 |", [("emphasis", "**", 14)]),
        ("**[甲](role:x)", [("emphasis", "**", 0)]),
        ("~~甲~~", [("strike", "~~甲~~", 0)]),
        ("甲<br />乙", [("tag", "<br />", 1)]),
        ("##甲", [("heading", "##", 0)]),
        ("#\u3000甲", [("heading", "#", 0)]),
        ("＃＃ 甲", [("wide", "＃＃", 0)]),
        ("前文\n・甲", [("item", "・", 3)]),
        ("●甲\n●乙\n●丙", [("item", "●", 0)]),
        ("１．甲\n２．乙", [("item", "１．", 0)]),
        ("1)甲\n2)乙", [("item", "1)", 0)]),
        ("－ 甲\n－ 乙", [("item", "－", 0)]),
        ("甲\t乙\n丙\t丁", [("tab", "甲\t乙", 0)]),
        ("|甲|乙|\n|丙|丁|", [("row", "|甲|乙|", 0)]),
        ("甲｜乙｜丙\n丁｜戊｜己", [("row", "甲｜乙｜丙", 0)]),
        ("|甲|\n|---|\n|乙|丙|", [("cell", "丙", 13)]),
        ("甲|乙\n---|---\n丙|丁|戊", [("cell", "戊", 16)]),
        ("[甲]（role:x）", [("link", "[甲]（role:x）", 0)]),
        ("［甲］(entry:a/b)", [("link", "［甲］(entry:a/b)", 0)]),
        ("[甲](role:x)、[乙] (role:y)", [("link", "[乙] (role:y)", 12)]),
        ("[甲]〔role:x〕", [("link", "[甲]〔role:x〕", 0)]),
        ("[甲]（https://example.jp）", [("link", "[甲]（https://example.jp）", 0)]),
        # A footnote counts once: at its text, or else where it is first named.
        ("甲[^1]と[^1]。", [("footnote", "[^1]", 1)]),
        ("甲[^1]。\n\n[^1]: 乙の 丙", [("footnote", "[^1]:", 8)]),
        ("甲[^a]。\n\n[^a]: https://example.jp", [("footnote", "[^a]:", 8)]),
        ("[^1]: 甲\n[^2]: 乙", [("footnote", "[^1]:", 0), ("footnote", "[^2]:", 8)]),
        ("［＾注］です", [("footnote", "［＾注］", 0)]),
        ("| 甲[^1] |\n|---|", [("footnote", "[^1]", 3)]),
        (r"\[^1\]と\[^2]と[^2]", [("footnote", "[^2]", 13)]),
        ("`[^1]`と2^10", []),
    ],
)
def test_what_is_found_and_where(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "**「甲」**と__乙__と*丙*",
        r"\*\*甲\*\*",
        "`##甲` `<br>` `~~甲~~` `[甲]（role:x）`",
        "```\n・甲\n・乙\n##丙\n```",
        "    ・甲\n    ・乙",
        "#1の事例\n\na < b > c\n\n<https://example.jp>",
        "・1行だけ",
        "- 甲\n- 乙\n\n1. 丙\n2. 丁\n\n1) 戊\n2) 己",
        "|甲|乙|\n|---|---|\n|丙|\n|丁|戊|\n|己\\|庚|辛|",
        "（注）（https://example.jp）（甲）（乙）",
        "甲\n（1）乙",
    ],
)
def test_what_is_no_mistake(text: str) -> None:
    assert _found(text) == []


@given(st.text("*_~#＃|｜・①1.[]（）()<>br/ \t\n\\`role:x-", max_size=60))
def test_no_text_raises_and_all_that_is_found_stands_in_it(text: str) -> None:
    for one in literals(text):
        assert text.count(one.sign) > one.occurrence
