"""Pages fit their window, lines are short, and wide tables say that there is more of them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.waiting import until_told

from .reader import Reader, from_disk

pytestmark = pytest.mark.browser

AT_ITS_END = "it => it.matches('.jz-more-before:not(.jz-more-after)')"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

# The widest stretch of text in a line of the body, in the widths of one full-width character.
# What repeats the page's address in print is not read as lines.
LONGEST_LINE = """() => {
  const main = document.getElementById("jz-main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let longest = [0, ""];
  for (let node; (node = walker.nextNode()); ) {
    if (!node.data.trim() || node.parentElement.closest("pre, script, .jz-imprint")) continue;
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    for (const line of range.getClientRects()) {
      if (line.width / size > longest[0]) longest = [line.width / size, node.data.slice(0, 30)];
    }
  }
  return longest;
}"""


def test_no_page_is_wider_than_its_window(
    browser: Browser, built: Path, kinds: tuple[str, ...]
) -> None:
    spilling = []
    with Reader(browser, from_disk(built)) as reader:
        for address in kinds:
            page = reader.open(address)
            for width in (1280, 768, 390):
                page.set_viewport_size({"width": width, "height": 900})
                if page.evaluate(WIDE):
                    spilling.append(f"{address} at {width}px")
    assert spilling == []


def test_no_line_is_longer_than_about_40_full_width_characters(
    browser: Browser, built: Path, kinds: tuple[str, ...]
) -> None:
    long = []
    with Reader(browser, from_disk(built), width=1600) as reader:
        for address in kinds:
            width, text = reader.open(address).evaluate(LONGEST_LINE)
            if width > 41.5:
                long.append(f"{address}: {width:.1f}: {text}")
    assert long == []


def test_a_table_wider_than_its_frame_says_where_there_is_more(
    browser: Browser, built: Path
) -> None:
    with Reader(browser, from_disk(built), width=390) as reader:
        page = reader.open("data/index.html")
        frame = page.locator(".jz-table-frame.jz-more-after").first.element_handle()
        assert "gradient" in frame.evaluate("it => getComputedStyle(it).maskImage")
        frame.evaluate("it => { it.scrollLeft = it.scrollWidth }")
        until_told(page, lambda: frame.evaluate(AT_ITS_END))
        first = frame.query_selector("tbody th")
        assert first is not None
        name, edge = first.bounding_box(), frame.bounding_box()
        assert name is not None
        assert edge is not None
        assert abs(name["x"] - edge["x"]) < 2, "the name of the row stays in sight"
