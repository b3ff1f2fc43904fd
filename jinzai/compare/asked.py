"""What a role, or one level of it, asks for: each skill once, with the strongest mark.

A role with parts (`part_of`) and without marks of its own asks for what its parts ask for, without
those that extend it. `AskOrigin` distinguishes that from what a role asks for itself.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan, entity_name
from jinzai.link.parent_roles import parts_within
from jinzai.link.requirements import Cell, CellOrigin, strongest
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement


class AskOrigin(StrEnum):
    """Why a role asks for a skill."""

    OWN = "own"
    INHERITED = "inherited"
    PART = "part"


class Ask(NamedTuple):
    """A skill that a role asks for.

    `name` is the skill's name in the plan. `label` is the meaning of `mark` in the plan's legend.
    `levels` are the ids of the levels that ask for it, in the role's order; empty if the whole role
    asks for it. `via` is the id of the role that it comes from; None if `origin` is own.
    """

    skill_id: str
    name: str
    requirement: Requirement
    mark: str
    label: str
    levels: tuple[str, ...]
    origin: AskOrigin
    via: str | None
    basis: Basis

    def is_stronger(self, other: "Ask") -> bool:
        """Whether this ask is required and the other only conditional."""
        return (
            self.requirement is Requirement.REQUIRED
            and other.requirement is Requirement.CONDITIONAL
        )


class Asks:
    """What the roles of a plan ask for, in the order of its matrices; each is worked out once."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._of_roles: dict[str, tuple[Ask, ...]] = {}

    def of_role(self, role_id: str) -> tuple[Ask, ...]:
        """What a role asks for. Raises KeyError for a role that the plan lacks."""
        # Not by a method that calls itself: roles may be divided more often than Python nests.
        waiting = [self._plan.roles[role_id].id]
        while waiting:
            current = waiting.pop()
            if current in self._of_roles:
                continue
            if self._plan.cells_by_role.get(current):
                self._of_roles[current] = _Own(self._plan, current).asks(None)
                continue
            parts = [part.id for part in parts_within(self._plan, current)]
            unknown = [part for part in parts if part not in self._of_roles]
            if unknown:
                waiting += [current, *unknown]
            else:
                self._of_roles[current] = _of_parts(parts, self._of_roles)
        return self._of_roles[role_id]

    def of_levels(self, role_id: str) -> Mapping[str, tuple[Ask, ...]]:
        """What each level of a role asks for."""
        levels = self._plan.roles[role_id].levels
        if not self._plan.cells_by_role.get(role_id):
            # What is collected from parts is said of no level.
            of_parts = self.of_role(role_id) if levels else ()
            return {level.id: of_parts for level in levels}
        own = _Own(self._plan, role_id)
        return {level.id: own.asks(level.id) for level in levels}


def _of_parts(parts: Iterable[str], asks: Mapping[str, tuple[Ask, ...]]) -> tuple[Ask, ...]:
    found: dict[str, Ask] = {}
    for part in parts:
        for ask in asks[part]:
            known = found.get(ask.skill_id)
            if known is None or ask.is_stronger(known):
                found[ask.skill_id] = ask._replace(origin=AskOrigin.PART, via=part, levels=())
    return tuple(found.values())


class _Own:
    """The requirements of one role, its own and those that it inherits."""

    def __init__(self, plan: LinkedPlan, role_id: str) -> None:
        self._plan = plan
        self._cells = plan.cells_by_role.get(role_id, ())
        self._at: dict[str | None, list[int]] = {}
        levels: dict[str, set[str]] = {}
        whole: set[str] = set()
        for number, cell in enumerate(self._cells):
            self._at.setdefault(cell.level_id, []).append(number)
            if cell.level_id is None:
                whole.add(cell.skill_id)
            else:
                levels.setdefault(cell.skill_id, set()).add(cell.level_id)
        order = {id: number for number, id in enumerate(plan.levels[role_id])}
        self._levels = {
            skill: () if skill in whole else tuple(sorted(found, key=order.__getitem__))
            for skill, found in levels.items()
        }

    def asks(self, level_id: str | None) -> tuple[Ask, ...]:
        """What one level asks for; without a level, what the whole role asks for."""
        if level_id is not None and level_id not in self._at:
            return self._of_no_level
        cells = list(self._cells)
        if level_id is not None:
            numbers = sorted([*self._at.get(None, ()), *self._at.get(level_id, ())])
            cells = [self._cells[number] for number in numbers]
        return tuple(map(self._ask, strongest(cells, level_id)))

    @cached_property
    def _of_no_level(self) -> tuple[Ask, ...]:
        """What each level without marks of its own asks for; such levels share it."""
        cells = [self._cells[number] for number in self._at.get(None, ())]
        return tuple(map(self._ask, strongest(cells, None)))

    def _ask(self, cell: Cell) -> Ask:
        return Ask(
            cell.skill_id,
            entity_name(self._plan.skills[cell.skill_id]),
            cell.requirement,
            cell.mark,
            cell.label,
            self._levels.get(cell.skill_id, ()),
            AskOrigin.INHERITED if cell.origin is CellOrigin.INHERITED else AskOrigin.OWN,
            cell.via,
            cell.basis,
        )
