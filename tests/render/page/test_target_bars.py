from decimal import Decimal

from jinzai.model.numbers import Absence, NumberRange, PlaceholderValue
from jinzai.render.page.target_bars import Scale, TargetBar

RANGE = NumberRange(min=Decimal(10), max=Decimal(20))


def test_the_largest_number_is_the_longest_bar() -> None:
    scale = Scale([Decimal(30), Decimal(90)])

    assert scale.bar(Decimal(30)) == TargetBar("33.3", "33.3", "0")
    assert scale.bar(Decimal(90)) == TargetBar("100", "100", "0")


def test_one_number_alone_has_nothing_to_be_compared_with() -> None:
    assert Scale([Decimal(30), Absence.UNDEFINED]).bar(Decimal(30)) is None
    assert Scale([]).bar(Decimal(30)) is None


def test_only_zeros_are_not_drawn() -> None:
    assert Scale([Decimal(0), Decimal(0)]).bar(Decimal(0)) is None


def test_a_whole_is_the_scale_unless_a_number_exceeds_it() -> None:
    assert Scale([Decimal(25)], 100).bar(Decimal(25)) == TargetBar("25", "25", "0")
    assert Scale([Decimal(25), Decimal(200)], 100).bar(Decimal(25)) == TargetBar(
        "12.5", "12.5", "0"
    )


def test_a_range_has_two_ends() -> None:
    assert Scale([RANGE, Decimal(40)]).bar(RANGE) == TargetBar("25", "50", "0")


def test_a_part_is_no_longer_than_its_bar() -> None:
    scale = Scale([Decimal(10), Decimal(20)])

    assert scale.bar(Decimal(10), Decimal(5)) == TargetBar("50", "50", "25")
    assert scale.bar(Decimal(10), Decimal(15)) == TargetBar("50", "50", "50")


def test_what_is_no_number_has_no_bar() -> None:
    scale = Scale([Decimal(10), Decimal(20)])

    for amount in (*Absence, PlaceholderValue(placeholder="count")):
        assert scale.bar(amount) is None
    assert scale.bar(Decimal(10), Absence.UNDEFINED) == TargetBar("50", "50", "0")
