"""What a web server shows where there is no page: with `site_url`, and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from jinzai.command.cli import main

from .conftest import copy_project
from .served import FOLDER, served
from .test_axe import Scheme, violations
from .test_valid_html import messages

PAGE = "404.html"


@pytest.fixture(scope="module")
def sites(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site, and the same with `site_url`."""
    project = copy_project(tmp_path_factory.mktemp("missing"))
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"\nsite_url: https://example.lg.jp{FOLDER}\n")
    assert main(["--root", str(project)]) == 0
    return built, project / "site"


def test_it_is_valid(sites: tuple[Path, Path]) -> None:
    assert messages(sites[1] / PAGE) == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_can_be_read_by_anyone(
    browser: Browser, sites: tuple[Path, Path], width: int, scheme: Scheme
) -> None:
    for site in sites:
        with (
            served(site) as root,
            browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            ) as context,
        ):
            page = context.new_page()
            page.goto(root + PAGE)
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_with_site_url_it_leads_home_from_any_depth(
    browser: Browser, sites: tuple[Path, Path]
) -> None:
    with served(sites[1]) as root, browser.new_context() as context:
        page = context.new_page()
        text = (sites[1] / PAGE).read_text("utf-8")
        page.route("**/gone/*", lambda route: route.fulfill(body=text, content_type="text/html"))
        page.goto(f"{root}hirakata/roles/gone/x.html")
        width = page.locator("main p").first.evaluate("node => node.getBoundingClientRect().width")
        assert width < 800, "the styles were loaded"
        links = page.locator("main a")
        assert [one.get_attribute("href") for one in links.all()] == [
            f"{FOLDER}{name}.html" for name in ("index", "plans", "search")
        ]
        links.nth(1).click()
        expect(page).to_have_url(f"{root}plans.html")


@pytest.mark.browser
def test_with_site_url_it_has_the_header_and_searches(
    browser: Browser, sites: tuple[Path, Path]
) -> None:
    with served(sites[1]) as root, browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        text = (sites[1] / PAGE).read_text("utf-8")
        page.route("**/gone/*", lambda route: route.fulfill(body=text, content_type="text/html"))
        page.goto(f"{root}hirakata/roles/gone/x.html")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator(".md-header")).to_have_css("height", "53px")
        page.locator("#jz-search-box").fill("dx")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{root}search.html?q=dx")


@pytest.mark.browser
def test_it_can_be_read_without_styles(browser: Browser, sites: tuple[Path, Path]) -> None:
    for site in sites:
        with served(site) as root, browser.new_context() as context:
            page = context.new_page()
            page.route("**/*.css*", lambda route: route.abort())
            page.goto(root + PAGE)
            for line in ("ページがありません", "デジタル人材育成計画カタログ", "打ち間違い"):
                expect(page.get_by_text(line).first).to_be_visible()
