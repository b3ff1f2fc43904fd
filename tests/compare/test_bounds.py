from jinzai.compare.bounds import MOST_DETAILED, PLANS_ON_A_PAGE, detailed_plans, first_plans
from jinzai.compare.comparison import Comparison


def test_a_page_shows_the_first_plans(compared: Comparison) -> None:
    plans = tuple(compared.plans.values())

    assert first_plans(plans) == plans
    assert len(first_plans(plans * 5)) == PLANS_ON_A_PAGE


def test_details_are_told_of_all_plans_or_of_none(compared: Comparison) -> None:
    plans = tuple(compared.plans.values())

    assert len(plans) == MOST_DETAILED
    assert detailed_plans(plans) == plans
    assert detailed_plans((*plans, plans[0])) == ()


def test_plans_with_more_to_tell_than_a_page_holds_tell_none(compared: Comparison) -> None:
    # 豊中市: 40 skills in areas and 71 areas of roles; three of it fit, four do not
    plan = compared.plans["toyonaka"]

    assert detailed_plans((plan,) * 3) == (plan,) * 3
    assert detailed_plans((plan,) * 4) == ()
