"""The index of roles: tiers, roles beside and outside them, and parts below their parents."""

import re
from collections.abc import Mapping
from typing import Any

from jinzai.render.plan import role_index
from tests.render.sample_plans import ids, plan, plan_page, unstated, words

ROLES = [
    {"id": "top", "name": "責任者", "standing": "tier"},
    {"id": "low", "name": "推進員", "standing": "tier", "purpose": "業務を変える。"},
    {"id": "help", "name": "支援役", "standing": "beside"},
    {"id": "guest", "name": "助言者", "standing": "outside"},
    {"id": "part", "name": "推進員補", "part_of": "low", "standing": "outside"},
]


def group(html: str, id: str) -> str:
    """The rows of a group."""
    rows = html[html.index(f'<tr class="jz-group" id="{id}">') :]
    return rows[: rows.index("</tbody>")]


def cells(html: str, title: str) -> list[str]:
    """What a column says, row by row."""
    return [
        words(cell) for cell in re.findall(rf'data-label="{title}">(.*?)</td>', html, re.DOTALL)
    ]


def page(*roles: Mapping[str, Any], **files: Any) -> str:
    return plan_page(role_index.pages, plan(roles={"roles": roles}, **files))


def test_roles_stand_where_the_plan_s_picture_has_them() -> None:
    html = page(*ROLES)
    assert [id for id in ids(html) if id in ("tier", "beside", "outside")] == [
        "tier",
        "beside",
        "outside",
    ]
    tiers = group(html, "tier")
    assert tiers.index("責任者") < tiers.index("推進員")
    assert "支援役" in group(html, "beside")
    assert "助言者" in group(html, "outside")


def test_a_part_stands_below_its_parent_whatever_its_own_standing() -> None:
    html = page(*ROLES)
    assert "推進員補" in group(html, "tier")
    assert "推進員補" not in group(html, "outside")
    assert '<th scope="row" class="jz-part jz-part--1"><a href="part.html">' in html


def test_roles_of_one_standing_need_no_group() -> None:
    html = page(*ROLES[:2])
    assert "jz-group" not in html
    assert "上から順に並べています" in html


def test_a_row_says_whom_the_role_is_for_and_how_many_it_needs() -> None:
    html = page(
        {
            "id": "low",
            "name": "推進員",
            "audience": "指名された者。毎年変わる。",
            "headcount": {"value": 40},
        }
    )
    assert cells(html, "だれがなる") == ["指名された者"]
    assert cells(html, "人数と目標") == ["40人"]


def test_the_last_value_of_each_target_stands_with_its_level_and_time() -> None:
    role = {"id": "low", "name": "推進員", "levels": [{"id": "one", "name": "初級"}]}
    targets = [
        {
            "id": "a",
            "name": "初級の人数",
            "role": "low",
            "level": "one",
            "unit": "people",
            "values": [{"year": "2025", "value": "10"}, {"year": "2026", "value": "30"}],
        },
        {
            "id": "b",
            "name": "受講率",
            "role": "low",
            "unit": "percent",
            "share_of": "全職員",
            "values": [{"within": "5", "value": "100"}],
        },
    ]
    html = page(role, targets={"targets": targets})
    said = "全職員のうち100%（5年以内）、初級30人（令和8年度（2026年度））"
    assert cells(html, "人数と目標") == [said]
    assert "推進員1レベル" in words(html)


def test_a_target_without_a_number_is_no_missing_target() -> None:
    sample = {"id": "a", "name": "人数", "role": "low", "unit": "people"}
    target: dict[str, Any] = {**sample, "values": [{"value": "undefined"}]}
    html = page({"id": "low", "name": "推進員"}, targets={"targets": [target]})
    assert cells(html, "人数と目標") == ["目標の数は記載なし（時期の記載なし）"]
    assert "people" not in unstated(html)


def test_a_column_with_little_in_it_becomes_a_sentence() -> None:
    roles = [{"id": f"r{number}", "name": f"役割{number}"} for number in range(9)]
    following: list[dict[str, Any]] = [{**one, "next": [{"role": "r0"}]} for one in roles[1:]]
    kept = page(roles[0], *following[:3], *roles[4:])
    html = page(roles[0], *following[:2], *roles[3:])

    assert cells(kept, "次にめざす役割")[:2] == ["記載なし", "役割0"]
    assert cells(html, "次にめざす役割") == []
    sentence = "次にめざす役割が書かれているのは、役割1（役割0）、役割2（役割0）です。"
    assert sentence in words(html)
    assert sentence not in words(kept)


def test_what_no_role_has_is_named_as_not_stated() -> None:
    html = page({"id": "low", "name": "推進員"})
    assert unstated(html) == ["who", "people", "next"]
    assert cells(html, "だれがなる") == []


def test_targets_of_no_role_are_not_denied() -> None:
    target = {"id": "a", "name": "全体", "unit": "people", "values": [{"value": "3"}]}
    html = page({"id": "low", "name": "推進員"}, targets={"targets": [target]})
    assert unstated(html) == ["who", "next"]


def test_training_that_stands_elsewhere_is_not_denied() -> None:
    course = {"id": "c", "name": "基礎"}
    stage = {"id": "s", "name": "段階", "items": [{"course": "c"}]}
    every = {"id": "k", "name": "課程", "role": "staff", "audience": "all-staff", "stages": [stage]}
    own = {"id": "k", "name": "課程", "role": "whole", "stages": [stage]}
    text = {"id": "told", "name": "管理者", "training_in_text": "研修を行う。"}
    staff = {"id": "staff", "name": "職員"}
    guest = {"id": "guest", "name": "助言者", "standing": "outside"}
    whole = {"id": "whole", "name": "全体"}
    part = {"id": "part", "name": "部分", "part_of": "whole"}

    def found(curriculum: Mapping[str, Any], *roles: Mapping[str, Any]) -> list[str]:
        files = {"courses": {"courses": [course]}, "curricula": {"curricula": [curriculum]}}
        return cells(page(*roles, **files), "研修")

    assert found(every, staff, text, whole) == ["1", "文章だけにある", "全職員の研修だけ"]
    assert found(every, staff, guest) == ["1", "記載なし"]
    assert found(own, whole, part, staff) == ["1", "上位の役割にある", "記載なし"]
    below = {**own, "role": "part"}
    assert found(below, whole, part) == ["内訳の役割ごとにある", "1"]


def test_a_row_counts_skills_and_courses() -> None:
    matrix = {
        "id": "m",
        "name": "表",
        "legend": [{"mark": "●", "requirement": "required", "label": "必要"}],
        "columns": [{"id": "x", "role": "low"}],
        "rows": [{"skill": "s", "marks": {"x": "●"}}],
    }
    html = page(
        {"id": "low", "name": "推進員"},
        {"id": "other", "name": "ほかの役割"},
        skills={"skills": [{"id": "s", "name": "集める"}]},
        matrix={"matrices": [matrix]},
    )
    assert cells(html, "スキル") == ["1", "記載なし"]


def test_a_plan_without_roles_says_so() -> None:
    assert "の記載はありません" in words(plan_page(role_index.pages, plan()))


def test_people_from_outside_are_found_though_no_role_stands_outside() -> None:
    def outside(**more: str) -> str:
        roles = {"roles": [{"id": "r", "name": "専門家", "standing": "beside", **more}]}
        html = plan_page(role_index.pages, plan(roles=roles))
        return html[html.index('id="outside"') - 20 :]

    for sourcing in ("external", "both"):
        html = outside(sourcing=sourcing)
        assert "外部から登用する人のいる役割：専門家" in words(html)
        assert "ここに当たる役割の記載はありません" not in words(html)
    assert "ここに当たる役割の記載はありません" in words(outside(sourcing="internal"))
    assert "外部から登用する人のいる役割" not in words(outside(standing="outside"))
