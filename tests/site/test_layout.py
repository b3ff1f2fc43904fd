"""Pages fit their window, lines are short, and wide tables say that there is more of them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from jinzai.publish.mkdocs_extra import WIDEST_SHORT_NAME
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
    const {fontSize, textOverflow} = getComputedStyle(node.parentElement);
    const seen = textOverflow === "ellipsis" ? node.parentElement.clientWidth : Infinity;
    for (const line of range.getClientRects()) {
      const width = Math.min(line.width, seen) / parseFloat(fontSize);
      if (width > longest[0]) longest = [width, node.data.slice(0, 30)];
    }
  }
  return longest;
}"""


SPACING = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [list, main] = [box(".md-sidebar"), box("#jz-main")];
  const root = getComputedStyle(document.documentElement).fontSize;
  return [list.width, main.left - list.right, main.width, box(".md-header").height, root];
}"""


def test_the_frame_is_200_and_40_and_992_pixels(browser: Browser, built: Path) -> None:
    with Reader(browser, from_disk(built)) as reader:
        for address in ("index.html", "hirakata/roles/dx-leader.html", "editing.html"):
            page = reader.open(address)
            for width in (1280, 1600, 2000):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate(SPACING) == [200, 40, 992, 52, "16px"], (address, width)


def test_below_1000_pixels_the_list_of_pages_is_a_drawer(browser: Browser, built: Path) -> None:
    with Reader(browser, from_disk(built)) as reader:
        page = reader.open("hirakata/roles/dx-leader.html")
        for width, beside in ((1000, True), (999, False)):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.locator(".jz-nav a").first.is_visible() == beside
            assert page.locator(".jz-menu").is_visible() != beside


# A name that lacks a line has at least half a line more to be scrolled to.
NAME = """() => {
  const shown = [...document.querySelectorAll(".jz-site-name span")].filter(
    (one) => one.getClientRects().length);
  const isWhole = (one) =>
    one.scrollWidth <= one.clientWidth && one.scrollHeight < one.clientHeight + 10;
  return shown.map((one) => [one.textContent, isWhole(one)]);
}"""


@pytest.mark.parametrize(
    ("width", "name"),
    [
        (1280, "デジタル人材育成計画カタログ"),
        (720, "デジタル人材育成計画カタログ"),
        (390, "人材計画カタログ"),
        (320, "人材計画カタログ"),
    ],
)
def test_the_sites_name_is_whole(browser: Browser, built: Path, width: int, name: str) -> None:
    with Reader(browser, from_disk(built), width=width) as reader:
        for address in ("index.html", "hirakata/roles/dx-leader.html", "about.html"):
            assert reader.open(address).evaluate(NAME) == [[name, True]]


def test_the_widest_short_name_is_whole_in_the_narrowest_window(
    browser: Browser, built: Path
) -> None:
    with Reader(browser, from_disk(built), width=320) as reader:
        page = reader.open("index.html")
        widest = "枚" * (WIDEST_SHORT_NAME // 2)
        page.locator(".jz-site-name__short").evaluate("(it, text) => it.textContent = text", widest)
        assert page.evaluate(NAME) == [[widest, True]]
        assert page.locator(".md-header").evaluate("it => it.clientHeight") == 52


def test_the_links_to_the_sections_are_one_line_on_a_phone(browser: Browser, built: Path) -> None:
    with Reader(browser, from_disk(built), width=390) as reader:
        page = reader.open("compare/learning.html")
        line, links = page.locator(".jz-onpage"), page.locator(".jz-onpage a")
        tops = {box["y"] for one in links.all() if (box := one.bounding_box())}
        assert len(tops) == 1
        assert links.count() > 5
        assert line.evaluate("it => it.scrollWidth > it.clientWidth")
        fading = line.evaluate("it => getComputedStyle(it).maskImage")
        assert "gradient" in fading, "the end of the line says that more follows"
        links.last.focus()
        expect(links.last).to_be_in_viewport(ratio=0.9)
        page.keyboard.press("Enter")
        target = links.last.get_attribute("href")
        assert target
        expect(page.locator(f"h2{target}")).to_be_in_viewport()
        page.set_viewport_size({"width": 1280, "height": 800})
        assert line.evaluate("it => it.scrollWidth <= it.clientWidth")


SMALL = """() => [...document.querySelectorAll(".jz-nav a, #jz-main li a, #jz-main td a")]
  .filter((link) => link.getClientRects().length)
  .map((link) => [link.textContent, link.getBoundingClientRect().height])
  .filter(([, height]) => height < 24)"""


def test_links_in_lists_and_menus_are_24_pixels_high_on_a_phone(
    browser: Browser, built: Path, kinds: tuple[str, ...]
) -> None:
    small = []
    with Reader(browser, from_disk(built), width=390) as reader:
        for address in kinds:
            page = reader.open(address)
            page.locator(".jz-menu").click()
            small += [f"{address}: {one}" for one in page.evaluate(SMALL)]
    assert small == []


def test_no_page_is_wider_than_its_window(
    browser: Browser, built: Path, kinds: tuple[str, ...]
) -> None:
    spilling = []
    with Reader(browser, from_disk(built)) as reader:
        for address in kinds:
            page = reader.open(address)
            for width in (1280, 768, 390, 320):
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


LOW_LINKS = """() => [...document.querySelectorAll("#jz-main a[href]")]
  .filter((link) => link.checkVisibility())
  .filter((link) => [...link.getClientRects()].some((line) => line.height < 24))
  .map((link) => link.textContent)"""


def test_links_are_24_pixels_high_on_a_phone(
    browser: Browser, built: Path, kinds: tuple[str, ...]
) -> None:
    with Reader(browser, from_disk(built), width=390) as reader:
        low = {address: reader.open(address).evaluate(LOW_LINKS) for address in kinds}
    assert {address: links for address, links in low.items() if links} == {}


def test_a_table_wider_than_its_frame_says_where_there_is_more(
    browser: Browser, built: Path
) -> None:
    with Reader(browser, from_disk(built), width=390) as reader:
        page = reader.open("data/index.html")
        page.locator("details.jz-fold > summary").first.click()
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
