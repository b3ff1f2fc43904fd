"""The search over the five plans: lists first, narrowed to a plan, remembered in the address."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page

from .pages import PLANS
from .reader import Reader, from_disk

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, built: Path) -> Iterator[Page]:
    with Reader(browser, from_disk(built)) as reader:
        yield reader.page
        assert reader.complaints == []


def search(page: Page, built: Path, query: str) -> list[str]:
    page.goto(f"{from_disk(built)}search.html{query}")
    page.locator("#jz-search-results a").first.wait_for(state="visible")
    return addresses(page)


def addresses(page: Page) -> list[str]:
    links = page.locator("#jz-search-results a")
    return [str(link.get_attribute("href")) for link in links.all()]


def test_lists_come_before_what_they_list(page: Page, built: Path) -> None:
    found = search(page, built, "?q=スキルマップ")
    assert set(found[:5]) == {f"{plan}/skills/matrix.html" for plan in PLANS}
    found = search(page, built, "?q=役割")
    assert set(found[:5]) == {f"{plan}/roles/index.html" for plan in PLANS}


def test_results_are_narrowed_to_a_plan(page: Page, built: Path) -> None:
    everywhere = search(page, built, "?q=DX")
    assert len({address.split("/")[0] for address in everywhere}) > 2
    option = page.locator("#jz-search-plan option[value='toyonaka']").inner_text()
    page.select_option("#jz-search-plan", "toyonaka")
    status = page.inner_text("#jz-search-status")
    assert {address.split("/")[0] for address in addresses(page)} == {"toyonaka"}
    count = option.removeprefix("豊中市（").removesuffix("件）")
    assert status.endswith(f": {count}件")
    assert parse_qs(page.evaluate("location.search.slice(1)")) == {
        "q": ["DX"],
        "plan": ["toyonaka"],
    }


def test_the_address_keeps_words_and_plan(page: Page, built: Path) -> None:
    found = search(page, built, "?q=BPR&plan=hirakata")
    assert {address.split("/")[0] for address in found} == {"hirakata"}
    assert page.locator("#jz-search-plan").input_value() == "hirakata"
    assert search(page, built, "?q=BPR&plan=nowhere") != found


def test_a_plan_without_a_hit_says_where_there_are_hits(page: Page, built: Path) -> None:
    search(page, built, "?q=BPR")
    page.select_option("#jz-search-plan", "osaka-hr")
    assert addresses(page) == []
    assert "すべての計画では" in page.inner_text("#jz-search-status")


def test_a_search_from_a_page_of_a_plan_begins_there_and_leads_on_to_all(
    page: Page, built: Path
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{from_disk(built)}toyonaka/roles/index.html")
    page.fill("#jz-search-box", "DX")
    page.press("#jz-search-box", "Enter")
    page.locator("#jz-search-results a").first.wait_for(state="visible")
    assert page.locator("#jz-search-plan").input_value() == "toyonaka"
    assert {address.split("/")[0] for address in addresses(page)} == {"toyonaka"}
    page.get_by_role("button", name="すべての計画で探す").click()
    assert page.locator("#jz-search-plan").input_value() == ""
    assert len({address.split("/")[0] for address in addresses(page)}) > 2
    assert not page.locator("#jz-search-all").is_visible()


def test_a_search_from_a_page_above_the_plans_is_of_all(page: Page, built: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{from_disk(built)}compare/index.html")
    page.fill("#jz-search-box", "DX")
    page.press("#jz-search-box", "Enter")
    page.locator("#jz-search-results a").first.wait_for(state="visible")
    assert page.locator("#jz-search-plan").input_value() == ""


def test_kana_that_find_little_are_told_what_they_can_find(page: Page, built: Path) -> None:
    page.goto(f"{from_disk(built)}search.html?q=ぎょうむかいぜんほうほう")
    assert "漢字の読みで探せるのは名前だけです" in page.inner_text("#jz-search-status")
    search(page, built, "?q=DX")
    assert "漢字の読み" not in page.inner_text("#jz-search-status")


def test_courses_are_found_by_their_form(page: Page, built: Path) -> None:
    assert any("/courses/" in address for address in search(page, built, "?q=研修 対面"))
