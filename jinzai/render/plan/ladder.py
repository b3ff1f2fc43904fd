"""The levels of a role as a ladder: the meaning of each level, and its new skills."""

from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.requirements import Cell
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.model.matrix import Requirement
from jinzai.model.role import Level, Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, source_text
from jinzai.render.words import amounts
from jinzai.render.words.marks import MarkView, mark
from jinzai.render.words.wording import relation_to


class NewSkill(NamedTuple):
    """A skill that a level asks for and the lower levels do not, or less strongly.

    `before` is the mark of the nearest lower level that asks for it, or `""`.
    """

    skill: Link
    mark: MarkView
    before: str


class RungTraining(NamedTuple):
    """A curriculum of a level, or of the whole role if its level is unknown."""

    curriculum: Link
    load: amounts.PrintedTotal
    inferred: bool


class ScaleStep(NamedTuple):
    """The entry of a common scale that a level is mapped to, and how it is mapped."""

    entry: Link
    relation: str
    inferred: bool
    note: str


class Rung(NamedTuple):
    """One level. `new` is None if the plan gives no marks by level.

    `kept` is the number of the level's skills that are not new. `source` is `""` if all levels have
    the same source.
    """

    id: str
    name: str
    definition: Markup
    evidence: tuple[Markup, ...]
    headcount: amounts.Value | None
    headcount_note: str
    headcount_inferred: bool
    new: tuple[NewSkill, ...] | None
    kept: int
    curricula: tuple[RungTraining, ...]
    scale: ScaleStep | None
    note: Markup
    source: str


def ladder(context: PlanContext, place: PagePlace, role: Role) -> tuple[Rung, ...]:
    """The role's levels from the lowest, each with the skills that are new at it.

    A skill is new at a level if no lower level asks for it. It is also new if this level requires
    it and the nearest lower level that asks for it does so only conditionally. A weaker mark is not
    new.

    Example: level 1 asks for a (conditional) and b. Level 2 asks for a (required), b and c. New at
    level 2 are a, with its earlier mark, and c. One skill, b, is kept. A skill that a level does
    not mention stays in `held`: level 3 may ask for it again, and then it is not new.
    """
    cells: dict[str, dict[str, Cell]] = {}
    for cell in context.plan.cells_by_role.get(role.id, ()):
        if cell.level_id is not None:
            cells.setdefault(cell.level_id, {})[cell.skill_id] = cell
    curricula = _training(context, place, role)
    is_shared = bool(shared_source(role))
    held: dict[str, Cell] = {}
    rungs = []
    for level in role.levels:
        own = cells.get(level.id, {})
        new = tuple(
            NewSkill(place.link("skill", id), mark(cell), held[id].mark if id in held else "")
            for id, cell in own.items()
            if id not in held or _stronger(cell, held[id])
        )
        rungs.append(
            _rung(
                place,
                level,
                new if cells else None,
                len(own) - len(new),
                tuple(curricula.get(level.id, ())),
                "" if is_shared else source_text(level.source),
            )
        )
        held |= own
    return tuple(rungs)


def unlevelled(context: PlanContext, place: PagePlace, role: Role) -> tuple[RungTraining, ...]:
    """The curricula of a role with levels that are for no particular level.

    The plan does not say for which level they are, or the level could not be read.
    """
    return tuple(_training(context, place, role).get(None, ())) if role.levels else ()


def _training(
    context: PlanContext, place: PagePlace, role: Role
) -> dict[str | None, list[RungTraining]]:
    """The curricula of a role by the level that they are for.

    The key None has those without a level.
    """
    found: dict[str | None, list[RungTraining]] = {}
    for curriculum in context.plan.curricula_by_role.get(role.id, ()):
        found.setdefault(curriculum.level, []).append(
            RungTraining(
                place.link("curriculum", curriculum.id),
                amounts.printed_total(context.plan.linked_curricula[curriculum.id].load),
                curriculum.basis is Basis.INFERRED,
            )
        )
    return found


def shared_source(role: Role) -> str:
    """The source that all levels of the role share; `""` if they have different sources."""
    sources = {source_text(level.source) for level in role.levels}
    return sources.pop() if len(sources) == 1 else ""


def _stronger(cell: Cell, before: Cell) -> bool:
    return (
        cell.requirement is Requirement.REQUIRED and before.requirement is Requirement.CONDITIONAL
    )


def _step(place: PagePlace, level: Level) -> ScaleStep | None:
    link = level.scale
    if link is None:
        return None
    return ScaleStep(
        place.link("entry", link.entry),
        relation_to(FrameworkKind.LEVEL, link.relation),
        link.basis is Basis.INFERRED,
        link.note or "",
    )


def _rung(
    place: PagePlace,
    level: Level,
    new: tuple[NewSkill, ...] | None,
    kept: int,
    curricula: tuple[RungTraining, ...],
    source: str,
) -> Rung:
    count = level.headcount
    return Rung(
        id=level.id,
        name=level.name,
        definition=place.prose(level.definition),
        evidence=place.items(level.evidence),
        headcount=place.value(amounts.value(count.value, "人")) if count else None,
        headcount_note=(count.note or "") if count else "",
        headcount_inferred=count is not None and count.basis is Basis.INFERRED,
        new=new,
        kept=kept,
        curricula=curricula,
        scale=_step(place, level),
        note=place.prose(level.note),
        source=source,
    )
