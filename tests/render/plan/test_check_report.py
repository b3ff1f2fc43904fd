"""The check report: what it names, what it links, and what it says where there is nothing."""

import re
from typing import Any

import pytest

from jinzai.model.kinds import PLAN_FILES
from jinzai.publish.page import Page
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import plan_context
from jinzai.render.plan import check_report
from jinzai.render.plan.check_report import INFERRED_NAMES
from tests.link.judged import judged
from tests.link.sorts import possible_sorts
from tests.render.sample_plans import element, ids, linked, plan, site, unstated, words

COURSES: dict[str, Any] = {"courses": [{"id": "k", "name": "研修甲"}]}
SKILLS: dict[str, Any] = {"skills": [{"id": "s", "name": "技能一"}]}
MATRIX: dict[str, Any] = {
    "matrices": [
        {
            "id": "m",
            "name": "表",
            "legend": [{"mark": "●", "requirement": "required", "label": "必要"}],
            "columns": [{"id": "c", "role": "r"}],
            "rows": [{"skill": "s", "marks": {"c": {"mark": "●", "basis": "inferred"}}}],
        }
    ]
}
ROLES: dict[str, Any] = {"roles": [{"id": "r", "name": "役割丙"}]}
FILES = {"courses": COURSES, "skills": SKILLS, "matrix": MATRIX, "roles": ROLES}
SECTIONS = ("untaught", "idle", "unused", "untrained", "undefined", "inferred",
            "disagreements", "accepted")  # fmt: skip


def page(facts: dict[str, Any] | None = None, **files: Any) -> str:
    content = plan(facts, **files)
    context = plan_context(site(content), linked(content)._replace(judged=judged(content)))
    (draft,) = check_report.pages(context)
    return PlanFrame(context).page(draft).body


def test_every_section_is_there_whether_or_not_it_has_rows() -> None:
    for html in (page(), page(**FILES)):
        assert sorted(id for id in ids(html) if id in SECTIONS) == sorted(SECTIONS)


def test_sections_with_rows_stand_in_order_and_zeros_share_a_line() -> None:
    html = page(**FILES)
    with_rows = re.findall(r'<h2 id="(\w+)"', html)
    line = html[html.index('<p class="jz-zeros">') :].partition("</p>")[0]

    assert with_rows == [one for one in SECTIONS if one in with_rows]
    assert with_rows == ["untaught", "idle", "undefined", "inferred"]
    assert words(line) == "0件：表による違い、確認済みの警告"
    assert {*re.findall(r'id="(\w+)"', html.partition("<h2")[0])} == {*SECTIONS} - {*with_rows}


def test_the_strip_has_only_what_is_not_zero() -> None:
    strip = page(**FILES).partition('<dl class="jz-answers">')[2].partition("</dl>")[0]

    assert re.findall(r"<dt>(.*?)</dt>", strip) == [
        "つながっていないところ",
        "記載のないこと",
        "推定したこと",
    ]
    assert "2件うち2件は、編集者が確かめていない" in words(strip)


def test_a_plan_that_sets_nothing_is_told_why_nothing_was_looked_at() -> None:
    html = page()
    assert "スキルマップの記載がないため" in element(html, "untaught")
    assert "研修の記載がない" in element(html, "unused")
    assert "研修コースの記載がない" in element(html, "untrained")


def test_what_nobody_has_looked_at_is_told_apart_from_what_is_accepted() -> None:
    open_part = element(page(**FILES), "untaught")
    assert '<a href="../skills/s.html">技能一</a>' in open_part
    assert "確かめていない" in open_part
    suppress = [{"code": "skill-not-taught", "reason": "[技能一](skill:s)は実務で学ぶ。"}]
    html = page({"suppress": suppress}, **FILES)
    part = element(html, "untaught")
    assert "確認済み" in part
    assert "は実務で学ぶ。" in part
    assert "確かめていない" not in part
    accepted = element(html, "accepted")
    assert '<a href="../../rules/skill-not-taught.html">' in accepted
    assert "計画の全体" in accepted


def test_a_rule_is_linked_where_it_is_spoken_of() -> None:
    part = element(page(**FILES), "idle")
    assert '<a href="../../rules/course-teaches-nothing-required.html">' in part
    assert '<a href="../courses/k.html">研修甲</a>' in part


def test_kinds_without_file_are_linked() -> None:
    part = element(page(**FILES), "undefined")
    assert '<a href="../schedule/index.html">スケジュール</a>' in part
    assert '<a href="../courses/index.html">' not in part


def test_hours_nobody_looked_for_stand_apart_from_undefined_ones() -> None:
    ways = [{"format": "video", "hours": "undefined"}]
    courses = [*COURSES["courses"], {"id": "l", "name": "研修乙", "deliveries": ways}]
    text = words(element(page(courses={"courses": courses}), "undefined"))
    assert "時間の記載がない研修1件研修乙" in text
    assert "時間が未確認の研修1件未確認" in text


def test_months_headcounts_targets_and_blanks() -> None:
    lane = {
        "id": "l",
        "name": "行",
        "items": [{"name": "会", "kind": "event", "months": "undefined"}],
    }
    schedule = {"schedules": [{"id": "y", "name": "予定", "lanes": [lane]}]}
    roles = {"roles": [{"id": "r", "name": "役割丙", "headcount": {"value": "undefined"}}]}
    value = {"year": "2025", "value": "undefined"}
    targets = {"targets": [{"id": "t", "name": "目標丁", "unit": "people", "values": [value]}]}
    blank = {"id": "b", "label": "○名", "type": "number", "meaning": "数。"}
    html = page({"placeholders": [blank]}, schedule=schedule, roles=roles, targets=targets)
    text = words(element(html, "undefined"))
    assert "月の分からない予定1件予定会" in text
    assert "人数の記載がない役割・レベル1件役割丙記載なし" in text
    assert "値の示されていない目標1件目標丁令和7年度" in text
    assert "ひな形の空欄1件○名" in text


def test_inferred_facts_are_counted_with_links() -> None:
    part = element(page(**FILES), "inferred")
    assert "スキルマップの記号" in part
    assert '<a href="../skills/s.html">技能一</a>' in part


def test_every_sort_of_inferred_fact_has_a_name() -> None:
    possible = {
        sort
        for file in PLAN_FILES
        for collection, kind in file.collections.items()
        for model in (file.model.model_fields[collection].annotation.__args__[0],)  # type: ignore[union-attr]
        for sort in possible_sorts(kind, model)
    }
    assert possible == set(INFERRED_NAMES)


def test_tables_that_disagree_are_shown() -> None:
    tables = {"tables": [{"id": "a", "name": "表1"}, {"id": "b", "name": "表2"}]}
    ways = [
        {"format": "video", "hours": hours, "table": table}
        for hours, table in (("2", "a"), ("3", "b"))
    ]
    courses = {"courses": [{"id": "k", "name": "研修甲", "deliveries": ways}]}
    text = words(element(page(tables, courses=courses), "disagreements"))
    assert "表1表2" in text
    assert "違いあり" in text


@pytest.mark.parametrize(
    ("plan", "untaught"),
    {
        # ツール6, 情報システム8, 管理監督職2; 推奨する研修 is for the other 13
        "tokyo-template": 16,
        # every stage of the tables names its skills
        "toyonaka": 0,
    }.items(),
)
def test_one_definition_of_an_untaught_skill(
    real_pages: dict[str, Page], plan: str, untaught: int
) -> None:
    matrix = real_pages[f"{plan}/skills/matrix.html"].body
    skills = set(re.findall(r'<th scope="row"><a href="([a-z0-9-]+)\.html"', matrix))
    bodies = {skill: real_pages[f"{plan}/skills/{skill}.html"].body for skill in skills}
    denied = {
        skill
        for skill, body in bodies.items()
        if "jz-absent" in body and "courses" in unstated(body)
    }
    assert len(skills) > 20
    part = element(real_pages[f"{plan}/check/index.html"].body, "untaught")
    told = set(re.findall(r'href="../skills/([a-z0-9-]+).html"', part))
    assert told == denied
    assert len(told) == untaught
