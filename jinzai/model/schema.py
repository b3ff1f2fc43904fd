"""The JSON Schema of every kind of file, for editors' completion and the editing guide.

Pydantic needs a tenth of a second to make the schemas, in every build. So they are also kept beside
this module. A test compares them with the models.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from jinzai.model.kinds import FILE_KINDS, FileKind

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The dialect that pydantic writes. It is only a name; nothing loads it."""

KEPT: Final = Path(__file__).parent / "schemas"
"""The folder that `build.py schema --out jinzai/model/schemas` writes."""


def schema(kind: FileKind) -> dict[str, Any]:
    """The JSON Schema of one kind of file.

    Every property has a Japanese `title`, `description` and `examples`. A property with a reference
    has `x-reference`, which is the kind of entity that it must name.
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


def kept_schema(kind: FileKind) -> dict[str, Any]:
    """The same as `schema`, read from the folder `schemas` beside this module.

    Raises `OSError` if the program is not installed completely.
    """
    found: dict[str, Any] = json.loads((KEPT / _file_name(kind)).read_text("utf-8"))
    return found


def schemas() -> Iterator[tuple[str, str]]:
    """File name and text of every schema: `roles.schema.json` and so on."""
    for kind in FILE_KINDS:
        text = json.dumps(schema(kind), ensure_ascii=False, indent=2)
        yield _file_name(kind), text + "\n"


def _file_name(kind: FileKind) -> str:
    return f"{kind.name}.schema.json"


def _drop_code_texts(found: dict[str, Any]) -> None:
    """Removes the English docstrings and class names of models. Editors would show them."""
    for definition in found.get("$defs", {}).values():
        definition.pop("description", None)
        definition.pop("title", None)


def _drop_nulls(found: Any) -> None:
    """Removes null from optional fields. A field without a value is left out and never empty."""
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
