"""Plain prose: taken apart as the parser would, or left to the parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinzai.model.plain_prose import PlainLink, plain_prose
from jinzai.model.prose import markdown

PARTS = ["甲は", "[甲](role:dx-leader)", "[BPR](skill:bpr)", " と", "、", "1", "-", "乙。", "("]


def test_a_text_is_taken_apart_at_its_links() -> None:
    found = plain_prose("甲は[BPR](skill:bpr)と[乙](term:b)。")
    assert found is not None
    assert found.literals == ("甲は", "と", "。")
    assert found.links == (PlainLink("BPR", "skill", "bpr", 8), PlainLink("乙", "term", "b", 23))


def test_a_text_without_markdown_is_one_literal() -> None:
    assert plain_prose("窓口を、1つにする。") == (("窓口を、1つにする。",), ())


@pytest.mark.parametrize(
    "text",
    [
        "**太字**の[BPR](skill:bpr)",
        "`[BPR](skill:bpr)`",
        "[BPR](skill:bpr)\n\n次の段落",
        "- [BPR](skill:bpr)",
        "1. 甲",
        r"\[BPR](skill:bpr)",
        "![図](skill:bpr)",
        "[甲][乙]",
        "[甲](<skill:bpr>)",
        "[甲](skill:bpr '題')",
        "甲 &amp; 乙",
        "甲  乙",
    ],
)
def test_whatever_else_stands_in_a_text_is_the_parsers(text: str) -> None:
    assert plain_prose(text) is None


@given(
    st.lists(st.sampled_from(PARTS), max_size=8).map("".join)
    | st.text(alphabet="[]()<>!`\\:#|*_&~ \n-1.+=abc甲/skill:", max_size=40)
)
def test_what_is_taken_apart_is_what_the_parser_finds(text: str) -> None:
    found = plain_prose(text)
    if found is None or not text.strip():
        return
    blocks = markdown().parse(text)
    assert [block.type for block in blocks] == ["paragraph_open", "inline", "paragraph_close"]
    literals, links = [""], []
    for token in blocks[1].children or ():
        if token.type == "link_open":
            links.append(token.attrGet("href"))
            literals.append("")
        elif token.type == "link_close":
            literals.append("")
        else:
            assert token.type == "text"
            literals[-1] += token.content
    assert links == [f"{link.kind}:{link.id}" for link in found.links]
    assert literals[1::2] == [link.label for link in found.links]
    assert "".join(literals[::2]) == "".join(found.literals).strip()
    for link in found.links:
        assert text.startswith(f"{link.kind}:{link.id})", link.start)
