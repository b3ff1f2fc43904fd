"""Which plans and roles ask for which area of skills, how closely and how strongly."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinzai.compare.asked import Ask, AskOrigin
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement

CLOSENESS: Final = (Relation.EXACT, Relation.CLOSE, Relation.BROAD, Relation.NARROW)
"""Relations, the closest first; broad and narrow are no order but have to stand in one."""


class AreaCoverage(NamedTuple):
    """What one plan or one role asks for in one area.

    Attributes:
        skills: how many skills it asks for there.
        relation: the closest relation of one of them to the area.
        requirement: the strongest mark of one of them.
        inferred: whether every mapping to the area is an editor's.
    """

    skills: int
    relation: Relation
    requirement: Requirement
    inferred: bool


def by_plan(plan: PlanProfile, area: str) -> AreaCoverage | None:
    """What a plan's roles ask for in an area; None where none asks for anything there."""
    return _covered((ask, link) for _, ask, link in plan.areas.get(area, ()) if ask is not None)


def by_role(role: RoleProfile, area: str) -> AreaCoverage | None:
    """What a role asks for in an area; None where it asks for nothing there."""
    return _covered(role.areas.get(area, ()))


def not_asked(plan: PlanProfile, area: str) -> tuple[str, ...]:
    """The skills that a plan names in an area though no role asks for them."""
    return tuple(skill for skill, ask, _ in plan.areas.get(area, ()) if ask is None)


def askers(plan: PlanProfile) -> Mapping[str, tuple[RoleProfile, ...]]:
    """For each skill the roles that ask for it themselves, in declared order.

    Roles that only pass it on, from the role that they add to or from their parts, are left out.
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
    """For each area the plans in which some role asks for it, in the plans' order."""
    every = tuple(plans)
    return {
        area: tuple(plan.id for plan in every if by_plan(plan, area) is not None) for area in areas
    }
