"""How much a page holds: by what is printed, and by the number of plans."""

from collections.abc import Iterable

from jinzai.render.page.room import (
    BYTES_ON_A_PAGE,
    MOST_DETAILED,
    PLANS_ON_A_PAGE,
    cut,
    detailed_plans,
    first_plans,
    holds,
    size,
)

HALF = "x" * (BYTES_ON_A_PAGE // 2)


def _itself(text: str) -> Iterable[str]:
    return (text,)


def test_size_counts_bytes() -> None:
    assert size(["あ", "a"]) == 4


def test_a_page_holds_so_many_bytes_and_no_more() -> None:
    assert holds([HALF, HALF])
    assert not holds([HALF, HALF, "x"])


def test_items_stand_together_as_long_as_a_page_holds_them() -> None:
    assert list(cut([HALF, HALF, "x", HALF], _itself)) == [(HALF, HALF), ("x", HALF)]
    assert list(cut([], _itself)) == []


def test_an_item_too_heavy_for_a_page_stands_alone() -> None:
    heavy = HALF * 3
    assert list(cut(["a", heavy, "b", "c"], _itself)) == [("a",), (heavy,), ("b", "c")]


def test_all_pieces_of_an_item_count() -> None:
    assert list(cut([1, 2], lambda _: (HALF, "x"))) == [(1,), (2,)]


def test_a_group_has_no_more_items_than_are_asked_for() -> None:
    assert list(cut("abcde", _itself, 2)) == [("a", "b"), ("c", "d"), ("e",)]


def test_a_page_shows_the_first_plans() -> None:
    plans = tuple(range(PLANS_ON_A_PAGE + 1))
    assert first_plans(plans) == plans[:-1]
    assert first_plans(plans[:2]) == plans[:2]


def test_details_are_told_of_all_plans_or_of_none() -> None:
    plans = ("a",) * (MOST_DETAILED + 1)
    assert detailed_plans(plans[:-1], _itself) == plans[:-1]
    assert detailed_plans(plans, _itself) == ()


def test_plans_with_more_to_tell_than_a_page_holds_tell_none() -> None:
    assert detailed_plans([HALF] * 2, _itself) == (HALF, HALF)
    assert detailed_plans([HALF] * 3, _itself) == ()
