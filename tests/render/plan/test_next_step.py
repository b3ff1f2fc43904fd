"""The pages of next steps: what is new, from the plan's own skills, courses and conditions."""

import re
from typing import Any

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.page.place import plan_context
from jinzai.render.plan import next_step, role
from jinzai.render.plan.ladder import MOST_LOOSE
from tests.calls import lines_of
from tests.render.sample_plans import (
    linked,
    plan,
    plan_pages,
    section,
    site,
    unstated,
    words,
)

LEVELS = [
    {"id": "one", "name": "レベル1"},
    {
        "id": "two",
        "name": "レベル2",
        "definition": "率いる。",
        "evidence": ["研修の修了。"],
        "source": {"page": 7},
    },
]
LEGEND = [
    {"mark": "●", "requirement": "required", "label": "必要"},
    {"mark": "★", "requirement": "conditional", "label": "業務により必要"},
]
COURSES = {
    "courses": [
        {
            "id": "a",
            "name": "研修甲",
            "deliveries": [{"format": "video", "hours": "2"}],
            "teaches": [{"skill": "s"}],
        },
        {"id": "b", "name": "研修乙", "deliveries": [{"format": "video", "hours": "50"}]},
    ]
}
SKILLS = {"skills": [{"id": id, "name": f"技{id}"} for id in ("s", "t", "u")]}


def matrix(columns: list[dict[str, Any]], **marks: dict[str, str]) -> dict[str, Any]:
    rows = [{"skill": skill, "marks": marked} for skill, marked in marks.items()]
    one = {"id": "m", "name": "表", "legend": LEGEND, "columns": columns, "rows": rows}
    return {"matrices": [one]}


def levelled(**files: Any) -> PlanContent:
    """A role with two levels: s is kept, t grows from ★ to ●, u is new."""
    columns = [
        {"id": "x", "role": "r", "level": "one"},
        {"id": "y", "role": "r", "level": "two"},
    ]
    marks = {"s": {"x": "●", "y": "●"}, "t": {"x": "★", "y": "●"}, "u": {"y": "★"}}
    every: dict[str, Any] = {
        "roles": {"roles": [{"id": "r", "name": "役割", "levels": LEVELS}]},
        "skills": SKILLS,
        "courses": COURSES,
        "matrix": matrix(columns, **marks),
        **files,
    }
    return plan(**every)


def curriculum(id: str, role_id: str, *courses: str, **more: Any) -> dict[str, Any]:
    stages = [{"id": "s", "name": "段階", "items": [{"course": one} for one in courses]}]
    return {"id": id, "name": f"課程{id}", "role": role_id, "stages": stages, **more}


def steps(content: PlanContent) -> dict[str, Page]:
    return plan_pages(next_step.pages, content)


def test_a_level_has_a_page_unless_it_is_the_lowest() -> None:
    assert list(steps(levelled())) == ["sample/roles/r--two.html"]
    html = plan_pages(role.pages, levelled())["sample/roles/r.html"].body
    assert '<a href="r--two.html">レベル1から進む</a>' in html


def test_only_what_is_new_or_grew_stronger_is_shown() -> None:
    html = section(steps(levelled())["sample/roles/r--two.html"].body, "skills")
    assert "技t（これまでは★）" in words(html)
    assert "業務により必要技u" in words(html)
    assert "技s" not in words(html)
    assert "これまでのスキル1件が引き続き要ります" in words(html)
    assert "この計画に学べる研修の記載がないスキル2件：技t、技u" in words(html)


def test_a_skill_stands_beside_the_course_that_teaches_it() -> None:
    teaching = {
        "courses": [
            {**COURSES["courses"][0], "teaches": [{"skill": "u"}]},
            COURSES["courses"][1],
        ]
    }
    html = section(steps(levelled(courses=teaching))["sample/roles/r--two.html"].body, "skills")
    assert '<td><a href="../courses/a.html">研修甲</a></td>' in html
    assert "この計画に学べる研修の記載がないスキル1件：技t" in words(html)


def test_conditions_are_those_of_the_level_and_of_its_training() -> None:
    first = curriculum("c", "r", "a", level="one")
    second = curriculum("d", "r", "b", level="two", after=["c"])
    page = steps(levelled(curricula={"curricula": [first, second]}))["sample/roles/r--two.html"]
    assert words(section(page.body, "conditions")) == "満たす条件研修の修了。先に課程cを修了"
    courses = words(section(page.body, "courses"))
    assert "課程d段階50時間受講条件課程c2時間" in courses
    assert "研修乙動画50時間" in courses
    assert "研修甲" not in courses
    head = words(page.body[: page.body.index("<h2")])
    assert "新しく身に付けるスキル2件" in head
    assert "受ける50時間" in head
    assert "満たす条件研修の修了。先に課程cを修了" in head


def test_what_the_plan_leaves_open_is_named_as_such() -> None:
    bare = {
        "roles": [{"id": "r", "name": "役割", "levels": [{"id": "one", "name": "一"}, LEVELS[1]]}]
    }
    html = steps(plan(roles=bare))["sample/roles/r--two.html"].body
    assert unstated(html) == ["skills", "courses", "targets"]
    strip = html[: html.index("jz-absent")]
    assert "新しく身に付けるスキル" not in words(strip)


def many_levels(number: int, loose: int) -> PlanContent:
    """A role with a curriculum, a target and a skill for each level, and more without a level.

    Another role leads to each level.
    """
    ids = [f"l{at}" for at in range(number)]
    own = [curriculum(f"c-{id}", "r", f"k-{id}", level=id, after=["first"]) for id in ids]
    apart = [curriculum(f"u{at}", "r", f"v{at}") for at in range(loose)]
    every = [curriculum("first", "r", "v"), *own, *apart]
    courses = [item["course"] for one in every for item in one["stages"][0]["items"]]
    of_each = {"name": "目標", "role": "r", "unit": "people", "values": [{"value": "1"}]}
    levels = [{"id": id, "name": id} for id in ids]
    other = {"id": "other", "name": "別", "next": [{"role": "r", "level": id} for id in ids]}
    return plan(
        roles={"roles": [{"id": "r", "name": "役割", "levels": levels}, other]},
        courses={"courses": [{"id": id, "name": f"研修{id}"} for id in courses]},
        curricula={"curricula": every},
        targets={"targets": [{"id": f"t-{id}", "level": id, **of_each} for id in ids]},
        skills={"skills": [{"id": f"s-{id}", "name": f"技{id}"} for id in ids]},
        matrix={"matrices": [matrix_of(id) for id in ids]},
    )


def matrix_of(level: str) -> dict[str, Any]:
    """The table of one level. In one table for all, the cells would be a square of the levels."""
    columns = [{"id": "x", "role": "r", "level": level}]
    (made,) = matrix(columns, **{f"s-{level}": {"x": "●"}})["matrices"]
    return {**made, "id": f"m-{level}"}


def test_the_steps_of_many_levels_take_work_in_line_with_the_levels() -> None:
    def work(number: int) -> int:
        content = many_levels(number, number)
        context = plan_context(site(content), linked(content))
        return lines_of(lambda: list(next_step.pages(context)))

    assert work(120) < 2.1 * work(60)


def test_the_levels_of_a_role_take_work_in_line_with_their_number() -> None:
    def work(number: int) -> int:
        content = many_levels(number, number)
        return lines_of(lambda: plan_pages(role.pages, content))

    work(2)  # Templates are compiled.
    assert work(120) < 2.1 * work(60)


def test_many_curricula_of_no_level_are_named_on_the_page_of_the_role_alone() -> None:
    few = steps(many_levels(2, MOST_LOOSE - 1))["sample/roles/r--l1.html"].body
    assert words(section(few, "courses")).count("課程u") == MOST_LOOSE - 1
    assert "ほかのレベルの分からない" not in words(few)
    content = many_levels(2, MOST_LOOSE + 4)
    html = section(steps(content)["sample/roles/r--l1.html"].body, "courses")
    assert words(html).count("課程u") == MOST_LOOSE - 1
    more = "ほかのレベルの分からない研修コース：<a href="
    assert f'{more}"r.html#courses">5件</a>' in html
    page = plan_pages(role.pages, content)["sample/roles/r.html"].body
    assert 'id="courses"' in page
    assert words(page).count("研修v10ほか5件") == 2
    assert all(f"課程u{at}" in words(page) for at in range(MOST_LOOSE + 4))


def roles_in_a_row(**more: Any) -> PlanContent:
    """A role, the role after it, and two parts of that one."""
    roles = [
        {"id": "first", "name": "実行", "next": [{"role": "second"}]},
        {"id": "second", "name": "主導", "duties": ["率いる。"]},
        {"id": "part", "name": "主導甲", "part_of": "second"},
        {"id": "other", "name": "主導乙", "part_of": "second"},
    ]
    columns = [{"id": id, "role": id} for id in ("first", "part", "other")]
    marks = {"s": dict.fromkeys(("first", "part", "other"), "●"), "t": {"part": "●"}}
    marks["u"] = {"part": "●", "other": "★"}
    every: dict[str, Any] = {
        "roles": {"roles": roles},
        "skills": SKILLS,
        "courses": COURSES,
        "matrix": matrix(columns, **marks),
        **more,
    }
    return plan({"tables": [{"id": "x", "name": "本表"}, {"id": "y", "name": "一覧"}]}, **every)


def test_the_parts_of_the_next_role_each_have_their_own_new_skills() -> None:
    page = steps(roles_in_a_row())["sample/roles/first--to--second.html"]
    said = words(section(page.body, "skills"))
    assert "主導甲2" in said
    assert "主導乙1" in said
    assert said.count("これまでのスキル1件") == 2
    head = words(page.body[: page.body.index("<h2")])
    assert "スキル2件または1件主導甲では2件主導乙では1件" in head
    assert words(section(page.body, "abilities")) == "できること・担うこと率いる。"


def test_hours_of_two_tables_are_never_one_sum() -> None:
    both = [curriculum("c", "second", "a", table="x"), curriculum("d", "second", "b", table="y")]
    page = steps(roles_in_a_row(curricula={"curricula": both}))[
        "sample/roles/first--to--second.html"
    ]
    head = words(page.body[: page.body.index("<h2")])
    assert "受ける2時間別の表では50時間" in head
    assert "52時間" not in words(page.body)
    assert page.body.count('<section class="jz-route') == 2


def test_the_page_of_a_role_leads_to_its_next_steps() -> None:
    html = plan_pages(role.pages, roles_in_a_row())["sample/roles/first.html"].body
    assert html.count('href="first--to--second.html"') == 2  # the answer, and the role's relations
    assert "次にめざす主導" in words(html)


def test_every_step_of_the_five_plans_has_a_page(real_pages: dict[str, Page]) -> None:
    found = sorted(address for address in real_pages if "--" in address and "/roles/" in address)
    assert len(found) == 12
    leader = real_pages["hirakata/roles/dx-leader--level-2.html"]
    # 第3章の表でレベル2から●になるスキルは5つ
    assert "新しく身に付けるスキル5件" in words(leader.body)
    step = words(real_pages["toyonaka/roles/practitioner--to--leader.html"].body)
    # 区分ごとの表は16時間と6日、または20時間。一覧の表は14時間と10日、19時間と8日、20時間のどれか
    assert "受ける16時間＋6日または20時間" in step
    assert "別の表では14時間＋10日または19時間＋8日または20時間" in step


def test_duties_of_the_parts_of_the_next_role_are_not_absent() -> None:
    roles = [
        {"id": "a", "name": "担当", "next": [{"role": "b"}]},
        {"id": "b", "name": "推進役"},
        {"id": "c", "name": "推進役甲", "part_of": "b", "duties": ["広める。"]},
        {"id": "d", "name": "推進役乙", "part_of": "b", "levels": LEVELS},
    ]
    html = steps(plan(roles={"roles": roles}))["sample/roles/a--to--b.html"].body
    assert "abilities" not in unstated(html)
    assert words(section(html, "abilities")).endswith("推進役甲広める。推進役乙率いる。")


def test_skills_that_no_level_names_are_unsorted_and_not_absent() -> None:
    columns = [{"id": "x", "role": "r"}]
    html = steps(levelled(matrix=matrix(columns, s={"x": "●"}, t={"x": "●"})))[
        "sample/roles/r--two.html"
    ].body
    assert "skills" not in unstated(html)
    assert "役割のスキル2件との対応は、計画に記載がありません" in words(section(html, "skills"))


def test_a_number_of_people_from_outside_is_no_target_of_a_step() -> None:
    roles = [
        {"id": "a", "name": "担当", "next": [{"role": "b"}]},
        {"id": "b", "name": "助言者", "sourcing": "external", "headcount": {"value": 2}},
    ]
    target = {"id": "t", "name": "登用", "role": "b", "unit": "people", "values": [{"value": 1}]}
    made = plan(roles={"roles": roles}, targets={"targets": [target]})
    html = steps(made)["sample/roles/a--to--b.html"].body
    assert "jz-answers" not in html
    told = words(section(html, "targets"))
    assert "人数は、計画に記載がありません。庁外から登用する人についての目標：登用" in told
    assert "1人" not in told


def test_what_comes_first_and_the_hours_are_those_of_each_department_and_part() -> None:
    roles = [
        {"id": "a", "name": "担当", "next": [{"role": "b"}]},
        {"id": "b", "name": "推進役"},
        {"id": "c", "name": "推進役甲", "part_of": "b"},
    ]
    departments = {"departments": [{"id": "x", "name": "各部局"}, {"id": "y", "name": "情報部局"}]}
    more = {"id": "s2", "name": "甲の段階", "only": "甲", "only_role": {"role": "c"}}
    both = curriculum("n", "b", "a", departments=["y"], after=["l"])
    both["stages"].append({**more, "items": [{"course": "b"}]})
    made = plan(
        departments,
        roles={"roles": roles},
        skills=SKILLS,
        courses=COURSES,
        curricula={
            "curricula": [
                curriculum("k", "a", "a", departments=["x"]),
                curriculum("l", "a", "a", departments=["y"]),
                curriculum("m", "b", "a", departments=["x"], after=["k"]),
                both,
            ]
        },
    )
    html = steps(made)["sample/roles/a--to--b.html"].body
    told = words(section(html, "conditions"))
    assert "先に課程kを修了各部局" in told
    assert "先に課程lを修了情報部局" in told
    answered = words(html.partition('class="jz-answers"')[2].partition("</dl>")[0])
    assert "推進役甲では52時間" in answered
    assert "先に課程kを修了部局や計画の表によっては課程l" in answered


def test_many_courses_to_finish_first_are_counted_above_and_named_below() -> None:
    departments = {"departments": [{"id": id, "name": id} for id in ("x", "y", "z")]}
    first = [curriculum(f"k{id}", "a", "a", departments=[id]) for id in ("x", "y", "z")]
    then = [
        curriculum(f"m{id}", "b", "a", departments=[id], after=[f"k{id}"]) for id in ("x", "y", "z")
    ]
    made = plan(
        departments,
        roles={
            "roles": [
                {"id": "a", "name": "甲", "next": [{"role": "b"}]},
                {"id": "b", "name": "乙"},
            ]
        },
        skills=SKILLS,
        courses=COURSES,
        curricula={"curricula": [*first, *then]},
    )
    html = steps(made)["sample/roles/a--to--b.html"].body
    answered = html.partition('class="jz-answers"')[2].partition("</dl>")[0]
    assert "先に課程kxを修了部局や計画の表によってはほかの2コース" in words(answered)
    assert 'href="#conditions"' in answered
    assert {"課程ky", "課程kz"} <= set(re.findall(r"課程k\w", section(html, "conditions")))
