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
