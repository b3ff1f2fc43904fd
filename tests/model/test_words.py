"""Ids, lines, prose, readings and dates."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jinzai.model.words import (
    LINE_LENGTH,
    SITE_FOLDERS,
    SLUG_LENGTH,
    Date,
    Kana,
    Line,
    NewId,
    NewPlanId,
    Prose,
    Slug,
    is_new_id,
    is_new_plan_id,
    is_slug,
)

ADAPTERS: dict[str, TypeAdapter[str]] = {
    "slug": TypeAdapter(Slug),
    "new-id": TypeAdapter(NewId),
    "new-plan-id": TypeAdapter(NewPlanId),
    "line": TypeAdapter(Line),
    "prose": TypeAdapter(Prose),
    "kana": TypeAdapter(Kana),
    "date": TypeAdapter(Date),
}


def _code(name: str, text: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        ADAPTERS[name].validate_python(text)
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize("text", ["a", "dx-leader", "level-1", "2024", "a" * SLUG_LENGTH])
def test_slugs(text: str) -> None:
    assert ADAPTERS["slug"].validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "-a", "a-", "a--b", "é", "役割", "a b", "a\n", "a" * (SLUG_LENGTH + 1)]
)
def test_what_is_no_slug(text: str) -> None:
    assert _code("slug", text) == "malformed-id"
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["index", "matrix", "con", "nul", "com1", "lpt9"])
def test_ids_that_a_page_or_windows_needs(text: str) -> None:
    assert _code("new-id", text) == "reserved-id"
    assert is_slug(text)
    assert not is_new_id(text)


@given(st.text())
def test_a_slug_is_ascii_and_safe_in_an_address(text: str) -> None:
    if is_slug(text):
        assert text.isascii()
        assert not set(text) & set("/\\.:?#% \n")


@pytest.mark.parametrize("name", ["line", "prose"])
@pytest.mark.parametrize("text", ["", " ", "\u3000", "\n"])
def test_blank_text_is_empty(name: str, text: str) -> None:
    assert _code(name, text) == "empty-value"


def test_a_line_is_one_line_of_limited_length() -> None:
    assert _code("line", "甲\n乙") == "not-one-line"
    assert _code("line", "甲" * (LINE_LENGTH + 1)) == "text-too-long"
    assert ADAPTERS["line"].validate_python("甲" * LINE_LENGTH)


@pytest.mark.parametrize("text", ["でーたりかつよう", "ディーエックス", "DX・えーあい 2"])
def test_readings(text: str) -> None:
    assert ADAPTERS["kana"].validate_python(text) == text


@pytest.mark.parametrize("text", ["業務", "", "ｶﾅ", "か、な"])
def test_what_is_no_reading(text: str) -> None:
    assert _code("kana", text) == "malformed-kana"


@pytest.mark.parametrize("text", ["2025-02", "2025-02-14", "2025-12-31", "2024-02-29"])
def test_dates(text: str) -> None:
    assert ADAPTERS["date"].validate_python(text) == text


@pytest.mark.parametrize(
    "text",
    ["2025", "2025-2", "2025-13", "2025-02-32", "２０２５-０２", "",
     "２０２５-02", "2025-02-30", "2023-02-29", "2025-04-31", "0000-01", "2025-02\n"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert _code("date", text) == "malformed-date"


@pytest.mark.parametrize("text", [*sorted(SITE_FOLDERS), "index", "con"])
def test_plan_ids_that_the_site_needs(text: str) -> None:
    assert _code("new-plan-id", text) == "reserved-id"
    assert not is_new_plan_id(text)
    assert is_new_id(text) is (text in SITE_FOLDERS), "an entity may be called so"
