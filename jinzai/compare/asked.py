"""What a role, or one level of it, asks for: each skill once, with the strongest mark.

A role with parts (`part_of`) and without marks of its own asks for what its parts ask for.
`AskOrigin` distinguishes that from what a role asks for itself.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan, entity_name
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


def asked_by_level(plan: LinkedPlan, role_id: str) -> Mapping[str, tuple[Ask, ...]]:
    """The result of `asked` for each level of a role, computed for all levels at once."""
    levels = plan.roles[role_id].levels
    if not plan.cells_by_role.get(role_id):
        # What is collected from parts is said of no level.
        of_parts = asked(plan, role_id) if levels else ()
        return {level.id: of_parts for level in levels}
    own = _Own(plan, role_id)
    return {level.id: own.asks(level.id) for level in levels}


def _own(plan: LinkedPlan, role_id: str, level_id: str | None) -> tuple[Ask, ...]:
    return _Own(plan, role_id).asks(level_id)


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
        cells = list(self._cells)
        if level_id is not None:
            numbers = sorted([*self._at.get(None, ()), *self._at.get(level_id, ())])
            cells = [self._cells[number] for number in numbers]
        return tuple(map(self._ask, strongest(cells, level_id)))

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
