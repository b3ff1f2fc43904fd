"""Lists cut into sheets, and the links to them and between them."""

from jinzai.link.summary import PlanSummary
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace
from jinzai.render.page.prefectures import Prefecture
from jinzai.render.page.room import BYTES_ON_A_PAGE
from jinzai.render.page.sheets import (
    Sheet,
    around,
    first_sheets,
    sheets_of,
)
from tests.render.sample_plans import linked, plan, site

PAGE = "frameworks/areas/data.html"
OSAKA, TOKYO, NOWHERE = (
    Prefecture(code, name, ())
    for code, name in (("27", "大阪府"), ("13", "東京都"), ("00", "不明"))
)
HALF = "x" * (BYTES_ON_A_PAGE // 2)
ITEMS = {"13": [HALF, HALF, "a", "b"], "27": ["c"], "00": []}
LIST = sheets_of((TOKYO, OSAKA, NOWHERE), lambda one: ITEMS[one.code], lambda item: (item,))


def _place(address: str = PAGE) -> PagePlace:
    return site().place(address)


def test_each_prefecture_has_as_many_sheets_as_its_items_take() -> None:
    assert [(one.prefecture.code, one.number, one.sheets, one.items) for one in LIST] == [
        ("13", 1, 2, (HALF, HALF)),
        ("13", 2, 2, ("a", "b")),
        ("27", 1, 1, ("c",)),
    ]


def test_a_sheet_says_its_prefecture_and_its_number_where_there_are_several() -> None:
    assert [one.name for one in LIST] == ["東京都、1枚目", "東京都、2枚目", "大阪府"]
    assert [one.address("a/b.html") for one in LIST] == [
        *("a/b--13.html", "a/b--13--2.html", "a/b--27.html"),
    ]


def test_a_way_leads_to_the_first_sheet_that_has_such_items() -> None:
    found = first_sheets(_place(), "x", LIST, lambda item: item == "a", lambda one: int(one.code))
    assert found == ((Link("東京都", "data--13--2.html#x"), 13),)


def test_sheets_lead_to_those_of_their_prefecture_and_on_through_all() -> None:
    first, second, last = (around(_place(), PAGE, LIST, index) for index in range(3))
    both = (Link("1枚目", "data--13.html"), Link("2枚目", "data--13--2.html"))
    assert (first.sheets, second.sheets, last.sheets) == (both, both, ())
    assert (first.previous, last.next) == (None, None)
    assert first.next == Link("東京都、2枚目", "data--13--2.html")
    assert second.next == Link("大阪府", "data--27.html")
    assert last.previous == first.next


def test_sheets_hold_every_item_once_and_in_order() -> None:
    plans: tuple[PlanSummary, ...] = tuple(linked(plan({"id": f"p{n}"})).summary for n in range(9))
    one = Prefecture("27", "大阪府", plans)
    found: tuple[Sheet[str], ...] = sheets_of(
        [one], lambda it: (plan.id for plan in it.plans), lambda _: (HALF,)
    )
    assert [id for sheet in found for id in sheet.items] == [plan.id for plan in plans]
    assert [len(sheet.items) for sheet in found] == [2, 2, 2, 2, 1]
