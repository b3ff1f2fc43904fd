"""The page of a curriculum: its path with running sums, its goals, and the curricula around it."""

import re
from collections.abc import Mapping
from typing import Any

from jinzai.render.plan import curriculum
from tests.render.sample_plans import element, plan, plan_pages, unstated, words

ROLES = {"roles": [{"id": "lead", "name": "推進役"}]}
COURSES = {
    "courses": [
        {"id": "a", "name": "基礎", "deliveries": [{"format": "video", "hours": "2"}]},
        {"id": "b", "name": "応用", "deliveries": [{"format": "in-person", "hours": "3"}]},
        {"id": "c", "name": "実習"},
    ]
}


def page(id: str, *curricula: Mapping[str, Any]) -> str:
    """The body of the page of a curriculum of the only role."""
    content = plan(
        roles=ROLES,
        skills={"skills": [{"id": "s", "name": "集める"}]},
        courses=COURSES,
        curricula={"curricula": [{"role": "lead", **one} for one in curricula]},
    )
    return plan_pages(curriculum.pages, content)[f"sample/curricula/{id}.html"].body


def stage(*courses: str) -> Mapping[str, Any]:
    return {"id": "s", "name": "段階", "items": [{"course": id} for id in courses]}


def test_hours_run_up_and_a_course_without_hours_is_counted_apart() -> None:
    html = page(
        "x", {"id": "x", "name": "課程", "order": "stated", "stages": [stage("a", "b", "c")]}
    )
    assert "時間の合計5時間（ほかに時間の記載がない研修1件）" in words(html)
    said = words(element(html, "path"))
    assert said.index("基礎") < said.index("応用") < said.index("実習")
    assert "5時間・時間の記載なし1件" in words(html)


def strip(html: str) -> dict[str, str]:
    """What stands at the top below each label."""
    found = re.findall(r'<div class="jz-answer"><dt>(.*?)</dt>(.*?)</div>', html)
    return {words(label): words(said) for label, said in found}


def test_the_page_first_says_for_whom_how_long_and_how_many() -> None:
    known = strip(page("x", {"id": "x", "name": "課程", "stages": [stage("a", "b", "c")]}))
    assert known == {
        "受ける人": "推進役",
        "時間": "5時間時間の記載がない研修1件は含まない",
        "載っている研修": "3件",
    }
    unknown = strip(page("x", {"id": "x", "name": "課程", "stages": [stage("c")]}))
    assert unknown == {"受ける人": "推進役", "載っている研修": "1件時間の記載はない"}


def test_goals_and_skills_stand_as_the_plan_states_them() -> None:
    html = page(
        "x",
        {
            "id": "x",
            "name": "課程",
            "goals": ["一人で進められる"],
            "covers": [{"skill": "s", "basis": "inferred"}],
            "stages": [stage("a")],
        },
    )
    assert "一人で進められる" in words(element(html, "goals"))
    assert '<a href="../skills/s.html">集める</a>' in element(html, "skills")
    assert "推定" in words(element(html, "skills"))


def test_what_the_plan_does_not_state_is_one_line() -> None:
    html = page("x", {"id": "x", "name": "課程", "stages": [stage("a")]})
    assert unstated(html) == ["goals", "skills", "related"]


def test_curricula_lead_to_those_before_and_after_them() -> None:
    curricula = (
        {"id": "x", "name": "初級", "stages": [stage("a")]},
        {"id": "y", "name": "中級", "after": ["x"], "stages": [stage("b")]},
    )
    first, second = page("x", *curricula), page("y", *curricula)
    after = first[first.index('class="jz-way__after"') :]
    before = second[second.index('class="jz-way__before"') : second.index('class="jz-way__now"')]
    assert words(after).startswith('class="jz-way__after">修了すると受けられる中級3時間')
    assert '<a href="y.html">中級</a>' in after
    assert words(before) == 'class="jz-way__before">受講条件初級2時間<div'
    assert '<a href="x.html">初級</a>' in before
    assert strip(first)["修了すると受けられる"] == "中級"
    assert strip(second)["受講条件"] == "初級"


def test_a_curriculum_leads_to_the_role_s_others() -> None:
    html = page(
        "x",
        {"id": "x", "name": "甲", "stages": [stage("a")]},
        {"id": "y", "name": "乙", "stages": [stage("b")]},
    )
    assert "同じ役割のほかのコース乙" in words(element(html, "related"))


def test_goals_and_skills_of_the_included_curriculum_are_not_absent() -> None:
    inner = {
        "id": "x",
        "name": "課程甲",
        "goals": ["一人で進められる"],
        "covers": [{"skill": "s"}],
        "stages": [stage("a")],
    }
    middle = {"id": "y", "name": "課程乙", "includes": "x", "stages": []}
    outer = {"id": "z", "name": "課程丙", "includes": "y", "stages": [stage("b")]}
    for id in ("y", "z"):
        html = page(id, outer, middle, inner)
        assert 'class="jz-absent"' not in html
        told = words(element(html, "goals"))
        assert told.endswith("含んでいる「課程甲」の到達目標です。一人で進められる")
        assert "含んでいる「課程甲」のスキルです。集める" in words(element(html, "skills"))
    assert strip(html)["載っている研修"] == "1件ほかに課程乙の研修"
    assert "含んでいる" not in words(page("x", outer, middle, inner))
