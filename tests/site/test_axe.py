"""axe-core finds nothing against WCAG 2.2 A and AA, on every kind of page, light and dark.

No rule is turned off. What axe cannot decide ("incomplete") is not counted: most of it is
contrast on what lies above something else, and `tests/publish/test_colours.py` computes the
contrast of every pair of our colours.
"""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WCAG: Final = {"runOnly": {"type": "tag", "values": TAGS}}
GOOD_PRACTICE: Final = {"runOnly": {"type": "tag", "values": ["best-practice"]}}
COLOURS: Final = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules of `WCAG` whose result a colour scheme can change."""
BUT_CONTRAST: Final = {**WCAG, "rules": {"color-contrast": {"enabled": False}}}
# No rule of these reads style sheets, so that axe need not load them again (`preload`).
RUN: Final = """options => axe.run(document, {
    ...options, resultTypes: ["violations"], preload: false
}).then(result => result.violations.map(found => [
    found.id, found.nodes.map(node => node.target.join(" ") + " — " + node.failureSummary)
]))"""


def violations(page: Page, options: Mapping[str, object] = WCAG) -> list[str]:
    page.evaluate(AXE)
    found: list[tuple[str, list[str]]] = page.evaluate(RUN, dict(options))
    return [f"{rule}: {len(nodes)} x {nodes[0]}" for rule, nodes in found]


@pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [(1280, "light", WCAG), (1280, "dark", COLOURS), (390, "light", BUT_CONTRAST)],
)
def test_no_violation(
    built: Path,
    browser: Browser,
    width: int,
    scheme: Scheme,
    rules: Mapping[str, object],
    kinds: tuple[str, ...],
) -> None:
    """The scheme changes colours only, and a narrow window has no colours of its own.

    Contrast is by far the slowest rule. The menu of a narrow window is looked at in both schemes
    below.
    """
    found = []
    with browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        for address in kinds:
            page.goto((built / address).as_uri())
            shown = page.locator("body").get_attribute("data-md-color-scheme")
            assert shown == ("slate" if scheme == "dark" else "default")
            found += [f"{address}: {line}" for line in violations(page, rules)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_of_a_narrow_window(built: Path, browser: Browser, scheme: Scheme) -> None:
    with browser.new_context(
        viewport={"width": 390, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.goto((built / "hirakata/roles/dx-leader.html").as_uri())
        page.locator(".jz-menu").click()
        page.locator(".jz-nav a").first.wait_for(state="visible")
        assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_frame_keeps_to_good_practice_too(built: Path, browser: Browser, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for address in ("index.html", "hirakata/roles/dx-leader.html", "404.html"):
            page.goto((built / address).as_uri())
            assert violations(page, GOOD_PRACTICE) == [], address
            if width == 390 and address != "404.html":
                page.locator(".jz-menu").click()
                page.locator(".jz-nav a").first.wait_for(state="visible")
                assert violations(page, GOOD_PRACTICE) == [], address


def test_search_results(built: Path, browser: Browser) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{(built / 'search.html').as_uri()}?q=dx")
        page.locator("#jz-search-results a").first.wait_for(state="visible")
        assert violations(page) == []


def test_results_below_the_header(built: Path, browser: Browser) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto((built / "hirakata/roles/dx-leader.html").as_uri())
        page.locator("#jz-search-box").click()
        page.keyboard.type("dx")
        page.locator(".jz-search-found a").first.wait_for(state="visible")
        assert violations(page) == []


def test_a_violation_would_be_found(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<html><title>x</title><p style='color:#aaa'>pale</p><img src='data:,'>")
        assert {line.split(":")[0] for line in violations(page)} >= {
            "color-contrast",
            "html-has-lang",
            "image-alt",
        }
