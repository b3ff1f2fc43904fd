"""JSON Schema of every kind of file, for editors' completion and the editing guide."""

import json
from collections.abc import Iterator
from typing import Any, Final

from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES, FileKind

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The dialect that pydantic writes; a name, not an address that anything loads."""


def schema(kind: FileKind) -> dict[str, Any]:
    """The JSON Schema of one kind of file.

    Every property has a Japanese `title`, `description` and `examples`. A property that holds a
    reference has `x-reference`, the kind of entity that it must name.
    """
    found = kind.model.model_json_schema(mode="validation")
    found = {
        "$schema": DIALECT,
        **found,
        "title": kind.title,
        "description": f"{kind.title}を書くファイルの定義。",
    }
    _drop_code_texts(found)
    _drop_nulls(found)
    return found


def schemas() -> Iterator[tuple[str, str]]:
    """File name and text of every schema, `roles.schema.json` and so on."""
    for kind in (*PLAN_FILES, CHAPTER, FRAMEWORK):
        text = json.dumps(schema(kind), ensure_ascii=False, indent=2)
        yield f"{kind.name}.schema.json", text + "\n"


def _drop_code_texts(found: dict[str, Any]) -> None:
    """Removes the English docstrings and class names of models: editors would show them."""
    for definition in found.get("$defs", {}).values():
        definition.pop("description", None)
        definition.pop("title", None)


def _drop_nulls(found: Any) -> None:
    """Removes null from optional fields: a field without a value is left out, never empty."""
    if isinstance(found, list):
        for inner in found:
            _drop_nulls(inner)
    elif isinstance(found, dict):
        members = [member for member in found.get("anyOf", ()) if member != {"type": "null"}]
        if len(members) == 1:
            del found["anyOf"]
            found.update({**members[0], **found})
        elif members:
            found["anyOf"] = members
        if found.get("default", ...) is None:
            del found["default"]
        for inner in found.values():
            _drop_nulls(inner)
