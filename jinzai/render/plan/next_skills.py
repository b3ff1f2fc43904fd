"""The skills that a step brings: what the next level or role asks for and the one before does not.

Skills are those of the plan itself; what the common frameworks say of them plays no part.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from jinzai.link.requirements import Cell, strongest
from jinzai.model.audience import RoleAt
from jinzai.model.role import Level, Role
from jinzai.render.page.level_facts import new_cells
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.ladder import NewSkill, new_skills


class NewSkills(NamedTuple):
    """The new skills of a role, or of one part of it. `kept` is how many it has from before.

    `of` is None if the step leads to one thing only.
    """

    of: Link | None
    skills: tuple[NewSkill, ...]
    kept: int


def of_level(
    context: PlanContext, place: PagePlace, role: Role, level: Level
) -> tuple[NewSkills, ...]:
    """The new skills of a level; empty if the plan gives no marks by level."""
    found = context.facts.at_levels.new_at(role).get(level.id)
    if found is None:
        return ()
    taken = context.facts.taken.get(role.id, ())
    return (NewSkills(None, new_skills(context, place, found.cells, taken), found.kept),)


def of_next_role(
    context: PlanContext, place: PagePlace, role: Role, following: RoleAt
) -> tuple[NewSkills, ...]:
    """The new skills of the role after `role`; one set for each of its parts if only these ask.

    Empty if the plan asks the next role for no skills.
    """
    plan = context.plan
    before = _asked(context, role, None)
    target = plan.roles[following.role]
    cells = _asked(context, target, following.level)
    if cells:
        return (_new(context, place, target, cells.values(), before, None),)
    return tuple(
        _new(context, place, part, strongest(of_part, None), before, place.link("role", part.id))
        for part in plan.parts_by_role.get(target.id, ())
        if (of_part := plan.cells_by_role.get(part.id, ()))
    )


def _asked(context: PlanContext, role: Role, level: str | None) -> Mapping[str, Cell]:
    """What a role asks for at a level, or at all; of a part without skills, what its whole asks."""
    asking = role if role.id in context.facts.with_skills else context.facts.with_skills.above(role)
    return {} if asking is None else context.facts.at_levels.asked(asking.id, level)


def _new(
    context: PlanContext,
    place: PagePlace,
    role: Role,
    asked: Collection[Cell],
    before: Mapping[str, Cell],
    of: Link | None,
) -> NewSkills:
    """The new skills of one role. `asked` has a cell for each skill."""
    order = context.facts.skill_order
    taken = context.facts.taken.get((context.facts.trained.for_part(role) or role).id, ())
    found = new_cells(sorted(asked, key=lambda cell: order[cell.skill_id]), before)
    new = new_skills(context, place, found, taken)
    return NewSkills(of, new, len(asked) - len(new))
