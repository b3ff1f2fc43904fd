"""Goals, shares and years of the five plans, taken from the published plans by hand.

- 枚方市 第1章（計画期間）、第4章 (4) DX推進リーダーレベル別の到達目標人数
- 大阪市 DX人材育成方針 3-2（3/5）「各所属で複数名」
- 東京都・GovTech東京ひな形 第5章の数値目標
- 豊中市 表紙（令和7年2月）、研修の段階の図（450人・45人）
"""

from decimal import Decimal
from typing import Any, Final

import pytest

from jinzai.compare.comparison import Comparison
from jinzai.compare.profile import PlanProfile, profile
from jinzai.compare.targets import MOST_YEARS, Whole, axis, goals, shares, years
from jinzai.link.catalogue import link_plan
from tests.render.sample_plans import plan as written

# plan: role, level, what the plan says by when
GOALS: Final[dict[str, list[tuple[str | None, str | None, str]]]] = {
    "hirakata": [
        ("dx-leader", "level-3", "2025: 0, 2026: 10, 2027: 30"),
        ("dx-leader", "level-2", "2025: 20, 2026: 40, 2027: 60"),
        ("dx-leader", "level-1", "2025: 100, 2026: 130, 2027: 150"),
    ],
    # 全職員をDX人材としてリスキリングする（人数と時期はない）、各所属に複数名
    "osaka-dx": [("dx-follower", None, "undefined"), ("dx-leader", None, "undefined")],
    "osaka-hr": [],
    "tokyo-template": [
        ("general-staff", None, "within 5: 100"),
        ("general-staff", "step-2", "within 5: 70"),
        ("dx-promoter", None, "within 5: 1"),
        ("dx-promoter", None, "within 5: ○"),
        ("dx-promoter", "step-2", "within 5: 50"),
        ("dx-headquarters", None, "within 5: ○"),
        ("dx-headquarters", "step-2", "within 5: undefined"),
        ("dx-headquarters", "step-3", "within 5: ○"),
        ("information-systems", None, "within 5: ○"),
        ("information-systems", "step-2", "within 5: undefined"),
        ("information-systems", "step-3", "within 5: ○"),
        ("cio-advisor", None, "within 5: 1"),
    ],
    # 図にある人数。期限はない
    "toyonaka": [
        ("expert", None, "undefined"),
        ("leader", None, "45"),
        ("leader-for-digital", None, "undefined"),
        ("leader-for-systems", None, "undefined"),
        ("practitioner", None, "450"),
        ("all-staff", None, "undefined"),
    ],
}
# plan: years of the period that are known, fiscal year of publication, targets by year
YEARS: Final[dict[str, tuple[tuple[int, ...], int | None, dict[int, int]]]] = {
    # 令和7年度から令和9年度まで
    "hirakata": ((2025, 2026, 2027), None, {2025: 3, 2026: 3, 2027: 3}),
    "osaka-dx": ((), None, {}),
    # 令和8年2月改訂は令和7年度
    "osaka-hr": ((), 2025, {}),
    # おおむね5年。始まりは定めていない
    "tokyo-template": ((), None, {}),
    # 令和7年2月は令和6年度。目標年度は令和9年度、始まりは書かれていない
    "toyonaka": ((2027,), 2024, {}),
}


def said(amount: object) -> str:
    return "○" if hasattr(amount, "placeholder") else str(getattr(amount, "value", amount))


def told(plan: PlanProfile) -> list[tuple[str | None, str | None, str]]:
    found = []
    for goal in goals(plan):
        values = [goal.headcount] if goal.headcount else []
        texts = [said(value.value) for value in values]
        for value in goal.target.values if goal.target else ():
            time = str(value.year) if value.year else f"within {value.within}"
            stated = said(value.value)
            texts.append(f"{time}: {stated}" if value.year or value.within else stated)
        role = goal.role.id if goal.role else None
        found.append((role, goal.level.id if goal.level else None, ", ".join(texts)))
    return found


@pytest.mark.parametrize("plan", GOALS)
def test_goals(compared: Comparison, plan: str) -> None:
    assert told(compared.plans[plan]) == GOALS[plan]


def test_a_goal_stands_under_the_classes_of_its_role(compared: Comparison) -> None:
    (goal,) = (
        one
        for one in goals(compared.plans["toyonaka"])
        if one.headcount and one.headcount.value == 45
    )
    assert [entry.partition("/")[2] for entry in goal.classes] == [
        "dx-leader",
        "dx-headquarters",
        "information-systems",
    ]


def test_the_only_share_that_follows_from_published_numbers(compared: Comparison) -> None:
    # 枚方市: 令和7年度のレベル1、100人のうち60人は令和6年度の受講者
    found = [share for plan in compared.plans.values() for share in shares(plan)]
    assert [(one.goal.plan_id, one.value.year, one.part, one.whole) for one in found] == [
        ("hirakata", 2025, Decimal(60), Decimal(100))
    ]
    assert (found[0].percent, found[0].of) == (Decimal("60.0"), Whole.VALUE)


@pytest.mark.parametrize("plan", YEARS)
def test_years(compared: Comparison, plan: str) -> None:
    found = years(compared.plans[plan])
    covered = tuple(year for year in range(2015, 2041) if found.covers(year))
    assert (covered, found.published, dict(found.aims)) == YEARS[plan]


def test_the_axis_runs_from_the_first_year_named_to_the_last(compared: Comparison) -> None:
    assert axis(map(years, compared.plans.values())) == ((2024, 2025, 2026, 2027), True)
    assert axis([years(compared.plans["osaka-dx"])]) == ((), True)


def sample(targets: list[dict[str, Any]], **role: Any) -> PlanProfile:
    levels = [{"id": "one", "name": "レベル1"}]
    roles = [{"id": "leader", "name": "リーダー", "levels": levels, **role}]
    return profile(link_plan(written(roles={"roles": roles}, targets={"targets": targets})))


def target(value: object, **more: Any) -> dict[str, Any]:
    values = [{"year": "2025", "value": value}]
    return {"id": "t", "name": "目標", "unit": "people", "values": values, "role": "leader", **more}


def test_people_at_a_level_are_a_share_of_the_role_where_the_plan_gives_both() -> None:
    at = target("1", level="one")
    (share,) = shares(sample([at], headcount={"value": "8"}))

    assert (share.percent, share.of) == (Decimal("12.5"), Whole.HEADCOUNT)
    assert shares(sample([at], headcount={"value": "undefined"})) == ()
    assert shares(sample([at], headcount={"value": "0"})) == ()
    assert shares(sample([at])) == ()
    assert shares(sample([target("1")], headcount={"value": "8"})) == ()
    assert shares(sample([{**at, "unit": "percent"}], headcount={"value": "8"})) == ()
    assert shares(sample([{**at, "bound": "at-least"}], headcount={"value": "8"})) == ()


def test_half_a_unit_is_rounded_up() -> None:
    (share,) = shares(sample([target("1", level="one")], headcount={"value": "16"}))
    assert share.percent == Decimal("6.3")


def test_the_headcount_of_a_level_is_a_goal() -> None:
    levels = [{"id": "one", "name": "レベル1", "headcount": {"value": "3"}}]
    assert told(sample([], levels=levels)) == [("leader", "one", "3")]


def test_a_target_of_no_role_is_a_goal_of_no_class() -> None:
    (goal,) = goals(sample([{**target("1"), "role": None}]))
    assert (goal.role, goal.classes) == (None, ())


def test_a_long_axis_keeps_its_last_years() -> None:
    far = years(sample([{**target("1"), "values": [{"year": "1990", "value": "1"}]}]))
    near = years(sample([target("1")]))
    assert axis([far, near]) == (tuple(range(2026 - MOST_YEARS, 2026)), False)


def test_one_far_year_does_not_empty_the_axis_of_the_others() -> None:
    far = years(sample([{**target("1"), "values": [{"year": "2100", "value": "1"}]}]))
    near = years(sample([target("1")]))
    found = axis([far, near, near])
    assert 2025 in found.years
    assert len(found.years) == MOST_YEARS


def test_exactly_as_many_years_as_fit_are_whole() -> None:
    first = {"year": f"{2026 - MOST_YEARS}", "value": "1"}
    assert axis(
        [years(sample([{**target("1"), "values": [first]}])), years(sample([target("1")]))]
    ).is_whole
