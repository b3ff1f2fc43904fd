"""The search over the five plans: the best first, a plan's own first, remembered in the address."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .pages import PLANS
from .reader import Reader, from_disk

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, built: Path) -> Iterator[Page]:
    with Reader(browser, from_disk(built)) as reader:
        yield reader.page
        assert reader.complaints == []


def search(page: Page, built: Path, query: str) -> list[str]:
    page.goto(f"{from_disk(built)}search.html{query}")
    page.locator("#jz-search-results a").first.wait_for(state="visible")
    return addresses(page)


def addresses(page: Page, within: str = "#jz-search-results") -> list[str]:
    links = page.locator(f"{within} li a")
    return [str(link.get_attribute("href")) for link in links.all()]


def groups(page: Page) -> list[str]:
    return page.locator("#jz-search-results h2").all_inner_texts()


def chip(page: Page, name: str) -> None:
    page.locator("#jz-search-chips").get_by_role("button", name=re.compile(f"^{name}（")).click()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('href')"))


def test_what_has_the_very_name_comes_first(page: Page, built: Path) -> None:
    found = search(page, built, "?q=スキルマップ")
    first = {address.partition("#")[0] for address in found[:5]}
    assert first == {f"{plan}/skills/matrix.html" for plan in PLANS}
    assert search(page, built, "?q=CoE")[0] == "osaka-dx/glossary/index.html#term-coe"


def test_a_position_finds_the_role_for_it(page: Page, built: Path) -> None:
    assert search(page, built, "?q=課長&plan=osaka-dx")[0] == "osaka-dx/roles/dx-manager.html"


def test_roles_come_before_what_is_named_after_them(page: Page, built: Path) -> None:
    found = search(page, built, "?q=情報システム担当")
    # What has the very name is first of all.
    assert found[0] == "frameworks/role-classes/information-systems.html"
    assert found[1] == "tokyo-template/roles/information-systems.html"
    others = {"hirakata/roles/systems-staff.html", "osaka-dx/roles/system-staff.html"}
    assert others <= {*found[:7]}
    for name, role in (
        ("DX推進員", "tokyo-template/roles/dx-promoter.html"),
        ("DXリーダー", "osaka-dx/roles/dx-leader.html"),
        ("業務システム担当", "hirakata/roles/system-owner.html"),
    ):
        assert search(page, built, f"?q={name}")[0] == role


def test_a_plan_comes_first_and_then_all_plans(page: Page, built: Path) -> None:
    search(page, built, "?q=DX")
    assert groups(page) == ["サイトの説明"]
    chip(page, "豊中市")
    expect(page.locator("#jz-search-results h2").first).to_have_text("豊中市")
    assert groups(page) == ["豊中市", "すべての計画で", "サイトの説明"]
    of_plan = addresses(page, "#jz-search-results section:first-child")
    others = addresses(page, "#jz-search-results section:nth-child(2)")
    assert {address.split("/")[0] for address in of_plan} == {"toyonaka"}
    assert "toyonaka" not in {address.split("/")[0] for address in others}
    assert parse_qs(page.evaluate("location.search.slice(1)")) == {
        "q": ["DX"],
        "plan": ["toyonaka"],
    }
    page.get_by_role("button", name="すべての計画").click()
    expect(page.locator("#jz-search-results h2")).to_have_text(["サイトの説明"])


def test_a_kind_narrows_the_results(page: Page, built: Path) -> None:
    search(page, built, "?q=情報セキュリティ")
    chip(page, "用語")
    places = page.locator("#jz-search-results .jz-search__place")
    expect(places.first).to_contain_text("用語")
    assert all("用語" in place for place in places.all_inner_texts())
    page.reload()
    expect(places.first).to_contain_text("用語")
    pressed = page.locator("#jz-search-chips [aria-pressed=true]")
    assert pressed.nth(1).inner_text().startswith("用語")


def test_the_address_keeps_words_and_plan(page: Page, built: Path) -> None:
    found = search(page, built, "?q=BPR&plan=hirakata")
    assert found[0].startswith("hirakata/")
    assert page.locator("#jz-search-query").input_value() == "BPR"
    assert groups(page)[0] == "枚方市"
    search(page, built, "?q=BPR&plan=nowhere")
    assert groups(page) == ["サイトの説明"]
    expect(page).to_have_url(re.compile(r"\?q=BPR$"))


def test_a_plan_without_a_hit_leads_to_where_there_are_hits(page: Page, built: Path) -> None:
    found = search(page, built, "?q=BPR&plan=osaka-hr")
    assert groups(page) == ["すべての計画で", "サイトの説明"]
    assert not any(address.startswith("osaka-hr/") for address in found)
    told = re.compile(r"^「BPR」：大阪市（人材方針）に0件、ほかに\d+件、サイトの説明に\d+件$")
    expect(page.locator("#jz-search-status")).to_have_text(told)


def test_from_the_box_the_first_result_is_two_stops_away(page: Page, built: Path) -> None:
    found = search(page, built, "?q=DX")
    page.locator("#jz-search-query").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "false"
    page.keyboard.press("Tab")
    assert focused(page) == found[0]


def test_results_stand_below_the_header_while_one_types(page: Page, built: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{from_disk(built)}toyonaka/roles/index.html")
    loads: list[str] = []
    page.on("request", lambda request: loads.append(request.url))
    page.locator("#jz-search-box").click()
    page.keyboard.type("ノーコード")
    found = page.locator(".jz-search-found")
    expect(found.locator("li a").first).to_be_visible()
    expect(found.locator(".jz-search-found__group")).to_have_text(["豊中市", "すべての計画で"])
    links = addresses(page, ".jz-search-found")
    assert links[0].startswith("../../toyonaka/")
    assert 5 < len(links) <= 8
    paths = {Path(urlsplit(url).path) for url in loads if url.startswith("file:")}
    assert 0 < sum(path.stat().st_size for path in paths) <= 180_000
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == links[0]
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    expect(page.locator("#jz-search-box")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*plan=toyonaka")
    expect(page.locator("#jz-search-results h2").first).to_have_text("豊中市")


def test_a_search_from_a_page_above_the_plans_is_of_all(page: Page, built: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{from_disk(built)}compare/index.html")
    page.fill("#jz-search-box", "DX")
    page.press("#jz-search-box", "Enter")
    page.locator("#jz-search-results a").first.wait_for(state="visible")
    assert groups(page) == ["サイトの説明"]


def test_no_letter_is_a_shortcut(page: Page, built: Path) -> None:
    page.goto(f"{from_disk(built)}compare/index.html")
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate(
        "document.activeElement === document.body || document.activeElement.id"
    ) in (
        True,
        "jz-main",
    )


def test_courses_are_found_by_their_form(page: Page, built: Path) -> None:
    assert any("/courses/" in address for address in search(page, built, "?q=対面 研修"))


def test_pages_about_the_site_are_found(page: Page, built: Path) -> None:
    assert "editing-mapping.html" in search(page, built, "?q=対応付けの基準")[:3]


def excerpt(page: Page, address: str) -> Locator:
    result = page.locator("#jz-search-results li").filter(has=page.locator(f"a[href='{address}']"))
    return result.locator(".jz-search__excerpt")


def test_an_excerpt_shows_what_was_found(page: Page, built: Path) -> None:
    # The text of this role says nothing about 課長, but who it is for does.
    search(page, built, "?q=課長")
    shown = excerpt(page, "osaka-dx/roles/dx-manager.html")
    expect(shown).to_contain_text("課長級")
    assert shown.locator("mark").all_inner_texts()[0] == "課長"
    # The whole of what was typed stands far behind the first word of it.
    search(page, built, "?q=データ活用の推進&plan=osaka-dx")
    for one in page.locator(".jz-search__excerpt").all():
        if "データ活用の推進" in (one.text_content() or ""):
            assert "データ活用の推進" in one.locator("mark").all_text_contents()


def test_an_excerpt_does_not_repeat_the_kind(page: Page, built: Path) -> None:
    search(page, built, "?q=責任者の研修")
    address = "osaka-dx/curricula/security-officer.html"
    assert address in addresses(page)
    expect(excerpt(page, address)).to_have_count(0)


def test_no_letters_within_a_word_are_marked(page: Page, built: Path) -> None:
    search(page, built, "?q=生成AI")
    assert "AI" in "".join(page.locator("#jz-search-results mark").all_inner_texts())
    parted = page.locator("#jz-search-results mark").evaluate_all(
        """marks => marks.filter(mark => {
            const before = mark.previousSibling?.textContent ?? "";
            const after = mark.nextSibling?.textContent ?? "";
            return /[a-z0-9]$/i.test(before) && /^[a-z0-9]/i.test(mark.textContent)
                || /[a-z0-9]$/i.test(mark.textContent) && /^[a-z0-9]/i.test(after);
        }).map(mark => mark.parentElement.textContent)"""
    )
    assert parted == []


def test_the_list_below_the_box_counts_as_the_page_does(page: Page, built: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for query in ("生成AI", "生成AI 研修", "BPR"):
        search(page, built, f"?q={query}")
        told = page.locator("#jz-search-status").inner_text()
        page.fill("#jz-search-box", query)
        status = page.locator(".jz-search-found__status")
        expect(status).to_have_text(re.compile(r"^\d+件$"))
        assert told.removeprefix(f"「{query}」：").partition("、")[0] == status.inner_text()


def test_what_is_known_of_a_written_page_stands_on_it(page: Page, built: Path) -> None:
    search(page, built, "?q=編集&kind=サイトの説明")
    known = page.evaluate(
        """async () => {
            const {groups} = await jinzaiSearch.find("の", "", true);
            return groups.at(-1).hits.map(({record: {address, text}}) => [address, text]);
        }"""
    )
    assert sum(bool(text) for _, text in known) >= 4
    for address, text in known:
        page.goto(from_disk(built) + address)
        shown = re.sub(r"\s|¶", "", page.locator("main").text_content() or "")
        missing = [one for one in re.split(r"[\s。、・]+", text) if one not in shown]
        assert missing == [], address


def test_what_is_chosen_is_seen_in_forced_colours(page: Page, built: Path) -> None:
    page.emulate_media(forced_colors="active")
    search(page, built, "?q=DX")
    button = page.locator("#jz-search-form button")
    assert button.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    ground = "one => getComputedStyle(one).backgroundColor"
    pressed = page.locator("#jz-search-chips [aria-pressed=true]").first
    other = page.locator("#jz-search-chips [aria-pressed=false]").first
    assert pressed.evaluate(ground) != other.evaluate(ground)
