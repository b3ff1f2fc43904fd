"""Numbers in words."""

from decimal import Decimal

import pytest

from jinzai.model.number_words import number_in_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4万", "40000"),
        ("1.5億", "150000000"),
        ("1億2千万", "120000000"),
        ("3千5百", "3500"),
        ("二十七", "27"),
        ("二〇二五", "2025"),
        ("十", "10"),
        ("1,234,567", "1234567"),
        ("4万5,000", "45000"),
        ("0", "0"),
        ("2.5", "2.5"),
    ],
)
def test_a_number_in_words(text: str, number: str) -> None:
    assert number_in_words(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "万", "数十", "1,23", "半", "4万人", "1.2.3", "千百万億", "5十5百", "-3", "9" * 41]
)
def test_no_number(text: str) -> None:
    assert number_in_words(text) is None
