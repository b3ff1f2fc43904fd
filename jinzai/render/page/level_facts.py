"""Facts about the levels of a plan's roles, each computed once.

A role may have thousands of levels with a page each. No such page may search through all that the
role has to find what stands at its level. This module has no wording and no links.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.requirements import Cell, strongest
from jinzai.model.curriculum import Curriculum
from jinzai.model.role import Level, Role
from jinzai.model.target import Target
from jinzai.render.words.target_times import Time, times

_T = TypeVar("_T")

RoleLevel = tuple[str, str | None]
"""The ids of a role and of one of its levels; None stands for the role without a level."""


class NewCell(NamedTuple):
    """A requirement that is new. `before` is the mark that was asked for earlier, or `""`."""

    cell: Cell
    before: str


class NewAtLevel(NamedTuple):
    """What is new at a level. `kept` is the number of its skills that are not."""

    cells: tuple[NewCell, ...]
    kept: int


class LevelFacts:
    """Facts about the levels of the roles of one plan."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._new: dict[str, Mapping[str, NewAtLevel]] = {}
        self._asked: dict[str, Mapping[str, Cell]] = {}
        self._times: dict[str, tuple[Time, ...]] = {}

    @cached_property
    def levels(self) -> Mapping[RoleLevel, Level]:
        """The levels of all roles."""
        roles = self._plan.content.roles
        return {(role.id, level.id): level for role in roles for level in role.levels}

    @cached_property
    def numbers(self) -> Mapping[RoleLevel, int]:
        """The position of each level among those of its role, from the lowest."""
        return {
            (role.id, level.id): number
            for role in self._plan.content.roles
            for number, level in enumerate(role.levels)
        }

    @cached_property
    def curricula(self) -> Mapping[RoleLevel, tuple[Curriculum, ...]]:
        """The curricula that are for each level."""
        return _grouped(self._plan.content.curricula, lambda one: (one.role, one.level))

    @cached_property
    def targets(self) -> Mapping[RoleLevel, tuple[Target, ...]]:
        """The targets of each level. A target of no role is not among them."""
        return _grouped(
            self._plan.content.targets,
            lambda one: None if one.role is None else (one.role, one.level),
        )

    @cached_property
    def _cells(self) -> Mapping[RoleLevel, tuple[tuple[int, Cell], ...]]:
        """The requirements at each level, with their positions among all of the plan."""
        return _grouped(enumerate(self._plan.cells), lambda one: (one[1].role_id, one[1].level_id))

    def asked(self, role_id: str, level_id: str | None) -> Mapping[str, Cell]:
        """What a role asks for at a level, or at all: a cell for each skill."""
        if level_id is not None:
            here, whole = (role_id, level_id), (role_id, None)
            found = sorted((*self._cells.get(whole, ()), *self._cells.get(here, ())))
            cells = [cell for _, cell in found]
            return {cell.skill_id: cell for cell in strongest(cells, level_id)}
        if role_id not in self._asked:
            every = strongest(self._plan.cells_by_role.get(role_id, ()), None)
            self._asked[role_id] = {cell.skill_id: cell for cell in every}
        return self._asked[role_id]

    def target_times(self, role_id: str) -> tuple[Time, ...]:
        """The times of all targets of a role and of its levels."""
        if role_id not in self._times:
            self._times[role_id] = times(self._plan.targets_by_role.get(role_id, ()))
        return self._times[role_id]

    def new_at(self, role: Role) -> Mapping[str, NewAtLevel]:
        """What is new at each level of a role. Empty if the plan gives no marks by level.

        A skill is new at a level if no lower level asks for it. It is also new if this level
        requires it and the nearest lower level that asks for it does so only conditionally. A
        weaker mark is not new.

        Example: level 1 asks for a (conditional) and b. Level 2 asks for a (required), b and c. New
        at level 2 are a, with its earlier mark, and c. One skill, b, is kept. A skill that a level
        does not mention stays in `held`: level 3 may ask for it again, and then it is not new.
        """
        if role.id not in self._new:
            cells: dict[str, dict[str, Cell]] = {}
            for cell in self._plan.cells_by_role.get(role.id, ()):
                if cell.level_id is not None:
                    cells.setdefault(cell.level_id, {})[cell.skill_id] = cell
            held: dict[str, Cell] = {}
            found: dict[str, NewAtLevel] = {}
            for level in role.levels if cells else ():
                own = cells.get(level.id, {})
                new = new_cells(own.values(), held)
                found[level.id] = NewAtLevel(new, len(own) - len(new))
                held |= own
            self._new[role.id] = found
        return self._new[role.id]


def new_cells(asked: Iterable[Cell], before: Mapping[str, Cell]) -> tuple[NewCell, ...]:
    """The cells of `asked`, in its order, that `before` lacks or asks for less strongly.

    `before` has a cell for each skill.
    """
    return tuple(
        NewCell(cell, "" if known is None else known.mark)
        for cell in asked
        if (known := before.get(cell.skill_id)) is None or cell.is_stronger(known)
    )


def _grouped(
    things: Iterable[_T], at: Callable[[_T], RoleLevel | None]
) -> Mapping[RoleLevel, tuple[_T, ...]]:
    """The things by the role and level at which they stand, without those that stand at none."""
    found: dict[RoleLevel, list[_T]] = {}
    for thing in things:
        place = at(thing)
        if place is not None:
            found.setdefault(place, []).append(thing)
    return {place: tuple(every) for place, every in found.items()}
