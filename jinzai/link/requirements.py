"""Requirements: the marked cells of a plan's matrices, and what roles inherit by `extends`."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from jinzai.model.audience import RoleAt
from jinzai.model.base import Basis
from jinzai.model.content import PlanContent
from jinzai.model.matrix import Legend, MarkedCell, Matrix, Requirement
from jinzai.model.role import Role


class CellOrigin(StrEnum):
    """Whether a role asks for a skill itself or takes it over from the role that it extends."""

    OWN = "own"
    INHERITED = "inherited"


class Cell(NamedTuple):
    """One requirement: a role (or one level of it) needs a skill.

    `label` is the plan's own wording for the mark. The mark stands in the column `column_id` of the
    matrix `matrix_id`. If `origin` is inherited, `via` is the id of the role that the requirement
    comes from. Then `level_id` is None: the requirement holds for the whole role.
    """

    role_id: str
    level_id: str | None
    skill_id: str
    mark: str
    requirement: Requirement
    label: str
    basis: Basis
    note: str | None
    matrix_id: str
    column_id: str
    origin: CellOrigin = CellOrigin.OWN
    via: str | None = None

    def is_stronger(self, other: "Cell") -> bool:
        """Whether this cell is required and the other only conditional."""
        return (
            self.requirement is Requirement.REQUIRED
            and other.requirement is Requirement.CONDITIONAL
        )


def cells(content: PlanContent) -> tuple[Cell, ...]:
    """All requirements of a plan: its own in the order of the matrices, then the inherited ones."""
    own = tuple(cell for matrix in content.matrices for cell in _matrix_cells(matrix))
    roles = {role.id: role for role in content.roles}
    by_role: dict[str, list[Cell]] = {}
    for cell in own:
        by_role.setdefault(cell.role_id, []).append(cell)
    bases = _asking_bases(roles, by_role)
    inherited = [cell for role in content.roles for cell in _inherited(role, bases, by_role)]
    return (*own, *inherited)


def _matrix_cells(matrix: Matrix) -> Iterator[Cell]:
    legend = {entry.mark: entry for entry in matrix.legend}
    for row in matrix.rows:
        for column in matrix.columns:
            marked = row.marks.get(column.id)
            if marked is None:
                continue
            detailed = isinstance(marked, MarkedCell)
            mark = marked.mark if isinstance(marked, MarkedCell) else marked
            entry: Legend = legend[mark]
            bases = (row.basis, marked.basis if isinstance(marked, MarkedCell) else Basis.STATED)
            yield Cell(
                role_id=column.role,
                level_id=column.level,
                skill_id=row.skill,
                mark=mark,
                requirement=entry.requirement,
                label=entry.label,
                basis=Basis.INFERRED if Basis.INFERRED in bases else Basis.STATED,
                note=marked.note if detailed and isinstance(marked, MarkedCell) else None,
                matrix_id=matrix.id,
                column_id=column.id,
            )


_Bases = Mapping[str, RoleAt | None]
"""By role the nearest reference, on its way by `extends`, to a role that has cells of its own."""


def _asking_bases(roles: Mapping[str, Role], by_role: Mapping[str, list[Cell]]) -> _Bases:
    """A long way over roles without cells is gone once, not once for each role on it."""
    found: dict[str, RoleAt | None] = {}
    for role in roles.values():
        passed: list[str] = []
        nearest: RoleAt | None = None
        current = role
        while current.id not in found:
            passed.append(current.id)
            nearest = current.extends
            if nearest is None or by_role.get(nearest.role):
                break
            current = roles[nearest.role]
        else:
            nearest = found[current.id]
        found |= dict.fromkeys(passed, nearest)
    return found


def _inherited(role: Role, bases: _Bases, by_role: Mapping[str, list[Cell]]) -> Iterator[Cell]:
    """What `role` takes over, once per skill, without the skills that it asks for itself."""
    have = {cell.skill_id for cell in by_role.get(role.id, ())}
    base = bases[role.id]
    while base is not None:
        for cell in strongest(by_role.get(base.role, ()), base.level):
            if cell.skill_id not in have:
                have.add(cell.skill_id)
                yield cell._replace(
                    role_id=role.id, level_id=None, origin=CellOrigin.INHERITED, via=base.role
                )
        base = bases[base.role]


def strongest(role_cells: "tuple[Cell, ...] | list[Cell]", level_id: str | None) -> list[Cell]:
    """One cell per skill: the one at `level_id`; without a level, the strongest of all levels."""
    chosen: dict[str, Cell] = {}
    for cell in role_cells:
        if level_id is not None and cell.level_id not in (None, level_id):
            continue
        known = chosen.get(cell.skill_id)
        if known is None or cell.is_stronger(known):
            chosen[cell.skill_id] = cell
    return list(chosen.values())
