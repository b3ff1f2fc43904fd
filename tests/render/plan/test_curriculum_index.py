"""The index of curricula: role by role, with columns only where the plan fills them."""

import re
from collections.abc import Mapping
from typing import Any

from jinzai.render.plan import curriculum_index
from tests.render.sample_plans import plan, plan_page, words

ROLES = {
    "roles": [
        {"id": "lead", "name": "推進役", "levels": [{"id": "l1", "name": "初級"}]},
        {"id": "staff", "name": "全職員"},
        {"id": "guest", "name": "助言者"},
    ]
}
COURSES = {
    "courses": [{"id": "a", "name": "基礎", "deliveries": [{"format": "video", "hours": "2"}]}]
}
STAGE = {"id": "s", "name": "段階", "items": [{"course": "a"}]}


def page(*curricula: Mapping[str, Any]) -> str:
    content = plan(roles=ROLES, courses=COURSES, curricula={"curricula": curricula})
    return plan_page(curriculum_index.pages, content)


def test_curricula_stand_by_role_in_the_order_of_the_roles() -> None:
    html = page(
        {"id": "y", "name": "乙課程", "role": "staff", "stages": [STAGE]},
        {"id": "x", "name": "甲課程", "role": "lead", "stages": [STAGE]},
    )
    assert html.index('href="x.html"') < html.index('href="y.html"')
    assert "2時間" in words(html)


def test_roles_without_curricula_are_named() -> None:
    html = page({"id": "x", "name": "甲課程", "role": "lead", "stages": [STAGE]})
    before, _, without = html.partition('href="x.html"')
    assert "../roles/guest.html" not in before
    assert '<a href="../roles/staff.html">全職員</a>' in without
    assert '<a href="../roles/guest.html">助言者</a>' in without


def test_a_column_that_would_be_empty_is_left_out() -> None:
    bare = page({"id": "x", "name": "甲課程", "role": "lead", "stages": [STAGE]})
    levelled = page({"id": "x", "name": "甲課程", "role": "lead", "level": "l1", "stages": [STAGE]})
    assert '<th scope="col">レベル</th>' not in bare
    assert '<th scope="col">レベル</th>' in levelled
    assert "初級" in words(levelled)


def flows(*curricula: Mapping[str, Any]) -> list[str]:
    html = page(*({"role": "staff", "stages": [STAGE], **one} for one in curricula))
    found = re.findall(r'<ol class="jz-flow">(.*?)</ol>', html, re.DOTALL)
    return ["→".join(words(one) for one in re.findall("<li>(.*?)</li>", flow)) for flow in found]


def test_curricula_that_follow_each_other_stand_in_one_line() -> None:
    first = {"id": "x", "name": "初級"}
    second = {"id": "y", "name": "中級", "after": ["x"]}
    third = {"id": "z", "name": "上級", "after": ["y"]}

    assert flows(third, first, second) == ["初級2時間→中級2時間→上級2時間"]
    assert flows(first) == []


def test_what_is_finished_together_stands_together_and_each_end_has_a_line() -> None:
    every = (
        {"id": "a", "name": "甲"},
        {"id": "b", "name": "乙"},
        {"id": "c", "name": "丙", "after": ["a", "b"]},
        {"id": "d", "name": "丁", "after": ["a"]},
    )

    assert flows(*every) == ["甲2時間と乙2時間→丙2時間", "甲2時間→丁2時間"]


def test_a_plan_without_curricula_says_so() -> None:
    html = plan_page(curriculum_index.pages, plan(roles=ROLES))
    assert "の記載はありません" in words(html)
    assert "<table" not in html
