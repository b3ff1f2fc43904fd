"""How deep a page nests what consists of parts.

Owns the limit and what becomes of the parts below it: they stand beside each other on the last
level, in the order in which one meets them going down. Knows nothing of what is shown of a part.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from jinzai.model.role import Role

DEEPEST: Final = 8
"""Levels of boxes within boxes that still leave room for a name on a narrow screen."""


def nested_parts(role: str, parts: Mapping[str, Sequence[Role]], level: int) -> tuple[Role, ...]:
    """The roles to show within the role with this id, which itself stands on `level` from 1.

    On the last level but one these are all below it, so that none is lost; on the last, none.
    """
    if level >= DEEPEST:
        return ()
    if level < DEEPEST - 1:
        return tuple(parts.get(role, ()))
    found: list[Role] = []
    waiting = list(reversed(parts.get(role, ())))
    while waiting:
        part = waiting.pop()
        found.append(part)
        waiting.extend(reversed(parts.get(part.id, ())))
    return tuple(found)
