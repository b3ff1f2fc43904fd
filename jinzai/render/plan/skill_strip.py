"""The answers at the top of a skill's page: who needs it, from which level, what teaches it.

An answer stands there only if the plan states it. Each has its proof further down on the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markupsafe import Markup

from jinzai.link.requirements import Cell
from jinzai.model.skill import Skill
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred

MOST_NAMED: Final = 3
"""The largest number of names in a note. The page below names all."""

Things = Sequence[tuple[Link, bool]]
"""Links, each with whether an editor worked out that it belongs there."""


def answers(
    context: PlanContext, place: PagePlace, skill: Skill, courses: Things, before: Things
) -> tuple[Answer, ...]:
    """The answers for a skill, at most four.

    `courses` teach it. `before` are the skills that it builds on.
    """
    cells = context.plan.cells_by_skill.get(skill.id, ())
    found = (
        _several(context, "求める役割", "役割", _roles(place, cells)),
        _levels(context, list(_first_levels(context, place, cells))),
        _several(context, "学べる研修", "研修", courses),
        _several(context, "前提", "スキル", before),
    )
    return tuple(one for one in found if one is not None)


def _several(context: PlanContext, label: str, noun: str, things: Things) -> Answer | None:
    """How many things there are, and the names of the first ones; None without things."""
    if not things:
        return None
    return Answer(label, counted(len(things), "件", noun), _named(context, things))


def _named(context: PlanContext, things: Things) -> Markup:
    """The first names, and how many more there are."""
    if not things:
        return Markup()
    more = len(things) - MOST_NAMED
    note = context.site.templates.macro("page/state.html", "guessed_links")(things[:MOST_NAMED])
    return Markup("{} ほか{}件").format(note, more) if more > 0 else note


def _roles(place: PagePlace, cells: Iterable[Cell]) -> Things:
    stated: dict[str, bool] = {}
    for cell in cells:
        stated[cell.role_id] = stated.get(cell.role_id, False) or not is_inferred(cell.basis)
    return [(place.link("role", id), not is_stated) for id, is_stated in stated.items()]


def _levels(context: PlanContext, first: Things) -> Answer | None:
    """The first level that needs it, of each role that has a mark at a level; None without any."""
    if not first:
        return None
    one = _named(context, first[:1])
    return Answer("どのレベルから", Markup("{}から").format(one), _named(context, first[1:]))


def _first_levels(
    context: PlanContext, place: PagePlace, cells: Iterable[Cell]
) -> Iterator[tuple[Link, bool]]:
    marked: dict[str, dict[str, bool]] = {}
    for cell in cells:
        if cell.level_id is not None:
            marked.setdefault(cell.role_id, {})[cell.level_id] = is_inferred(cell.basis)
    for role, levels in marked.items():
        first = next(id for id in context.plan.levels[role] if id in levels)
        yield place.role(role, first), levels[first]
