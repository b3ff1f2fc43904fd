import re
from typing import Any

import pytest

from jinzai.model.content import PlanContent
from jinzai.render.page.place import plan_context
from jinzai.render.plan import targets
from jinzai.render.plan.target_stairs import Stairs
from tests.render.sample_plans import linked, plan, plan_page, site, words

ROLES = {
    "roles": [
        {
            "id": "leader",
            "name": "推進員",
            "levels": [{"id": f"l{n}", "name": f"レベル{n}"} for n in (1, 2, 3)],
        },
        {"id": "other", "name": "職員"},
    ]
}
PART = {"value": "60", "year": "2024", "note": "前年度の受講者。"}


def target(level: int | None, *values: object, **more: Any) -> dict[str, Any]:
    years = enumerate(values, 2025)
    return {
        "id": f"t{level or 0}",
        "name": "目標",
        "role": "leader",
        **({"level": f"l{level}"} if level else {}),
        "unit": "people",
        "values": [{"year": str(year), "value": str(value)} for year, value in years],
        **more,
    }


def content(*every: dict[str, Any]) -> PlanContent:
    return plan(roles=ROLES, targets={"targets": every})


def drawn(*every: dict[str, Any]) -> tuple[Stairs, ...]:
    facts = content(*every)
    (draft,) = targets.pages(plan_context(site(facts), linked(facts)))
    assert isinstance(draft.view, targets.TargetsView)
    return draft.view.stairs


THREE = (target(3, 0, 10, 30), target(2, 20, 40, 60), target(1, 100, 130, 150))


def test_each_year_has_a_step_of_each_level_with_its_number_on_one_scale() -> None:
    (one,) = drawn(*THREE)
    steps = [(step.x, step.text, step.height) for step in one.wide.steps]

    assert [text for _, text, _ in steps] == ["100", "20", "130", "40", "10", "150", "60", "30"]
    assert {text: height for _, text, height in steps} == {
        "150": 300,
        "130": 260,
        "100": 200,
        "60": 120,
        "40": 80,
        "30": 60,
        "20": 40,
        "10": 20,
    }
    assert len({x for x, _, _ in steps}) == 3
    assert all(step.y + step.height == one.wide.floor for step in one.wide.steps)


def test_the_highest_steps_stand_behind_and_each_level_has_a_tone() -> None:
    (one,) = drawn(*THREE)
    last = one.wide.steps[-3:]

    assert [step.text for step in last] == ["150", "60", "30"]
    assert [step.tone for step in last] == [2, 3, 4]


def test_all_numbers_are_said_in_words_a_zero_too() -> None:
    (one,) = drawn(*THREE)

    assert one.label == (
        "推進員の目標。レベル1は令和7年度 100人、令和8年度 130人、令和9年度 150人。"
        "レベル2は令和7年度 20人、令和8年度 40人、令和9年度 60人。"
        "レベル3は令和7年度 0人、令和8年度 10人、令和9年度 30人。"
    )
    assert one.title == "：令和9年度にレベル1 150人、レベル2 60人、レベル3 30人"


def test_a_part_reached_in_the_year_before_is_a_dashed_step_and_told() -> None:
    first = target(1, 100, 130)
    first["values"][0]["includes"] = [PART]
    (one,) = drawn(first)

    assert one.wide.before is not None
    assert (one.wide.before.text, one.wide.before.height) == ("60人", round(60 * 300 / 130))
    assert [column.era for column in one.wide.columns] == ["令和6年度", "令和7年度", "令和8年度"]
    assert one.remark == "点線の枠は、令和7年度の100人に含まれる60人：前年度の受講者。"


def test_the_narrow_drawing_fits_a_phone_and_has_the_same_steps() -> None:
    (one,) = drawn(*THREE)

    assert one.narrow.width <= 358
    assert [step.text for step in one.narrow.steps] == [step.text for step in one.wide.steps]


@pytest.mark.parametrize(
    "every",
    [
        pytest.param([target(1, 100)], id="one-year"),
        pytest.param([target(1, 100, "undefined")], id="no-number"),
        pytest.param([target(1, 50, 60, unit="percent")], id="a-share"),
        pytest.param([target(1, 100, 130), target(2, 99, 129)], id="numbers-without-room"),
        pytest.param([target(1, 100, 50), target(2, 50, 100)], id="levels-cross"),
        pytest.param([target(1, 100, 130), target(1, 40, 50, id="same")], id="one-level-twice"),
        pytest.param([target(1, *range(10, 80, 10))], id="many-years"),
        pytest.param([target(1, 0, 0)], id="nothing-but-zeros"),
    ],
)
def test_what_cannot_be_drawn_legibly_has_no_stairs(every: list[dict[str, Any]]) -> None:
    assert not drawn(*every)


def test_roles_have_stairs_of_their_own() -> None:
    other = target(None, 5, 8, role="other")
    found = drawn(target(1, 100, 130), other)

    assert [one.role.text for one in found] == ["推進員", "職員"]
    assert found[1].title == "：令和8年度に8人"
    assert not found[1].wide.names


def test_what_is_drawn_as_stairs_has_no_bars_too_and_stands_in_the_table() -> None:
    html = plan_page(targets.pages, content(*THREE))

    assert html.count('role="img"') == 2
    assert 'id="bars"' not in html
    table = html[html.index("<tbody>") : html.index("</tbody>")]
    assert re.findall(r'<tr id="target-(t\d)">', table) == ["t1", "t2", "t3"]
    assert "100人130人150人" in words(table)


def strip(*every: dict[str, Any], roles: dict[str, Any] | None = None) -> list[str]:
    html = plan_page(targets.pages, plan(roles=roles or ROLES, targets={"targets": every}))
    found = re.findall(r'<div class="jz-answer">(.*?)</div>', html)
    return [words(one) for one in found]


def test_few_targets_by_year_are_the_first_answers() -> None:
    assert strip(*THREE) == [
        "推進員レベル1150人令和9年度。令和7年度は100人",
        "推進員レベル260人令和9年度。令和7年度は20人",
        "推進員レベル330人令和9年度。令和7年度は0人",
    ]


def test_many_targets_by_year_are_counted() -> None:
    assert strip(*(target(1, 10, 20, id=f"t{n}") for n in range(5))) == [
        "年度ごとの目標5件令和7〜8年度（2025〜2026年度）の毎年度"
    ]


def test_other_targets_are_counted_by_kind_with_their_values() -> None:
    blank = {"id": "count", "label": "○名", "type": "number", "meaning": "人数。"}
    values: list[tuple[str, dict[str, Any]]] = [
        ("percent", {"within": "5", "value": "70"}),
        ("people-per-office", {"within": "5", "value": "1"}),
        ("people", {"within": "5", "value": {"placeholder": "count"}}),
        ("people", {"value": "undefined"}),
    ]
    every = [
        {"id": f"t{number}", "name": "目標", "unit": unit, "values": [value]}
        for number, (unit, value) in enumerate(values)
    ]
    facts = plan({"placeholders": [blank]}, targets={"targets": every})
    html = plan_page(targets.pages, facts)
    found = re.findall(r'<div class="jz-answer">(.*?)</div>', html)

    assert [words(one) for one in found] == [
        "割合の目標1件70%",
        "人数の目標1件1所属あたり1人",
        "数が空欄の目標1件自治体ごとに数を入れる",
        "数の記載がない目標1件",
    ]


def test_without_targets_the_page_first_says_how_many_people_roles_have() -> None:
    roles = {
        "roles": [
            {"id": "a", "name": "甲", "headcount": {"value": "450"}},
            {"id": "b", "name": "乙", "headcount": {"value": "undefined"}},
        ]
    }

    assert strip(roles=roles) == ["甲450人役割の規模として"]
