"""Choosing the plans of the heatmap, the training and the targets: every piece follows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from jinzai.render.page.room import PLANS_ON_A_PAGE
from tests.render.compare.compare_site import build_compared, city, list_prefecture, many
from tests.render.page.tables_site import Reader, reading
from tests.waiting import until_told

pytestmark = pytest.mark.browser

SKILLS = "compare/skills.html"
LEARNING = "compare/learning.html"
TARGETS = "compare/targets.html"
CELLS_OF_14 = re.compile(r"/compare/cells/city-14\.js\?v=")
UNKNOWN = "都道府県の分からない計画"
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
    with reading(browser, few) as reader:
        yield reader


@pytest.fixture
def crowded(browser: Browser, crowd: Path) -> Iterator[Reader]:
    with reading(browser, crowd) as reader:
        yield reader


def owners(page: Page) -> set[str]:
    """The plans with something that can be seen."""
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
    expect(page).to_have_url(re.compile("plans=sample,third"))
    page.reload()
    assert owners(page) == {"sample", "third"}
    page.get_by_role("button", name="すべて表示に戻す").click()
    assert text(page) == before
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_the_count_of_municipalities_follows_the_choice(window: Reader) -> None:
    page = window.open(SKILLS)
    count = page.locator("[data-slot='areas/areas/bpr'] > .jz-heats__count")
    expect(count).to_have_text("2／3")
    tick(page, "別の市").uncheck()
    expect(count).to_have_text("1／2")
    expect(count.locator(".jz-length__fill")).to_have_attribute("width", "50%")
    tick(page, "見本市").uncheck()
    expect(count).to_have_text("0／1")
    page.get_by_role("button", name="すべて表示に戻す").click()
    expect(count).to_have_text("2／3")


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
    expect(page.locator("[data-empty='training/classes--leader']")).to_be_hidden()
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
    list_prefecture(page, UNKNOWN)
    for id in first:
        page.locator(f".jz-choose__boxes input[value='{id}']").uncheck()
    tick(page, "大きな市").check()
    expect(page.locator("[data-plan='city-15']").first).to_be_visible()
    assert owners(page) == {"city-15"}
    expect(page).to_have_url(re.compile(r"\?plans=city-15$"))
    own = text(page)
    page.reload()
    expect(page.locator("[data-plan='city-15']").first).to_be_visible()
    assert owners(page) == {"city-15"}
    page.get_by_role("button", name="初めの表示に戻す").click()
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
        said = there.inner_text().replace("14番市", "別の市").replace("（推定）", "")
        assert said.split() == here.inner_text().split()


def test_plans_that_nobody_chose_give_way_to_the_first_that_is(crowded: Reader) -> None:
    page = crowded.open(SKILLS)
    list_prefecture(page, UNKNOWN)
    tick(page, "大きな市").check()
    expect(page.locator("[data-plan='city-15']").first).to_be_visible()
    assert owners(page) == {"city-15"}
    page.get_by_role("button", name="すべて外す").click()
    assert owners(page) == set()


def test_what_is_asked_for_beyond_the_most_is_named(crowded: Reader) -> None:
    every = ",".join(f"city-{n:02}" for n in range(PLANS_ON_A_PAGE + 1))
    page = crowded.open(f"{TARGETS}?plans={every}")
    expect(page.get_by_role("status")).to_contain_text("「city-12」は、多すぎるため")


def test_bars_are_drawn_on_the_scale_of_what_is_shown(crowded: Reader) -> None:
    page = crowded.open(f"{TARGETS}?plans=city-14,city-15")
    every = page.locator("[data-slot='classes--leader'] svg[data-shared]")
    bars = page.locator("svg[data-shared='classes--leader-people']")
    sizes = page.locator("svg[data-shared='classes--leader-headcount']")
    expect(every).to_have_count(4)
    assert bars.evaluate_all(FULL) == ["10.0%", "100.0%"]
    assert sizes.evaluate_all(FULL) == ["100.0%", "100.0%"]
    tick(page, "大きな市").uncheck()
    expect(every).to_have_count(2)
    assert bars.evaluate_all(FULL) == ["100.0%"]
    assert sizes.evaluate_all(FULL) == ["100.0%"]


def status(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def test_what_is_remembered_is_told_as_such(window: Reader) -> None:
    page = window.open(SKILLS)
    tick(page, "別の市").uncheck()
    assert "前に選んだ計画です" not in status(page)
    page = window.open(LEARNING)
    assert "前に選んだ計画です" in status(page)


def test_a_plan_that_is_gone_is_told_once_it_was_asked_for(window: Reader) -> None:
    page = window.open(f"{SKILLS}?plans=sample,gone,constructor")
    assert owners(page) == {"sample"}
    assert "「gone」「constructor」は、見つからないか読み込めませんでした" in status(page)
    tick(page, "第三市").check()
    assert "見つからない" not in status(page)


def test_counts_and_empty_words_follow_the_choice(window: Reader) -> None:
    for address in (SKILLS, LEARNING, TARGETS, "compare/roles.html"):
        page = window.open(f"{address}?plans=sample")
        for slot in page.locator("[data-slot]:not(tr)").all():
            name = slot.get_attribute("data-slot")
            pieces = slot.locator("> [data-plan]").count()
            word = page.locator(f"[data-empty='{name}']")
            assert word.is_visible() == (pieces == 0), (address, name)
            badge = page.locator(f"[id='{slot.get_attribute('data-counts') or name}'] .jz-count")
            if badge.count():
                assert badge.inner_text() == str(pieces), (address, name)


@pytest.mark.parametrize("answer", ["none", "a page"])
def test_a_file_that_does_not_come_is_told_and_can_be_asked_for_again(
    crowded: Reader, answer: str
) -> None:
    context = crowded.page.context
    held = CELLS_OF_14

    def refuse(route: Route) -> None:
        if answer == "none":
            route.abort()
        else:
            route.fulfill(status=200, content_type="text/javascript", body="/* no such file */")

    context.route(held, refuse)
    page = crowded.open(f"{SKILLS}?plans=city-14,city-15")
    expect(page.get_by_role("status")).to_contain_text("「city-14」は、見つからないか")
    expect(page.locator("[data-plan='city-15']").first).to_be_visible()
    assert owners(page) == {"city-15"}
    context.unroute(held)
    list_prefecture(page, UNKNOWN)
    tick(page, "14番市").check()
    expect(page.locator("[data-plan='city-14']").first).to_be_visible()
    crowded.complaints.clear()  # the browser's own word for the file that did not come


def test_a_plan_that_is_left_before_it_comes_does_not_appear(crowded: Reader) -> None:
    waiting: list[Route] = []
    crowded.page.context.route(CELLS_OF_14, lambda route: waiting.append(route))  # noqa: PLW0108
    page = crowded.open(f"{SKILLS}?plans=city-15")
    expect(page.locator("[data-plan='city-15']").first).to_be_visible()
    list_prefecture(page, UNKNOWN)
    tick(page, "14番市").check()
    assert "1つを読み込んでいます" in status(page)
    tick(page, "14番市").uncheck()
    until_told(page, lambda: waiting)
    page.evaluate(
        """document.querySelector("script[src*='city-14.js?v=']")
            .addEventListener("load", () => { window.hasRun = true; })"""
    )
    waiting[0].continue_()
    until_told(page, lambda: page.evaluate("window.hasRun"))
    assert owners(page) == {"city-15"}
    assert not tick(page, "14番市").is_checked()


def test_a_plan_that_comes_after_another_prefecture_was_chosen_has_its_box(
    crowded: Reader,
) -> None:
    waiting: list[Route] = []
    crowded.page.context.route(CELLS_OF_14, lambda route: waiting.append(route))  # noqa: PLW0108
    page = crowded.open(f"{SKILLS}?plans=city-15")
    list_prefecture(page, UNKNOWN)
    tick(page, "14番市").check()
    list_prefecture(page, "大阪府")
    expect(tick(page, "14番市")).to_have_count(0)
    until_told(page, lambda: waiting)
    waiting[0].continue_()
    expect(tick(page, "14番市")).to_be_checked()
    tick(page, "14番市").uncheck()
    assert owners(page) == {"city-15"}


def test_on_a_page_that_cannot_hold_few_plans_the_others_can_be_chosen(
    browser: Browser, tmp_path: Path
) -> None:
    # With the size of a level each plan has 36 goals. The page holds those of two plans, not three.
    heavy = [city(f"city-{n}", f"{n}番市", aims=35) for n in range(4)]
    context = browser.new_context()
    reader = Reader(context, build_compared(tmp_path, *heavy))
    page = reader.open(TARGETS)
    assert owners(page) == {"city-0", "city-1"}
    assert page.locator(".jz-choose__boxes input").count() == 4
    tick(page, "0番市").uncheck()
    tick(page, "3番市").check()
    expect(page.locator("[data-plan='city-3']").first).to_be_visible()
    assert owners(page) == {"city-1", "city-3"}
    assert owners(reader.open(f"{SKILLS}?plans=city-3")) == {"city-3"}
    context.close()
    assert reader.complaints == []


def test_the_keyboard_chooses(window: Reader) -> None:
    page = window.open(SKILLS)
    tick(page, "別の市").focus()
    page.keyboard.press("Space")
    assert owners(page) == {"sample", "third"}
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert owners(page) == {"third"}
