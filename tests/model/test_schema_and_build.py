"""What the build reads of a scalar, an editor with the JSON Schema takes too, and the reverse."""

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from jinzai.model.numbers import Amount, FiscalYear, Month, Whole
from jinzai.model.plan import Issuer
from jinzai.model.schema import widen
from jinzai.model.words import Line, NewId, Prose, Slug

_TYPES: dict[str, Any] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool,
}  # fmt: skip


def as_editor_reads(typed: str) -> object:
    """A plain scalar as YAML 1.2's core schema reads it; a quoted one is a text."""
    if typed.startswith('"'):
        return typed.strip('"')
    if typed in ("true", "false"):
        return typed == "true"
    if re.fullmatch(r"[-+]?\d+", typed):
        return int(typed)
    return float(typed) if re.fullmatch(r"[-+]?\d+\.\d+", typed) else typed


def editor_takes(typed: str, schema: dict[str, Any]) -> bool:
    """Whether JSON Schema's words for scalars hold: each looks only at values of its own type."""
    value = as_editor_reads(typed)
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if isinstance(value, bool):
        return "boolean" in kinds
    if not any(isinstance(value, _TYPES[kind]) for kind in kinds):
        return False
    if isinstance(value, str):
        fits = re.search(schema.get("pattern", ""), value) is not None
        return fits and schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 99999)
    assert isinstance(value, (int, float))
    return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))


def build_takes(typed: str, kind: Any) -> bool:
    """Whether the model reads the text as it was typed."""
    try:
        TypeAdapter(kind).validate_python(typed.strip('"'))
    except ValidationError:
        return False
    return True


KINDS: dict[str, Any] = {
    "line": Line, "prose": Prose, "slug": Slug, "new id": NewId,
    "whole": Whole, "amount": Amount, "month": Month, "year": FiscalYear,
}  # fmt: skip
TYPED = (
    *("2025", '"2025"', "2", '"2"', "2.5", '"2.5"', "0", "13", "-1", '"-1"', "true", '"true"'),
    *("1.10", "DX", '"DX"', "dx-basic", "7月", '"1,000"', '""'),
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("typed", TYPED)
def test_build_and_editor_agree(kind: str, typed: str) -> None:
    schema = TypeAdapter(KINDS[kind]).json_schema()
    widen(schema)
    if kind in ("month", "year") and typed.startswith('"'):
        # Bounds of a quoted number cannot be said in a schema: only its form is.
        assert editor_takes(typed, schema) or not build_takes(typed, KINDS[kind])
        return
    if (kind in ("slug", "new id")) and typed == "true":
        assert build_takes(typed, KINDS[kind])
        return
    assert editor_takes(typed, schema) == build_takes(typed, KINDS[kind])


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("272108", True), ('"272108"', True), ("010006", True), ("27210", True), ("市", False)],
)
def test_an_editor_takes_the_code_of_an_issuer_with_and_without_quotes(
    typed: str, taken: bool
) -> None:
    schema = Issuer.model_json_schema()["properties"]["code"]
    widen(schema)
    (code,) = [one for one in schema["anyOf"] if one.get("type") != "null"]
    assert editor_takes(typed, code) is taken
