"""The index of a plan's skills: one table to choose from, and the meanings by category."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.requirements import CellOrigin
from jinzai.model import kinds
from jinzai.model.course import Course
from jinzai.model.skill import Category, Skill
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.facets import SCRIPT, Facet, Tokens, facet, facets_json, ranks, tokens
from jinzai.render.page.index_columns import is_sparse
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, all_inferred, is_inferred
from jinzai.render.words import gojuon

_ALL = Section("all", "スキルの一覧")
_LOOSE = Section("uncategorised", "分類のないスキル")
_SHOWN = frozenset([("skill", "category"), ("category", "part_of")])


class SkillLine(NamedTuple):
    """A skill of the table, the roles that ask for it themselves, and the courses that teach it.

    Each role and course has a flag: whether it is inferred. A role is inferred if all its marks are
    inferred.
    """

    skill: Link
    category: Link | None
    category_inferred: bool
    roles: tuple[tuple[Link, bool], ...]
    courses: tuple[tuple[Link, bool], ...]
    by_name: int
    by_category: int | None
    by_role: int | None
    facets: Tokens


class Definition(NamedTuple):
    """The meaning of a skill. `text` is empty if the plan does not state it."""

    skill: Link
    text: Markup


class CategoryView(NamedTuple):
    """A category with its skills. Its anchor is also that of the section's heading."""

    entity: EntityView
    above: Link | None
    parts: tuple[Link, ...]
    skills: tuple[Definition, ...]


class SkillIndexView(NamedTuple):
    """The content of the index: all skills to choose from, then their meanings by category.

    `all_inferred` says whether an editor worked out all courses of all skills. If few skills have a
    course, `taught` has these skills, each with its courses, and a sentence stands in the place of
    the column, for which `has_courses` is then false.
    """

    skills: tuple[SkillLine, ...]
    all_inferred: bool
    any_category: bool
    has_courses: bool
    taught: tuple[tuple[Link, tuple[tuple[Link, bool], ...]], ...]
    facets: str
    script: str
    matrix: Link
    csv: Link
    categories: tuple[CategoryView, ...]
    note: Markup


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one index of the plan's skills."""
    address = context.address(kinds.SKILLS.page)
    place = context.place(address)
    content = context.plan.content
    sections = [_ALL, *(Section(anchor("category", c.id), c.name) for c in content.categories)]
    if any(skill.category is None for skill in content.skills):
        sections.append(_LOOSE if content.categories else Section(_LOOSE.anchor, "スキルの定義"))
    yield Draft.of_file(
        context,
        place,
        kinds.SKILLS,
        description="が求めるスキルの一覧。",
        view=view(context, place),
        sections=tuple(sections),
    )


def view(context: PlanContext, place: PagePlace) -> SkillIndexView:
    """The content of the index."""
    content = context.plan.content
    by_category: dict[str | None, list[Skill]] = {}
    for skill in content.skills:
        by_category.setdefault(skill.category, []).append(skill)
    groups = [
        _category(context, place, category, by_category.get(category.id, []))
        for category in content.categories
    ]
    loose = _definitions(place, by_category.get(None, []))
    if loose:
        groups.append(CategoryView(EntityView(*_LOOSE), None, (), loose))
    lines = _lines(context, place)
    return SkillIndexView(
        skills=lines,
        all_inferred=all_inferred(link for line in lines for link in line.courses),
        any_category=any(line.category for line in lines),
        has_courses=not is_sparse(line.courses for line in lines),
        taught=tuple((line.skill, line.courses) for line in lines if line.courses),
        facets=facets_json(_facets(context, [line.facets for line in lines])),
        script=place.href(SCRIPT),
        matrix=place.to(context.address(kinds.MATRICES.page), kinds.MATRICES.title),
        csv=place.to(context.address("data/skills.csv"), "skills.csv"),
        categories=tuple(groups),
        note=place.prose(content.skills_file.note if content.skills_file else None),
    )


def _facets(context: PlanContext, rows: list[Tokens]) -> tuple[Facet, ...]:
    categories = {category.id: category.name for category in context.plan.content.categories}
    roles = {role.id: role.name for role in context.plan.roles.values()}
    return (
        facet("category", "分類", categories, rows),
        facet("role", "求める役割", roles, rows),
    )


def _lines(context: PlanContext, place: PagePlace) -> tuple[SkillLine, ...]:
    plan = context.plan
    categories = plan.content.categories
    places = {category.id: number for number, category in enumerate(categories)}
    above = {category.id: category.part_of for category in categories}
    order = {role: number for number, role in enumerate(plan.roles)}
    skills = plan.content.skills
    names = ranks({skill.id: gojuon.key(skill.kana or skill.name) for skill in skills})
    lines = []
    for skill in skills:
        cells = plan.cells_by_skill.get(skill.id, ())
        own = [cell for cell in cells if cell.origin is CellOrigin.OWN]
        roles = tuple(dict.fromkeys(cell.role_id for cell in own))
        stated = {cell.role_id for cell in own if not is_inferred(cell.basis)}
        lines.append(
            SkillLine(
                skill=place.link("skill", skill.id),
                category=place.link("category", skill.category) if skill.category else None,
                category_inferred=is_inferred(skill.category_basis),
                roles=tuple((place.link("role", id), id not in stated) for id in roles),
                courses=tuple(
                    (place.link("course", course.id), _is_guess(context, course, skill))
                    for course in plan.courses_by_skill.get(skill.id, ())
                )
                or tuple(
                    (place.link("curriculum", curriculum.id), is_inferred(basis))
                    for curriculum, basis in context.facts.covering.get(skill.id, ())
                ),
                by_name=names[skill.id],
                by_category=places[skill.category] if skill.category else None,
                by_role=min((order[role] for role in roles), default=None),
                facets=(
                    ("category", tokens(_upwards(skill.category, above))),
                    ("role", tokens(roles)),
                ),
            )
        )
    return tuple(lines)


def _is_guess(context: PlanContext, course: Course, skill: Skill) -> bool:
    return all(is_inferred(one.basis) for one in context.facts.taught(course.id, skill.id))


def _upwards(category: str | None, above: Mapping[str, str | None]) -> Iterator[str]:
    """A category and the categories above it, step by step. The checks have refused circles."""
    while category is not None:
        yield category
        category = above[category]


def _category(
    context: PlanContext, place: PagePlace, category: Category, skills: Sequence[Skill]
) -> CategoryView:
    return CategoryView(
        entity=entity(context, place, kinds.CATEGORY, category, _SHOWN),
        above=place.link("category", category.part_of) if category.part_of else None,
        parts=tuple(
            place.link("category", other.id)
            for other in context.facts.category_parts.get(category.id, ())
        ),
        skills=_definitions(place, skills),
    )


def _definitions(place: PagePlace, skills: Sequence[Skill]) -> tuple[Definition, ...]:
    return tuple(
        Definition(place.link("skill", skill.id), place.inline(skill.definition))
        for skill in skills
    )
