"""The JSON Schema of every kind of file, for editors' completion and the editing guide.

Pydantic needs a tenth of a second to make the schemas, in every build. So they are also kept beside
this module. A test compares them with the models.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from jinzai.model.kinds import FILE_KINDS, FileKind
from jinzai.model.words import LINE_PATTERN, SLUG_PATTERN

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The dialect that pydantic writes. It is only a name; nothing loads it."""

KEPT: Final = Path(__file__).parent / "schemas"
"""The folder that `build.py schema --out jinzai/model/schemas` writes."""


_ANY: Final = {"type": ["string", "number", "boolean"]}
_WIDER: Final[Mapping[tuple[str, str], Mapping[str, Any]]] = {
    ("string", ""): _ANY,
    ("string", LINE_PATTERN): _ANY,
    ("string", f"^{SLUG_PATTERN}$"): {"type": ["string", "integer"], "minimum": 0},
    # A code without quotation marks is shorter for an editor if it begins with 0.
    ("string", r"^\d{6}$"): {"type": ["string", "integer"], "minimum": 10000, "maximum": 479999},
    ("integer", ""): {"type": ["integer", "string"], "pattern": r"^(?:0|[1-9][0-9]*)$"},
    ("number", ""): {"type": ["number", "string"], "pattern": r"^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"},
}
"""What a scalar may also be, by its type and its pattern."""
_KEPT_AS_IT_IS: Final = ("propertyNames", "examples", "required", "default")


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
    widen(found)
    return found


def widen(found: Any) -> None:
    """Lets every scalar be typed as the build reads it, with or without quotation marks.

    The loader keeps what was typed, so `name: 2025` is a text and `hours: "2"` a number. For an
    editor they are a number and a text. The first type stays the one that is meant.
    """
    if isinstance(found, list):
        for inner in found:
            widen(inner)
    elif isinstance(found, dict):
        kind = found.get("type")
        if isinstance(kind, str) and "enum" not in found and "const" not in found:
            found.update(_WIDER.get((kind, found.get("pattern", "")), {}))
        for name, inner in found.items():
            if name not in _KEPT_AS_IT_IS:
                widen(inner)


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
