"""Addresses and remembered choices that ask for too much, or for nonsense.

Whatever is asked for, a page comes to its end: it has its boxes, says in a few words what it left
out, and can be used.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from jinzai.render.page.room import PLANS_ON_A_PAGE
from tests.render.compare.compare_site import build_compared, city, list_prefecture, many
from tests.render.page.tables_site import Reader, reading

pytestmark = pytest.mark.browser

DETAIL: Final = "compare/detail.html"
PAGES: Final = tuple(f"compare/{name}.html" for name in ("roles", "skills", "learning", "targets"))
MOST_SAID: Final = 500
"""Characters: three ids that are lost, three that are too many, of 64 characters each."""

HUGE: Final = {
    "many ids": ",".join(f"no-{n}" for n in range(100_000)),
    "one long id": "a" * 1_000_000,
    "one id many times": ",".join(["city-00"] * 100_000),
    "nothing but commas": "," * 1_000_000,
    "long ids": ",".join(f"{n:05}-{'b' * 58}" for n in range(20_000)),
    "names of what objects have": "constructor,__proto__,to-string,hasOwnProperty,length,then"
    * 9999,
}
ASKED: Final = (
    *(("compare/learning.html", asked) for asked in HUGE),
    *((address, "many ids") for address in PAGES if "learning" not in address),
)
BROKEN: Final = (
    *HUGE.values(),
    '{"plans": ["city-00"]}',
    "city-00,../../evil",
    "city-00,,city-01",
    "city-00,city-00",
    "-",
    "\0\ud83d",
)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three plans, which all pages hold."""
    plans = (city("city-00", "〇市"), city("city-01", "一市"), city("constructor", "物市"))
    return build_compared(tmp_path_factory.mktemp("few"), *plans)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of more plans than a page holds."""
    return build_compared(tmp_path_factory.mktemp("crowd"), *many(PLANS_ON_A_PAGE + 3))


@pytest.fixture
def window(browser: Browser, few: Path) -> Iterator[Reader]:
    with reading(browser, few) as reader:
        yield reader


@pytest.fixture
def crowded(browser: Browser, crowd: Path) -> Iterator[Reader]:
    """The browser itself complains of files that are not there; nothing else may."""
    with reading(browser, crowd) as reader:
        yield reader
        reader.complaints = [one for one in reader.complaints if "ERR_FILE_NOT_FOUND" not in one]


def status(page: Page) -> str:
    """What the page says once nothing is on its way."""
    said = page.locator(".jz-choose__status")
    expect(said).not_to_be_empty()
    expect(said).not_to_contain_text("を読み込んでいます")
    return said.inner_text()


def boxes(page: Page) -> dict[str, bool]:
    """The plans that can be chosen, and whether they are."""
    found: dict[str, bool] = page.locator(".jz-choose__boxes").evaluate(
        "e => Object.fromEntries([...e.querySelectorAll('input')].map(b => [b.value, b.checked]))"
    )
    return found


def remember(page: Page, key: str, value: str) -> None:
    page.evaluate(
        "([key, value]) => localStorage.setItem(new URL('..', location).pathname + key, value)",
        [f"jinzai.{key}", value],
    )


def remembered(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return {key.rpartition("/")[2]: value for key, value in found.items()}


@pytest.mark.parametrize(("address", "asked"), ASKED)
def test_a_page_of_all_plans_takes_what_it_has(window: Reader, address: str, asked: str) -> None:
    page = window.open(f"{address}?plans={HUGE[asked]}")
    said = status(page)
    assert len(said) < MOST_SAID
    assert "アドレスが長すぎるため、初めの部分だけを読みました。" in said
    assert ("見つからないか読み込めませんでした" in said) == ("ids" in asked or "names" in asked)
    assert boxes(page).keys() == {"city-00", "city-01", "constructor"}
    expect(page).to_have_url(re.compile("^.{1,999}$"))
    page.get_by_role("checkbox", name="一市").set_checked(not boxes(page)["city-01"])
    assert "長すぎる" not in status(page)


@pytest.mark.parametrize(("address", "asked"), ASKED)
def test_a_page_of_some_plans_loads_few_files(crowded: Reader, address: str, asked: str) -> None:
    loaded: list[str] = []
    crowded.page.on("request", lambda request: loaded.append(request.url))
    page = crowded.open(f"{address}?plans={HUGE[asked]}")
    said = status(page)
    assert len(said) < MOST_SAID
    assert "アドレスが長すぎるため" in said
    assert len([url for url in loaded if "/cells/" in url]) <= PLANS_ON_A_PAGE
    list_prefecture(page, "大阪府")
    page.get_by_role("checkbox", name="1番市", exact=True).check()
    expect(page.locator("[data-plan='city-01']").first).to_be_visible()


def test_what_is_lost_and_what_is_too_much_is_named_and_counted(crowded: Reader) -> None:
    every = ",".join(f"no-{n:02}" for n in range(40))
    said = status(crowded.open(f"compare/skills.html?plans={every}"))
    assert "「no-00」「no-01」「no-02」ほか9つは、見つからないか読み込めませんでした。" in said
    assert "「no-12」「no-13」「no-14」ほか25件は、多すぎるため並べていません。" in said
    assert "長すぎる" not in said


def test_a_hash_is_nobodys_request(window: Reader) -> None:
    for hash in HUGE.values():
        page = window.open(f"compare/learning.html?plans=city-01#plans={hash}")
        assert status(page) == "3つの計画のうち1つを表示しています。"
        page.get_by_role("checkbox", name="〇市").check()
        assert "2つを表示" in status(page)


def test_what_is_remembered_and_broken_is_nothing(window: Reader) -> None:
    page = window.open("compare/learning.html")
    plain = status(page)
    for value in BROKEN:
        remember(page, "plans", value)
        page = window.open("compare/learning.html")
        assert status(page) == plain
        assert remembered(page) == {}
        assert all(boxes(page).values())


def test_what_is_remembered_and_gone_gives_way_to_the_pages_own(crowded: Reader) -> None:
    page = crowded.open("compare/skills.html")
    plain = boxes(page)
    remember(page, "plans", "gone-a,undefined")
    page = crowded.open("compare/skills.html")
    assert "「gone-a」「undefined」は、見つからないか読み込めませんでした。" in status(page)
    assert "多すぎる" not in status(page)
    assert boxes(page) == plain
    assert any(plain.values())


SIDES: Final = {
    "many sides": ",".join(f"city-00/no-{n}" for n in range(100_000)),
    "many plans": ",".join(f"no-{n}/leader@one" for n in range(100_000)),
    "one long side": "city-00/" + "a" * 1_000_000,
    "one side many times": ",".join(["city-00/leader"] * 100_000),
    "nonsense": "../x/y,city-00,city-00/,/leader,a@b,city-00/leader@one@two," * 20_000,
}


@pytest.mark.parametrize("asked", SIDES)
def test_too_many_sides(crowded: Reader, asked: str) -> None:
    page = crowded.open(f"{DETAIL}?r=city-01/staff,{SIDES[asked]}")
    expect(page.locator(".jz-choose__status")).to_contain_text("アドレスが長すぎるため")
    said = status(page)
    assert len(said) < MOST_SAID
    assert ("「city-00/no-3」「city-00/no-4」" in said) == (asked == "many sides")
    assert ("見つからないもの" in said) == (asked not in ("one long side", "one side many times"))
    assert page.locator(".jz-choose__side").count() <= 4
    second = page.locator(".jz-choose__side").nth(1).locator("select")
    second.nth(0).select_option(label="大阪府")
    second.nth(1).select_option("city-02")
    second.nth(2).select_option("city-02/staff")
    expect(page.locator("table.jz-beside thead")).to_contain_text("2番市")


def test_remembered_sides_that_are_broken_are_nothing(window: Reader) -> None:
    page = window.open(DETAIL)
    plain = status(page)
    for value in (*SIDES.values(), *BROKEN, "city-00/leader,,city-01/leader", "[]"):
        remember(page, "sides", value)
        page = window.open(DETAIL)
        assert status(page) == plain
        assert remembered(page) == {}
    remember(page, "sides", "city-00/leader,constructor/leader")
    expect(window.open(DETAIL).locator("table.jz-beside thead th")).to_have_count(3)


def test_sides_beyond_the_most_are_named(window: Reader) -> None:
    every = [f"{plan}/{role}" for plan in ("city-00", "city-01") for role in ("leader", "staff")]
    page = window.open(f"{DETAIL}?r={','.join([*every, 'constructor/staff', every[0]])}")
    expect(page.locator("table.jz-beside thead th")).to_have_count(5)
    assert status(page).startswith("「constructor/staff」は、多すぎるため並べていません。")


REFUSES: Final = """
for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {get() { throw new DOMException("x", "SecurityError"); }});
history.replaceState = () => { throw new DOMException("x", "SecurityError"); };
"""


@pytest.mark.parametrize("address", PAGES)
def test_a_browser_that_keeps_nothing_chooses_all_the_same(window: Reader, address: str) -> None:
    window.page.add_init_script(REFUSES)
    page = window.open(f"{address}?plans=city-00")
    page.get_by_role("checkbox", name="一市").check()
    assert "2つを表示" in status(page)
    page.locator(".jz-scheme:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
