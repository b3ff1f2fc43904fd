"""The navigation, the crumbs and the contents."""

import re

import pytest

from jinzai.link.catalogue import Commons, LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.areas import PLAN_AREAS
from jinzai.render.page.navigation import MOST_PLANS, plan_entries, site_entries


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


def test_contents_name_the_sections(pages: dict[str, Page]) -> None:
    contents = pages["alpha/roles/leader.html"].contents
    assert '<a href="#skills">求められるスキル</a>' in contents


@pytest.mark.parametrize(("count", "listed"), [(MOST_PLANS, MOST_PLANS), (MOST_PLANS + 1, 0)])
def test_too_many_plans_are_left_to_the_page_that_lists_them(
    alpha: LinkedPlan, count: int, listed: int
) -> None:
    plans = {f"plan-{number}": alpha.summary for number in range(count)}
    entries = site_entries(Commons((), {}, plans))
    (found,) = (entry for entry in entries if entry.area == "plans")
    assert len(found.children) == listed
