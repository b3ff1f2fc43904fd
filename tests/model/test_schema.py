"""The JSON Schema of every kind of file."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES, PLAN_KINDS, SYNONYMS, FileKind
from jinzai.model.prose import PROSE_KINDS
from jinzai.model.schema import KEPT, kept_schema, schema, schemas

KINDS = (*PLAN_FILES, CHAPTER, FRAMEWORK, SYNONYMS)
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def _inside(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        for inner in found.values():
            yield from _inside(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from _inside(inner)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_property_is_explained_with_an_example(kind: FileKind) -> None:
    definition = schema(kind)
    for holder in (definition, *definition.get("$defs", {}).values()):
        for name, field in holder.get("properties", {}).items():
            assert {"title", "description", "examples"} <= field.keys(), name
            assert JAPANESE.search(field["description"]), name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_english_or_null_is_left_for_editors_to_show(kind: FileKind) -> None:
    definition = schema(kind)
    assert JAPANESE.search(definition["title"])
    for inner in definition.get("$defs", {}).values():
        assert "description" not in inner
        assert "title" not in inner
    assert not any(found.get("type") == "null" for found in _inside(definition))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_references_name_kinds_that_there_are(kind: FileKind) -> None:
    known = {*PLAN_KINDS, "plan", "entry", "level", "column", "stage"}
    assert {found["x-reference"] for found in _inside(schema(kind)) if "x-reference" in found} <= (
        known
    )


def test_the_keys_of_marks_are_references_to_columns() -> None:
    matrix = schema(next(kind for kind in KINDS if kind.name == "matrix"))
    marks = matrix["$defs"]["Row"]["properties"]["marks"]
    assert marks["propertyNames"]["x-reference"] == "column"


def test_prose_is_marked_as_markdown() -> None:
    text = schema(CHAPTER)["properties"]["text"]
    assert text["contentMediaType"] == "text/markdown"


def test_prose_may_link_to_every_kind_of_the_plan() -> None:
    assert {*PLAN_KINDS, "plan", "entry"} == PROSE_KINDS


def test_the_files_are_named_after_the_kinds_and_hold_json() -> None:
    written = dict(schemas())
    assert list(written) == [f"{kind.name}.schema.json" for kind in KINDS]
    for kind in KINDS:
        assert json.loads(written[f"{kind.name}.schema.json"]) == schema(kind)


@pytest.mark.parametrize("name", [name for name, _ in schemas()])
def test_the_kept_schema_is_that_of_the_model(name: str) -> None:
    """After a change of the model: `python build.py schema --out jinzai/model/schemas`."""
    assert (KEPT / name).read_text("utf-8") == dict(schemas())[name]


def test_nothing_else_is_kept() -> None:
    assert {file.name for file in KEPT.iterdir()} == {name for name, _ in schemas()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kept_schema_reads_as_it_was_made(kind: FileKind) -> None:
    assert kept_schema(kind) == schema(kind)


@pytest.mark.parametrize("name", [name for name, _ in schemas()])
def test_japanese_words_have_full_width_brackets(name: str) -> None:
    text = dict(schemas())[name]
    assert isinstance(text, str)
    said = re.findall(r'"description": "((?:[^"\\]|\\.)*)"', text)
    japanese = [one for one in said if re.search(r"[ぁ-ん]", one)]
    assert japanese
    assert [one for one in japanese if re.search(r"(?<!\])\([^()]*\)", one)] == []
