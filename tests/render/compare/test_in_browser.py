"""Choosing plans and roles: the scripts show what the pages show without them, and no other."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from jinzai.render.page.room import PLANS_ON_A_PAGE
from tests.render.compare.compare_site import (
    FORMULA,
    MARKUP,
    build_compared,
    city,
    list_prefecture,
    many,
)
from tests.render.page.tables_site import Reader, reading

pytestmark = pytest.mark.browser

ROLES = "compare/roles.html"
DETAIL = "compare/detail.html"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three plans."""
    root = tmp_path_factory.mktemp("few")
    plans = (city("other", "別の市", says=True), city(), city("third", "第三市", mapped=False))
    return build_compared(root, *plans)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of more plans than a page holds, most of them in one prefecture."""
    plans = many(2 * PLANS_ON_A_PAGE + 4)
    return build_compared(tmp_path_factory.mktemp("crowd"), *plans)


@pytest.fixture
def window(browser: Browser, few: Path) -> Iterator[Reader]:
    with reading(browser, few) as reader:
        yield reader


@pytest.fixture
def crowded(browser: Browser, crowd: Path) -> Iterator[Reader]:
    with reading(browser, crowd) as reader:
        yield reader


def lines(page: Page) -> list[list[str]]:
    """The rows of the table, cell by cell, without what only opens and closes."""
    found: list[list[str]] = page.locator("table.jz-beside tr").evaluate_all(
        """rows => rows.map(row => [...row.cells].map(cell => {
            const copy = cell.cloneNode(true);
            copy.querySelectorAll("button, .jz-beside__folded").forEach(e => e.remove());
            const signs = [...copy.querySelectorAll("[data-signs]")].map(e => e.dataset.signs);
            const links = [...copy.querySelectorAll("a")].map(e => e.getAttribute("href"));
            return [copy.textContent.replace(/\\s+/g, " ").trim(), signs, links,
                    cell.dataset.label || ""].join("|");
        }))"""
    )
    return found


def heads(page: Page) -> list[str]:
    return page.locator("table.jz-beside thead th").all_text_contents()[1:]


def test_the_script_makes_the_table_that_stands_ready(window: Reader) -> None:
    page = window.open("compare/classes--leader.html")
    ready = lines(page)
    summaries = page.locator(".jz-gists").inner_text()
    chosen = ",".join(f"{plan}/leader" for plan in ("other", "sample", "third"))
    page = window.open(f"{DETAIL}?r={chosen}")
    page.locator("table.jz-beside").wait_for()
    assert len(ready) > 20
    assert any("領域に対応付けていないスキルが2件ある" in line for row in ready for line in row)
    assert lines(page) == ready
    assert page.locator(".jz-gists").inner_text() == summaries


def test_two_plans_are_two_even_where_their_names_are_one(browser: Browser, tmp_path: Path) -> None:
    plans = (city("fuchu-a", "府中市"), city("fuchu-b", "府中市"), city("third", mapped=False))
    context = browser.new_context()
    reader = Reader(context, build_compared(tmp_path / "site", *plans))
    page = reader.open("compare/classes--leader.html")
    ready, summaries = lines(page), page.locator(".jz-gists").inner_text()
    chosen = ",".join(f"{plan.plan.id}/leader" for plan in plans)
    page = reader.open(f"{DETAIL}?r={chosen}")
    page.locator("table.jz-beside").wait_for()
    assert heads(page)[0] == heads(page)[1]
    row = page.locator("tr[id='row-skills-areas--bpr']")
    assert row.locator(".jz-difference").inner_text() == "3つのうち2"
    assert "府中市の2つ以上" not in page.locator(".jz-gists").inner_text()
    assert (lines(page), page.locator(".jz-gists").inner_text()) == (ready, summaries)
    context.close()
    assert reader.complaints == []


def test_a_level_beside_a_role_and_what_differs(window: Reader) -> None:
    page = window.open(f"{DETAIL}?r=sample/leader@one,other/staff")
    page.locator("table.jz-beside").wait_for()
    said = {cells[0].split("|")[0]: cells for cells in lines(page)}
    # 相手の役割の文章にはあるので、「だけ」とは言わない
    assert said["業務改革 スキルの表では見本市だけ"][0].split("|")[1] == "◆◈"
    assert said["業務改革 スキルの表では見本市だけ"][2].startswith("文 「仕事の見直し」")
    assert said["法令 スキルの表にはない"][0].split("|")[1] == "◇◈"
    summaries = page.locator(".jz-gists").inner_text()
    assert "スキルの表では見本市だけが求める領域" in summaries
    assert "スキルの表にはなく、文章や研修にある領域" in summaries
    assert "前提の「全職員」から" in said["データ 両方"][1]
    assert "求めるスキルの数 違う" in said
    assert said["時間（最も少ないとき） 見本市だけ"][1].startswith("2.5|")
    assert "レベルを定めない研修" in said["研修の時間 見本市だけ"][1]


def test_a_role_whose_skills_are_undefined_is_not_said_to_ask_for_none(window: Reader) -> None:
    page = window.open(f"{DETAIL}?r=sample/guest,other/staff")
    page.locator("table.jz-beside").wait_for()
    row = page.locator("tr[id='row-skills-areas--data']")
    assert row.locator("td").first.inner_text() == "記載なし"
    assert row.locator(".jz-difference").count() == 0
    said = page.inner_text("table.jz-beside")
    assert "見本市の「客員」は、計画がスキルを示していないため" in said
    assert page.locator(".jz-gists > div").count() == 0


def test_strength_is_told_apart(window: Reader) -> None:
    page = window.open(f"{DETAIL}?r=sample/leader@one,other/leader@two,sample/leader@two")
    page.locator("table.jz-beside").wait_for()
    row = page.locator("tr[id='row-skills-areas--bpr']")
    assert row.locator(".jz-difference").inner_text() == "すべて・必要度が違う"
    assert "3つのうち2" in page.locator("tr[id='row-skills-unplaced'] th").inner_text()


def test_sides_are_added_and_taken_away(window: Reader) -> None:
    page = window.open(f"{DETAIL}?r=sample/leader,other/leader")
    page.locator("table.jz-beside").wait_for()
    add = page.get_by_role("button", name="比べる役割を加える")
    for place in (3, 4):
        add.click()
        assert page.locator(".jz-choose__side").count() == place
    assert not add.is_visible()
    last = page.locator(".jz-choose__side").last
    plan, role = last.locator("select").nth(0), last.locator("select").nth(1)
    plan.select_option("third")
    role.select_option("third/staff")
    expect(page.locator("table.jz-beside thead th")).to_have_count(4)
    assert heads(page) == ["見本市 リーダー職", "別の市 リーダー職", "第三市 全職員"]
    expect(page).to_have_url(re.compile(r"\?r=sample/leader,other/leader,third/staff$"))
    page.get_by_role("button", name="1つ目を外す").click()
    assert heads(page) == ["別の市 リーダー職", "第三市 全職員"]
    role.select_option("")
    assert page.locator("table.jz-beside").count() == 0
    assert "あと1つ" in page.locator(".jz-choose__status").inner_text()


def test_equal_rows_are_folded_and_open(window: Reader) -> None:
    page = window.open(f"{DETAIL}?r=sample/leader,other/leader")
    row = page.locator("tr[id='row-skills-areas--data']")
    row.get_by_role("button", name="データを開く").click()
    assert row.locator("li").first.is_visible()
    row.get_by_role("button", name="データをたたむ").click()
    assert not row.locator("li").first.is_visible()
    page.get_by_label("同じ数・同じ必要度で求める行をたたむ").uncheck()
    assert row.locator("li").first.is_visible()
    expect(page).to_have_url(re.compile("all=1"))


def test_what_is_saved_is_neither_formula_nor_markup(window: Reader, tmp_path: Path) -> None:
    page = window.open(f"{DETAIL}?r=sample/leader,other/staff")
    page.locator("table.jz-beside").wait_for()
    assert page.locator("table.jz-beside b:not(.jz-mark)").count() == 0
    assert MARKUP in (page.locator("tr[id='row-skills-areas--data']").text_content() or "")
    for button, name in (("CSVに保存", "x.csv"), ("表計算ファイル（.xlsx）に保存", "x.xlsx")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        download.value.save_as(tmp_path / name)
    rows = list(csv.reader((tmp_path / "x.csv").read_text("utf-8-sig").splitlines()))
    assert f"'{FORMULA}" in {cell for row in rows for cell in row}
    assert not any(cell.startswith("=") for row in rows for cell in row)
    sheet = load_workbook(tmp_path / "x.xlsx")["比較"]
    cells = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
    assert cells[FORMULA] in ("s", "inlineStr")
    assert cells[2.5] == "n"


def test_plans_are_chosen_turned_hidden_and_remembered(window: Reader) -> None:
    page = window.open(ROLES)
    before = lines(page)
    page.get_by_label("別の市").uncheck()
    assert heads(page) == ["見本市", "第三市"]
    expect(page).to_have_url(re.compile("plans=sample,third"))
    assert "3つの計画のうち2つ" in page.locator(".jz-choose__status").inner_text()
    page.get_by_label("役割のない区分を隠す").check()
    assert "区分を1つ隠しています" in page.locator(".jz-choose__status").inner_text()
    page.get_by_label("行と列を入れ替える").check()
    assert heads(page) == ["リーダー 詳しく比べる", "職員 詳しく比べる"]
    assert page.locator("table.jz-beside tbody th").all_text_contents() == ["見本市", "第三市"]
    turned = lines(page)
    page.reload()
    assert lines(page) == turned
    page = window.open(ROLES)  # without the address the plans are remembered, nothing else
    assert heads(page) == ["見本市", "第三市"]
    page.get_by_role("button", name="すべて表示に戻す").click()
    assert lines(page) == before
    expect(page).not_to_have_url(re.compile(r"\?"))


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("address", [ROLES, "compare/classes--leader.html", "compare/index.html"])
def test_nothing_is_wider_than_the_window(window: Reader, address: str, width: int) -> None:
    page = window.open(address, width)
    assert page.evaluate(WIDE) == 0


def test_on_a_phone_a_class_is_a_card_that_names_its_plans(window: Reader) -> None:
    page = window.open(ROLES, 390)
    assert not page.locator("table.jz-beside thead").is_visible()
    label = page.locator("#jz-roles tbody tr").first.locator("td").nth(1)
    assert label.evaluate("e => getComputedStyle(e, '::before').content") == '"見本市"'


@pytest.mark.parametrize("address", [ROLES, f"{DETAIL}?r=sample/leader,other/leader"])
def test_printed_on_a3_across(window: Reader, address: str) -> None:
    page = window.open(address)
    page.locator("table.jz-beside").wait_for()
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(1191, 842)}
    page.emulate_media(media="print")
    assert not page.locator(".jz-choose").first.is_visible()


def test_of_many_plans_some_are_chosen_first(crowded: Reader, window: Reader) -> None:
    cells = lines(window.open(ROLES))
    page = crowded.open(ROLES)
    assert heads(page) == []
    assert "計画を選ぶと" in page.locator(".jz-choose__status").inner_text()
    list_prefecture(page, "大阪府")
    page.get_by_label("0番市", exact=True).check()
    page.get_by_label("3番市", exact=True).check()
    expect(page.locator("#jz-roles thead th")).to_have_count(3)
    assert heads(page) == ["0番市", "3番市"]
    expect(page).to_have_url(re.compile("plans=city-00,city-03"))
    made = [row[1].replace("0番市", "別の市").replace("city-00", "other") for row in lines(page)]
    assert [cell.split() for cell in made] == [row[1].split() for row in cells]
    page.reload()
    page.locator("#jz-roles thead th").nth(2).wait_for()
    assert heads(page) == ["0番市", "3番市"]
    list_prefecture(page, "大阪府")
    boxes = page.locator(".jz-choose__boxes input")
    for place in range(PLANS_ON_A_PAGE):
        boxes.nth(place).check()
    expect(boxes.nth(PLANS_ON_A_PAGE)).to_be_disabled()
    assert page.evaluate(WIDE) == 0


def test_roles_of_many_plans_are_found_by_prefecture(crowded: Reader) -> None:
    page = crowded.open(f"{DETAIL}?r=city-01/leader")
    second = page.locator(".jz-choose__side").nth(1).locator("select")
    second.nth(0).select_option(label="都道府県の分からない計画")
    second.nth(1).select_option("city-20")
    second.nth(2).select_option("city-20/leader@two")
    page.locator("table.jz-beside").wait_for()
    assert heads(page) == ["1番市 リーダー職", "20番市 リーダー職 段階2"]
    assert page.locator(".jz-choose__side select").first.input_value() == "27"
