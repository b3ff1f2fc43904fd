"""わたしの役割 in a browser: choosing roles, keeping them, and how the page looks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from .own_roles import HIRAKATA, OSAKA, TOYONAKA, checked, lines, opened
from .reader import Reader, from_disk
from .test_axe import violations

pytestmark = pytest.mark.browser

WIDE: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def reader(built: Path, browser: Browser) -> Iterator[Reader]:
    with Reader(browser, from_disk(built)) as window:
        yield window
        assert window.complaints == []


def test_roles_are_chosen_and_the_address_says_which(reader: Reader) -> None:
    page = reader.open("me.html")
    expect(page.locator("#jz-own-status")).to_have_text("役割を選んでください。")
    page.get_by_label("自治体の計画").select_option("osaka-hr")
    # Plans of one municipality stand together.
    expect(page.locator("#jz-own-choosing legend")).to_have_text(
        ["大阪市（人材方針）", "大阪市（DX方針）"]
    )
    checked(page, "管理監督者").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?me=osaka-hr:manager$"))
    expect(page.locator("#jz-own-status")).to_contain_text("1つの役割を選びました")
    page.get_by_label("自治体の計画").select_option("hirakata")
    checked(page, "DX推進リーダー").check()
    page.get_by_label("DX推進リーダーのレベル").select_option("level-2")
    expect(page).to_have_url(re.compile(r"me=osaka-hr:manager,hirakata:dx-leader/level-2$"))
    page.get_by_role("button", name="すべて外す").click()
    expect(page.locator("#jz-own-result")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"me\.html$"))


def test_a_set_is_kept_only_if_wanted_and_forgotten_by_a_button(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    assert page.evaluate("localStorage.length") == 0
    reader.open("index.html")
    expect(page.locator("#jz-own-home")).to_be_hidden()

    opened(reader, HIRAKATA)
    page.locator("#jz-own-choosing summary").click()
    checked(page, "このブラウザーに覚えさせる").check()
    reader.open("index.html")
    expect(page.locator("#jz-own-home")).to_have_text("わたしの役割：DX推進リーダー、全職員")
    page.locator("#jz-own-home a").click()
    expect(page.locator("#jz-own-status")).to_contain_text("2つの役割を選びました")
    reader.open("me.html")
    expect(page.locator("#jz-own-status")).to_contain_text("2つの役割を選びました")

    page.locator("#jz-own-choosing summary").click()
    checked(page, "課長・課長代理").check()
    page.get_by_role("button", name="覚えた役割を消す").click()
    expect(checked(page, "このブラウザーに覚えさせる")).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0
    reader.open("index.html")
    expect(page.locator("#jz-own-home")).to_be_hidden()


def test_a_role_is_added_from_its_page(reader: Reader) -> None:
    page = reader.open("hirakata/roles/dx-leader.html")
    page.get_by_role("link", name="わたしの役割に加える").click()
    expect(page.locator("#jz-own-status")).to_contain_text("1つの役割を選びました")
    page.locator("#jz-own-choosing summary").click()
    checked(page, "このブラウザーに覚えさせる").check()
    reader.open("hirakata/roles/all-staff.html")
    page.get_by_role("link", name="わたしの役割に加える").click()
    expect(page).to_have_url(re.compile("me=hirakata:dx-leader,hirakata:all-staff"))
    reader.open("hirakata/roles/dx-leader.html")
    expect(page.get_by_role("link", name="わたしの役割を見る")).to_be_visible()


def test_what_no_plan_has_is_said_and_left_out(reader: Reader) -> None:
    page = opened(reader, "me.html?me=hirakata:all-staff,hirakata:nobody,<b>,hirakata:dx-leader/no")
    warnings = page.locator("#jz-own-warning p")
    expect(warnings).to_have_text(
        [
            "「hirakata:nobody」「hirakata:dx-leader/no」は、計画にないか多すぎるため除きました。",
            "アドレスの中に、役割として読めないものがありました。",
        ]
    )
    expect(page).to_have_url(re.compile(r"me=hirakata:all-staff$"))


def test_what_is_kept_and_broken_is_forgotten(reader: Reader) -> None:
    page = reader.open("index.html")
    page.evaluate(
        "localStorage.setItem(`${location.pathname.replace('index.html', '')}jinzai.me`, 'x')"
    )
    assert page.evaluate("localStorage.length") == 1
    page.reload()
    expect(page.locator("#jz-own-home")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_a_department_is_chosen_and_stands_in_the_address(reader: Reader) -> None:
    page = opened(reader, TOYONAKA)
    page.locator("#jz-own-choosing summary").click()
    page.get_by_label("豊中市の部局").select_option("general")
    expect(page).to_have_url(re.compile(r"me=toyonaka@general,toyonaka:practitioner,toyonaka:all-"))
    sums = [one for one in lines(page, "courses") if "件・" in one]
    assert len(sums) == 2
    assert all("各部局：" in one for one in sums)
    page.reload()
    expect(page.get_by_label("豊中市の部局")).to_have_value("general")


# How it looks


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (390, "light")])
def test_every_state_is_without_violation_and_within_the_window(
    built: Path, browser: Browser, width: int, scheme: Any
) -> None:
    found = []
    with Reader(browser, from_disk(built), width, scheme) as reader:
        for address in ("me.html", HIRAKATA, OSAKA, TOYONAKA, "me.html?me=hirakata:nobody"):
            page = reader.open(address)
            expect(page.locator("#jz-own-status")).not_to_be_empty()
            if "?" in address:
                page.locator("#jz-own-choosing summary").click()
            found += [f"{address}: {one}" for one in violations(page)]
            if page.evaluate(WIDE):
                found.append(f"{address}: wider than the window")
        assert reader.complaints == []
    assert not found, "\n".join(found)


def test_the_strip_stands_on_the_first_screen(built: Path, browser: Browser) -> None:
    for width in (1280, 390):
        with Reader(browser, from_disk(built), width) as reader:
            page = opened(reader, HIRAKATA)
            box = page.locator(".jz-answers").bounding_box()
            assert box is not None
            assert box["y"] + box["height"] < 844


def test_paper_has_the_result_and_not_the_form(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    page.emulate_media(media="print")
    expect(page.locator("#jz-own-choosing")).to_be_hidden()
    expect(page.locator("#plans")).to_be_hidden()
    expect(page.locator("#jz-own-skills table")).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) <= 2


def test_without_javascript_the_plans_are_there(built: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(from_disk(built) + "me.html")
        assert "役割を選ぶには JavaScript が必要です" in page.locator("noscript").inner_html()
        expect(page.get_by_role("main").get_by_role("link", name="枚方市の役割")).to_be_visible()
        expect(page.locator("#jz-own-choosing")).to_be_hidden()
        page.goto(from_disk(built) + "hirakata/roles/dx-leader.html")
        expect(page.get_by_text("わたしの役割に加える")).to_be_hidden()


# Adding from the pages of roles


def add_from(reader: Reader, address: str) -> Page:
    page = reader.open(address)
    page.get_by_role("link", name="わたしの役割に加える").click()
    expect(page.locator("#jz-own-status")).to_contain_text("選びました")
    return page


def test_adding_adds_to_what_was_shown_last_without_keeping_it(reader: Reader) -> None:
    add_from(reader, "hirakata/roles/dx-leader.html")
    page = add_from(reader, "hirakata/roles/all-staff.html")
    expect(page).to_have_url(re.compile("me=hirakata:dx-leader,hirakata:all-staff$"))
    expect(page.locator("#jz-own-status")).to_contain_text("2つの役割を選びました")
    reader.open("me.html")
    expect(page.locator("#jz-own-status")).to_contain_text("2つの役割を選びました")
    assert page.evaluate("localStorage.length") == 0
    page.locator("#jz-own-choosing summary").click()
    page.get_by_role("button", name="すべて外す").click()
    assert page.evaluate("sessionStorage.length") == 0


def test_who_adds_to_what_is_kept_has_it_kept(reader: Reader) -> None:
    page = add_from(reader, "hirakata/roles/dx-leader.html")
    page.locator("#jz-own-choosing summary").click()
    checked(page, "このブラウザーに覚えさせる").check()
    add_from(reader, "hirakata/roles/all-staff.html")
    expect(page.locator("#jz-own-kept")).to_be_hidden()
    page.locator("#jz-own-choosing summary").click()
    expect(checked(page, "このブラウザーに覚えさせる")).to_be_checked()
    reader.open("index.html")
    expect(page.locator("#jz-own-home")).to_have_text("わたしの役割：DX推進リーダー、全職員")


def test_what_differs_from_what_is_kept_is_said_and_can_be_kept(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    page.locator("#jz-own-choosing summary").click()
    checked(page, "このブラウザーに覚えさせる").check()
    opened(reader, OSAKA)
    expect(page.locator("#jz-own-kept")).to_contain_text(
        "覚えた役割（DX推進リーダー、全職員）と違います。"
    )
    page.get_by_role("button", name="この役割で覚え直す").click()
    expect(page.locator("#jz-own-kept")).to_be_hidden()
    reader.open("index.html")
    expect(page.locator("#jz-own-home")).to_contain_text("わたしの役割：DXマネージャー、")


def test_what_is_chosen_is_in_view_and_leads_to_the_result(reader: Reader) -> None:
    page = reader.open("me.html")
    page.set_viewport_size({"width": 390, "height": 500})
    page.get_by_label("自治体の計画").select_option("hirakata")
    checked(page, "全職員").check()
    status = page.locator("#jz-own-status")
    expect(status).to_contain_text(re.compile(r"スキル\d+件、研修\d+件"))
    expect(status).to_be_in_viewport()
    page.get_by_role("link", name="結果を見る").click()
    expect(page.locator("#jz-own-answers")).to_be_in_viewport()


def test_the_plan_of_the_roles_is_the_one_that_is_chosen(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    page.locator("#jz-own-choosing summary").click()
    expect(page.get_by_label("自治体の計画")).to_have_value("hirakata")


def test_lists_to_choose_from_have_a_frame_in_forced_colours_too(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    page.emulate_media(forced_colors="active")
    page.locator("#jz-own-choosing summary").click()
    for one in page.locator("#jz-own-form select:visible").all():
        assert one.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
        assert one.evaluate("one => parseFloat(getComputedStyle(one).borderTopWidth)") >= 1


def test_duties_of_levels_say_of_which(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    of_leader = page.locator("#jz-own-duties > ul > li").filter(has_text="DX推進リーダー").first
    said = of_leader.locator("li").all_inner_texts()
    assert [one.partition("：")[0] for one in said] == ["レベル1", "レベル2", "レベル3"]
    # Of one level alone its own text stands, without a name.
    opened(reader, "me.html?me=hirakata:dx-leader/level-2")
    expect(of_leader.locator("li")).to_have_count(0)
    expect(of_leader).to_contain_text(said[1].partition("：")[2])


def test_what_no_course_states_is_said_once(reader: Reader) -> None:
    page = opened(reader, HIRAKATA)
    courses = page.locator("#jz-own-courses")
    expect(courses.get_by_role("columnheader", name="形式と時間")).to_have_count(0)
    expect(courses).to_contain_text(re.compile("形式か時間の記載があるのは、ICT基礎研修"))
    assert "形式・時間とも記載なし" not in courses.inner_text()
    opened(reader, TOYONAKA)
    expect(courses.get_by_role("columnheader", name="形式と時間")).to_have_count(1)
