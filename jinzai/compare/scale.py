"""A common axis for the levels of several plans, if the content declares one.

The `scale` of a level, an entry of a framework of levels, says where it stands on the axis. This
module concludes nothing from names or numbers: レベル2 of one plan is not Step2 of another.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.compare.profile import RoleProfile
from jinzai.model.audience import FrameworkLink
from jinzai.model.framework import Framework, FrameworkEntry
from jinzai.model.role import Level


class Placed(NamedTuple):
    """A level of a role, and its mapping to a step of the axis."""

    role: RoleProfile
    level: Level
    link: FrameworkLink


class LevelStep(NamedTuple):
    """A step of an axis, with the levels at it: role by role, each role's in its own order."""

    entry: FrameworkEntry
    levels: tuple[Placed, ...]


class LevelAxis(NamedTuple):
    """All steps of a framework of levels, the lowest first.

    `without` are the given roles that have no levels.
    """

    framework: Framework
    steps: tuple[LevelStep, ...]
    without: tuple[RoleProfile, ...]


def axis(roles: Iterable[RoleProfile], scales: Iterable[Framework]) -> LevelAxis | None:
    """The common axis for the levels of all these roles, or None.

    There is an axis if at least two of the roles have levels, and if the content maps each of these
    levels to an entry of the same framework among `scales`. If a single level is not mapped, the
    result is None: nobody knows where that level would stand.
    """
    asked = tuple(roles)
    levelled = [role for role in asked if role.role.levels]
    if len(levelled) < 2:
        return None
    found: list[Placed] = []
    for role in levelled:
        for level in role.role.levels:
            if level.scale is None:
                return None
            found.append(Placed(role, level, level.scale))
    for framework in scales:
        steps = tuple(
            LevelStep(
                entry,
                tuple(one for one in found if one.link.entry == f"{framework.id}/{entry.id}"),
            )
            for entry in framework.entries
        )
        if sum(len(step.levels) for step in steps) == len(found):
            return LevelAxis(
                framework, steps, tuple(role for role in asked if not role.role.levels)
            )
    return None
