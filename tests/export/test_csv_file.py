"""The file format: what Excel and RFC 4180 ask, whatever a cell holds."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinzai.export.csv_file import cell_text, header_bytes, row_bytes, without_formula
from jinzai.export.table import Value

_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
_values = st.one_of(
    st.none(), st.integers(0, 10**9), st.decimals(0, 10**9, places=3), _texts,
    st.text("=+-@'\t\r\n\",;＝＋－＠😀あ0", max_size=6),
)  # fmt: skip


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def test_a_file_begins_with_a_bom_and_its_lines_end_with_crlf() -> None:
    data = header_bytes(["a", "b"]) + row_bytes([("x", 1), (None, "y\nz")])
    assert data == b'\xef\xbb\xbfa,b\r\nx,1\r\n,"y\nz"\r\n'


def test_quotes_are_those_of_rfc_4180() -> None:
    assert row_bytes([("a,b", 'say "hi"', "c\rd", "e;f", "")]) == (
        b'"a,b","say ""hi""","c\rd",e;f,\r\n'
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (Decimal("2.50"), "2.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.0000001"), "0.0000001"),
        (-1, "-1"),
        ("011002", "011002"),
        ("1〜2", "1〜2"),
        ("未定義", "未定義"),
    ],
)
def test_values_stand_as_they_are(value: Value, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize(
    "text",
    ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋α", "－1"],
)
def test_a_formula_becomes_text(text: str) -> None:
    assert without_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "+", "-", "=", "●", "'90年代", "a=1", "1-2", " =1", "😀"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert without_formula(text) == text


@given(st.text("=+-@'\t＝あ", max_size=6), st.text("=+-@'\t＝あ", max_size=6))
def test_the_guard_never_makes_two_texts_one(one: str, other: str) -> None:
    assert (without_formula(one) == without_formula(other)) == (one == other)


@given(st.lists(st.tuples(_values, _values, _values), max_size=5))
def test_what_is_written_is_what_is_read(rows: list[tuple[Value, Value, Value]]) -> None:
    data = row_bytes(rows)
    assert _read(data) == [[cell_text(value) for value in row] for row in rows]
    assert not rows or data.endswith(b"\r\n")
    for row in _read(data):
        assert not any(len(cell) > 1 and cell[0] in "=+@\t\r＝＋－＠" for cell in row)
