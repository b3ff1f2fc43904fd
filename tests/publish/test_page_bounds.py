"""The limits of a hand-written page: each is refused with its place, real pages are far below."""

from pathlib import Path

import pytest

from jinzai.publish import page_bounds
from jinzai.publish.handwritten import read_handwritten
from jinzai.publish.page_bounds import too_much

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("あ" * 60_001, 60_000, "60,000字までです(いまは60,001字)。2つ以上のページに分けて"),
        ("a\n" * 3_001, 6_000, "3,000行までです(いまは3,001行)。2つ以上のページに分けて"),
        ("x\n\n" + "[" * 101, 103, "閉じていない「[」が100を超えて"),
        ("[a](" * 101, 403, "閉じていない「(」が100を超えて"),
        ("[)" * 101, 200, "閉じていない「[」が100を超えて"),
        ("x\n\n" + "*a " * 1_001, 3_003, "* と _ が1,000を超えて"),
        ("<" * 3_001, 3_000, "< が3,000を超えて"),
        ("|a" * 200 + "\n" + "|-" * 200 + "\n" + "|\n" * 98, 401, "表が大きすぎます"),
    ],
    ids=["long", "lines", "[", "(", "the other closed", "emphasis", "tags", "table"],
)
def test_too_much_is_refused_with_its_place(text: str, offset: int, message: str) -> None:
    found = list(too_much(text))
    assert [place for place, _ in found] == [offset]
    assert message in found[0][1]
    assert "ください" in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "あ" * 60_000,
        "a\n" * 3_000,
        "[" * 100,
        "[a](b) " * 5_000,
        "\\[" * 5_000,
        ("[" * 60 + "\n \t\n") * 50,
        "*a* " * 500,
        "|a" * 198 + "\n" + "|-" * 198 + "\n" + "|\n" * 98,
        "- a\n" * 1_000,
    ],
    ids=["long", "lines", "[", "closed", "escaped", "apart", "emphasis", "table", "list"],
)
def test_as_much_as_the_limit_is_let_through(text: str) -> None:
    assert list(too_much(text)) == []


def test_a_page_with_too_much_is_a_trouble_of_its_file(tmp_path: Path) -> None:
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "a.md").write_text("# 題\n\n" + "[" * 101, "utf-8")
    (trouble,) = read_handwritten(tmp_path).troubles
    assert str(trouble).startswith("content/pages/a.md:3:101: 1つの段落に、閉じていない「[」が")


def test_no_page_of_this_site_comes_near() -> None:
    texts = [path.read_text("utf-8") for path in (ROOT / "content/pages").glob("*.md")]
    assert texts
    assert max(map(len, texts)) * 5 < page_bounds.MOST_CHARACTERS
    assert max(text.count("\n") for text in texts) * 5 < page_bounds.MOST_LINES
    assert max(text.count("<") for text in texts) * 5 < page_bounds.MOST_TAGS
