"""How deep a page nests roles that consist of parts.

This module owns the limit. Parts below the limit stand beside each other on the last level, each
before its own parts. This module does not know what a page shows of a part.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from jinzai.model.role import Role

DEEPEST: Final = 8
"""The largest number of boxes within boxes that leaves room for a name on a narrow screen."""


def nested_parts(role: str, parts: Mapping[str, Sequence[Role]], level: int) -> tuple[Role, ...]:
    """The roles to show within a role.

    `role` is the role's id, and `level` its own level, from 1. On the last level but one, the
    result holds all roles below it, so that no role is lost. On the last level, it is empty.
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
