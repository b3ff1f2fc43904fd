"""全国地方公共団体コード: the check digit, and what is suggested for a wrong one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jinzai.model.plan import MunicipalityCode

code: TypeAdapter[str] = TypeAdapter(MunicipalityCode)


# From the ministry's list of codes (総務省「全国地方公共団体コード」).
@pytest.mark.parametrize(
    "text",
    ["010006", "011002", "130001", "131016", "270008", "271004", "272035", "272108", "473821"],
)
def test_published_codes_are_valid(text: str) -> None:
    assert code.validate_python(text) == text


@given(st.integers(0, 5), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(position: int, difference: int) -> None:
    right = "272108"
    digit = str((int(right[position]) + difference) % 10)
    wrong = right[:position] + digit + right[position + 1 :]
    with pytest.raises(ValidationError) as caught:
        code.validate_python(wrong)
    assert caught.value.errors()[0]["type"] == "malformed-code"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("272100", "272108"),
        ("27210", "272108"),
        ("10006", "010006"),
        ("２７２１０８", ""),
        ("27-210", ""),
        ("2721080", ""),
    ],
)
def test_a_wrong_code_is_refused_with_what_was_probably_meant(text: str, meant: str) -> None:
    with pytest.raises(ValidationError) as caught:
        code.validate_python(text)
    assert caught.value.errors()[0]["ctx"]["meant"] == meant
