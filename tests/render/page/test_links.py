"""Links: relative to the page, the same for a folder, an anchor alone on the page itself."""

import pytest

from jinzai.link.address import relative
from jinzai.render.page.links import Link
from jinzai.render.page.place import PlanContext, SiteContext


def test_a_link_prints_itself_escaped() -> None:
    assert Link('<"&', 'x"y').__html__() == '<a href="x&quot;y">&lt;&quot;&amp;</a>'


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("a/roles/x.html", "a/roles/y.html", "x.html"),
        ("a/roles/x.html", "a/roles/x.html", "x.html"),
        ("a/roles/x.html#l", "a/roles/x.html", "#l"),
        ("a/roles/x.html#l", "a/roles/y.html", "x.html#l"),
        ("a/skills/x.html", "a/roles/y.html", "../skills/x.html"),
        ("b/roles/x.html", "a/roles/y.html", "../../b/roles/x.html"),
        ("index.html", "a/roles/y.html", "../../index.html"),
        ("a/index.html", "a/roles/y.html", "../index.html"),
        ("a/roles/x.html", "index.html", "a/roles/x.html"),
        ("frameworks/f/e.html", "a/index.html", "../frameworks/f/e.html"),
    ],
)
def test_relative(target: str, page: str, expected: str) -> None:
    assert relative(target, page) == expected


def test_links_from_two_pages_of_a_folder(context: PlanContext) -> None:
    here = context.place("alpha/roles/leader.html")
    there = context.place("alpha/skills/bpr.html")
    assert here.link("skill", "bpr") == Link("BPR（基礎）", "../skills/bpr.html")
    assert there.link("skill", "bpr").href == "bpr.html"
    assert here.role("leader", "l1") == Link("リーダー レベル1", "#level-l1")
    assert there.role("leader", "l1").href == "../roles/leader.html#level-l1"
    assert here.link("plan", "alpha") == Link(context.plan.summary.name, "../index.html")
    assert here.link("entry", "skill-areas/bpr").text == "業務改革"
    assert here.link("category", "mind").href == "../skills/index.html#category-mind"


def test_a_plans_pages_know_no_names_of_plans_that_it_does_not_name(
    context: PlanContext, site: SiteContext
) -> None:
    with pytest.raises(KeyError):
        context.place("alpha/index.html").link("plan", "beta")
    link = site.place("index.html").link("plan", "beta")
    assert link == Link("乙市", "beta/index.html")


def test_a_shared_page_links_to_itself_by_anchor(context: PlanContext) -> None:
    index = context.place("alpha/skills/index.html")
    matrix = context.place("alpha/skills/matrix.html")
    assert index.link("category", "mind").href == "#category-mind"
    assert matrix.link("category", "mind").href == "index.html#category-mind"
    assert index.link("category", "mind").href == "#category-mind"


def test_a_place_above_the_plans_knows_other_plans(site: SiteContext) -> None:
    place = site.place("frameworks/role-classes/leader.html")
    assert place.other("alpha", "role", "leader", "x").href == "../../alpha/roles/leader.html"
