from typing import Any

from jinzai.publish.page import Page
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import Guide, plan_context
from jinzai.render.plan import overview
from tests.render.sample_plans import (
    element,
    ids,
    linked,
    plan,
    plan_page,
    section,
    site,
    unstated,
    words,
)

TABLES = {"tables": [{"id": "first", "name": "表1"}, {"id": "second", "name": "表2"}]}


def course(id: str, *tables: str, hours: int = 2) -> dict[str, Any]:
    ways = [
        {"format": "video", "hours": str(hours + number), "table": table}
        for number, table in enumerate(tables)
    ]
    return {"id": id, "name": f"研修{id}", "deliveries": ways}


def test_what_the_plan_leaves_open_is_told_from_what_the_document_does_not_tell() -> None:
    html = words(element(plan_page(overview.pages, plan()), "facts"))

    assert "策定団体見本市" in html
    assert "対象期間記載なし" in html
    assert "目的記載なし" in html
    missing = "公表日、版、担当部署、問い合わせ先、全国地方公共団体コード"
    assert f"文書に記載がないもの:{missing}" in html


def test_a_fact_that_is_told_is_not_said_to_be_missing() -> None:
    html = words(element(plan_page(overview.pages, plan({"department": "人事課"})), "facts"))

    assert "担当部署人事課" in html
    assert "担当部署、" not in html


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
    html = words(section(plan_page(overview.pages, plan(roles={"roles": roles})), "tiers"))

    assert html.endswith("階層上から順上45人部分下人数記載なし階層外横庁外の人材外")


def test_a_role_of_the_picture_has_the_numbers_of_its_skills_and_courses() -> None:
    content = plan(
        TABLES,
        roles={"roles": [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}]},
        courses={"courses": [{**course("x", "first"), "audience": [{"role": "a"}]}]},
    )
    html = words(section(plan_page(overview.pages, content), "tiers"))

    assert html.endswith("甲研修1件乙")


def test_who_comes_from_outside_into_a_tier_is_marked() -> None:
    roles = [
        {"id": "a", "name": "甲", "sourcing": "both"},
        {"id": "b", "name": "乙", "sourcing": "internal"},
        {"id": "c", "name": "丙", "sourcing": "external", "standing": "outside"},
    ]
    html = words(section(plan_page(overview.pages, plan(roles={"roles": roles})), "tiers"))

    assert "甲庁内と外部から乙庁外の人材丙" in html


def test_what_the_plan_has_and_lacks_is_told_in_sentences() -> None:
    html = element(
        plan_page(overview.pages, plan(roles={"roles": [{"id": "a", "name": "甲"}]})), "numbers"
    )

    assert words(f"<p {html}") == (
        "この計画は、役割1件を定めています。スキル、研修、研修コース、数値目標の記載はありません。"
    )


def test_a_plan_answers_for_whom_in_which_stages_with_what_training_to_what_goal() -> None:
    levels = [{"id": "l1", "name": "初級"}, {"id": "l2", "name": "上級"}]
    roles = [
        {"id": "part", "name": "乙", "part_of": "top"},
        {"id": "top", "name": "甲", "levels": levels},
    ]
    html = plan_page(
        overview.pages,
        plan(TABLES, roles={"roles": roles}, courses={"courses": [course("a", "first")]}),
    )
    strip = words(html[html.index("jz-answers") : html.index('id="numbers"')])

    assert "だれに役割2件甲、乙" in strip
    assert "段階甲2レベル初級、上級" in strip
    assert "研修研修1件" in strip
    assert "目標" not in strip


def test_tiers_are_the_stages_where_no_role_has_levels() -> None:
    roles = [{"id": "a", "name": "甲"}, {"id": "b", "name": "乙"}]
    html = plan_page(overview.pages, plan(roles={"roles": roles}))

    assert "段階役割の階層2段階" in words(html[html.index("jz-answers") :])


def test_a_plan_that_states_nothing_has_no_answers() -> None:
    assert "jz-answers" not in plan_page(overview.pages, plan())


def test_what_a_plan_does_not_set_is_undefined_and_never_0() -> None:
    contents = section(plan_page(overview.pages, plan()), "contents")
    html = words(contents[: contents.index("jz-states")])

    assert "用語集記載なし" in html
    assert "本文の章未掲載" in html
    assert "0" not in html


def test_plans_that_name_each_other_are_linked_both_ways() -> None:
    upper = plan({"id": "upper", "title": "上位の方針", "short_title": "上位"})
    lower = plan({"related": [{"title": "方針", "relation": "implements", "plan": "upper"}]})

    down = plan_page(overview.pages, lower, upper)
    assert '<a href="../upper/index.html">方針</a>' in down
    up = plan_page(overview.pages, upper, lower)
    assert '<a href="../sample/index.html">見本の計画</a>' in up[up.index('id="named-by"') :]


def test_what_refers_to_the_plan_as_a_whole_is_linked() -> None:
    chapter = {"id": "one", "title": "章1", "order": "1", "text": "[計画](plan:sample)の位置付け"}
    html = section(plan_page(overview.pages, plan(chapters=[chapter])), "references")

    assert '<dt>本文の章</dt><dd><a href="chapters/one.html">章1</a></dd>' in html


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


def test_what_was_checked_is_counted_and_told_in_the_report() -> None:
    taught = {"teaches": [{"skill": "one", "basis": "inferred"}]}
    content = plan(
        {**TABLES, "suppress": [{"code": "no-source", "reason": "出典がない。"}]},
        skills={"skills": [{"id": "one", "name": "甲"}]},
        courses={"courses": [{**course("a", "first", "second"), **taught}]},
    )
    html = section(plan_page(overview.pages, content), "check")

    for anchor in ("disagreements", "inferred", "accepted"):
        line = html[html.index(f'id="{anchor}"') :]
        assert f'<a href="check/index.html#{anchor}">1件</a>' in line[: line.index("</li>")]


def test_where_nothing_was_found_it_says_so() -> None:
    html = words(section(plan_page(overview.pages, plan()), "check"))

    assert "違いはありません" in html
    assert "（推定）はありません" in html
    assert "確認済みの警告はありません" in html


def test_the_parts_that_are_empty_share_a_line() -> None:
    html = plan_page(overview.pages, plan())

    assert unstated(html) == ["related", "departments"]
    line = html[html.rindex('<p class="jz-empty">') :]
    assert '<span id="tables">この計画の研修は、比べられる複数の表には分かれていません。' in line
    assert '<span id="placeholders">この計画に空欄はありません。' in line
    assert "<h2" not in line


def test_the_words_for_missing_numbers_are_explained_where_there_is_a_page_for_it() -> None:
    context = plan_context(site(plan(), guides=(Guide("about.html", "説明"),)), linked(plan()))
    (draft,) = overview.pages(context)

    assert 'href="../about.html#values"' in PlanFrame(context).page(draft).body
    assert "about.html" not in plan_page(overview.pages, plan())


def test_anchors_of_what_the_overview_holds() -> None:
    facts = {**TABLES, "departments": [{"id": "general", "name": "各部局"}]}
    found = ids(plan_page(overview.pages, plan(facts)))

    assert {"table-first", "table-second", "department-general"} <= set(found)
    assert len(found) == len(set(found))


def test_a_plan_named_in_anothers_summary_links_back_to_it() -> None:
    named = plan({"id": "named"})
    naming = plan({"title": "別の計画", "summary": "[上](plan:named)を具体化する。"})
    html = plan_page(overview.pages, named, naming)

    assert '<a href="../sample/index.html">別の計画</a>（概要など）' in html


def test_a_related_plan_is_listed_once() -> None:
    related = [{"title": "上", "relation": "implements", "plan": "named"}]
    html = plan_page(overview.pages, plan({"id": "named"}), plan({"related": related}))

    assert html.count('<a href="../sample/index.html">') == 1


def test_targets_without_numbers_are_not_counted_as_numeric_targets() -> None:
    value = {"values": [{"value": "undefined"}]}
    several = {"id": "t", "name": "目標甲", "unit": "people", "bound": "several", **value}
    number = {"id": "u", "name": "目標乙", "unit": "people", "values": [{"value": "3"}]}

    def lead(**files: Any) -> str:
        return words(element(plan_page(overview.pages, plan(**files)), "numbers"))

    assert "数の記載がない目標1件を定めています。" in lead(targets={"targets": [several]})
    assert "数値目標2件を定めています。" in lead(targets={"targets": [several, number]})
    sized = {"roles": [{"id": "r", "name": "役", "headcount": {"value": "45"}}]}
    assert "役割の規模（人数）1件を定めています。" in lead(roles=sized)
    assert "数値目標の記載はありません。" in lead()


def test_the_published_plans_say_what_their_targets_give(real_pages: dict[str, Page]) -> None:
    def lead(plan: str) -> str:
        return words(element(real_pages[f"{plan}/index.html"].body, "numbers"))

    # 複数名 and 全職員 (000:53, 162)
    assert "数の記載がない目標2件" in lead("osaka-dx")
    # 450人 and 45人 (002:104-108)
    assert "役割の規模（人数）2件" in lead("toyonaka")
    assert "数値目標3件" in lead("hirakata")
