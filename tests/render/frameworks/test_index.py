"""The list of frameworks, and the page of each: its entries, and what is mapped to no entry."""

from jinzai.render.frameworks import entries as framework_entries
from jinzai.render.frameworks import index as frameworks
from jinzai.render.page.place import Guide
from tests.render.frameworks.classes import CLASSES, context
from tests.render.sample_plans import element, plan, site, site_pages, words


def test_the_list_explains_the_four_relations() -> None:
    html = site_pages(frameworks.pages, context())["frameworks/index.html"].body

    explained = words(element(html, "relations"))
    for word in ("同じ", "ほぼ同じ", "項目の一部", "項目より広い"):
        assert word in explained


def test_the_pages_link_to_the_page_that_says_how_to_map() -> None:
    with_page = context(Guide("editing-mapping.html", "対応付けの基準"))
    made = site_pages(frameworks.pages, with_page)
    relations = element(made["frameworks/index.html"].body, "relations")
    assert '<a href="../editing-mapping.html">対応付けの基準</a>' in relations
    link = '<a href="../../editing-mapping.html">対応付けの基準</a>'
    assert link in made["frameworks/role-classes/index.html"].body
    without = site_pages(frameworks.pages, context())
    assert "対応付けの基準" not in without["frameworks/index.html"].body
    assert "対応付けの基準" not in without["frameworks/role-classes/index.html"].body


def test_a_framework_counts_plans_and_roles_of_each_entry() -> None:
    html = site_pages(frameworks.pages, context())["frameworks/role-classes/index.html"].body

    entries = words(element(html, "entries"))
    assert "国などの指針にある項目11" in entries
    assert "このカタログで設けた項目00" in entries


def test_a_framework_names_what_is_not_mapped_and_why() -> None:
    html = site_pages(frameworks.pages, context())["frameworks/role-classes/index.html"].body

    unmapped = element(html, "unmapped")
    assert '<a href="../../sample/roles/other.html">その他</a>' in unmapped
    assert "推進員と違う。" in unmapped


def test_a_framework_of_levels_lists_the_levels_of_plans() -> None:
    steps = {
        **CLASSES,
        "id": "steps",
        "title": "育ち方の段階",
        "kind": "level",
        "entries": [{"id": "do", "name": "実践", "definition": "段階。", "origin": "ours"}],
    }
    scale = {"entry": "steps/do", "relation": "close", "note": "年数から"}
    level = {"id": "step-1", "name": "Step1", "scale": scale}
    first = plan(roles={"roles": [{"id": "promoter", "name": "推進員", "levels": [level]}]})
    levels = site(first, frameworks=[CLASSES, steps])

    index = site_pages(frameworks.pages, levels)["frameworks/steps/index.html"].body
    assert "このカタログで設けた項目11" in words(element(index, "entries"))
    assert "計画での呼び方のまま" in element(index, "unmapped")
    html = site_pages(framework_entries.pages, levels)["frameworks/steps/do.html"].body
    plans = element(html, "plans")
    assert '<a href="../../sample/roles/promoter.html#level-step-1">推進員 Step1</a>' in plans
    assert "ほぼ同じ年数から" in words(plans)
