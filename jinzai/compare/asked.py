"""What a role, or one level of it, asks for: each skill once, with the strongest mark.

A role that stands above others of its plan (`part_of`) and has no marks of its own asks for what
its parts ask for; that is told apart from what it asks for itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan, entity_name
from jinzai.link.requirements import Cell, strongest
from jinzai.link.requirements import Origin as CellOrigin
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement


class Origin(StrEnum):
    """Why a role asks for a skill."""

    OWN = "own"
    INHERITED = "inherited"
    PART = "part"


class Ask(NamedTuple):
    """A skill that a role asks for.

    `name` is the plan's own, `label` what its legend calls the `mark`. `levels` are the levels that
    ask for it, in the role's order, empty where the role asks for it as a whole. `via` is the role
    that it comes from where `origin` is not own.
    """

    skill_id: str
    name: str
    requirement: Requirement
    mark: str
    label: str
    levels: tuple[str, ...]
    origin: Origin
    via: str | None
    basis: Basis

    def is_stronger(self, other: "Ask") -> bool:
        """Whether this one is required, the other only under conditions."""
        return (
            self.requirement is Requirement.REQUIRED
            and other.requirement is Requirement.CONDITIONAL
        )


def asked(plan: LinkedPlan, role_id: str, level_id: str | None = None) -> tuple[Ask, ...]:
    """What a role asks for, or one level of it, in the order of the plan's matrices.

    Raises KeyError for a role that the plan lacks.
    """
    role = plan.roles[role_id]
    if plan.cells_by_role.get(role.id):
        return _own(plan, role.id, level_id)
    # Not by a function that calls itself: a plan may divide its roles more often than Python nests.
    done: dict[str, tuple[Ask, ...]] = {}
    waiting = [role.id]
    while waiting:
        current = waiting[-1]
        has_own = bool(plan.cells_by_role.get(current))
        parts = [] if has_own else [part.id for part in plan.parts_by_role.get(current, ())]
        unknown = [part for part in parts if part not in done]
        if unknown:
            waiting += unknown
            continue
        waiting.pop()
        done[current] = _own(plan, current, None) if has_own else _of_parts(parts, done)
    return done[role.id]


def _own(plan: LinkedPlan, role_id: str, level_id: str | None) -> tuple[Ask, ...]:
    levels = [level.id for level in plan.roles[role_id].levels]
    return tuple(_asks(plan, plan.cells_by_role.get(role_id, ()), level_id, levels))


def _of_parts(parts: Iterable[str], asks: Mapping[str, tuple[Ask, ...]]) -> tuple[Ask, ...]:
    found: dict[str, Ask] = {}
    for part in parts:
        for ask in asks[part]:
            known = found.get(ask.skill_id)
            if known is None or ask.is_stronger(known):
                found[ask.skill_id] = ask._replace(origin=Origin.PART, via=part, levels=())
    return tuple(found.values())


def _asks(
    plan: LinkedPlan, cells: tuple[Cell, ...], level_id: str | None, order: list[str]
) -> Iterator[Ask]:
    at: dict[str, list[str]] = {}
    whole: set[str] = set()
    for cell in cells:
        if cell.level_id is None:
            whole.add(cell.skill_id)
        else:
            at.setdefault(cell.skill_id, []).append(cell.level_id)
    for cell in strongest(cells, level_id):
        levels = () if cell.skill_id in whole else _sorted(at[cell.skill_id], order)
        yield Ask(
            cell.skill_id,
            entity_name(plan.skills[cell.skill_id]),
            cell.requirement,
            cell.mark,
            cell.label,
            levels,
            Origin.INHERITED if cell.origin is CellOrigin.INHERITED else Origin.OWN,
            cell.via,
            cell.basis,
        )


def _sorted(levels: list[str], order: list[str]) -> tuple[str, ...]:
    return tuple(level for level in order if level in levels)
