"""A key that stands too deep: the group around it that it belongs to, by columns of the file."""

from typing import Any

from jinzai.load.document import Document
from jinzai.model.walk import Path
from jinzai.parse.location import locate


def outer_advice(document: Document, path: Path) -> str:
    """How far left the last key of `path` would be a key of a group around its own; or nothing.

    The group must not have that key yet, and must be written with a line for each key.
    """
    tree, key = document.tree, str(path[-1])
    if tree is None:
        return ""
    own = tree.place_of(path, key=True)
    for length in range(len(path) - 2, -1, -1):
        group: Any = tree.value
        for part in path[:length]:
            group = group[part]
        if not isinstance(group, dict) or key in group:
            continue
        model = locate(document.kind.model, tree.value, path[:length]).model
        name = next(iter(group))
        first = tree.place_of((*path[:length], name), key=True)
        if model is None or key not in model.model_fields or first.column >= own.column:
            continue
        indent = f"字下げを半角スペース{first.column - 1}個にすると"
        return f"{indent}、「{name}」と同じ組の項目になります。"
    return ""
