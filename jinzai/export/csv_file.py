"""Writes rows as CSV that Excel opens: UTF-8 with a BOM, CRLF, quotes as in RFC 4180.

A text that a spreadsheet would take for a formula gets an apostrophe in front. This module knows no
table.
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from jinzai.export.table import Value, as_text

BOM: Final = "\ufeff"
"""Without it Excel reads a CSV file in the system's own encoding (Shift_JIS in Japan)."""

# The characters of OWASP ASVS 5.0, 1.2.10 and, since a Japanese Excel reads them like the narrow
# ones, their full-width forms. One character alone is a mark and never a formula. Apostrophes in
# front are counted in, so that taking one away gives back every text as it was.
_formula = re.compile(r"'*[=+\-@\t\r\n\0＝＋－＠]")


def header_bytes(header: Iterable[str]) -> bytes:
    """The beginning of a file: the BOM and the line of headers."""
    return (BOM + _lines([tuple(header)])).encode()


def row_bytes(rows: Iterable[tuple[Value, ...]]) -> bytes:
    """The lines of `rows`, each with its CRLF."""
    return _lines(tuple(map(cell_text, row)) for row in rows).encode()


def cell_text(value: Value) -> str:
    """The text of a cell before it is quoted. Only a text can become a formula."""
    return without_formula(value) if isinstance(value, str) else as_text(value)


def without_formula(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet would calculate it."""
    return f"'{text}" if len(text) > 1 and _formula.match(text) else text


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    sheet = io.StringIO(newline="")
    csv.writer(sheet, lineterminator="\r\n").writerows(rows)
    return sheet.getvalue()
