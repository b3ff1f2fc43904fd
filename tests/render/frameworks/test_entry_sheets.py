"""Frameworks of more plans than one page can list: counts, and sheets by prefecture."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.frameworks import entries
from jinzai.render.frameworks import index as frameworks
from tests.render.frameworks.classes import CLASSES
from tests.render.html_facts import HtmlFacts
from tests.render.sample_plans import element, plan, section, site, site_pages, words

INDEX = "frameworks/role-classes/index.html"
LEADER = "frameworks/role-classes/leader.html"
MOST_BYTES = 72_000
"""Of a body: with 10 to 15 KB of frame and navigation a page stays below 90 KB."""
LINKING = "[リーダー](entry:role-classes/leader)に当たる。"
OSAKA, TOKYO = ("272108", "大阪府"), ("130001", "東京都")


def _plan(id: str, where: tuple[str | None, str | None], **role: Any) -> PlanContent:
    issuer = {"name": f"{id}市", "code": where[0], "prefecture": where[1]}
    facts = {"id": id, "title": f"{id}の計画", "issuer": issuer}
    if not role:
        return plan(facts)
    return plan(facts, roles={"roles": [{"id": "r", "name": "役", **role}]})


def _maps(note: str = "理由" * 95) -> dict[str, Any]:
    entry = {"entry": "role-classes/leader", "relation": "close", "basis": "inferred"}
    return {"classes": [{**entry, "note": note}]}


def _made(plans: Iterable[PlanContent]) -> dict[str, Page]:
    context = site(*plans, frameworks=[CLASSES])
    return site_pages(frameworks.pages, context) | site_pages(entries.pages, context)


@cache
def crowd(times: int = 1) -> dict[str, Page]:
    """Pages of plans of two prefectures and of none that do all that a plan can do here."""
    some = 60 * times
    return _made(
        [
            *(_plan(f"a{n}", OSAKA, **_maps()) for n in range(2 * some)),
            *(_plan(f"b{n}", OSAKA, unmapped=f"{'違うため。' * 64}{n}") for n in range(some)),
            *(_plan(f"c{n}", TOKYO, **_maps("短い。")) for n in range(5)),
            _plan("d", TOKYO, purpose=LINKING, unmapped="別のもの。"),
            *(_plan(f"e{n}", (None, None)) for n in range(3)),
        ]
    )


def _sheets(of: str, pages: dict[str, Page]) -> dict[str, Page]:
    start = of.removesuffix(".html") + "--"
    return {address: page for address, page in pages.items() if address.startswith(start)}


def _hrefs(html: str) -> list[str]:
    return HtmlFacts(html).links


def test_an_entry_counts_its_plans_and_leads_to_them_by_prefecture() -> None:
    html = crowd()[LEADER].body
    plans = section(html, "plans")
    assert "計画ごとの役割125" in words(plans)
    assert "東京都5大阪府120" in words(plans), "in the order of the prefectures"
    assert "125件。" in words(plans)
    assert 'href="leader--13.html#plans"' in plans
    assert 'href="leader--27.html#plans"' in plans
    assert 'href="../../data/crosswalk.csv"' in plans
    assert 'href="index.html#unmapped"' in plans
    assert "/roles/r.html" not in html
    without = section(html, "without")
    assert "対応するもののない計画64" in words(without)
    assert "東京都1大阪府60都道府県の分からない計画3" in words(without)
    assert "東京都1" in words(section(html, "mentions"))
    assert "leader--00.html#without" in without
    assert "leader--00.html" not in plans


def test_all_that_plans_map_stands_on_the_sheets_once() -> None:
    sheets = [HtmlFacts(section(page.body, "plans")) for page in _sheets(LEADER, crowd()).values()]
    found = [link for facts in sheets for link in facts.links if link.endswith("/roles/r.html")]
    expected = [*(f"a{n}" for n in range(120)), *(f"c{n}" for n in range(5))]
    assert sorted(found) == sorted(f"../../{id}/roles/r.html" for id in expected)


def test_all_plans_that_have_nothing_stand_on_the_sheets_once() -> None:
    links = [
        link
        for page in _sheets(LEADER, crowd()).values()
        for link in _hrefs(section(page.body, "without").partition("<nav")[0])
    ]
    expected = [*(f"b{n}" for n in range(60)), "d", *(f"e{n}" for n in range(3))]
    assert sorted(links) == sorted(f"../../{id}/index.html" for id in expected)


def test_a_sheet_counts_its_prefecture_and_says_what_stands_elsewhere() -> None:
    pages = crowd()
    first = pages["frameworks/role-classes/leader--27.html"].body
    assert "大阪府：対応する役割のある計画は120件、ない計画は60件" in words(first)
    assert "ほかの枚に載せています" in element(first, "without")
    assert "当てはまる計画はありません" in element(first, "mentions")
    tokyo = pages["frameworks/role-classes/leader--13.html"].body
    assert "ほぼ同じ（推定）短い。" in words(element(tokyo, "plans"))
    assert "役役割" in words(element(tokyo, "mentions"))


def test_what_is_mapped_nowhere_stands_on_sheets_with_its_reasons() -> None:
    pages = crowd()
    index = section(pages[INDEX].body, "unmapped")
    assert "東京都1大阪府60" in words(index)
    assert "違うため" not in index
    sheets = _sheets(INDEX, pages)
    assert {"index--13.html", "index--27.html", "index--27--2.html"} <= {
        address.rpartition("/")[2] for address in sheets
    }
    said = "".join(page.body for page in sheets.values())
    assert re.findall(r"違うため。(\d+)</dd>", said) == [str(n) for n in range(60)]
    assert '<a href="../../d/roles/r.html">役</a></dt><dd>別のもの。' in said


@pytest.mark.parametrize("page", [INDEX, LEADER])
def test_every_sheet_is_reached_and_every_link_leads_to_one(page: str) -> None:
    pages = crowd()
    sheets = _sheets(page, pages)
    assert len(sheets) >= 3
    reached = set()
    for address in (page, *sheets):
        facts = HtmlFacts(pages[address].body)
        assert facts.problems == []
        for link in facts.links:
            name, _, anchor = link.partition("#")
            target = f"frameworks/role-classes/{name}" if name else address
            if "--" in name:
                reached.add(target)
                assert not anchor or anchor in HtmlFacts(pages[target].body).anchors
    assert reached == set(sheets)


@pytest.mark.parametrize("page", [INDEX, LEADER])
def test_one_reads_on_from_sheet_to_sheet(page: str) -> None:
    pages = crowd()
    found = list(_sheets(page, pages))
    read = [found[0]]
    while next := re.search(r'rel="next" href="([^"]+)"', pages[read[-1]].body):
        read.append(f"frameworks/role-classes/{next[1]}")
    assert read == found
    assert 'rel="prev"' not in pages[found[0]].body


def test_sheets_are_told_apart_and_lead_back_but_are_not_in_the_navigation() -> None:
    pages = crowd()
    sheets = _sheets(LEADER, pages) | _sheets(INDEX, pages)
    titles = [page.title for page in sheets.values()]
    assert len(set(titles)) == len(titles)
    assert "リーダー（大阪府、2枚目）" in titles
    assert "リーダー（東京都）" in titles
    assert "対応付けていない役割（大阪府、1枚目）" in titles
    assert '<a href="leader.html">リーダー</a>' in sheets[LEADER[:-5] + "--27.html"].crumbs
    assert '<a href="index.html">役割の区分</a>' in sheets[INDEX[:-5] + "--13.html"].crumbs
    assert not any(re.search('href="[^"]*--', page.navigation) for page in pages.values())


def test_no_page_is_heavy_and_pages_grow_as_plans_do() -> None:
    fewer, more = crowd(), crowd(2)
    sizes = {
        address: len(page.body.encode())
        for pages in (fewer, more)
        for address, page in pages.items()
    }
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}
    full = [size for address, size in sizes.items() if re.search(r"--27(--2)?\.html$", address)]
    assert max(full) > MOST_BYTES * 3 // 4, "sheets are filled"
    assert len(fewer) < len(more) <= 2 * len(fewer)


def test_few_plans_that_a_page_holds_have_no_sheets() -> None:
    pages = _made(_plan(f"a{n}", OSAKA, **_maps("短い。")) for n in range(60))
    assert not any("--" in address for address in pages)
    assert pages[LEADER].body.count("/roles/r.html") == 60


def test_a_plan_with_more_than_a_page_holds_goes_on_on_the_next() -> None:
    roles = [{"id": f"r{n}", "name": f"役{n}", **_maps()} for n in range(100)]
    others = [{"id": f"u{n}", "name": f"他{n}", "unmapped": "違う。" * 120} for n in range(100)]
    pages = _made([plan(roles={"roles": [*roles, *others]})])
    for page, id, count in ((LEADER, "r", 100), (INDEX, "u", 100)):
        sheets = _sheets(page, pages).values()
        assert len(sheets) > 1
        said = "".join(sheet.body for sheet in sheets)
        assert re.findall(rf"/roles/{id}(\d+)\.html", said) == [str(n) for n in range(count)]
        assert all(len(sheet.body.encode()) <= MOST_BYTES for sheet in sheets)
    assert "計画ごとの役割1" in words(section(pages[LEADER].body, "plans"))
