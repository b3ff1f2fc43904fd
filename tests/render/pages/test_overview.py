from typing import Any

from jinzai.render.pages import overview

from .sample import element, ids, plan, plan_page, words

TABLES = {"tables": [{"id": "first", "name": "表1"}, {"id": "second", "name": "表2"}]}


def course(id: str, *tables: str, hours: int = 2) -> dict[str, Any]:
    ways = [
        {"format": "video", "hours": str(hours + number), "table": table}
        for number, table in enumerate(tables)
    ]
    return {"id": id, "name": f"研修{id}", "deliveries": ways}


def test_facts_that_the_document_lacks_are_said_to_be_missing() -> None:
    html = words(element(plan_page(overview.pages, plan()), "facts"))

    assert "対象期間記載なし" in html
    assert "発行者見本市" in html


def test_period_and_date_stand_in_both_calendars() -> None:
    facts = {"period": {"start": "2025", "end": "2027"}, "published": "2025-02"}
    html = plan_page(overview.pages, plan(facts))

    assert "令和7〜9年度（2025〜2027年度）" in html
    assert "令和7年2月（2025年2月）" in html


def test_roles_are_drawn_by_their_standing_with_their_parts_and_sizes() -> None:
    roles = [
        {"id": "top", "name": "上", "headcount": {"value": "45"}},
        {"id": "part", "name": "部分", "part_of": "top", "standing": "beside"},
        {"id": "low", "name": "下", "headcount": {"value": "undefined"}},
        {"id": "side", "name": "横", "standing": "beside"},
        {"id": "guest", "name": "外", "standing": "outside"},
    ]
    html = words(element(plan_page(overview.pages, plan(roles={"roles": roles})), "tiers"))

    assert html.endswith("階層上から順上45人部分下人数未定義階層の外で並ぶ横庁外の人材外")


def test_what_a_plan_does_not_set_is_undefined_and_never_0() -> None:
    html = words(element(plan_page(overview.pages, plan()), "contents"))

    assert "用語集未定義" in html
    assert "0" not in html


def test_plans_that_name_each_other_are_linked_both_ways() -> None:
    upper = plan({"id": "upper", "title": "上位の方針", "short_title": "上位"})
    lower = plan({"related": [{"title": "方針", "relation": "implements", "plan": "upper"}]})

    down = plan_page(overview.pages, lower, upper)
    assert '<a href="../upper/index.html">方針</a>' in down
    up = plan_page(overview.pages, upper, lower)
    assert '<a href="../sample/index.html">見本の計画</a>' in up[up.index('id="named-by"') :]


def test_placeholders_name_where_they_are_used() -> None:
    blank = {"id": "year", "label": "令和○年度", "type": "year", "meaning": "策定の年度。"}
    facts = {"placeholders": [blank], "note": "[年度](placeholder:year)に定める。"}
    chapter = {"id": "one", "title": "章1", "order": "1", "text": "[年度](placeholder:year)"}
    html = plan_page(overview.pages, plan(facts, chapters=[chapter]))

    row = html[html.index('<tr id="placeholder-year">') :]
    row = row[: row.index("</tr>")]
    assert '<a href="#">' not in row
    assert "chapters/one.html" in row
    assert "計画" in words(row)


def test_tables_that_disagree_are_shown_with_the_value_of_each() -> None:
    content = plan(TABLES, courses={"courses": [course("a", "first", "second")]})
    html = words(element(plan_page(overview.pages, content), "disagreements"))

    assert "表1表2" in html
    assert "動画2時間動画3時間" in html


def test_tables_that_share_no_course_do_not_disagree() -> None:
    courses = [course("a", "first"), course("b", "second")]
    html = plan_page(overview.pages, plan(TABLES, courses={"courses": courses}))

    assert "食い違うところはありません" in element(html, "disagreements")


def test_accepted_warnings_with_one_reason_stand_together() -> None:
    suppress = [
        {"code": "no-source", "at": "skill:one", "reason": "出典がない。"},
        {"code": "no-source", "at": "skill:two", "reason": "出典がない。"},
        {"code": "role-without-course", "reason": "定めていない。"},
    ]
    skills = {"skills": [{"id": "one", "name": "甲"}, {"id": "two", "name": "乙"}]}
    html = element(
        plan_page(overview.pages, plan({"suppress": suppress}, skills=skills)), "accepted"
    )

    assert html.count("<dt>") == 2
    assert '<a href="skills/one.html">甲</a>、<a href="skills/two.html">乙</a>' in html
    assert "出典がない" in html


def test_anchors_of_what_the_overview_holds() -> None:
    facts = {**TABLES, "departments": [{"id": "general", "name": "各部局"}]}
    found = ids(plan_page(overview.pages, plan(facts)))

    assert {"table-first", "table-second", "department-general"} <= set(found)
    assert len(found) == len(set(found))


def test_inferred_facts_are_counted() -> None:
    taught = {"id": "a", "name": "研修", "teaches": [{"skill": "one", "basis": "inferred"}]}
    content = plan(skills={"skills": [{"id": "one", "name": "甲"}]}, courses={"courses": [taught]})

    html = words(element(plan_page(overview.pages, content), "inferred"))
    assert "研修とスキルの結び付き1件1件研修" in html
