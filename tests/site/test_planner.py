"""A planner's session: what must 豊中市's 主導・推進する職員 do that 枚方市's レベル3 need not?

The answer, reckoned by hand, is in asked_by_hand.py. The same is asked with the mouse, with the
keyboard alone, on a phone, from the disk, below a sub-path under the guide's policy, and without
JavaScript.
"""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, expect

from .asked_by_hand import (
    BOTH,
    LEADER,
    LEVEL,
    NEITHER,
    ONLY_HIRAKATA,
    ONLY_TOYONAKA,
    SAID_ONLY,
    TABLE_ONLY_TOYONAKA,
)
from .reader import Reader, from_disk
from .served import served
from .test_csp import headers_for

pytestmark = pytest.mark.browser

SIDES: Final = (("豊中市", "主導・推進する職員"), ("枚方市", "DX推進リーダー レベル3"))
ADDRESS: Final = "?r=toyonaka/leader,hirakata/dx-leader@level-3"
IN_DETAIL: Final = re.compile(re.escape(f"compare/detail.html{ADDRESS}") + "$")


@contextmanager
def reading(browser: Browser, site: Path, how: str, width: int = 1280) -> Iterator[Reader]:
    """A window on the site from the disk, or as a server gives it with the guide's headers."""
    if how == "disk":
        with Reader(browser, from_disk(site), width) as reader:
            yield reader
    else:
        with (
            served(site, headers_for(site, "nginx")) as root,
            Reader(browser, root, width) as found,
        ):
            yield found


def go_to_choosing(reader: Reader) -> Page:
    """From home to the page on which roles are chosen."""
    page = reader.open("index.html")
    page.locator("#compare ~ p").get_by_role("link", name="計画を比べる", exact=True).click()
    page.locator("main").get_by_role("link", name="役割を詳しく比べる").click()
    page.locator(".jz-choose__side select").first.wait_for()
    return page


def choose(page: Page) -> None:
    for place, (plan, role) in enumerate(SIDES):
        plans, roles = page.locator(".jz-choose__side").nth(place).locator("select").all()
        plans.select_option(label=plan)
        roles.locator("option", has_text=role).first.wait_for(state="attached")
        label = role if "レベル" not in role else f"　{role}"
        roles.select_option(label=label)
    page.locator("table.jz-beside").wait_for()


def summed_up(page: Page) -> dict[str, set[str]]:
    """The summary above the table: who asks for which areas."""
    return {
        line.locator("dt").inner_text().rsplit(" ", 1)[0]: set(
            line.locator("dd").inner_text().split("、")
        )
        for line in page.locator(".jz-gists > div").all()
    }


def skills_of(row: Locator, column: int) -> set[str]:
    """The names of the skills in a cell."""
    return set(row.locator("td").nth(column).locator("li a").all_inner_texts())


def row_of(page: Page, area: str) -> Locator:
    link = page.locator("th[scope=row] > a").get_by_text(area, exact=True)
    return page.locator("table.jz-beside tbody tr").filter(has=link)


def assert_found(page: Page) -> None:
    """The page says what the plans say."""
    every = {
        "豊中市だけが求める領域": set(ONLY_TOYONAKA),
        "枚方市だけが求める領域": set(ONLY_HIRAKATA),
        "どちらも求める領域": BOTH,
        "スキルの表では豊中市だけが求める領域": set(TABLE_ONLY_TOYONAKA),
        "スキルの表にはなく、文章や研修にある領域": SAID_ONLY,
        "どちらにも記載のない領域": NEITHER,
    }
    # What has no area is not on the page.
    assert summed_up(page) == {name: areas for name, areas in every.items() if areas}
    for only, column, badge in (
        (ONLY_TOYONAKA, 0, "豊中市だけ"),
        (ONLY_HIRAKATA, 1, "枚方市だけ"),
    ):
        for area, skills in only.items():
            row = row_of(page, area)
            assert row.locator(".jz-difference").inner_text() == badge
            assert skills_of(row, column) == skills
            assert row.locator("td").nth(1 - column).inner_text() == "記載なし"


def saved(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def found_in(rows: list[tuple[Any, ...]], difference: str, column: int) -> dict[str, set[str]]:
    """What a saved table says of the areas with a difference: area to what stands in a column."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if row[0] == "求めるスキル（領域ごと）" and row[2] == difference:
            found.setdefault(row[1], set()).update([row[column]] if row[column] else [])
    return found


def assert_sheet(rows: list[tuple[Any, ...]]) -> None:
    head = rows[0]
    leader, level = head.index(LEADER), head.index(LEVEL)
    assert found_in(rows, "豊中市だけ", leader) == ONLY_TOYONAKA
    assert found_in(rows, "枚方市だけ", level) == ONLY_HIRAKATA
    assert found_in(rows, "スキルの表では豊中市だけ", leader) == TABLE_ONLY_TOYONAKA
    alike, apart = found_in(rows, "両方", leader), found_in(rows, "両方・数が違う", leader)
    assert alike.keys() | apart.keys() == BOTH
    for area, skills in (alike | apart).items():
        others = {**found_in(rows, "両方", level), **found_in(rows, "両方・数が違う", level)}[area]
        assert (len(skills) == len(others)) == (area in alike), area
    assert found_in(rows, "スキルの表にはない", level).keys() == SAID_ONLY
    assert set(found_in(rows, "どの列にもない", leader)) == NEITHER | {
        "領域に対応付けていないスキル"
    }


@pytest.mark.parametrize("how", ["disk", "server"])
def test_the_session(browser: Browser, built: Path, tmp_path: Path, how: str) -> None:
    with reading(browser, built, how) as reader:
        page = go_to_choosing(reader)
        choose(page)
        expect(page).to_have_url(IN_DETAIL)
        assert_found(page)

        book = load_workbook(saved(page, "表計算ファイル（.xlsx）に保存", tmp_path))
        sheet = book["比較"]
        rows = [tuple(row) for row in sheet.iter_rows(values_only=True)]
        assert_sheet(rows)
        assert sheet.freeze_panes == "D2"
        assert sheet.column_dimensions["A"].width == 22
        numbers = {row[1]: (row[3], row[6]) for row in rows if row[0] == "スキルの数"}
        assert numbers["求めるスキルの数"] == (30, 17)
        assert numbers["うち、業務により必要なもの"] == (0, 2)
        assert all(type(n) is int for pair in numbers.values() for n in pair)
        hours = next(row for row in rows if row[1] == "時間（最も多いとき）")
        # 情報処理技術者_マネジメント系 takes 20; 枚方市 publishes no hours.
        assert (hours[3], hours[6]) == (20, "記載なし")

        table = saved(page, "CSVに保存", tmp_path).read_bytes()
        assert table.startswith(b"\xef\xbb\xbf")
        assert table.count(b"\r\n") == table.count(b"\n")
        lines = list(csv.reader(table.decode("utf-8-sig").splitlines()))
        assert_sheet([tuple(line) for line in lines])
        assert [[str(v) if v is not None else "" for v in row] for row in rows] == lines
        assert reader.complaints == []


def test_the_address_says_what_is_compared(browser: Browser, built: Path) -> None:
    with reading(browser, built, "disk") as reader:
        page = reader.open(f"compare/detail.html{ADDRESS}")
        page.locator("table.jz-beside").wait_for()
        assert_found(page)
        page = reader.open("compare/detail.html")  # remembered
        page.locator("table.jz-beside").wait_for()
        expect(page).to_have_url(IN_DETAIL)
        page = reader.open("compare/detail.html?r=toyonaka/leader,nowhere/x,../x/y,hirakata/none")
        page.get_by_text("見つからないものがあります").wait_for()
        assert page.locator("table.jz-beside").count() == 0


def tab_to(page: Page, found: str, most: int = 120) -> None:
    """Presses Tab until the focus is on what the selector finds."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", found):
            return
    raise AssertionError(f"Tab does not come to {found}")


def step_to(page: Page, text: str) -> None:
    """Presses the arrow key in a list until `text` is chosen."""
    chosen = "document.activeElement.selectedOptions[0].text.trim()"
    for _ in range(40):
        if page.evaluate(chosen) == text:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no {text}")


def test_with_the_keyboard_alone(browser: Browser, built: Path, tmp_path: Path) -> None:
    with reading(browser, built, "disk") as reader:
        page = reader.open("compare/index.html")
        tab_to(page, "main a[href='detail.html']")
        page.keyboard.press("Enter")
        page.locator(".jz-choose__side select").first.wait_for()
        for place, (plan, role) in enumerate(SIDES, 1):
            side = f".jz-choose__side:nth-child({place})"
            tab_to(page, f"{side} label:nth-of-type(1) select")
            step_to(page, plan)
            page.locator(f"{side} option", has_text=role).first.wait_for(state="attached")
            tab_to(page, f"{side} label:nth-of-type(2) select")
            step_to(page, role)
        expect(page).to_have_url(IN_DETAIL)
        assert_found(page)

        tab_to(page, ".jz-beside__open")
        row = page.locator("tr:has(:focus)")
        assert not row.locator("li").first.is_visible()
        page.keyboard.press("Enter")
        assert row.locator("li").first.is_visible()
        assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"

        for _ in range(60):
            page.keyboard.press("Shift+Tab")
            if page.evaluate("document.activeElement.textContent").startswith("表計算ファイル"):
                break
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        download.value.save_as(tmp_path / "x.xlsx")
        sheet = load_workbook(tmp_path / "x.xlsx")["比較"]
        assert_sheet([tuple(row) for row in sheet.iter_rows(values_only=True)])


def test_on_a_phone(browser: Browser, built: Path) -> None:
    with reading(browser, built, "disk", width=390) as reader:
        page = go_to_choosing(reader)
        choose(page)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0
        assert_found(page)
        assert not page.locator("table.jz-beside thead").is_visible()
        cell = row_of(page, "戦略・企画").locator("td").first
        assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"豊中市"'
        assert reader.complaints == []


@pytest.mark.parametrize("width", [1280, 390])
def test_without_javascript(browser: Browser, built: Path, width: int) -> None:
    """The page of the class has all its roles; 枚方市's skills say their levels."""
    with browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 900}
    ) as context:
        page = context.new_page()
        page.goto(from_disk(built) + "compare/index.html")
        page.locator("main").get_by_role("link", name="役割を詳しく比べる").click()
        page.locator("#classes ~ dl").get_by_role("link", name="DX推進リーダー", exact=True).click()
        page.get_by_role("link", name="2枚目").click()  # 区分より広い役割は、初めの枚にない
        page.wait_for_url("**/role-classes--dx-leader--2.html")
        heads = page.locator("table.jz-beside thead th").all_text_contents()
        leader = next(n for n, head in enumerate(heads) if head == LEADER) - 1
        other = heads.index("枚方市 DX推進リーダー") - 1
        asked: tuple[set[str], set[str]] = (set(), set())
        for row in page.locator("table.jz-beside tbody tr[id*='skill-areas--']").all():
            area = row.locator("th > a").inner_text()
            # 文章にあること（文）と研修だけにあること（研）は、求めるスキルではない
            weak = ":not(:has(.jz-mark--said, .jz-mark--taught))"
            if row.locator("td").nth(leader).locator(f"li{weak}").count():
                asked[0].add(area)
            levels = row.locator("td").nth(other).locator(f"li{weak}").all_inner_texts()
            if any("レベル3" in text or "すべてのレベル" in text for text in levels):
                asked[1].add(area)
        assert asked[0] - asked[1] == ONLY_TOYONAKA.keys() | TABLE_ONLY_TOYONAKA.keys()
        assert asked[1] - asked[0] == set(ONLY_HIRAKATA)
        assert asked[0] & asked[1] == BOTH
        for area, skills in ONLY_TOYONAKA.items():
            assert skills_of(row_of(page, area), leader) == skills
