"""The answers at the top of a skill's page: who needs it, from which level, what teaches it.

An answer stands there only if the plan states it. Each has its proof further down on the page.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from jinzai.link.requirements import Cell
from jinzai.model import kinds
from jinzai.model.skill import Skill
from jinzai.render.page.answers import Answer
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.plan.strip_things import Things, first_names, several


def answers(
    context: PlanContext,
    place: PagePlace,
    skill: Skill,
    courses: Things,
    curricula: Things,
    before: Things,
) -> tuple[Answer, ...]:
    """The answers for a skill, at most four.

    `courses` teach it, and `curricula` name it; they stand there if no course does. `before` are
    the skills that it builds on.
    """
    cells = context.plan.cells_by_skill.get(skill.id, ())
    found = (
        several(context, "求める役割", kinds.ROLE.name, _roles(place, cells)),
        _levels(context, list(_first_levels(context, place, cells))),
        several(context, "学べる研修", kinds.COURSE.name, courses)
        or several(context, "学べる研修コース", kinds.CURRICULUM.name, curricula),
        several(context, "前提", kinds.SKILL.name, before),
    )
    return tuple(one for one in found if one is not None)


def _roles(place: PagePlace, cells: Iterable[Cell]) -> Things:
    stated: dict[str, bool] = {}
    for cell in cells:
        stated[cell.role_id] = stated.get(cell.role_id, False) or not is_inferred(cell.basis)
    return [(place.link("role", id), not is_stated) for id, is_stated in stated.items()]


def _levels(context: PlanContext, first: Things) -> Answer | None:
    """The first level that needs it, of each role that has a mark at a level; None without any."""
    if not first:
        return None
    one = first_names(context, first[:1])
    return Answer("どのレベルから", Markup("{}から").format(one), first_names(context, first[1:]))


def _first_levels(
    context: PlanContext, place: PagePlace, cells: Iterable[Cell]
) -> Iterator[tuple[Link, bool]]:
    marked: dict[str, dict[str, bool]] = {}
    for cell in cells:
        if cell.level_id is not None:
            marked.setdefault(cell.role_id, {})[cell.level_id] = is_inferred(cell.basis)
    numbers = context.facts.at_levels.numbers
    for role, levels in marked.items():
        (first, inferred), *_ = sorted(levels.items(), key=lambda one: numbers[role, one[0]])
        yield place.role(role, first), inferred
