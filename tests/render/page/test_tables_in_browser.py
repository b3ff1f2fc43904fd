"""The matrix and the indexes at every width, under pointer and keyboard, and on paper."""

import re
from typing import Final

import pytest
from playwright.sync_api import expect

from tests.render.page.tables_site import CONTENT, COURSES, MATRIX, SKILLS, Reader

pytestmark = pytest.mark.browser

A3_LANDSCAPE = (1191, 842)  # in points


@pytest.mark.parametrize("address", [COURSES, SKILLS, MATRIX])
@pytest.mark.parametrize("width", [390, 767, 768, 1220])
def test_nothing_is_wider_than_the_window(reader: Reader, address: str, width: int) -> None:
    page = reader.open(address, width)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    # Only the table that says so scrolls by itself, and only where it is a table.
    inner = page.locator("#jz-main").evaluate(
        "main => [...main.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1 &&"
        " getComputedStyle(e).overflowX === 'auto').map(e => e.className)"
    )
    scrolls = address == MATRIX and width >= 768
    assert inner == (["jz-matrix-frame jz-matrix-frame--scroll"] if scrolls else [])


def test_heads_stay_below_the_header_of_the_page(reader: Reader) -> None:
    for address, table in ((MATRIX, "#matrix-few ~ * table"), (COURSES, "table[data-jz-index]")):
        page = reader.open(address)
        page.set_viewport_size({"width": 1280, "height": 300})
        last = page.locator(f"{table} tbody tr").last
        last.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 200)")
        header = page.locator(".md-header").bounding_box()
        head = page.locator(f"{table} thead th").first.bounding_box()
        assert header is not None
        assert head is not None
        assert abs(head["y"] - header["height"]) < 3


def test_the_keyboard_is_never_below_a_head(reader: Reader) -> None:
    page = reader.open(MATRIX)
    page.set_viewport_size({"width": 1280, "height": 500})
    links = page.locator("#matrix-few ~ * tbody th a")
    links.last.focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        head = page.locator("#matrix-few ~ * thead th").first.bounding_box()
        assert head is not None
        assert top >= head["y"] + head["height"] - 1


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_row_and_column_are_lit(reader: Reader, by: str) -> None:
    page = reader.open(MATRIX)
    table = page.locator("#matrix-few ~ * table")
    rows = table.locator("tbody tr:not(.jz-group)")
    head = table.locator("thead th").nth(2)
    cell = rows.nth(4).locator("td").nth(1)
    plain = cell.evaluate("e => getComputedStyle(e).backgroundColor")
    lit = [rows.nth(9).locator("td").nth(1), head]
    if by == "pointer":
        cell.hover()
        lit.append(rows.nth(4).locator("td").nth(2))
    else:
        head.locator("a").focus()
    colours = {one.evaluate("e => getComputedStyle(e).backgroundColor") for one in lit}
    assert len(colours) == 1
    assert plain not in colours
    if by == "keyboard":
        rows.nth(4).locator("th a").focus()
        assert cell.evaluate("e => getComputedStyle(e).backgroundColor") in colours


def test_in_a_narrow_window_a_row_is_a_card_that_names_its_roles(reader: Reader) -> None:
    page = reader.open(MATRIX, 390)
    table = page.locator("#matrix-few ~ * table")
    assert not table.locator("thead").is_visible()
    card = table.locator("tbody tr:not(.jz-group)").nth(1)
    visible = [cell.inner_text().split() for cell in card.locator("td").all() if cell.is_visible()]
    assert [(cell[0], cell[-1]) for cell in visible[:2]] == [("●", "主導・推進する職員")] * 2
    page = reader.open(COURSES, 390)
    row = page.locator("table[data-jz-index] tbody tr").first
    label = row.locator("td").first.evaluate("e => getComputedStyle(e, '::before').content")
    assert label == '"形式と時間"'


def _sheets(pdf: bytes) -> list[tuple[int, int]]:
    """The sizes of a PDF's pages in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_the_matrix_prints_on_a3_with_every_row_and_column(reader: Reader) -> None:
    page = reader.open(MATRIX)
    sheets = _sheets(page.pdf(prefer_css_page_size=True))
    assert set(sheets) == {A3_LANDSCAPE}
    assert len(sheets) <= len(CONTENT.matrices)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1512, "height": 1047})
    clipped = page.evaluate(
        "[...document.querySelectorAll('.jz-matrix-frame')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)"
        ".length"
    )
    assert clipped == 0


ASKED: Final = (
    ",".join(f"no-{n}" for n in range(100_000)),
    "a" * 1_000_000,
    "constructor,__proto__,to-string,hasOwnProperty,length,then" * 9999,
)
"""Many ids, one long id, and names of what objects have."""


@pytest.mark.parametrize("key", ["format", "sort", "role", "__proto__", "constructor"])
def test_an_index_is_whole_whatever_is_asked_of_it(reader: Reader, key: str) -> None:
    for asked in ASKED:
        page = reader.open(f"{COURSES}?{key}={asked}&format=video")
        rows = page.locator("table[data-jz-index] tbody tr:visible")
        expect(rows).to_have_count(4 if key == "format" else 2)
        page.get_by_label("並び順").select_option(label="時間の短い順")
        expect(page.locator("th[aria-sort]")).to_have_count(1)
