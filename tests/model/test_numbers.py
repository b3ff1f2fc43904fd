"""Numbers: any text either gives the number that it literally says, or is refused."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jinzai.model.numbers import Amount, Count, FiscalYear, Month, NumberRange, Quantity, Whole

amount: TypeAdapter[Decimal] = TypeAdapter(Amount)
whole: TypeAdapter[int] = TypeAdapter(Whole)
month: TypeAdapter[int] = TypeAdapter(Month)
year: TypeAdapter[int] = TypeAdapter(FiscalYear)
quantity: TypeAdapter[Any] = TypeAdapter(Quantity)
count: TypeAdapter[Any] = TypeAdapter(Count)

# Digits, and what YAML, spreadsheets and people put among them.
number_like = st.text(
    alphabet="0123456789.-+:,_eExXbo０１２９．年度令和元平成時間〜 ~½²٣", max_size=12
)


def _code(adapter: TypeAdapter[Any], text: object) -> tuple[str, str]:
    """The error for a text: its code and what was probably meant."""
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(text)
    error = caught.value.errors()[0]
    return error["type"], str(error.get("ctx", {}).get("meant", ""))


@given(st.one_of(st.text(), number_like))
def test_any_text_gives_the_number_that_it_says_or_is_refused(text: str) -> None:
    try:
        number = amount.validate_python(text)
    except ValidationError:
        return
    assert text.isascii()
    assert set(text) <= set("0123456789.")
    assert str(number) == text
    assert text == "0" or not text.startswith("0") or text.startswith("0.")


@given(st.one_of(st.text(), number_like))
def test_any_text_gives_the_integer_that_it_says_or_is_refused(text: str) -> None:
    try:
        number = whole.validate_python(text)
    except ValidationError:
        return
    assert str(number) == text


@given(st.integers(0, 10**9))
def test_every_integer_is_read_as_itself(number: int) -> None:
    assert whole.validate_python(str(number)) == number
    assert amount.validate_python(str(number)) == number


@given(st.decimals(0, 10**6, places=2))
def test_every_decimal_keeps_its_digits(number: Decimal) -> None:
    assert str(amount.validate_python(str(number))) == str(number)


@given(number_like)
def test_a_suggestion_is_itself_a_number(text: str) -> None:
    for adapter in (amount, whole):
        try:
            adapter.validate_python(text)
        except ValidationError as error:
            meant = str(error.errors()[0].get("ctx", {}).get("meant", ""))
            assert not meant or meant.lstrip("-").replace(".", "", 1).isdigit()


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("12:30", "ambiguous-number", ""),
        ("0123", "ambiguous-number", ""),
        ("1_000", "ambiguous-number", ""),
        ("1,000", "ambiguous-number", ""),
        ("0x10", "ambiguous-number", ""),
        ("1e3", "ambiguous-number", ""),
        ("２", "full-width-number", "2"),
        ("２.５", "full-width-number", "2.5"),
        ("令和7年度", "era-year", "2025"),
        ("令和元年度", "era-year", "2019"),
        ("平成31年", "era-year", "2019"),
        ("2時間", "not-a-number", ""),
        ("約100人", "not-a-number", ""),
        ("1〜2", "not-a-number", ""),
        ("1/2", "not-a-number", ""),
        ("no", "not-a-number", ""),
        ("", "not-a-number", ""),
        ("-1", "number-out-of-range", ""),
        ("-0", "number-out-of-range", ""),
        ("令和" + "9" * 5000, "not-a-number", ""),
        ("9" * 5000, "number-out-of-range", ""),
    ],
)
def test_what_yaml_or_people_could_mean_otherwise_is_refused(
    text: str, code: str, meant: str
) -> None:
    found = _code(amount, text)
    assert found[0] == code
    assert len(meant) < 10
    if len(text) < 100:
        assert found[1] == meant


def test_a_number_keeps_its_digits() -> None:
    assert str(amount.validate_python("1.10")) == "1.10"


def test_a_fraction_is_out_of_range_for_an_integer() -> None:
    assert _code(month, "6.5") == ("number-out-of-range", "")
    assert _code(month, "13")[0] == "number-out-of-range"
    assert _code(year, "27")[0] == "number-out-of-range"


def test_undefined_not_applicable_zero_and_a_blank_are_four_values() -> None:
    found = [
        quantity.validate_python(value)
        for value in ("undefined", "not-applicable", "0", {"placeholder": "count"})
    ]
    assert len({repr(value) for value in found}) == 4
    assert found[2] == 0


def test_a_range_keeps_both_ends() -> None:
    found = quantity.validate_python({"min": "1", "max": "2.5"})
    assert found == NumberRange(min="1", max="2.5")  # type: ignore[arg-type]
    assert (found.min, found.max) == (Decimal(1), Decimal("2.5"))


@pytest.mark.parametrize("value", [["2"], {"mn": "2"}, True])
def test_what_is_no_scalar_is_no_number(value: object) -> None:
    with pytest.raises(ValidationError):
        count.validate_python(value)
