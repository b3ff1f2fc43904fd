"""The index of roles: tiers, roles beside and outside them, and parts below their parents."""

from collections.abc import Mapping
from typing import Any

from jinzai.render.plan import role_index
from tests.render.sample_plans import ids, plan, plan_page, section, words

ROLES = [
    {"id": "top", "name": "責任者", "standing": "tier"},
    {"id": "low", "name": "推進員", "standing": "tier", "purpose": "業務を変える。"},
    {"id": "help", "name": "支援役", "standing": "beside"},
    {"id": "guest", "name": "助言者", "standing": "outside"},
    {"id": "part", "name": "推進員補", "part_of": "low", "standing": "outside"},
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
    tiers = section(html, "tier")
    assert tiers.index("責任者") < tiers.index("推進員")
    assert "支援役" in section(html, "beside")
    assert "助言者" in section(html, "outside")


def test_a_part_stands_below_its_parent_whatever_its_own_standing() -> None:
    html = page(*ROLES)
    assert "推進員補" in section(html, "tier")
    assert "推進員補" not in section(html, "outside")


def test_a_card_says_what_the_role_is_for_and_how_many_it_needs() -> None:
    html = page(
        {"id": "low", "name": "推進員", "purpose": "業務を変える。", "headcount": {"value": 40}}
    )
    said = words(html)
    assert "業務を変える。" in said
    assert "40人" in said


def test_a_card_counts_skills_and_curricula() -> None:
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
    assert words(html).count("スキル1件") == 1


def test_a_plan_without_roles_says_so() -> None:
    assert "の記載はありません" in words(plan_page(role_index.pages, plan()))


def test_people_from_outside_are_found_though_no_role_stands_outside() -> None:
    def outside(**more: str) -> str:
        roles = {"roles": [{"id": "r", "name": "専門家", "standing": "beside", **more}]}
        return section(plan_page(role_index.pages, plan(roles=roles)), "outside")

    for sourcing in ("external", "both"):
        html = outside(sourcing=sourcing)
        assert "外部から登用する人のいる役割：専門家" in words(html)
        assert "ここに当たる役割の記載はありません" not in words(html)
    assert "ここに当たる役割の記載はありません" in words(outside(sourcing="internal"))
    assert "外部から登用する人のいる役割" not in words(outside(standing="outside"))
