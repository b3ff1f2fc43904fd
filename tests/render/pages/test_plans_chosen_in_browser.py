"""Choosing the plans of the heatmap, the training and the targets: every piece follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from jinzai.render.prefectures import PLANS_ON_A_PAGE

from .compare_site import build_compared, city, many
from .tables_site import Reader

pytestmark = pytest.mark.browser

SKILLS = "compare/skills.html"
LEARNING = "compare/learning.html"
TARGETS = "compare/targets.html"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FULL = "bars => bars.map(bar => bar.querySelector('.jz-length__fill').getAttribute('width'))"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three plans, the third without any skill in an area."""
    plans = (city("other", "別の市"), city(), city("third", "第三市", mapped=False))
    return build_compared(tmp_path_factory.mktemp("few"), *plans)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of more plans than a page holds; one wants ten times as many people."""
    large = city("city-15", "大きな市", people=15000)
    return build_compared(tmp_path_factory.mktemp("crowd"), *many(PLANS_ON_A_PAGE + 3), large)


@pytest.fixture
def window(browser: Browser, few: Path) -> Iterator[Reader]:
    context = browser.new_context()
    reader = Reader(context, few)
    yield reader
    context.close()
    assert reader.complaints == []


@pytest.fixture
def crowded(browser: Browser, crowd: Path) -> Iterator[Reader]:
    context = browser.new_context()
    reader = Reader(context, crowd)
    yield reader
    context.close()
    assert reader.complaints == []


def owners(page: Page) -> set[str]:
    """The plans of which something can be seen."""
    found: list[str] = page.locator("[data-plan]:visible").evaluate_all(
        "pieces => pieces.map(piece => piece.dataset.plan)"
    )
    return set(found)


def tick(page: Page, plan: str) -> Locator:
    """The check box of a plan."""
    return page.get_by_role("checkbox", name=plan)


def text(page: Page) -> str:
    """All that can be read in the page itself."""
    return page.locator("main").inner_text()


@pytest.mark.parametrize("address", [SKILLS, LEARNING, TARGETS])
def test_what_is_left_out_is_gone_and_comes_back_as_it_was(window: Reader, address: str) -> None:
    page = window.open(address)
    before = text(page)
    assert owners(page) == {"other", "sample", "third"}
    tick(page, "別の市").uncheck()
    assert owners(page) == {"sample", "third"}
    assert "3つの計画のうち2つ" in page.get_by_role("status").inner_text()
    assert "plans=sample,third" in page.url
    page.reload()
    assert owners(page) == {"sample", "third"}
    page.get_by_role("button", name="すべて表示に戻す").click()
    assert text(page) == before
    assert "?" not in page.url


def test_the_choice_is_one_for_all_pages_that_compare_plans(window: Reader) -> None:
    page = window.open(SKILLS)
    tick(page, "別の市").uncheck()
    for address in (LEARNING, TARGETS, "compare/roles.html"):
        assert owners(window.open(address)) == {"sample", "third"}


def test_a_section_without_a_chosen_plan_says_so_and_counts_none(window: Reader) -> None:
    page = window.open(f"{LEARNING}?plans=third")
    expect(page.locator("#classes--leader .jz-count")).to_have_text("1")
    tick(page, "第三市").uncheck()
    assert owners(page) == set()
    expect(page.locator("#classes--leader .jz-count")).to_have_text("0")
    expect(page.locator("[data-empty='classes--leader']")).to_be_visible()
    assert "計画を選ぶと" in page.get_by_role("status").inner_text()


def test_without_scripts_all_stands_there(browser: Browser, few: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    for address in (SKILLS, LEARNING, TARGETS):
        page = Reader(context, few).open(f"{address}?plans=third")
        assert owners(page) == {"other", "sample", "third"}
        assert page.locator(".jz-choose").count() == 0
    context.close()


@pytest.mark.parametrize("address", [SKILLS, LEARNING, TARGETS])
def test_of_many_plans_others_come_from_their_files(crowded: Reader, address: str) -> None:
    page = crowded.open(address)
    first = owners(page)
    assert 0 < len(first) <= PLANS_ON_A_PAGE
    assert "city-15" not in first
    page.locator(".jz-choose select").select_option(label="都道府県の分からない計画")
    for id in first:
        page.locator(f".jz-choose__boxes input[value='{id}']").uncheck()
    tick(page, "大きな市").check()
    expect(page.locator("[data-plan='city-15']").first).to_be_visible()
    assert owners(page) == {"city-15"}
    assert page.url.endswith("?plans=city-15")
    own = text(page)
    page.reload()
    expect(page.locator("[data-plan='city-15']").first).to_be_visible()
    assert owners(page) == {"city-15"}
    page.get_by_role("button", name="はじめの表示に戻す").click()
    assert owners(page) == first
    assert text(page) != own
    assert page.evaluate(WIDE) == 0


def test_what_comes_from_a_file_is_what_a_page_would_have(crowded: Reader, window: Reader) -> None:
    for address, slot in (
        (SKILLS, "areas/areas/bpr"),
        (LEARNING, "reaches/classes/leader"),
        (TARGETS, "classes--leader"),
    ):
        here = window.open(address).locator(f"[data-slot='{slot}'] > [data-plan='other']")
        page = crowded.open(f"{address}?plans=city-14")
        there = page.locator(f"[data-slot='{slot}'] > [data-plan='city-14']")
        there.wait_for()
        said = there.inner_text().replace("14番市", "別の市").split()
        assert [word for word in said if word != "推定"] == here.inner_text().split()


def test_bars_are_drawn_on_the_scale_of_what_is_shown(crowded: Reader) -> None:
    page = crowded.open(f"{TARGETS}?plans=city-14,city-15")
    bars = page.locator("[data-slot='classes--leader'] svg[data-shared]")
    expect(bars).to_have_count(2)
    assert bars.evaluate_all(FULL) == ["10.0%", "100.0%"]
    tick(page, "大きな市").uncheck()
    expect(bars).to_have_count(1)
    assert bars.evaluate_all(FULL) == ["100.0%"]


def test_the_keyboard_chooses(window: Reader) -> None:
    page = window.open(SKILLS)
    tick(page, "別の市").focus()
    page.keyboard.press("Space")
    assert owners(page) == {"sample", "third"}
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert owners(page) == {"third"}
