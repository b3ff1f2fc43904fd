"""The page of a skill: who needs it, what teaches it, what it builds on."""

import re
from collections.abc import Mapping
from typing import Any

from jinzai.render.plan import skill
from tests.render.sample_plans import element, plan, plan_pages, unstated, words

ROLES = {
    "roles": [
        {
            "id": "lead",
            "name": "推進役",
            "levels": [{"id": "l1", "name": "初級"}, {"id": "l2", "name": "上級"}],
        },
        {"id": "staff", "name": "全職員"},
        {"id": "chief", "name": "責任者", "extends": {"role": "staff"}},
    ]
}
SKILLS = {
    "categories": [
        {"id": "tech", "name": "技術"},
        {"id": "data", "name": "データ", "part_of": "tech"},
    ],
    "skills": [
        {"id": "base", "name": "集める", "category": "data", "definition": "数を集める。"},
        {"id": "next", "name": "読み解く", "builds_on": ["base"]},
    ],
}


def matrix(**marks: str) -> Mapping[str, Any]:
    columns = [
        {"id": "one", "role": "lead", "level": "l1"},
        {"id": "two", "role": "lead", "level": "l2"},
        {"id": "all", "role": "staff"},
    ]
    legend = [
        {"mark": "●", "requirement": "required", "label": "必要"},
        {"mark": "△", "requirement": "conditional", "label": "業務による"},
    ]
    rows = [{"skill": "base", "marks": marks}]
    one = {"id": "m", "name": "表", "legend": legend, "columns": columns, "rows": rows}
    return {"matrices": [one]}


def page(id: str = "base", **files: Any) -> str:
    content = plan(roles=ROLES, skills=SKILLS, **files)
    return plan_pages(skill.pages, content)[f"sample/skills/{id}.html"].body


def test_levels_that_need_it_alike_are_said_once() -> None:
    said = words(element(page(matrix=matrix(one="●", two="●")), "roles"))
    assert "推進役●すべてのレベル必要" in said


def test_levels_that_need_it_otherwise_are_said_one_by_one() -> None:
    said = words(element(page(matrix=matrix(one="△", two="●")), "roles"))
    assert "△初級業務による●上級必要" in said
    assert "すべてのレベル" not in said


def test_a_role_that_inherits_it_says_from_where() -> None:
    html = element(page(matrix=matrix(all="●")), "roles")
    assert "全職員●必要この役割で求める" in words(html)
    assert '<a href="../roles/staff.html">全職員</a>から引き継ぐ' in html


def test_a_course_that_teaches_it_says_whether_that_is_inferred() -> None:
    courses = {
        "courses": [
            {"id": "a", "name": "基礎", "teaches": [{"skill": "base"}]},
            {"id": "b", "name": "応用", "teaches": [{"skill": "base", "basis": "inferred"}]},
        ]
    }
    html = element(page(courses=courses), "courses")
    stated, inferred = html.index("計画に記載"), html.index("推定")
    assert html.index("基礎") < stated < html.index("応用") < inferred


def test_a_skill_that_a_curriculum_alone_names_is_not_called_untaught() -> None:
    stages = [{"id": "s", "name": "段階", "items": []}]
    one = {"id": "k", "name": "コース甲", "role": "lead", "covers": [{"skill": "base"}]}
    html = page(curricula={"curricula": [{**one, "stages": stages}]})
    assert unstated(html) == ["roles"]
    assert '<a href="../curricula/k.html">コース甲</a>' in element(html, "courses")
    assert strip(html)["学べる研修コース"] == "研修コース1件コース甲"


def test_categories_run_from_the_outermost_inwards() -> None:
    assert "分類技術›データ" in words(page())


def test_skills_lead_to_what_they_build_on_and_what_builds_on_them() -> None:
    assert '前提となるスキル</dt><dd><a href="base.html">集める</a>' in page("next")
    assert (
        '次に身に付けるスキル</dt><dd><span class="jz-name"><a href="next.html">読み解く</a>'
        in page("base")
    )


def test_what_nobody_states_is_said() -> None:
    html = page("next")
    assert "分類記載なし" in words(html)
    assert unstated(html) == ["roles", "courses", "practice"]


def strip(html: str) -> dict[str, str]:
    """The answers by their questions, each with its note."""
    found = re.findall(r'<div class="jz-answer"><dt>(.*?)</dt>(.*?)</div>', html, re.DOTALL)
    return {label: words(rest) for label, rest in found}


def test_the_strip_says_who_needs_it_from_which_level_and_what_teaches_it() -> None:
    courses = [
        {"id": f"c{number}", "name": f"研修{number}", "teaches": [{"skill": "base"}]}
        for number in range(5)
    ]
    html = page(matrix=matrix(two="●", all="●"), courses={"courses": courses})

    assert strip(html) == {
        "求める役割": "役割3件推進役、全職員、責任者",
        "どのレベルから": "推進役上級から",
        "学べる研修": "研修5件研修0、研修1、研修2ほか2件",
    }
    assert strip(page("next")) == {"前提": "スキル1件集める"}


def test_the_strip_says_nothing_of_what_the_plan_does_not_state() -> None:
    assert "jz-answers" not in page()
