"""The files of わたしの役割: what each says of one plan."""

import json
from typing import Any

from jinzai.compare.issuers import plans_beside
from jinzai.model.content import PlanContent
from jinzai.render.page.place import plan_context
from jinzai.render.site.own_role_files import own_role_file
from tests.render.sample_plans import linked, plan, site

ROLES = {
    "roles": [
        {"id": "head", "name": "主任", "duties": ["一つ。", "二つ。", "三つ。", "四つ。"]},
        {"id": "part", "name": "係員", "part_of": "head", "next": [{"role": "head"}]},
        {"id": "idle", "name": "見習い"},
    ]
}
SKILLS = {"skills": [{"id": "data", "name": "データ"}, {"id": "loose", "name": "使われない"}]}
MATRIX = {
    "matrices": [
        {
            "id": "map",
            "name": "表",
            "legend": [{"mark": "●", "label": "必要", "requirement": "required"}],
            "columns": [{"id": "head", "role": "head"}],
            "rows": [{"skill": "data", "marks": {"head": "●"}}],
        }
    ]
}
COURSES = {
    "courses": [
        {
            "id": "short",
            "name": "短い研修",
            "teaches": [{"skill": "data"}],
            "deliveries": [{"format": "video", "hours": "1.5"}],
        },
        {"id": "lost", "name": "時間のない研修"},
    ]
}
CURRICULA = {
    "curricula": [
        {
            "id": "way",
            "name": "主任の研修",
            "role": "head",
            "order": "stated",
            "stages": [
                {
                    "id": "all",
                    "name": "研修",
                    "items": [
                        {"course": "short"},
                        {
                            "any_of": [
                                {"courses": [{"course": "lost"}]},
                                {"courses": [{"course": "short"}]},
                            ]
                        },
                    ],
                }
            ],
        }
    ]
}


def of(content: PlanContent, *others: PlanContent) -> dict[str, Any]:
    """What the file of `content` hands over."""
    context = site(content, *others)
    beside = plans_beside(context.commons.plans.values())
    file = own_role_file(plan_context(context, linked(content)).own, beside[content.plan.id])
    assert file.address == f"assets/own-roles/{content.plan.id}.js"
    text = file.data.decode()
    begin = f'jinzaiPlan("{content.plan.id}",'
    assert text.startswith(begin)
    read: dict[str, Any] = json.loads(text.removeprefix(begin).removesuffix(");\n"))
    return read


def full() -> dict[str, Any]:
    return of(plan(roles=ROLES, skills=SKILLS, matrix=MATRIX, courses=COURSES, curricula=CURRICULA))


def test_only_skills_that_some_role_asks_for_stand_in_it() -> None:
    (skill,) = full()["skills"]
    assert skill == ['<a href="sample/skills/data.html">データ</a>', [[0, 0]], []]


def test_what_holds_for_a_role_holds_for_its_parts() -> None:
    head, part, idle = full()["roles"]
    assert [one["skillsOf"] for one in (head, part, idle)] == [0, 0, -1]
    assert [one["coursesOf"] for one in (head, part, idle)] == [0, 0, -1]
    assert head["cells"][0][:2] == [0, -1]
    assert part["cells"] == []
    assert head["parts"] == [1]


def test_what_the_plan_does_not_state_is_named() -> None:
    head, part, idle = full()["roles"]
    assert head["lacks"] == ["数値目標"]
    assert part["lacks"] == ["数値目標"]
    assert idle["lacks"] == ["担うこと", "スキル", "研修", "数値目標"]


def test_training_in_a_text_alone_is_training() -> None:
    told = {"id": "told", "name": "語られる人", "training_in_text": "外の研修に出る。"}
    (role,) = of(plan(roles={"roles": [told]}))["roles"]
    assert role["inText"] == "外の研修に出る。"
    assert role["lacks"] == ["担うこと", "スキル", "数値目標"]


def test_a_file_has_three_duties_of_a_role_and_the_number_of_the_others() -> None:
    duties = full()["roles"][0]["duties"]
    assert duties["lines"] == [[-1, "一つ。"], [-1, "二つ。"], [-1, "三つ。"]]
    assert (duties["more"], duties["of"]) == (1, 0)
    assert duties["href"] == "sample/roles/head.html#duties"


def test_the_next_roles_are_links_with_the_page_of_the_step() -> None:
    link = '<a href="sample/roles/head.html">主任</a>'
    assert full()["roles"][1]["next"] == [[link, "sample/roles/part--to--head.html"]]


def test_a_level_has_the_page_of_the_step_to_it() -> None:
    levels = [{"id": "one", "name": "1"}, {"id": "two", "name": "2"}]
    (role,) = of(plan(roles={"roles": [{"id": "r", "name": "役", "levels": levels}]}))["roles"]
    assert [one[3] for one in role["levels"]] == ["", "sample/roles/r--two.html"]


def test_loads_are_whole_numbers_of_one_part_of_the_scale() -> None:
    found = full()
    assert found["scale"] == 10
    # hours, days, unknown, exempt, given, choices, inferred, courses, ways
    assert found["loads"] == [
        [15, 15, 0, 0, 0, 0, 1, 0, 0, 1, 1, []],
        [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, []],
    ]


def test_a_choice_has_its_options_and_says_that_it_is_one() -> None:
    (curriculum,) = full()["curricula"]
    plain, choice = curriculum["stages"][0]["items"]
    assert plain[0] == 0
    assert plain[4] == "1番目"
    assert [[use[0] for use in option] for option in choice["options"]] == [[1], [0]]
    assert choice["options"][1][0][4] == "2番目。2組のうち1組を選ぶ：2組目（1件）"


def test_a_plan_knows_the_other_plans_of_its_municipality() -> None:
    issuer = {"name": "見本市", "code": "271004"}
    one, two = plan({"id": "one", "issuer": issuer}), plan({"id": "two", "issuer": issuer})
    other = plan({"id": "other", "issuer": {"name": "見本市", "code": "130001"}})
    assert of(one, two, other)["beside"] == ["two"]
    assert of(other, one, two)["beside"] == []
