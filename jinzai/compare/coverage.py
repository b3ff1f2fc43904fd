"""The areas of skills that plans and roles ask for, how closely mapped and how strongly."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final, NamedTuple

from jinzai.compare.asked import Ask, AskOrigin
from jinzai.compare.outline import PlanOutline
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement
from jinzai.model.strength import Strength

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


class PlansByStrength(NamedTuple):
    """The plans by the strongest evidence that they have in an area, in their order.

    Attributes:
        asked: a role of the plan asks for a skill there.
        said: no role asks, but a text of a role says it.
        taught: neither, but training teaches it.
        named: none of these, but skills that no role asks for, or a text about something else.
        awaiting: none of these, but the plan has skills that nobody has mapped.
        silent: nothing at all. Only if all others are here, "only one plan" may be said.
    """

    asked: tuple[str, ...]
    said: tuple[str, ...]
    taught: tuple[str, ...]
    named: tuple[str, ...]
    awaiting: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def weaker(self) -> tuple[str, ...]:
        """The plans that do not ask for it and yet are not silent."""
        return (*self.said, *self.taught, *self.named, *self.awaiting)


MOST_WEAKER: Final = 6
"""The largest number of plans that are named in a sentence about an area."""


class FirstPlans(NamedTuple):
    """How many plans there are of a sort, and the ids of the first, at most `MOST_WEAKER`."""

    number: int
    ids: tuple[str, ...]


def weaker_plans(found: PlansByStrength, plan_id: str | None) -> tuple[FirstPlans, ...]:
    """The plans that have an area in texts, only in training, only by name, or perhaps.

    These four sorts are the fields `said`, `taught`, `named` and `awaiting`. The plan `plan_id` is
    left out. The work does not grow with the plans that are not named.
    """
    return tuple(
        FirstPlans(
            len(ids) - (plan_id in ids),
            tuple(islice((id for id in ids if id != plan_id), MOST_WEAKER)),
        )
        for ids in (found.said, found.taught, found.named, found.awaiting)
    )


_FIELDS: Final = {Strength.ASKED: 0, Strength.SAID: 1, Strength.TAUGHT: 2, Strength.NOTHING: 3}


def by_strength(
    plans: Iterable[PlanOutline], areas: Iterable[str]
) -> Mapping[str, PlansByStrength]:
    """For each area the plans by what they have there."""
    every = tuple(plans)
    found: dict[str, PlansByStrength] = {}
    for area in areas:
        lists: tuple[list[str], ...] = ([], [], [], [], [], [])
        for plan in every:
            strength = plan.strengths.get(area)
            field = (4 if plan.awaits_skills else 5) if strength is None else _FIELDS[strength]
            lists[field].append(plan.id)
        found[area] = PlansByStrength(*map(tuple, lists))
    return found
