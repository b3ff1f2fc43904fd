"""Ids that objects of JavaScript have too, and texts that look like code: the scripts work on."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from jinzai.command.cli import main
from jinzai.render.page.room import PLANS_ON_A_PAGE

from .reader import Reader, from_disk
from .strange import CODE, LONG, PLANS, make_project

pytestmark = pytest.mark.browser

COMPARED: Final = ("roles", "skills", "learning", "targets")


def built_of(root: Path, *plans: str) -> Path:
    assert main(["--root", str(make_project(root, plans))]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose pages hold all plans."""
    return built_of(tmp_path_factory.mktemp("strange") / "few", *PLANS)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose plans come from files, those of `PLANS` at its end, and one with a long id."""
    others = (LONG, *(f"p-{n}" for n in range(PLANS_ON_A_PAGE)))
    return built_of(tmp_path_factory.mktemp("strange") / "crowd", *others, *PLANS)


@pytest.fixture
def window(browser: Browser, few: Path) -> Iterator[Reader]:
    with Reader(browser, from_disk(few)) as reader:
        yield reader
        assert reader.complaints == []


@pytest.fixture
def crowded(browser: Browser, crowd: Path) -> Iterator[Reader]:
    with Reader(browser, from_disk(crowd)) as reader:
        yield reader
        assert reader.complaints == []


def box(page: Page, plan: str) -> None:
    """Chooses a plan by its box."""
    page.locator(f".jz-choose__boxes input[value='{plan}']").check()
    expect(page.locator(f"[data-plan='{plan}']").first).to_be_visible()


def shown(page: Page) -> set[str]:
    found: list[str] = page.locator("main [data-plan]:visible").evaluate_all(
        "pieces => pieces.map(piece => piece.dataset.plan)"
    )
    return set(found)


def test_every_page_loads_without_a_complaint(window: Reader, few: Path) -> None:
    pages = [path for place in ("constructor", "compare") for path in (few / place).rglob("*.html")]
    assert len(pages) > 30
    for path in pages:
        page = window.open(path.relative_to(few).as_posix())
        expect(page.locator("button.jz-menu")).to_have_count(1)


@pytest.mark.parametrize("name", COMPARED)
def test_plans_of_the_page_are_left_out_and_chosen_again(window: Reader, name: str) -> None:
    page = window.open(f"compare/{name}.html")
    assert shown(page) == set(PLANS)
    page.get_by_role("button", name="すべて外す").click()
    assert shown(page) == set()
    for plan in PLANS:
        box(page, plan)
    assert shown(page) == set(PLANS)
    page = window.open(f"compare/{name}.html?plans=constructor,proto")
    assert shown(page) == {"constructor", "proto"}
    assert page.locator("main script").count() == page.locator("main script[src]").count()


@pytest.mark.parametrize("name", COMPARED)
def test_plans_that_come_from_files_are_chosen(crowded: Reader, name: str) -> None:
    page = crowded.open(f"compare/{name}.html?plans=-")
    page.locator(".jz-choose select").select_option(index=1)
    for plan in PLANS:
        box(page, plan)
    assert shown(page) == set(PLANS)
    chosen = ",".join((*PLANS, LONG))
    page = crowded.open(f"compare/{name}.html?plans={chosen}")
    for plan in (*PLANS, LONG):
        expect(page.locator(f"[data-plan='{plan}']").first).to_be_visible()
    assert shown(page) == {*PLANS, LONG}


def test_such_roles_are_compared_in_detail_and_saved(crowded: Reader, tmp_path: Path) -> None:
    sides = [f"{LONG}/constructor@then", "constructor/length", "length/constructor", "then/length"]
    page = crowded.open(f"compare/detail.html?r={','.join(sides)}")
    expect(page.locator("table.jz-beside thead th")).to_have_count(5)
    assert page.locator("table.jz-beside thead th").nth(1).inner_text().count(CODE[:9]) == 1
    for button in ("CSVに保存", "表計算ファイル（.xlsx）に保存"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        download.value.save_as(tmp_path / "saved")
        assert (tmp_path / "saved").stat().st_size > 1000
    choices = page.locator(".jz-choose__side").first.locator("select")
    choices.last.select_option("")
    expect(page.locator("table.jz-beside thead th")).to_have_count(4)
    choices.nth(1).select_option("proto")
    choices.last.select_option("proto/constructor@proto")
    expect(page.locator("table.jz-beside thead th")).to_have_count(5)


def test_names_like_code_are_searched_and_shown_as_text(crowded: Reader) -> None:
    page = crowded.open("search.html?plan=constructor&q=%3C/script%3E")
    expect(page.locator("#jz-search-results a").first).to_be_visible()
    assert page.locator("#jz-search-results script").count() == 0
    found = page.locator("#jz-search-results a").first.get_attribute("href")
    assert str(found).startswith("constructor/")
    expect(page).to_have_url(re.compile("plan=constructor"))
    page.goto(re.sub("plan=[^&]*", "plan=length", page.url))
    expect(page.locator("#jz-search-results a").first).to_have_attribute(
        "href", re.compile("^length/")
    )
    page.get_by_role("button", name="すべての計画").click()
    expect(page).not_to_have_url(re.compile("plan="))
    expect(page.locator("#jz-search-status")).to_contain_text("件")


def test_indexes_are_narrowed_by_such_ids(window: Reader) -> None:
    page = window.open("constructor/courses/index.html?role=constructor&sort=-name")
    rows = page.locator("table[data-jz-index] tbody tr:visible")
    expect(page.get_by_role("status")).to_contain_text("件")
    assert 0 < rows.count() <= 2
    expect(page.locator("th[aria-sort=descending]")).to_have_count(1)
