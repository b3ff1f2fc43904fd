"""The search over the five plans: lists first, narrowed to a plan, remembered in the address."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

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
    count = option.removeprefix("豊中市(").removesuffix(" 件)")
    assert status.endswith(f": {count} 件")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["DX"], "plan": ["toyonaka"]}


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
