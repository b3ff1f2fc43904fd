"""A role's page answers first: its strip is on the first screen, its panels need no script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from bench.looks import looks

pytestmark = pytest.mark.browser

DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
LEADER = "hirakata/roles/dx-leader.html"
MOST_STOPS = 80
"""So often Tab stops on the page of a role with three levels."""
STRIP_END = "document.querySelector('.jz-answers').getBoundingClientRect().bottom + scrollY"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def roles(built: Path) -> list[str]:
    """The addresses of the pages of roles and of their next steps."""
    every = sorted(built.glob("*/roles/*.html"))
    return [path.relative_to(built).as_posix() for path in every if path.stem != "index"]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_answers_are_within_the_first_screen(
    browser: Browser, built: Path, size: ViewportSize
) -> None:
    below = []
    page = browser.new_page(viewport=size)
    for address in roles(built):
        page.goto((built / address).as_uri())
        strip = page.locator(".jz-answers")
        if strip.count() and page.evaluate(STRIP_END) > size["height"]:
            below.append(address)
    page.close()
    assert len(roles(built)) == 48
    assert below == []


def test_a_reader_switches_departments_and_tables_without_a_script(built: Path, page: Page) -> None:
    page.goto((built / "toyonaka/roles/practitioner.html").as_uri())
    panels = page.locator(".jz-route")
    assert panels.count() == 4
    assert [one.is_visible() for one in panels.all()] == [True, False, False, False]
    shown = panels.nth(0)
    shown.get_by_role("link", name="デジタル関連部局").click()
    assert page.locator("#route-practitioner-digital").is_visible()
    assert not shown.is_visible()
    page.locator("#route-practitioner-digital").get_by_role(
        "link", name="教育・研修プログラム一覧"
    ).click()
    listed = page.locator("#route-practitioner-digital-list")
    assert listed.is_visible()
    assert sum(one.is_visible() for one in panels.all()) == 1


def test_levels_stand_side_by_side_at_a_desk_and_below_each_other_on_a_phone(
    built: Path, page: Page
) -> None:
    page.set_viewport_size(DESK)
    page.goto((built / LEADER).as_uri())
    heads = [one.bounding_box() for one in page.locator(".jz-rung__head").all()]
    tops = [box["y"] for box in heads if box is not None]
    assert tops == sorted(tops, reverse=True), "the heads rise as stairs"
    assert len({round(box["y"] + box["height"]) for box in heads if box is not None}) == 1
    page.set_viewport_size(PHONE)
    heads = [one.bounding_box() for one in page.locator(".jz-rung__head").all()]
    assert len({box["x"] for box in heads if box is not None}) == 1


@pytest.mark.parametrize(
    ("size", "screens"), [(DESK, 3), (PHONE, 4)], ids=["three-at-a-desk", "four-on-a-phone"]
)
def test_a_role_of_three_levels_is_short(
    browser: Browser, built: Path, size: ViewportSize, screens: int
) -> None:
    """Before the ladder held skills, training and targets, it took 10.6 and 13.8 screens."""
    ((desk, phone),) = looks(built, {"a role": LEADER}, browser)
    look = desk if size is DESK else phone
    assert look.screens <= screens
    assert look.stops <= MOST_STOPS


def test_what_is_folded_opens_where_an_address_leads_into_it(browser: Browser, built: Path) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(f"{(built / LEADER).as_uri()}#source")
    expect(page.locator("details:has(#source)")).to_have_attribute("open", "")
    expect(page.locator("details:has(#practice)")).not_to_have_attribute("open", "")
    page.close()


def test_text_has_16_pixels(browser: Browser, built: Path) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto((built / LEADER).as_uri())
    for text in (".jz-rung__row > dd", ".jz-lesson__name", ".jz-new a"):
        size = page.locator(text).first.evaluate("it => getComputedStyle(it).fontSize")
        assert size == "16px", text
    page.close()
