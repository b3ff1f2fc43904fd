"""Examples as YAML are read back as they are."""

from pathlib import Path
from typing import Any

import pytest

from jinzai.load.document import Document
from jinzai.load.folder import FolderEntry
from jinzai.load.one_file import load_file
from jinzai.model.kinds import FILE_KINDS, FRAMEWORK
from jinzai.model.schema import schema
from jinzai.render.guide.examples import yaml_example


def _read(text: str, folder: Path) -> Any:
    """The value of the key `key`, every scalar as text."""
    path = folder / "a.yaml"
    path.write_text(text + "\n", "utf-8")
    loaded = load_file(FolderEntry("a.yaml", path, "content/a.yaml", False), FRAMEWORK, "", folder)
    assert loaded.findings == ()
    (document,) = loaded.documents
    assert isinstance(document, Document)
    assert document.tree is not None
    assert isinstance(document.tree.value, dict)
    return document.tree.value["key"]


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(inner) for key, inner in value.items()}
    return [_texts(inner) for inner in value] if isinstance(value, list) else str(value)


def _examples() -> list[Any]:
    found = []
    for kind in FILE_KINDS:
        definition = schema(kind)
        for holder in (definition, *definition.get("$defs", {}).values()):
            for value in holder.get("properties", {}).values():
                found += [one for one in value["examples"] if one not in found]
    return found


@pytest.mark.parametrize(
    "value",
    [
        *_examples(),
        "a: b",
        "a # b",
        "#a",
        "- a",
        'a "b"',
        "語: ",
        "終わり:",
        "[a]",
        "*a",
        "",
        " a",
        "a, b",
        {"a": {"b": ["c, d", {"e": "f: g"}]}},
        [["a", "b"], ["c"]],
        [],
        {},
    ],
    ids=str,
)
def test_what_is_written_is_read_back(value: Any, tmp_path: Path) -> None:
    assert _read(yaml_example("key", value), tmp_path) == _texts(value)


def test_short_things_stand_on_one_line_and_long_ones_below_each_other() -> None:
    assert yaml_example("hours", {"min": 1, "max": 2}) == "hours: {min: 1, max: 2}"
    assert yaml_example("courses", [{"id": "a"}]) == "courses:\n  - {id: a}"
    long = {"chapter": "とても長い章の見出しである", "table": "表の名前も長い"}
    assert yaml_example("source", long).count("\n") == 2
