"""Examples as YAML in the style of content/: short values stand on one line.

This module writes only what the models' examples contain: texts, numbers, lists and mappings.
`jinzai.load` reads the YAML back as the same values. A test checks that.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

_WIDTH: Final = 48
"""The largest width of a list or a mapping on one line. Full-width characters count twice."""

# A text that neither YAML nor a reader takes for anything but text.
_plain: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`0-9][^\[\]{},#\n\"]*|[0-9]+|[0-9-]+")


def yaml_example(key: str, value: Any) -> str:
    """`key: value` as YAML, without a line feed at the end."""
    return "\n".join(_field(key, value))


def _field(key: str, value: Any) -> Iterator[str]:
    line = f"{key}: {_inline(value)}"
    if not _is_nested(value) or _fits(line, value):
        yield line
        return
    yield f"{key}:"
    yield from (f"  {below}" for below in _block(value))


def _block(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _field(key, inner)
    else:
        for item in value:
            line = _inline(item)
            if not _is_nested(item) or _fits(line, item):
                yield f"- {line}"
                continue
            first, *rest = _block(item)
            yield f"- {first}"
            yield from (f"  {below}" for below in rest)


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    text = str(value)
    is_plain = _plain.fullmatch(text) and ": " not in text and not text.endswith((":", " "))
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _fits(line: str, value: Any) -> bool:
    """Whether a list or mapping can stand on one line: it is short and holds no other."""
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, list) and any(isinstance(item, dict) for item in inner):
        return False
    width = sum(1 if character.isascii() else 2 for character in line)
    return width <= _WIDTH and not any(map(_is_nested, inner))
