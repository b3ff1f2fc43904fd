"""The site as a reader sees it, from the disk, in a real Chromium."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from jinzai.publish.publish import PublishReport

from .reader import Reader
from .watched import QUIET_FRAMES

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser, built: tuple[Path, PublishReport]) -> Iterator[Reader]:
    with Reader(browser, built[0]) as reader:
        yield reader


def results(page: Page) -> list[str]:
    return page.locator("#jz-search-results a").all_inner_texts()


@pytest.mark.parametrize(
    "address", ["index.html", "alpha/index.html", "alpha/roles/leader.html", "about.html"]
)
def test_a_page_opens_from_the_disk_without_a_complaint(reader: Reader, address: str) -> None:
    page = reader.open(address)
    page.evaluate(QUIET_FRAMES)  # What a page does when it is loaded is done.
    assert page.locator("h1").first.is_visible()
    assert page.locator("html.js").count() == 1


def test_colours_can_be_switched_and_are_remembered(reader: Reader) -> None:
    page = reader.open("alpha/roles/leader.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.locator("button[title='暗い配色に切り替える']").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    reader.open("alpha/index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_search_box_finds_full_width_letters(reader: Reader) -> None:
    page = reader.open("alpha/roles/leader.html")
    page.fill("#jz-search-box", "dx")
    page.press("#jz-search-box", "Enter")
    page.wait_for_url("**/search.html?q=dx")
    expect(page.locator("#jz-search-status")).to_have_text("「dx」：2件")
    assert results(page) == ["ＤＸ推進リーダー", "計画"]
    assert page.locator("#jz-search-results mark").all_inner_texts() == ["ＤＸ", "DX"]
    page.click("#jz-search-results a >> nth=0")
    page.wait_for_url("**/alpha/roles/leader.html")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ＤＸ", ["ＤＸ推進リーダー", "計画"]),
        ("リーダー", ["ＤＸ推進リーダー"]),
        ("りーだー", ["ＤＸ推進リーダー"]),
        ("dx 窓口", ["ＤＸ推進リーダー"]),
        ("dx　育成", ["計画"]),
        ("推進リーダになるには", ["ＤＸ推進リーダー"]),
        ("人材像 アルファ", ["ＤＸ推進リーダー", "計画"]),
        ("データベース", ["<img src=x onerror=alert(1)>"]),
        ("ガイド", ["<img src=x onerror=alert(1)>"]),
        ("株", ["計画"]),
        ("無い言葉", []),
        ("  ", []),
    ],
)
def test_words_are_found_however_they_are_typed(
    reader: Reader, query: str, found: list[str]
) -> None:
    page = reader.open("search.html")
    page.fill("#jz-search-query", query)
    page.press("#jz-search-query", "Enter")
    told = page.locator("#jz-search-status")
    if not query.strip():
        expect(told).to_contain_text("言葉を入力すると")
    elif found:
        expect(told).to_have_text(f"「{query}」：{len(found)}件")
    else:
        expect(told).to_contain_text("合うものはありませんでした")
    assert results(page) == found


def test_what_is_merely_near_is_said_to_be_so(reader: Reader) -> None:
    page = reader.open("search.html?q=窓口の変え方")
    told = "「窓口の変え方」にぴったり合うものはありません。近いものを示します。"
    expect(page.locator("#jz-search-status")).to_have_text(told)
    assert results(page) == ["ＤＸ推進リーダー"]
    assert page.locator("#jz-search-results h2").inner_text() == "近いもの"
    assert page.locator("#jz-search-results mark").all_inner_texts() == ["窓口", "変え"]


def test_results_follow_typing_and_stay_text(reader: Reader) -> None:
    page = reader.open("search.html?q=%3Cimg")
    expect(page.locator("#jz-search-status")).to_have_text("「<img」：1件")
    assert results(page) == ["<img src=x onerror=alert(1)>"]
    assert page.locator("#jz-search img").count() == 0
    page.fill("#jz-search-query", "計画")
    page.wait_for_url(lambda url: unquote(url).endswith("?q=計画"))
    assert results(page) == ["計画"]


def test_without_scripts_the_search_page_says_so(
    browser: Browser, built: tuple[Path, PublishReport]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built[0].as_uri()}/search.html?q=dx")
    assert "JavaScript が必要" in page.inner_text("#jz-main")
    assert not page.locator("#jz-search").is_visible()
    assert page.locator("#jz-main a[href='alpha/index.html']").is_visible()
    context.close()


def test_a_narrow_window_has_a_menu_that_the_keyboard_opens(reader: Reader) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 844})
    reader.open("alpha/roles/leader.html")
    link = page.locator(".jz-nav a").first
    assert not link.is_visible()
    page.locator(".jz-menu").focus()
    page.keyboard.press("Enter")
    link.wait_for(state="visible")
    page.keyboard.press("Escape")
    link.wait_for(state="hidden")
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)


def test_without_javascript_the_keyboard_opens_the_menu_too(
    browser: Browser, built: tuple[Path, PublishReport]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{built[0].as_uri()}/alpha/roles/leader.html")
    link = page.locator(".jz-nav a").first
    assert not link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    link.wait_for(state="visible")
    page.keyboard.press("Space")
    link.wait_for(state="hidden")
    context.close()


def test_the_first_stop_of_the_keyboard_leads_to_the_text(reader: Reader) -> None:
    page = reader.open("alpha/roles/leader.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "本文へ移動"
    page.keyboard.press("Enter")
    expect(page.locator("#jz-main")).to_be_focused()
