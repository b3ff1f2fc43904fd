from jinzai.render.frameworks import entries as framework_entries
from jinzai.render.frameworks import index as frameworks
from jinzai.render.page.place import SiteContext
from tests.render.sample_plans import element, plan, site, site_pages, words

CLASSES = {
    "id": "role-classes",
    "title": "役割の区分",
    "kind": "role",
    "summary": "比べるための区分。",
    "entries": [
        {"id": "leader", "name": "リーダー", "definition": "中心の職員。", "origin": "guideline"},
        {"id": "expert", "name": "専門家", "definition": "助言する人。", "origin": "ours"},
    ],
}


def context() -> SiteContext:
    mapped = {
        "entry": "role-classes/leader",
        "relation": "narrow",
        "basis": "inferred",
        "note": "役割の説明から",
    }
    first = plan(
        roles={
            "roles": [
                {"id": "promoter", "name": "推進員", "classes": [mapped]},
                {"id": "other", "name": "その他", "unmapped": "[推進員](role:promoter)と違う。"},
            ]
        }
    )
    return site(first, plan({"id": "empty", "title": "別の計画"}), frameworks=[CLASSES])


def test_the_list_explains_the_four_relations() -> None:
    html = site_pages(frameworks.pages, context())["frameworks/index.html"].body

    explained = words(element(html, "relations"))
    for word in ("同じ", "ほぼ同じ", "枠組みのほうが広い", "枠組みのほうが狭い"):
        assert word in explained


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


def test_an_entry_shows_plan_by_plan_how_what_maps_to_it() -> None:
    pages = site_pages(framework_entries.pages, context())

    plans = element(pages["frameworks/role-classes/leader.html"].body, "plans")
    assert '<a href="../../sample/roles/promoter.html">推進員</a>' in plans
    assert "枠組みのほうが狭い推定役割の説明から" in words(plans)


def test_an_entry_says_where_the_reason_of_a_mapping_is_not_written() -> None:
    mapped = {"entry": "role-classes/leader", "relation": "close"}
    roles = {"roles": [{"id": "promoter", "name": "推進員", "classes": [mapped]}]}
    context = site(plan(roles=roles), frameworks=[CLASSES])
    pages = site_pages(framework_entries.pages, context)
    plans = element(pages["frameworks/role-classes/leader.html"].body, "plans")
    assert "推進員ほぼ同じ理由の記載なし" in words(plans)


def test_an_entry_names_the_plans_that_have_nothing_there() -> None:
    pages = site_pages(framework_entries.pages, context())

    without = element(pages["frameworks/role-classes/leader.html"].body, "without")
    assert '<a href="../../empty/index.html">別の計画</a>' in without
    assert "sample" not in without
    nobody = pages["frameworks/role-classes/expert.html"].body
    assert "対応する役割のある計画はありません" in element(nobody, "plans")


def test_an_entry_leads_to_its_neighbours() -> None:
    pages = site_pages(framework_entries.pages, context())

    leader = pages["frameworks/role-classes/leader.html"]
    assert 'rel="next" href="expert.html"' in leader.body
    assert '<a href="expert.html">専門家</a>' in leader.navigation


def test_an_entry_names_the_texts_that_name_it() -> None:
    linking = "[リーダー](entry:role-classes/leader)に当たる。"
    mapped = {"entry": "role-classes/leader", "relation": "close"}
    roles = [
        {"id": "a", "name": "甲", "purpose": linking, "classes": [mapped]},
        {"id": "b", "name": "乙", "classes": [mapped]},
    ]
    chapter = {"id": "c", "title": "背景", "order": 1, "text": linking}
    naming = plan({"summary": linking}, chapters=[chapter], roles={"roles": roles})
    entries = site_pages(framework_entries.pages, site(naming, frameworks=[CLASSES]))

    html = entries["frameworks/role-classes/leader.html"].body
    said = words(element(html, "mentions"))
    assert "見本市見本市計画、甲役割、背景章" in said
    assert "乙" not in said, "what is mapped stands above"
    assert '<a href="../../sample/chapters/c.html">背景</a>' in element(html, "mentions")
    other = entries["frameworks/role-classes/expert.html"].body
    assert "へのリンクのある文章は、どの計画にもありません" in element(other, "mentions")


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


def test_an_entry_leads_to_what_is_mapped_nowhere() -> None:
    pages = site_pages(framework_entries.pages, context())

    plans = element(pages["frameworks/role-classes/leader.html"].body, "plans")
    assert 'href="index.html#unmapped"' in plans
