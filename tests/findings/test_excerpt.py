import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from jinzai.findings.excerpt import MAX_CELLS, excerpt
from jinzai.findings.finding import Place
from jinzai.findings.lines import Lines


def shown(text: str, start: int, end: int, line: int = 1, end_line: int = 1) -> tuple[str, str]:
    found = excerpt(Place("f", line, start, end_line, end), Lines(text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "start", "end", "caret"),
    [
        ("id: bpr", 5, 8, "    ^^^"),
        ("名前: 研修", 5, 7, "      ^^^^"),
        ("ﾃﾞｰﾀ: x", 7, 8, "      ^"),
        ("か\u3099: x", 5, 6, "    ^"),
        ("\tx", 2, 3, " ^"),
        ("\tx", 1, 2, "^"),
        ("a:", 3, 3, "  ^"),
        ("a:", 9, 9, "  ^"),
        ("\n", 1, 1, "^"),
        ("a　b", 2, 3, " ^^"),
    ],
)
def test_carets(text: str, start: int, end: int, caret: str) -> None:
    assert shown(text, start, end) == (text.replace("\t", " ").rstrip(), caret)


def test_a_stretch_over_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("x\nnote: あい \n  う\n", 7, 4, 2, 3) == ("note: あい", "      ^^^^")


def test_no_place_no_excerpt() -> None:
    assert excerpt(Place("f"), Lines("x")) is None
    assert excerpt(Place("f", 3, 1, 3, 1), Lines("x")) is None


def test_a_file_whose_text_is_not_known_has_no_excerpt() -> None:
    assert excerpt(Place("f", 1, 1, 1, 2), Lines("")) is None


@pytest.mark.parametrize("letter", ["a", "あ"])
@pytest.mark.parametrize("at", [0, 5, 200, 399])
def test_long_lines_are_cut_around_the_caret(letter: str, at: int) -> None:
    text = letter * at + "★" + letter * (399 - at)
    line, caret = shown(text, at + 1, at + 2)
    assert cell_len(line) <= MAX_CELLS
    assert caret.endswith("^")
    before = line[: line.index("★")]
    assert cell_len(before) == len(caret) - 1
    assert line.startswith("…") == (at > 50)
    assert line.endswith("…") == (at < 350)


@given(
    st.text("aあ　ｱ\tか\u3099●😀\u200d ", min_size=1, max_size=300),
    st.integers(1, 300),
    st.integers(0, 200),
)
def test_carets_never_leave_the_line(text: str, start: int, length: int) -> None:
    line, caret = shown(text, start, start + length)
    assert cell_len(line) <= MAX_CELLS
    assert set(caret) <= {" ", "^"}
    assert len(caret) <= MAX_CELLS + 1
    assert caret.endswith("^")
