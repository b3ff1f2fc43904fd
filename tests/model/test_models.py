"""What every model promises: frozen, closed, and explained in Japanese."""

import re
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from .models import KINDS, all_models

MODELS = all_models()
FIELDS = [(model, name, field) for model in MODELS for name, field in model.model_fields.items()]
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def _field_id(value: object) -> str:
    return (
        value.__name__ if isinstance(value, type) else str(value) if isinstance(value, str) else ""
    )


def test_all_kinds_of_file_are_looked_at() -> None:
    assert {kind.model for kind in KINDS} <= set(MODELS)
    assert len(MODELS) > 40


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_is_frozen_and_refuses_keys_that_it_does_not_know(model: type[BaseModel]) -> None:
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_unknown_key_is_an_error(kind: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.model.model_validate({"nmae": "x"})
    assert "extra_forbidden" in [error["type"] for error in caught.value.errors()]


@pytest.mark.parametrize(("model", "name", "field"), FIELDS, ids=_field_id)
def test_a_field_is_explained_in_japanese(
    model: type[BaseModel], name: str, field: FieldInfo
) -> None:
    assert field.title
    assert JAPANESE.search(field.title) or field.title == "id"
    assert field.description
    assert JAPANESE.search(field.description)
    assert field.description.endswith("。")


@pytest.mark.parametrize(("model", "name", "field"), FIELDS, ids=_field_id)
def test_a_fields_examples_are_what_the_field_takes(
    model: type[BaseModel], name: str, field: FieldInfo
) -> None:
    assert field.examples
    kind: Any = field.annotation
    for mark in field.metadata:
        kind = Annotated[kind, mark]
    if field.discriminator is not None:
        kind = Annotated[kind, field.discriminator]
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    for example in field.examples:
        adapter.validate_python(example)


def test_a_value_cannot_be_changed() -> None:
    term = MODELS[[model.__name__ for model in MODELS].index("Term")]
    made = term.model_validate({"id": "bpr", "term": "BPR", "description": "業務改革。"})
    with pytest.raises(ValidationError):
        made.term = "DX"  # type: ignore[attr-defined]
