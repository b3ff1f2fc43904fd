"""The skills of one role as a table by category, with a column for each level that has marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jinzai.link.requirements import Cell
from jinzai.model.base import Basis
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words.marks import MarkView, mark


class RequirementTableRow(NamedTuple):
    """A skill and its marks, one tuple per column of the table."""

    skill: Link
    marks: tuple[tuple[MarkView, ...], ...]


class CategoryGroup(NamedTuple):
    """The rows of one category. `category` is None for skills without a category.

    `inferred` is true if an editor put some of the skills into the category.
    """

    category: Link | None
    inferred: bool
    rows: tuple[RequirementTableRow, ...]


@dataclass(frozen=True, slots=True)
class RequirementTable:
    """Skills of a role. `columns` names its levels, or 必要度 if the marks hold for all levels."""

    columns: tuple[str, ...]
    groups: tuple[CategoryGroup, ...]
    count: int


def requirement_table(
    context: PlanContext, place: PagePlace, role: Role, cells: Iterable[Cell]
) -> RequirementTable:
    """The table of `cells`, in the order of the plan's skills. All cells belong to `role`."""
    cells = tuple(cells)
    columns = _columns(role, cells)
    by_skill: dict[str, dict[str | None, list[Cell]]] = {}
    for cell in cells:
        by_skill.setdefault(cell.skill_id, {}).setdefault(cell.level_id, []).append(cell)
    groups: dict[str | None, list[RequirementTableRow]] = {}
    guessed: set[str | None] = set()
    for skill_id in sorted(by_skill, key=context.facts.skill_order.__getitem__):
        found = by_skill[skill_id]
        marks = tuple(tuple(map(mark, found.get(level, ()))) for level in columns)
        row = RequirementTableRow(place.link("skill", skill_id), marks)
        skill = context.plan.skills[skill_id]
        groups.setdefault(skill.category, []).append(row)
        if skill.category is not None and skill.category_basis is Basis.INFERRED:
            guessed.add(skill.category)
    return RequirementTable(
        columns=tuple(columns.values()),
        groups=tuple(
            CategoryGroup(
                place.link("category", category) if category is not None else None,
                category in guessed,
                tuple(rows),
            )
            for category, rows in groups.items()
        ),
        count=len(by_skill),
    )


def _columns(role: Role, cells: tuple[Cell, ...]) -> dict[str | None, str]:
    """Level ids and headings of the columns that have a mark."""
    used = {cell.level_id for cell in cells}
    names: dict[str | None, str] = {level.id: level.name for level in role.levels}
    columns = {level: name for level, name in names.items() if level in used}
    if None in used:
        return {None: "全レベル" if columns else "必要度", **columns}
    return columns
