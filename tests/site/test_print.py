"""Printed: a role or a curriculum is one sheet of A4, without what only a screen is for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

FITTING = (
    "hirakata/roles/dx-leader.html",
    "osaka-dx/roles/dx-officer.html",
    "tokyo-template/roles/dx-promoter.html",
    "toyonaka/roles/practitioner.html",
    "toyonaka/curricula/practitioner-general.html",
    "hirakata/curricula/leader-common.html",
)


SHORT = (
    "plans.html",
    "search.html",
    "osaka-dx/chapters/index.html",
    "osaka-hr/schedule/index.html",
    "rules/unknown-role.html",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("address", [*FITTING, *SHORT])
def test_one_sheet(built: Path, page: Page, address: str) -> None:
    page.goto((built / address).as_uri())
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1


def test_paper_has_no_navigation_but_address_and_edition(built: Path, page: Page) -> None:
    page.goto((built / "toyonaka/roles/practitioner.html").as_uri())
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar", ".jz-onpage", ".jz-crumbs", "#references"):
        assert not page.locator(hidden).first.is_visible(), hidden
    foot = page.locator(".jz-imprint")
    assert foot.is_visible()
    assert "豊中市デジタル人材育成プラン" in foot.inner_text()
    assert "toyonaka/roles/practitioner.html" in foot.inner_text()


def test_what_is_folded_stays_folded_on_paper(built: Path, page: Page) -> None:
    page.goto((built / "toyonaka/curricula/practitioner-general.html").as_uri())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".jz-fold").count() > 0
    assert not page.locator(".jz-fold .jz-path").first.is_visible()


def test_what_is_announced_on_paper_follows_there(built: Path, page: Page) -> None:
    """A text that ends in 次のとおり is printed with its list."""
    announced = 0
    page.emulate_media(media="print")
    for path in sorted(built.glob("*/roles/*.html")):
        if "次のとおり" not in path.read_text("utf-8"):
            continue
        page.goto(path.as_uri())
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        for item in page.locator(".jz-entries > li", has_text="次のとおり").all():
            announced += 1
            assert item.locator(".jz-points > li").first.is_visible(), path
    assert announced > 0


def test_or_is_dark_on_paper_that_has_no_grounds(built: Path, page: Page) -> None:
    page.goto((built / "toyonaka/roles/practitioner.html").as_uri())
    page.emulate_media(media="print")
    style = page.locator(".jz-option__or").first.evaluate(
        "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
    )
    assert style == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]


def test_a_role_on_paper_has_what_a_screen_folds_but_no_second_table(
    built: Path, page: Page
) -> None:
    page.goto((built / "toyonaka/roles/practitioner.html").as_uri())
    assert not page.locator("details:has(#practice) li").first.is_visible()
    page.emulate_media(media="print")
    for printed in ("details:has(#practice) li", "#route-practitioner-digital"):
        assert page.locator(printed).first.is_visible(), printed
    for left_out in ("#references", "#route-practitioner-general-list", ".jz-switch"):
        assert not page.locator(left_out).first.is_visible(), left_out
