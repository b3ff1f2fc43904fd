"""Whether levels of several plans stand on one axis: only where content declares how.

A level stands on an axis by its `scale`, an entry of a framework of levels. Nothing is worked out
here from names or numbers: レベル2 of one plan is not Step2 of another.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.compare.profile import RoleProfile
from jinzai.model.audience import FrameworkLink
from jinzai.model.framework import Framework, FrameworkEntry
from jinzai.model.role import Level


class Placed(NamedTuple):
    """A level of a role, and how it is mapped to the step of the axis at which it stands."""

    role: RoleProfile
    level: Level
    link: FrameworkLink


class LevelStep(NamedTuple):
    """A step of an axis, with the levels at it: role by role, each role's in its own order."""

    entry: FrameworkEntry
    levels: tuple[Placed, ...]


class LevelAxis(NamedTuple):
    """The steps of a framework of levels, the lowest first, none left out.

    `without` are the roles that were asked about and have no levels.
    """

    framework: Framework
    steps: tuple[LevelStep, ...]
    without: tuple[RoleProfile, ...]


def axis(roles: Iterable[RoleProfile], scales: Iterable[Framework]) -> LevelAxis | None:
    """The axis on which the levels of all these roles stand, or None where there is none.

    There is one where at least two of the roles have levels and content maps each level of each of
    them to an entry of the same framework among `scales`. One level left open leaves all of them
    side by side, since an axis with a hole would put the hole somewhere.
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
