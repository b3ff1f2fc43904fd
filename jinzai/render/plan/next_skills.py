"""The skills that a step brings: what the next level or role asks for and the one before does not.

Skills are those of the plan itself; what the common frameworks say of them plays no part.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.link.requirements import Cell
from jinzai.model.audience import RoleAt
from jinzai.model.matrix import Requirement
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.ladder import NewSkill, Rung, taken_courses
from jinzai.render.plan.teaching import teaching
from jinzai.render.words.marks import mark


class NewSkills(NamedTuple):
    """The new skills of a role, or of one part of it. `kept` is how many it has from before.

    `of` is None if the step leads to one thing only.
    """

    of: Link | None
    skills: tuple[NewSkill, ...]
    kept: int


def of_level(rung: Rung) -> tuple[NewSkills, ...]:
    """The new skills of a level; empty if the plan gives no marks by level."""
    return () if rung.new is None else (NewSkills(None, rung.new, rung.kept),)


def of_next_role(
    context: PlanContext, place: PagePlace, role: Role, following: RoleAt
) -> tuple[NewSkills, ...]:
    """The new skills of the role after `role`; one set for each of its parts if only these ask.

    Empty if the plan asks the next role for no skills.
    """
    plan = context.plan
    before = _strongest(_asked(context, role, None))
    target = plan.roles[following.role]
    cells = _asked(context, target, following.level)
    if cells:
        return (_new(context, place, target, cells, before, None),)
    return tuple(
        _new(context, place, part, of_part, before, place.link("role", part.id))
        for part in plan.parts_by_role.get(target.id, ())
        if (of_part := plan.cells_by_role.get(part.id, ()))
    )


def _asked(context: PlanContext, role: Role, level: str | None) -> tuple[Cell, ...]:
    """What a role asks for at a level, or at all; of a part without skills, what its whole asks."""
    cells = context.plan.cells_by_role.get(role.id, ())
    if not cells:
        whole = context.facts.with_skills.above(role)
        cells = () if whole is None else context.plan.cells_by_role.get(whole.id, ())
    return tuple(cell for cell in cells if level is None or cell.level_id in (None, level))


def _strongest(cells: Iterable[Cell]) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for cell in cells:
        known = found.get(cell.skill_id)
        if known is None or _is_stronger(cell, known):
            found[cell.skill_id] = cell
    return found


def _is_stronger(cell: Cell, before: Cell) -> bool:
    return (
        cell.requirement is Requirement.REQUIRED and before.requirement is Requirement.CONDITIONAL
    )


def _new(
    context: PlanContext,
    place: PagePlace,
    role: Role,
    cells: Iterable[Cell],
    before: dict[str, Cell],
    of: Link | None,
) -> NewSkills:
    asked = _strongest(cells)
    taken = taken_courses(context, context.facts.trained.for_part(role) or role)
    new = tuple(
        NewSkill(
            place.link("skill", id),
            mark(cell),
            before[id].mark if id in before else "",
            teaching(context, place, id, taken),
        )
        for id, cell in sorted(asked.items(), key=lambda item: context.facts.skill_order[item[0]])
        if id not in before or _is_stronger(cell, before[id])
    )
    return NewSkills(of, new, len(asked) - len(new))
