"""Two sites of one host, or of one disk: what is chosen on one is not chosen on the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .reader import Reader, from_disk
from .served import served

pytestmark = pytest.mark.browser

KEYS = {"jinzai.plans", "jinzai.sides", "jinzai.scheme"}


@pytest.fixture(params=["http", "disk"])
def host(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Iterator[str]:
    """The root of a host with the sites `one/` and `two/`."""
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(built)
    if request.param == "disk":
        yield from_disk(tmp_path)
        return
    with served(tmp_path) as address:
        yield address


def keys(page: Page) -> set[str]:
    found: list[str] = page.evaluate("Object.keys(localStorage)")
    return set(found)


def chosen(page: Page) -> int:
    boxes = page.locator(".jz-choose__boxes input")
    expect(boxes.first).to_be_visible()
    return page.locator(".jz-choose__boxes input:checked").count()


def test_what_is_remembered_stays_with_its_site(browser: Browser, host: str) -> None:
    with Reader(browser, host) as reader:
        page = reader.open("one/compare/learning.html")
        every = chosen(page)
        page.locator(".jz-choose__boxes input").first.uncheck()
        page.locator(".jz-scheme:visible").click()
        page = reader.open("one/compare/detail.html?r=toyonaka/leader,hirakata/dx-leader")
        expect(page.locator("table.jz-beside thead th")).to_have_count(3)

        page = reader.open("two/compare/learning.html")
        assert chosen(page) == every
        assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
        page = reader.open("two/compare/detail.html")
        expect(page.locator(".jz-choose__status")).to_contain_text("あと2つ")

        for address in ("roles", "skills", "learning", "targets"):
            assert chosen(reader.open(f"one/compare/{address}.html")) == every - 1
        page = reader.open("one/compare/detail.html")
        expect(page.locator("table.jz-beside thead th")).to_have_count(3)
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        folder = page.evaluate("new URL('..', location).pathname")
        assert keys(page) == {folder + key for key in KEYS}
        assert reader.complaints == []


def test_what_was_remembered_for_the_whole_host_is_nobodys(browser: Browser, host: str) -> None:
    with Reader(browser, host) as reader:
        page = reader.open("one/compare/learning.html")
        every = chosen(page)
        page.evaluate(
            """() => {
                localStorage.setItem("jinzai-compare-plans", "toyonaka");
                localStorage.setItem("jinzai-compare-sides", "toyonaka/leader,hirakata/dx-leader");
            }"""
        )
        assert chosen(reader.open("one/compare/learning.html")) == every
        page = reader.open("two/compare/detail.html")
        expect(page.locator(".jz-choose__status")).to_contain_text("あと2つ")
        assert reader.complaints == []


@pytest.mark.parametrize("broken", ["x" * 1_000_000, "null", '{"scheme": "slate"}', "__proto__"])
def test_a_colour_that_is_none_is_forgotten(browser: Browser, host: str, broken: str) -> None:
    with Reader(browser, host) as reader:
        page = reader.open("one/index.html")
        page.evaluate(
            "text => localStorage.setItem(new URL('.', location).pathname + 'jinzai.scheme', text)",
            broken,
        )
        page = reader.open("one/index.html")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
        assert keys(page) == set()
        assert reader.complaints == []
