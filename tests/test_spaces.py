"""Hand-written pages set no space between Japanese and Latin words or numbers.

Code stands apart, in spans (`…`) with a space around them and in blocks. The first cell of a row of
a table may hold two names, such as those of a municipality and of its role, with a space between.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parents[1] / "content/pages").glob("*.md"))
_JAPANESE = "ぁ-んァ-ヶー一-龠々"
_GAP = re.compile(
    rf"[{_JAPANESE}、。（）「」・](?:\*\*)? (?:\*\*)?[A-Za-z0-9]"
    rf"|[A-Za-z0-9](?:\*\*)? (?:\*\*)?[{_JAPANESE}（「]"
)


def gaps(page: str) -> Iterator[str]:
    """The lines of a page with such a space."""
    is_code = False
    for line in page.split("\n"):
        if line.startswith("```"):
            is_code = not is_code
        elif not is_code and not line.startswith("    "):
            told = re.sub(r"^\| [^|]*\|", "", re.sub("`[^`]*`", "`", line))
            if _GAP.search(told):
                yield line


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_space_stands_between_japanese_and_latin_words(path: Path) -> None:
    assert list(gaps(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "CSV で開く。",
        "計画が id になる。",
        "**計画の id** を書く。",
        "- 0 とは書かない。",
        "これは（A）の B。",
    ],
)
def test_a_space_is_found(line: str) -> None:
    assert list(gaps(line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "`plan.yaml` に書く。",
        "```\nid の\n```",
        "    id の",
        "| 豊中市 ICT利活用 | 一部 |",
        "- DXの基礎",
        "1. 開く",
    ],
)
def test_code_and_pairs_of_names_may_have_one(line: str) -> None:
    assert list(gaps(line)) == []
