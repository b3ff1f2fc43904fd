"""A plan's profile without prose: what the pages of other plans can show.

A page of another plan shows names of roles, levels and skills, numbers, and the words of links to
areas, but no prose. So a change of a plan's prose changes no page of another plan, unless it
changes such a link.
"""

from typing import Any, Final

from jinzai.compare.profile import LevelProfile, PlanProfile, RoleProfile
from jinzai.model.role import Level, Role
from jinzai.model.target import Target

_OF_ROLE: Final[dict[str, Any]] = {
    "audience": None,
    "purpose": None,
    "duties": (),
    "behaviours": (),
    "knowledge": (),
    "unmapped": None,
    "note": None,
    "source": None,
}
_OF_LEVEL: Final[dict[str, Any]] = {
    "definition": None,
    "evidence": (),
    "note": None,
    "source": None,
}


def outline(plan: PlanProfile) -> PlanProfile:
    """The profile without the prose of roles and levels.

    Equal outlines look the same to other plans.
    """
    roles = {id: _role(role) for id, role in plan.roles.items()}
    return plan._replace(roles=roles, targets=_unnoted(plan.targets))


def _role(role: RoleProfile) -> RoleProfile:
    levels = tuple(_level(level) for level in role.role.levels)
    return role._replace(
        role=_without(role.role, {**_OF_ROLE, "levels": levels}),
        targets=_unnoted(role.targets),
        levels=tuple(_profile(level) for level in role.levels),
    )


def _unnoted(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    return tuple(target.model_copy(update={"note": None}) for target in targets)


def _profile(level: LevelProfile) -> LevelProfile:
    return level._replace(level=_level(level.level))


def _level(level: Level) -> Level:
    return level.model_copy(update=_OF_LEVEL)


def _without(role: Role, left_out: dict[str, Any]) -> Role:
    return role.model_copy(update=left_out)
