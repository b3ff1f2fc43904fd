"""Plans with more to tell than a page holds: those that are chosen tell it all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from jinzai.render.page.room import MOST_DETAILED
from tests.render.compare.compare_site import build_compared, many
from tests.render.page.tables_site import Reader, reading

pytestmark = pytest.mark.browser

SKILLS = "compare/skills.html"
LEARNING = "compare/learning.html"


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of so many plans that a page has their cells, and not their details."""
    return build_compared(tmp_path_factory.mktemp("six"), *many(MOST_DETAILED + 1))


@pytest.fixture
def reader(browser: Browser, six: Path) -> Iterator[Reader]:
    with reading(browser, six) as reader:
        yield reader


def leave_out(page: Page, plan: str) -> None:
    page.get_by_role("checkbox", name=plan).uncheck()


def in_the_page(browser: Browser, root: Path, address: str, selector: str) -> str:
    """What a page says, without spaces, that holds the details of few plans itself."""
    context = browser.new_context()
    site = build_compared(root, *many(MOST_DETAILED))
    text = text_of(Reader(context, site).open(address).locator(selector))
    context.close()
    return text


def text_of(found: Locator) -> str:
    """The text of an element without spaces, with what is folded away in it."""
    return "".join((found.text_content() or "").split())


def test_the_roles_by_areas_come_from_the_plans_files(
    reader: Reader, browser: Browser, tmp_path: Path
) -> None:
    page = reader.open(SKILLS)
    roles = page.locator("[id='roles--city-01']")
    assert roles.count() == 0
    assert not page.locator("[data-chosen]").first.is_visible()
    leave_out(page, "0番市")
    expect(roles).to_be_visible()
    assert "業務改革" in text_of(roles)
    assert text_of(roles) == in_the_page(browser, tmp_path, SKILLS, "[id='roles--city-01']")
    expect(page.locator("details[data-plan]")).to_have_count(MOST_DETAILED)
    page.get_by_role("button", name="すべて表示に戻す").click()
    assert not page.locator("[data-chosen]").first.is_visible()
    page = reader.open(f"{SKILLS}?plans=city-02")
    expect(page.locator("[id='roles--city-02']")).to_be_visible()


def test_a_cell_of_a_chosen_plan_leads_to_the_skills_behind_it(reader: Reader) -> None:
    page = reader.open(SKILLS)
    leave_out(page, "0番市")
    expect(page.locator("details[data-plan]")).to_have_count(MOST_DETAILED)
    href = "../city-01/compare/index.html#in-bpr--city-01"
    for place in ("[data-slot='areas/areas/bpr'] > [data-plan='city-01']", "[id='roles--city-01']"):
        assert page.locator(f"{place} a[href='{href}']").count() == 1


def test_the_training_of_the_roles_comes_from_the_plans_files(
    reader: Reader, browser: Browser, tmp_path: Path
) -> None:
    page = reader.open(LEARNING)
    tracks = page.locator("tbody[id='classes--leader--city-01']")
    assert tracks.count() == 0
    leave_out(page, "0番市")
    expect(tracks).to_be_visible()
    said = in_the_page(browser, tmp_path, LEARNING, "tbody[id='classes--leader--city-01']")
    assert text_of(tracks).replace("日数の示しなし", "") == said
    cell = page.locator("[data-slot='reaches/classes/leader'] > [data-plan='city-01'] a")
    assert cell.get_attribute("href") == "#classes--leader--city-01"


def test_the_details_of_all_plans_come_when_they_are_asked_for(reader: Reader) -> None:
    page = reader.open(LEARNING)
    waiting = page.locator("[data-waiting]")
    assert waiting.is_visible()
    page.get_by_role("checkbox", name="計画ごとの内訳も出す").check()
    expect(page.locator("tbody[id='classes--leader--city-05']")).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?full=1$"))
    assert not waiting.is_visible()
    page.reload()
    expect(page.locator("tbody[id='classes--leader--city-00']")).to_be_visible()


def test_without_scripts_the_cells_lead_to_the_plans_own_pages(browser: Browser, six: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    made = Reader(context, six)
    for address, href in (
        (SKILLS, "../city-01/compare/index.html#in-bpr--city-01"),
        (LEARNING, "../city-01/curricula/index.html"),
    ):
        page = made.open(address)
        assert page.locator(f"a[href='{href}']").first.is_visible()
        assert not page.locator("[data-chosen]").first.is_visible()
    context.close()
