"""The workbook that the browser writes, read by openpyxl and by zipfile."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser

from tests.render.page.tables_site import REPOSITORY

pytestmark = pytest.mark.browser

SCRIPT = REPOSITORY / "templates/theme/assets/jinzai/xlsx.js"
WRITE = "sheets => Array.from(window.jinzaiXlsx(sheets))"


def written(browser: Browser, *sheets: dict[str, Any]) -> bytes:
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    data = bytes(page.evaluate(WRITE, list(sheets)))
    page.close()
    return data


def sheet(*rows: list[Any], frozen: tuple[int, int] = (1, 1), name: str = "表") -> dict[str, Any]:
    return {"name": name, "widths": [12, 30], "frozen": list(frozen), "rows": list(rows)}


def test_values_keep_their_types(browser: Browser) -> None:
    data = written(browser, sheet(["名前", "数"], ["a", 3], ["b", 2.5], [None, 0], ["d", None]))
    found = load_workbook(io.BytesIO(data))["表"]
    assert [list(row) for row in found.iter_rows(values_only=True)] == [
        ["名前", "数"],
        ["a", 3],
        ["b", 2.5],
        [None, 0],
        ["d", None],
    ]
    assert found["B2"].data_type == "n"
    assert found.freeze_panes == "B2"
    assert found.auto_filter.ref == "A1:B5"
    assert found.column_dimensions["B"].width == 30
    assert found["A1"].font.b
    assert not found["A2"].font.b


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "<b>&amp;\"'</b>",
        " 前後の空白 ",
        "1行目\n2行目",
        "𠮷野家😀",
        "12:30",
        "0123",
        "@SUM(A1)",
    ],
)
def test_a_text_stays_what_it_is(browser: Browser, text: str) -> None:
    found = load_workbook(io.BytesIO(written(browser, sheet(["x"], [text]))))["表"]["A2"]
    assert found.value == text
    assert found.data_type != "f"


def test_what_excel_would_read_as_a_code_is_escaped(browser: Browser) -> None:
    """ECMA-376 part 1, 22.9.2.19: `_x0041_` in a text is the letter A; openpyxl reads it as is."""
    found = load_workbook(io.BytesIO(written(browser, sheet(["_x0041_", "_x_", "a_x0041"]))))["表"]
    assert [cell.value for cell in found[1]] == ["_x005F_x0041_", "_x_", "a_x0041"]


def test_what_xml_cannot_hold_is_left_out(browser: Browser) -> None:
    data = written(browser, sheet(["x"], ["a\0b\x1fc￾"], ["長" * 40000]))
    found = load_workbook(io.BytesIO(data))["表"]
    assert found["A2"].value == "abc"
    assert len(found["A3"].value) == 32767


def test_a_lone_half_of_a_character_is_left_out(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    data = page.evaluate(
        """() => Array.from(window.jinzaiXlsx([
            {name: "x", widths: [9], frozen: [0, 0], rows: [["a\\ud83db"], ["\\ude00c"]]}
        ]))"""
    )
    page.close()
    found = load_workbook(io.BytesIO(bytes(data)))["x"]
    assert [cell.value for cell in found["A"]] == ["ab", "c"]


def test_many_columns_and_sheets(browser: Browser) -> None:
    wide = sheet([f"c{n}" for n in range(60)], frozen=(0, 0), name="広い/表[1]")
    book = load_workbook(io.BytesIO(written(browser, wide, sheet(["y"], frozen=(0, 2)))))
    assert book.sheetnames == ["広い 表 1 ", "表"]
    assert book.worksheets[0]["BH1"].value == "c59"
    assert book["表"].freeze_panes == "C1"


def test_the_archive_is_whole(browser: Browser) -> None:
    with zipfile.ZipFile(io.BytesIO(written(browser, sheet(["日本語"])))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
