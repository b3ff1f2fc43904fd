"""The page of a framework's entry: plan by plan what maps to it, and who else names it."""

from jinzai.render.frameworks import entries as framework_entries
from tests.render.frameworks.classes import CLASSES, context
from tests.render.sample_plans import element, plan, site, site_pages, words


def test_an_entry_shows_plan_by_plan_how_what_maps_to_it() -> None:
    pages = site_pages(framework_entries.pages, context())

    plans = element(pages["frameworks/role-classes/leader.html"].body, "plans")
    assert '<a href="../../sample/roles/promoter.html">推進員</a>' in plans
    assert "区分より広い（推定）役割の説明から" in words(plans)


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
    assert "見本市見本市計画、甲役割、背景本文の章" in said
    assert "乙" not in said, "what is mapped stands above"
    assert '<a href="../../sample/chapters/c.html">背景</a>' in element(html, "mentions")
    other = entries["frameworks/role-classes/expert.html"].body
    assert "へのリンクのある文章は、どの計画にもありません" in element(other, "mentions")


def test_an_entry_leads_to_what_is_mapped_nowhere() -> None:
    pages = site_pages(framework_entries.pages, context())

    plans = element(pages["frameworks/role-classes/leader.html"].body, "plans")
    assert 'href="index.html#unmapped"' in plans


AREAS = {
    "id": "areas",
    "title": "領域",
    "kind": "skill",
    "summary": "領域。",
    "entries": [
        {"id": "data", "name": "データ", "definition": "読む力。", "origin": "ours"},
        {"id": "law", "name": "法令", "definition": "守る力。", "origin": "ours"},
    ],
}
LEGEND = [{"mark": "●", "requirement": "required", "label": "必要"}]
MARKS = {"rows": [{"skill": "data", "marks": {"r": "●"}}], "columns": [{"id": "r", "role": "r"}]}


def _facts(id: str) -> dict[str, str]:
    return {"id": id, "title": f"{id}の計画", "short_title": f"{id}市"}


def test_an_area_tells_apart_who_asks_who_says_who_only_teaches_and_who_is_silent() -> None:
    skills = {
        "skills": [
            {"id": "data", "name": "力", "areas": [{"entry": "areas/data", "relation": "close"}]}
        ]
    }
    role = {"id": "r", "name": "長"}
    course = {"id": "c", "name": "講座", "description": "[データ](entry:areas/data)。"}
    made = site(
        plan(
            _facts("asks"),
            roles={"roles": [role]},
            skills=skills,
            matrix={"matrices": [{"id": "m", "name": "表", "legend": LEGEND, **MARKS}]},
        ),
        plan(
            _facts("says"),
            roles={"roles": [{**role, "behaviours": ["[証拠](entry:areas/data)を見る。"]}]},
        ),
        plan(_facts("teaches"), courses={"courses": [course]}),
        plan(_facts("silent")),
        frameworks=[AREAS],
    )
    pages = site_pages(framework_entries.pages, made)
    html = pages["frameworks/areas/data.html"].body

    assert words(element(html, "asked")).endswith("asks市長")
    assert words(element(html, "said")).endswith("says市文長の行動姿勢「証拠（推定）」")
    assert words(element(html, "taught")).endswith("teaches市研講座")
    assert words(element(html, "without")).endswith("silent市")
    other = pages["frameworks/areas/law.html"].body
    assert "スキルの表で求める計画はありません" in element(other, "asked")
    assert words(element(other, "without")).endswith("asks市says市teaches市silent市")
