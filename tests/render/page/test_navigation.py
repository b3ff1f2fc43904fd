"""The navigation and the crumbs."""

import re

import pytest

from jinzai.link.catalogue import Commons, LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.areas import PLAN_AREAS
from jinzai.render.page.draft import Draft
from jinzai.render.page.navigation import (
    MOST_PLANS,
    Navigation,
    plan_entries,
    site_entries,
    site_lists,
)
from jinzai.render.page.place import Guide
from tests.render.sample_plans import site


def test_every_area_stands_in_the_navigation_of_a_bare_plan(pages: dict[str, Page]) -> None:
    navigation = pages["beta/index.html"].navigation
    for _, page, title, _ in PLAN_AREAS:
        assert f'href="{page}"' in navigation
        assert f">{title}<" in navigation


def test_every_area_of_a_bare_plan_has_a_page(pages: dict[str, Page]) -> None:
    for _, page, *_ in PLAN_AREAS:
        assert f"beta/{page}" in pages


def test_chapters_stand_below_their_area(alpha: LinkedPlan) -> None:
    area = next(entry for entry in plan_entries(alpha) if entry.area == "chapters")
    assert [child.title for child in area.children] == ["背景"]


@pytest.mark.parametrize(
    ("address", "current", "above"),
    [
        ("alpha/roles/index.html", "役割", None),
        ("alpha/roles/leader.html", "リーダー", "役割"),
        ("alpha/skills/bpr.html", None, "スキル"),
        ("alpha/skills/matrix.html", "スキルマップ", None),
        ("alpha/chapters/background.html", "背景", None),
    ],
)
def test_the_current_page_is_marked(
    pages: dict[str, Page], address: str, current: str | None, above: str | None
) -> None:
    marks = dict(re.findall(r'aria-current="(page|true)">([^<]+)<', pages[address].navigation))
    assert marks.get("page") == current
    assert marks.get("true") == above


def test_siblings_of_a_role(pages: dict[str, Page]) -> None:
    navigation = pages["alpha/roles/staff.html"].navigation
    assert 'href="leader.html">リーダー</a>' in navigation
    assert "全職員 &lt;b&gt;&amp;" in navigation


def test_crumbs(pages: dict[str, Page]) -> None:
    texts = re.findall(r">([^<>]+)</(?:a|li)>", pages["alpha/skills/bpr.html"].crumbs)
    assert texts == ["ホーム", "甲市", "スキル", "BPR（基礎）"]


@pytest.mark.parametrize(("count", "listed"), [(MOST_PLANS, MOST_PLANS), (MOST_PLANS + 1, 0)])
def test_too_many_plans_are_left_to_the_page_that_lists_them(
    alpha: LinkedPlan, count: int, listed: int
) -> None:
    plans = {f"plan-{number}": alpha.summary for number in range(count)}
    entries = site_entries(Commons((), {}, plans))
    (found,) = (entry for entry in entries if entry.area == "plans")
    assert len(found.children) == listed


GUIDES = (
    Guide("about.html", "このサイトについて"),
    Guide("editing-server.html", "サーバーに置く"),
    Guide("editing.html", "編集の手順"),
)
EDITORS = ["editing.html", "editing-server.html", "guide/index.html", "rules/index.html"]


def targets(html: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', html)


def on(address: str, area: str, guides: tuple[Guide, ...] = GUIDES, editing: bool = True) -> str:
    """The navigation of a page above the plans."""
    context = site(guides=guides)
    draft = Draft(address, "", "", "", "", None, area)
    lists = site_lists(context.commons, guides, editing)
    return Navigation(lists).html(draft, context.place(address))


def test_readers_have_one_line_for_editors() -> None:
    found = on("index.html", "")
    assert [one for one in targets(found) if one in EDITORS] == ["editing.html"]
    assert '<a href="editing.html">編集する</a>' in found
    assert "about.html" in targets(found)


@pytest.mark.parametrize("address", EDITORS)
@pytest.mark.parametrize("editing", [True, False])
def test_editors_pages_list_all_of_them(address: str, editing: bool) -> None:
    area = address.partition("/")[0] if "/" in address else address
    found = on(address, area, editing=editing)
    listed = [address.rpartition("/")[2] if one == address else one for one in EDITORS]
    assert [one.removeprefix("../") for one in targets(found)][-4:] == listed
    assert found.count('aria-current="page"') == 1
    assert 'aria-current="page">編集する<' not in found


def test_an_operator_can_hide_the_line_for_editors() -> None:
    assert not set(EDITORS) & set(targets(on("index.html", "", editing=False)))


def test_without_a_page_on_editing_the_line_leads_to_the_fields() -> None:
    assert '<a href="guide/index.html">編集する</a>' in on("index.html", "", GUIDES[:1])


def test_a_plans_page_leads_to_its_own_pages_first(pages: dict[str, Page]) -> None:
    near, far = pages["alpha/roles/leader.html"].navigation.split("</ul><ul class")
    own = re.sub(r"(?<=</a>)<ul>.*?</ul>", "", near)
    assert 1 < own.count("<li><a ") <= 16
    assert "../../" not in near
    first = ["../../me.html", "../../compare/index.html", "../../plans.html"]
    assert targets(far)[:3] == first
    assert "aria-current" not in far


def test_the_plans_comparison_is_not_taken_for_that_of_all(pages: dict[str, Page]) -> None:
    found = pages["alpha/compare/index.html"].navigation
    assert re.findall(r'aria-current="[a-z]+">([^<]*)<', found) == ["ほかの計画との比較"]


def test_chapters_are_listed_on_their_own_pages_only(pages: dict[str, Page]) -> None:
    assert "背景" in pages["alpha/chapters/index.html"].navigation
    assert "背景" not in pages["alpha/index.html"].navigation
