"""Choosing and sorting rows of an index (tables.js), in a real Chromium, from the disk."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page

from tests.render.page.tables_site import COURSES, LONG, SKILLS, Reader

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    """The ids of the rows that can be seen, in order."""
    links = page.locator("table[data-jz-index] tbody tr:visible th a")
    return [re.sub(r"\.html$", "", str(link.get_attribute("href"))) for link in links.all()]


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(page.evaluate("location.search.slice(1)"))


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label).select_option(label=option)


def test_choosing_leaves_the_rows_that_fit_and_counts_them(reader: Reader) -> None:
    page = reader.open(COURSES)
    status = page.get_by_role("status")
    assert status.inner_text() == "研修 4件をすべて表示しています。"
    choose(page, "対象の役割", "全職員")
    assert shown(page) == ["b"]
    assert status.inner_text() == "研修 4件のうち、1件を表示しています。合わせて1時間。"
    choose(page, "時間", "5時間を超える")
    assert shown(page) == []
    assert "ありません" in status.inner_text()
    choose(page, "対象の役割", LONG)
    assert shown(page) == ["c"]
    page.get_by_role("button", name="条件を消す").click()
    assert shown(page) == ["b", "c", "d", "a"]
    assert state(page) == {}
    assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_the_rows_that_fit_are_summed_up_and_those_without_a_time_are_counted(
    reader: Reader,
) -> None:
    page = reader.open(COURSES)
    choose(page, "対象の役割", LONG)
    assert (
        "合わせて20時間、時間が未確認の1件は含まない。" in page.get_by_role("status").inner_text()
    )
    choose(page, "時間", "記載なし")
    assert "合わせて" not in page.get_by_role("status").inner_text()


def test_what_is_not_said_can_be_chosen(reader: Reader) -> None:
    page = reader.open(COURSES)
    choose(page, "時間", "記載なし")
    assert shown(page) == ["d"]


def test_heads_sort_up_and_down_and_back(reader: Reader) -> None:
    page = reader.open(COURSES)
    head = page.locator("th", has=page.get_by_role("button", name="研修", exact=True))
    seen = []
    for _ in range(3):
        head.get_by_role("button").click()
        seen.append((head.get_attribute("aria-sort"), shown(page)))
    assert seen == [
        ("ascending", ["a", "d", "b", "c"]),
        ("descending", ["c", "b", "d", "a"]),
        (None, ["b", "c", "d", "a"]),
    ]


def test_rows_without_a_place_come_last_either_way(reader: Reader) -> None:
    page = reader.open(COURSES)
    choose(page, "並び順", "時間の短い順")
    assert shown(page) == ["b", "a", "c", "d"]
    choose(page, "並び順", "時間の長い順")
    assert shown(page) == ["c", "a", "b", "d"]
    assert page.locator("th[aria-sort]").count() == 1


def test_the_address_keeps_what_was_chosen(reader: Reader) -> None:
    page = reader.open(COURSES)
    choose(page, "形式", "動画")
    page.get_by_role("button", name="研修", exact=True).click()
    assert state(page) == {"format": ["video"], "sort": ["name"]}
    page.reload()
    assert shown(page) == ["a", "b"]
    assert page.get_by_label("形式").input_value() == "video"
    assert page.locator("th[aria-sort=ascending]").count() == 1


def test_an_address_that_asks_for_nonsense_shows_everything(reader: Reader) -> None:
    page = reader.open(f"{COURSES}?format=%3Cb%3E&sort=nothing&role=staff&x=1")
    assert shown(page) == ["b"]
    assert page.get_by_label("形式").input_value() == ""
    page.get_by_role("button", name="条件を消す").click()
    assert state(page) == {"x": ["1"]}


def test_the_keyboard_chooses_and_sorts(reader: Reader) -> None:
    page = reader.open(COURSES)
    page.get_by_label("形式").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert shown(page) == ["b", "a"]
    page.get_by_role("button", name="研修", exact=True).focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["a", "b"]
    page.keyboard.press("Space")
    assert shown(page) == ["b", "a"]


def test_skills_are_chosen_by_category_and_role(reader: Reader) -> None:
    page = reader.open(f"{SKILLS}?category=mind&role=lead")
    assert len(shown(page)) == 11
    choose(page, "並び順", "五十音順")
    choose(page, "求める役割", "すべて")
    assert shown(page)[0] == "s0"
    assert len(shown(page)) == 12


def test_without_scripts_the_indexes_are_whole(browser: Browser, tables: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Reader(context, tables).open(f"{COURSES}?format=live")
    assert shown(page) == ["b", "c", "d", "a"]
    assert page.locator("select, th button").count() == 0
    context.close()
