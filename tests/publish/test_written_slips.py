"""Slips in hand-written pages: each at its place, and nothing in good pages."""

from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest

from jinzai.findings.lines import Lines
from jinzai.publish.written_slips import slips

PAGES = Path(__file__).parents[2] / "content" / "pages"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("# 題\n\n段落\n- 甲\n- 乙\n", (4, 1), "前に空行"),
        ("段落\n1. 甲\n", (2, 1), "前に空行"),
        ("- 甲\n  - 乙\n", (2, 3), "半角スペース4つ"),
        ("1. 甲\n   - 乙\n", (2, 4), "いまは3つ"),
        ("段落\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n", (3, 1), "表の前に空行"),
        ("<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> other\n", (1, 1), "食い違った"),
        ("甲\u00a0乙\n", (1, 2), "U+00A0"),
        ("\u2ed1期\n", (1, 1), "「長」"),
        ("か\u3099く\n", (1, 1), "打ち直して"),
        ("＃ 見出し\n", (1, 1), "半角の「# 」"),
        ("段落\n・甲\n", (2, 1), "「- 」"),
        ("｜甲｜乙｜\n", (1, 1), "半角の「|」"),
        ("前の[文字]（about.md）\n", (1, 3), "半角の [文字]"),
        ("甲|乙\n-|-\n一|二|三\n", (3, 5), "2列なので、「三」"),
        ("|甲|乙|\n|:-|-:|\n|一|二|\n| 三 | 四 | 五 | 六 |\n", (4, 11), "「五」は表示されません"),
        ("|甲|\n|-|\n|一|二|\n", (3, 4), "1列なので、「二」"),
        ("甲|乙\n-|-\n一|`x|y`|三\n", (3, 9), "「三」"),
        ("|甲|乙|丙|\n|---|---|\n|一|二|三|\n", (2, 1), "見出しの行は3列"),
        ("|甲|乙|\n|---|---|---|\n|一|二|\n", (2, 1), "は3列なので、表になりません"),
    ],
)
def test_a_slip_is_named_at_its_place(text: str, place: tuple[int, int], words: str) -> None:
    found = list(slips(text))
    assert Lines(text).locate(found[0][0]) == place
    assert words in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "# 題\n- 甲\n- 乙\n",
        "段落\n\n- 甲\n    - 乙\n  続き\n- 丙\n",
        "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n",
        "```\n段落\n- 甲\n<<<<<<< x\n```\n",
        "~~~~\n＃ 甲\n~~~\n~~~~\n",
        "・1行だけ\n",
        "!!! note\n    段落\n\n    - 甲\n",
        "> 段落\n> - 甲\n",
        "注（about.md）と［注］\n",
        "甲|乙\n-|-\n一|x\\|y\n一|`x|y`\n一|二||\n|\n",
        "文章|です。\n---\n",
        "```\n|甲|\n|-|\n|一|二|\n```\n",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    assert list(slips(text)) == []


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.name)
def test_the_pages_of_this_site_have_none(page: Path) -> None:
    assert list(slips(page.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "element"),
    [("段落\n- 甲\n", "<ul>"), ("段落\n| 甲 | 乙 |\n|---|---|\n", "<table>")],
)
def test_the_engine_makes_nothing_of_it_until_there_is_a_blank_line(
    text: str, element: str
) -> None:
    # What the messages say is what Python-Markdown does.
    assert element not in markdown.markdown(text, extensions=["tables"])
    good = text.replace("段落\n", "段落\n\n")
    assert element in markdown.markdown(good, extensions=["tables"])


def test_the_engine_nests_a_list_by_four_spaces_alone() -> None:
    assert markdown.markdown("- 甲\n  - 乙\n").count("<ul>") == 1
    assert markdown.markdown("- 甲\n    - 乙\n").count("<ul>") == 2
