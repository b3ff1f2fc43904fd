"""The areas of skills that plans and roles ask for, how closely mapped and how strongly."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinzai.compare.asked import Ask, AskOrigin
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement

CLOSENESS: Final = (Relation.EXACT, Relation.CLOSE, Relation.BROAD, Relation.NARROW)
"""Relations, the closest first. Broad and narrow are equally close; their order has no meaning."""


class AreaCoverage(NamedTuple):
    """What one plan or one role asks for in one area.

    Attributes:
        skills: how many skills it asks for there.
        relation: the closest relation of one of them to the area.
        requirement: the strongest mark of one of them.
        inferred: whether an editor worked out every mapping to the area.
    """

    skills: int
    relation: Relation
    requirement: Requirement
    inferred: bool


def by_plan(plan: PlanProfile, area: str) -> AreaCoverage | None:
    """What a plan's roles ask for in an area; None if no role asks for a skill there."""
    return _covered((ask, link) for _, ask, link in plan.areas.get(area, ()) if ask is not None)


def by_role(role: RoleProfile, area: str) -> AreaCoverage | None:
    """What a role asks for in an area; None if it asks for no skill there."""
    return _covered(role.areas.get(area, ()))


def not_asked(plan: PlanProfile, area: str) -> tuple[str, ...]:
    """The skills that a plan has in an area and that no role asks for."""
    return tuple(skill for skill, ask, _ in plan.areas.get(area, ()) if ask is None)


def askers(plan: PlanProfile) -> Mapping[str, tuple[RoleProfile, ...]]:
    """For each skill, the roles that ask for it themselves, in declared order.

    Roles that inherit the skill, or have it only from their parts, are left out.
    """
    found: dict[str, list[RoleProfile]] = {}
    for role in plan.roles.values():
        for ask in role.asks:
            if ask.origin is AskOrigin.OWN:
                found.setdefault(ask.skill_id, []).append(role)
    return {skill: tuple(roles) for skill, roles in found.items()}


def _covered(pairs: Iterable[tuple[Ask, FrameworkLink]]) -> AreaCoverage | None:
    found = tuple(pairs)
    if not found:
        return None
    required = any(ask.requirement is Requirement.REQUIRED for ask, _ in found)
    return AreaCoverage(
        len({ask.skill_id for ask, _ in found}),
        min((link.relation for _, link in found), key=CLOSENESS.index),
        Requirement.REQUIRED if required else Requirement.CONDITIONAL,
        all(link.basis is Basis.INFERRED for _, link in found),
    )


def asking(plans: Iterable[PlanProfile], areas: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each area, the plans with a role that asks for it, in the plans' order."""
    every = tuple(plans)
    return {
        area: tuple(plan.id for plan in every if by_plan(plan, area) is not None) for area in areas
    }
