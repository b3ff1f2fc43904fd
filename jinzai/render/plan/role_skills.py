"""The skills of a role by category, for a role whose levels do not tell them.

The skills of the role itself and those that it inherits are separate sets.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinzai.link.requirements import Cell
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.teaching import Teaching, teaching
from jinzai.render.words.marks import MarkView, mark


class AskedSkill(NamedTuple):
    """A skill that a role asks for.

    `depends` is true if it is never asked of everybody in the role. Then `mark` says on what it
    depends. `inferred` is true if an editor worked out every mark of the skill. `levels` names the
    levels that ask for it, if only some do.
    """

    skill: Link
    mark: MarkView
    depends: bool
    inferred: bool
    levels: str
    teaching: Teaching


class SkillGroup(NamedTuple):
    """The skills of one category. `category` is None for skills without a category.

    `inferred` is true if an editor put some of the skills into the category.
    """

    category: Link | None
    inferred: bool
    skills: tuple[AskedSkill, ...]


class SkillSet(NamedTuple):
    """The skills of a role itself, or those that it inherits from the role `via`."""

    via: Link | None
    groups: tuple[SkillGroup, ...]
    number: int


def skill_sets(context: PlanContext, place: PagePlace, role: Role) -> tuple[SkillSet, ...]:
    """The skills of a role: its own, then those of each role that it inherits from."""
    sources: dict[str | None, list[Cell]] = {}
    for cell in context.plan.cells_by_role.get(role.id, ()):
        sources.setdefault(cell.via, []).append(cell)
    taken = context.facts.taken.get(role.id, frozenset())
    found = [
        SkillSet(
            None if via is None else place.link("role", via),
            tuple(_groups(context, place, role, cells, taken)),
            len({cell.skill_id for cell in cells}),
        )
        for via, cells in sources.items()
    ]
    return tuple(sorted(found, key=lambda one: one.via is not None))


def _groups(
    context: PlanContext,
    place: PagePlace,
    role: Role,
    cells: Iterable[Cell],
    taken: frozenset[str],
) -> Iterator[SkillGroup]:
    by_skill: dict[str, list[Cell]] = {}
    for cell in cells:
        by_skill.setdefault(cell.skill_id, []).append(cell)
    groups: dict[str | None, list[AskedSkill]] = {}
    guessed: set[str | None] = set()
    for skill_id in sorted(by_skill, key=context.facts.skill_order.__getitem__):
        skill = context.plan.skills[skill_id]
        asked = _asked(context, place, role, by_skill[skill_id], taken)
        groups.setdefault(skill.category, []).append(asked)
        if skill.category is not None and skill.category_basis is Basis.INFERRED:
            guessed.add(skill.category)
    for category, skills in groups.items():
        yield SkillGroup(
            None if category is None else place.link("category", category),
            category in guessed,
            tuple(skills),
        )


def _asked(
    context: PlanContext, place: PagePlace, role: Role, cells: list[Cell], taken: frozenset[str]
) -> AskedSkill:
    strong = [cell for cell in cells if cell.requirement is Requirement.REQUIRED]
    shown = (strong or cells)[0]
    names = context.plan.levels[role.id]
    levels = [names[cell.level_id] for cell in cells if cell.level_id is not None]
    is_some = levels and len(levels) == len(cells) and len(set(levels)) < len(names)
    return AskedSkill(
        place.link("skill", shown.skill_id),
        mark(shown),
        not strong,
        all(cell.basis is Basis.INFERRED for cell in cells),
        "・".join(dict.fromkeys(levels)) if is_some else "",
        teaching(context, place, shown.skill_id, taken),
    )
