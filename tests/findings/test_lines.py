import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinzai.findings.lines import Lines


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (2, 2)), (6, (3, 1)), (7, (4, 1)), (99, (4, 2))],
)
def test_locate(offset: int, expected: tuple[int, int]) -> None:
    assert Lines("a\nbc\r\n\rd").locate(offset) == expected


def test_unicode_separators_end_no_line() -> None:
    lines = Lines("a\u2028b\x85c\x0cd\n")
    assert lines.line(1) == "a\u2028b\x85c\x0cd"
    assert lines.line(2) == ""
    assert lines.line(3) is None
    assert lines.line(0) is None


@given(st.text("a\r\nあ", max_size=30), st.integers(-2, 40))
def test_every_offset_is_on_its_line(text: str, offset: int) -> None:
    lines = Lines(text)
    row, column = lines.locate(offset)
    inside = min(max(offset, 0), len(text))
    assert lines.starts[row - 1] + column - 1 == inside
    line = lines.line(row)
    assert line is not None
    assert text[inside : inside + 1] in ("", "\r", "\n") or line[column - 1] == text[inside]
    assert lines.line_end(offset) == lines.starts[row - 1] + len(line)
