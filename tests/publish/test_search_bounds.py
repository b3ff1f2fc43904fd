"""The search asked for too much: it ends, says how much it searched for, and goes on to search."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from jinzai.publish.publish import PublishReport

from .reader import Reader

pytestmark = pytest.mark.browser

SHORTENED: Final = "探す言葉が多すぎるため、初めの300文字、30語までで探しました。"
HUGE: Final = {
    "one word": "a" * 1_000_000,
    "one word of three-byte characters": "計" * 150_000,
    "pairs": "𠮷" * 100_000,
    "what grows when folded": "\ufdfa" * 100_000,
    "words": " ".join(f"w{n}" for n in range(10_000)),
    "one word many times": "dx " * 300_000,
    "letters": " ".join("abcdefghijklmnopqrstuvwxyzあいうえお" * 9_000),
    "signs": "[](){}^$.*+?|\\" * 50_000,
}


@pytest.fixture
def page(browser: Browser, built: tuple[Path, PublishReport]) -> Iterator[Page]:
    with Reader(browser, built[0]) as reader:
        yield reader.open("search.html")


def asked(page: Page, **parameters: str) -> None:
    """Goes to the address with the parameters, as a form would."""
    address = page.evaluate(
        "asked => new URL('?' + new URLSearchParams(asked), location).href", parameters
    )
    page.goto(address)


def assert_usable(page: Page) -> None:
    page.fill("#jz-search-query", "dx")
    page.press("#jz-search-query", "Enter")
    expect(page.locator("#jz-search-status")).to_have_text("「dx」：2件")
    expect(page).to_have_url(re.compile(r"\?q=dx$"))


@pytest.mark.parametrize("query", HUGE)
def test_an_address_that_asks_for_too_much(page: Page, query: str) -> None:
    asked(page, q=HUGE[query])
    said = page.locator("#jz-search-status")
    expect(said).to_contain_text(SHORTENED)
    assert len(said.inner_text()) < 500
    assert_usable(page)


@pytest.mark.parametrize("query", HUGE)
def test_a_reader_who_pastes_too_much(page: Page, query: str) -> None:
    # As pasting does, at once; `fill` would type it.
    page.locator("#jz-search-query").evaluate(
        "(input, text) => { input.value = text; input.form.requestSubmit(); }", HUGE[query]
    )
    expect(page.locator("#jz-search-status")).to_contain_text(SHORTENED)
    expect(page).to_have_url(re.compile("^.{1,4999}$"))
    assert_usable(page)


def test_so_much_is_searched_for_and_no_less(page: Page) -> None:
    said = page.locator("#jz-search-status")
    for query in ("dx " * 40, "dx" + " " * 200 + "窓口", "推進 " + "リーダー " * 50):
        asked(page, q=query)
        expect(said).to_contain_text("件")
        assert "多すぎる" not in said.inner_text()
    asked(page, q="リーダー " * 75)
    expect(said).to_contain_text(SHORTENED)
    assert page.locator("#jz-search-results a").first.inner_text() == "ＤＸ推進リーダー"


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        *(
            (one, "合うものはありませんでした")
            for one in ("\ud83d", "\udfff\ud800", "\0", "%", "%E3%8")
        ),
        ("dx\udc00", "：2件"),
    ],
)
def test_what_is_no_character_is_searched_for_too(page: Page, broken: str, said: str) -> None:
    page.locator("#jz-search-query").evaluate(
        "(input, text) => { input.value = text; input.form.requestSubmit(); }", broken
    )
    expect(page.locator("#jz-search-status")).to_contain_text(said)
    page.reload()
    expect(page.locator("#jz-search-status")).to_contain_text(said)
    assert_usable(page)


@pytest.mark.parametrize("plan", ["a" * 1_000_000, "constructor", "__proto__", "alpha,beta" * 9999])
def test_a_plan_that_is_not_there_is_all_plans(page: Page, plan: str) -> None:
    asked(page, q="dx", plan=plan)
    expect(page.locator("#jz-search-status")).to_have_text("「dx」：2件")
