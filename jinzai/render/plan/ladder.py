"""The levels of a role as a ladder: what people of a level can do, and what is new at it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.address import level_step_address
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.model.role import Level, Role
from jinzai.render.page.level_facts import NewCell
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred, source_text
from jinzai.render.plan.path import PathView, path
from jinzai.render.plan.role_training import is_in_ladder
from jinzai.render.plan.strip_words import without_areas
from jinzai.render.plan.teaching import Teaching, teaching
from jinzai.render.words import amounts
from jinzai.render.words.marks import MarkView, mark
from jinzai.render.words.wording import relation_to

MOST_LOOSE: Final = 12
"""The largest number of courses of no known level that each level names."""


class NewSkill(NamedTuple):
    """A skill that a level asks for and the lower levels do not, or less strongly.

    `before` is the mark of the nearest lower level that asks for it, or `""`.
    """

    skill: Link
    mark: MarkView
    before: str
    teaching: Teaching


class RungTraining(NamedTuple):
    """A curriculum of a level, or of the whole role if its level is unknown.

    `before` are curricula to be finished first.
    """

    curriculum: Link
    load: amounts.PrintedTotal
    inferred: bool
    courses: int
    path: PathView
    before: tuple[Link, ...]


class _Courses(NamedTuple):
    """The courses of a level; the fields are those of `Rung`."""

    loose: tuple[tuple[Link, bool], ...]
    more_loose: int
    courses: int


class ScaleStep(NamedTuple):
    """The entry of a common scale that a level is mapped to, and how it is mapped."""

    entry: Link
    relation: str
    inferred: bool
    note: str


class Rung(NamedTuple):
    """One level. `new` is None if the plan gives no marks by level.

    `loose` are the courses whose level is not known, apart from those that the level's own
    curricula have. They may concern every level, so `courses` counts them at each. `more_loose` is
    how many of them are left out.

    `kept` is the number of the level's skills that are not new. `step` leads to the page on how
    people come here from the level below; it is None for the lowest level. `source` is `""` if all
    levels have the same source.
    """

    id: str
    name: str
    step: Link | None
    definition: Markup
    evidence: tuple[Markup, ...]
    headcount: amounts.Value | None
    headcount_note: str
    headcount_inferred: bool
    new: tuple[NewSkill, ...] | None
    kept: int
    curricula: tuple[RungTraining, ...]
    loose: tuple[tuple[Link, bool], ...]
    more_loose: int
    courses: int
    scale: ScaleStep | None
    note: Markup
    source: str


def ladder(context: PlanContext, place: PagePlace, role: Role) -> tuple[Rung, ...]:
    """The role's levels from the lowest, each with the skills that are new at it."""
    found = context.facts.at_levels.new_at(role)
    uses = _uses(context, role)
    taken = context.facts.taken.get(role.id, ())
    is_shared = bool(shared_source(role))
    rungs: list[Rung] = []
    for level in role.levels:
        own = found.get(level.id)
        rungs.append(
            _rung(
                place,
                level,
                _step_page(context, place, role, rungs[-1].name, level) if rungs else None,
                None if own is None else new_skills(context, place, own.cells, taken),
                0 if own is None else own.kept,
                tuple(_training(context, place, role, level.id)),
                _courses(place, uses.get(level.id, {}), uses.get(None, {})),
                "" if is_shared else source_text(level.source),
            )
        )
    return tuple(rungs)


def new_skills(
    context: PlanContext,
    place: PagePlace,
    new: Iterable[NewCell],
    taken: Container[str],
) -> tuple[NewSkill, ...]:
    """The skills of cells that are new. `taken` are the courses that people of the role take."""
    return tuple(
        NewSkill(
            place.link("skill", cell.skill_id),
            mark(cell),
            before,
            teaching(context, place, cell.skill_id, taken),
        )
        for cell, before in new
    )


def unlevelled(
    context: PlanContext, place: PagePlace, role: Role, most: int | None = None
) -> tuple[RungTraining, ...]:
    """The curricula of a role with levels that are for no particular level, or the first `most`.

    The plan does not say for which level they are, or the level could not be read.
    """
    return tuple(islice(_training(context, place, role, None), most)) if role.levels else ()


def _training(
    context: PlanContext, place: PagePlace, role: Role, level_id: str | None
) -> Iterator[RungTraining]:
    """The curricula of a role that are for a level, or those without a level."""
    for curriculum in context.facts.at_levels.curricula.get((role.id, level_id), ()):
        yield RungTraining(
            place.link("curriculum", curriculum.id),
            amounts.printed_total(context.plan.linked_curricula[curriculum.id].load),
            curriculum.basis is Basis.INFERRED,
            context.facts.course_counts.get(curriculum.id, 0),
            path(context, place, curriculum),
            tuple(place.link("curriculum", id) for id in curriculum.after),
        )


def _uses(context: PlanContext, role: Role) -> dict[str | None, dict[str, bool]]:
    """The courses of the role's curricula by level, each with whether an editor worked it out.

    The key None has those without a level, if the ladder holds the role's curricula.
    """
    curricula = context.plan.curricula_by_role.get(role.id, ())
    found: dict[str | None, dict[str, bool]] = {}
    in_ladder = is_in_ladder(role, curricula)
    for curriculum in curricula:
        if curriculum.level is not None or in_ladder:
            of_level = found.setdefault(curriculum.level, {})
            for part in context.plan.linked_curricula[curriculum.id].parts():
                for use in part.uses:
                    of_level.setdefault(use.course.id, is_inferred(use.basis))
    return found


def _courses(place: PagePlace, own: Mapping[str, bool], loose: Mapping[str, bool]) -> _Courses:
    others = ((id, inferred) for id, inferred in loose.items() if id not in own)
    links = tuple(
        (place.link("course", id), inferred) for id, inferred in islice(others, MOST_LOOSE)
    )
    number = len(loose) - sum(id in loose for id in own)
    return _Courses(links, number - len(links), len(own) + number)


def _step_page(
    context: PlanContext, place: PagePlace, role: Role, below: str, level: Level
) -> Link:
    address = level_step_address(context.plan.id, role.id, level.id)
    return place.to(address, f"{below}から進む")


def shared_evidence(place: PagePlace, role: Role) -> tuple[Markup, ...]:
    """What all levels ask for alike, with そのレベル for the name of each; empty if they differ.

    Example: `レベル1の研修の修了` and `レベル2の研修の修了` are `そのレベルの研修の修了`.
    """
    found = {
        # A name within the target of a link is left as it is.
        tuple(
            one if "](" in one else one.replace(level.name, "そのレベル") for one in level.evidence
        )
        for level in role.levels
    }
    return place.items(found.pop()) if len(found) == 1 and len(role.levels) > 1 else ()


def shared_source(role: Role) -> str:
    """The source that all levels of the role share; `""` if they have different sources."""
    sources = {source_text(level.source) for level in role.levels}
    return sources.pop() if len(sources) == 1 else ""


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
    step: Link | None,
    new: tuple[NewSkill, ...] | None,
    kept: int,
    curricula: tuple[RungTraining, ...],
    courses: _Courses,
    source: str,
) -> Rung:
    count = level.headcount
    return Rung(
        id=level.id,
        name=level.name,
        step=step,
        definition=without_areas(place.prose(level.definition)),
        evidence=place.items(level.evidence),
        headcount=place.value(amounts.value(count.value, "人")) if count else None,
        headcount_note=(count.note or "") if count else "",
        headcount_inferred=count is not None and count.basis is Basis.INFERRED,
        new=new,
        kept=kept,
        curricula=curricula,
        loose=courses.loose,
        more_loose=courses.more_loose,
        courses=courses.courses,
        scale=_step(place, level),
        note=place.prose(level.note),
        source=source,
    )
