"""The page of a skill: its meaning, the roles that need it, its courses, and related skills."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import entity_name
from jinzai.link.requirements import Cell, CellOrigin
from jinzai.model import kinds
from jinzai.model.base import Basis
from jinzai.model.course import Course
from jinzai.model.skill import Skill
from jinzai.render.page.answers import Answer
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.place import NeighbourContext, PagePlace, PlanContext, is_inferred
from jinzai.render.page.ways import Ways, forms
from jinzai.render.plan.counterparts import Correspondence, correspondences
from jinzai.render.plan.skill_strip import answers
from jinzai.render.words.marks import MarkView, mark

SECTIONS: Final = (
    Section("roles", "求める役割"),
    Section("courses", "学べる研修"),
    Section("practice", "伸ばす取り組みと研修コース"),
    Section("related", "前後のスキル"),
    Section("counterparts", "ほかの計画の近いスキル"),
    Section("references", "関連するページ"),
    Section("source", "出典"),
)

_SHOWN: Final = frozenset(
    [
        ("skill", "builds_on"),
        ("matrix", "rows"),
        ("course", "teaches"),
        ("practice", "develops"),
        ("curriculum", "covers"),
    ]
)


class LevelMark(NamedTuple):
    """How strongly a role needs the skill at one level. `level` is None for the whole role."""

    level: Link | None
    mark: MarkView


class Need(NamedTuple):
    """A role that needs the skill. `via` is the role that it inherits the skill from, or None.

    `every` is true if all its levels need the skill in the same way. Then `marks` holds one mark.
    """

    role: Link
    marks: tuple[LevelMark, ...]
    every: bool
    via: Link | None


class Taught(NamedTuple):
    """A course that teaches the skill."""

    course: Link
    forms: tuple[Ways, ...]
    provider: str
    inferred: bool
    note: str


class SkillView(NamedTuple):
    """The content of a skill's page.

    `categories` are ordered from the outermost to the innermost.
    """

    answers: tuple[Answer, ...]
    definition: Markup
    categories: tuple[Link, ...]
    category_inferred: bool
    needs: tuple[Need, ...]
    matrix: Link
    courses: tuple[Taught, ...]
    practices: tuple[Link, ...]
    curricula: tuple[tuple[Link, bool], ...]
    builds_on: tuple[Link, ...]
    builds_on_inferred: bool
    built_on: tuple[tuple[Link, bool], ...]
    correspondences: tuple[Correspondence, ...]
    unmapped: Markup
    entity: EntityView


def pages(context: NeighbourContext) -> Iterator[Draft]:
    """A page for each skill of the plan."""
    for skill in context.plan.content.skills:
        address = context.address(f"skills/{skill.id}.html")
        place = context.place(address)
        name = entity_name(skill)
        yield Draft.of_entity(
            context,
            place,
            kinds.SKILL,
            skill.id,
            title=name,
            description=f"が求めるスキル「{name}」と、学べる研修。",
            view=view(context, place, skill),
            sections=SECTIONS,
        )


def view(context: NeighbourContext, place: PagePlace, skill: Skill) -> SkillView:
    """The content of the page of `skill`."""
    plan = context.plan
    cells = plan.cells_by_skill.get(skill.id, ())
    key = EntityKey("skill", skill.id)
    taught = plan.courses_by_skill.get(skill.id, ())
    builds_on = tuple(place.link("skill", id) for id in skill.builds_on)
    curricula = tuple(
        (place.link("curriculum", curriculum.id), is_inferred(basis))
        for curriculum, basis in context.facts.covering.get(skill.id, ())
    )
    return SkillView(
        answers=answers(
            context,
            place,
            skill,
            [
                (place.link("course", course.id), _taught(context, place, course, skill).inferred)
                for course in taught
            ],
            curricula,
            [(link, is_inferred(skill.builds_on_basis)) for link in builds_on],
        ),
        definition=place.prose(skill.definition),
        categories=_categories(context, place, skill.category),
        category_inferred=is_inferred(skill.category_basis),
        needs=tuple(_needs(context, place, cells)),
        matrix=place.to(context.address(kinds.MATRICES.page), kinds.MATRICES.title),
        courses=tuple(_taught(context, place, course, skill) for course in taught),
        practices=tuple(
            place.link("practice", link.source.id)
            for link in plan.backlinks.get(key, ())
            if (link.source.kind, link.field) == ("practice", "develops")
        ),
        curricula=curricula,
        builds_on=builds_on,
        builds_on_inferred=is_inferred(skill.builds_on_basis),
        built_on=tuple(
            (place.link("skill", other.id), is_inferred(other.builds_on_basis))
            for other in plan.built_on_by_skill.get(skill.id, ())
        ),
        correspondences=correspondences(context, place, skill.areas),
        unmapped=place.prose(skill.unmapped),
        entity=entity(context, place, kinds.SKILL, skill, _SHOWN),
    )


def _categories(context: PlanContext, place: PagePlace, category: str | None) -> tuple[Link, ...]:
    found: list[Link] = []
    while category is not None:
        found.append(place.link("category", category))
        category = context.plan.categories[category].part_of
    return tuple(reversed(found))


def _needs(context: PlanContext, place: PagePlace, cells: Iterable[Cell]) -> Iterator[Need]:
    """The needs of the cells: one for each pair of a role and the role that it inherits from.

    They stand in the order of the cells.
    """
    by_role: dict[tuple[str, str | None], list[Cell]] = {}
    for cell in cells:
        via = cell.via if cell.origin is CellOrigin.INHERITED else None
        by_role.setdefault((cell.role_id, via), []).append(cell)
    for (role_id, via), found in by_role.items():
        names = context.plan.levels[role_id]
        if len(found) > 1:
            order: dict[str | None, int] = {None: -1, **{id: n for n, id in enumerate(names)}}
            found.sort(key=lambda cell: order[cell.level_id])
        marks = tuple(
            LevelMark(
                Link(names[cell.level_id], place.role(role_id, cell.level_id).href)
                if cell.level_id is not None
                else None,
                mark(cell),
            )
            for cell in found
        )
        every = (
            1 < len(names) <= len(found)
            and {cell.level_id for cell in found} == set(names)
            and len({one.mark for one in marks}) == 1
        )
        yield Need(
            place.link("role", role_id),
            marks[:1] if every else marks,
            every,
            place.link("role", via) if via is not None else None,
        )


def _taught(context: PlanContext, place: PagePlace, course: Course, skill: Skill) -> Taught:
    taught = context.facts.taught(course.id, skill.id)[0]
    return Taught(
        course=place.link("course", course.id),
        forms=forms(place, context.plan.linked_courses[course.id]),
        provider=course.provider or "",
        inferred=taught.basis is Basis.INFERRED,
        note=taught.note or "",
    )
