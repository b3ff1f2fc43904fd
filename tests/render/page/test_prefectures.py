"""Plans by prefecture, and how many a list holds."""

from jinzai.link.summary import PlanSummary
from jinzai.model.content import PlanContent
from jinzai.render.page.prefectures import (
    PLANS_ON_A_SHEET,
    Prefecture,
    prefectures,
)
from jinzai.render.page.room import PLANS_ON_A_PAGE, are_few
from tests.render.sample_plans import linked, plan


def of(id: str, code: str | None, prefecture: str | None = None) -> PlanSummary:
    issuer = {"name": "市", "code": code, "prefecture": prefecture}
    content: PlanContent = plan({"id": id, "issuer": issuer})
    return linked(content).summary


def test_plans_stand_by_the_code_of_their_prefecture_those_without_last() -> None:
    found = prefectures(
        [of("x", None, "大阪府"), of("b", "272108", "大阪府"), of("a", "130001", "東京都")]
    )
    assert [(one.code, one.name, [plan.id for plan in one.plans]) for one in found] == [
        ("13", "東京都", ["a"]),
        ("27", "大阪府", ["b"]),
        ("00", "都道府県の分からない計画", ["x"]),
    ]


def test_a_prefecture_is_named_by_the_first_plan_that_names_it() -> None:
    found = prefectures([of("a", "272108"), of("b", "272035", "大阪府")])
    assert [one.name for one in found] == ["大阪府"]


def test_a_page_holds_so_many_plans_and_no_more() -> None:
    assert are_few(PLANS_ON_A_PAGE)
    assert not are_few(PLANS_ON_A_PAGE + 1)


def test_a_list_of_many_plans_goes_on_on_further_sheets() -> None:
    one = of("a", None)
    many = Prefecture("00", "", (one,) * (PLANS_ON_A_SHEET + 1))
    assert [len(sheet) for sheet in many.sheets] == [PLANS_ON_A_SHEET, 1]
    assert Prefecture("00", "", (one,)).sheets == ((one,),)
