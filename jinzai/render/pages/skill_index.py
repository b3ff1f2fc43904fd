"""The index of a plan's skills, category by category."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.link.requirements import Origin
from jinzai.model.skill import Category, Skill
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.mentions import Mention, mentions
from jinzai.render.place import Place, PlanContext, source_text

_LOOSE = Section("uncategorised", "分類のないスキル")
_SHOWN = frozenset([("skill", "category"), ("category", "part_of")])


class SkillLine(NamedTuple):
    """A skill of the index, with the roles that ask for it themselves and what teaches it."""

    skill: Link
    definition: Markup
    roles: tuple[Link, ...]
    courses: tuple[Link, ...]


class CategoryView(NamedTuple):
    """A category with its skills. `anchor` is also that of the section's heading."""

    anchor: str
    above: Link | None
    parts: tuple[Link, ...]
    description: Markup
    skills: tuple[SkillLine, ...]
    mentions: tuple[Mention, ...]
    note: Markup
    source: str


@dataclass(frozen=True, slots=True)
class SkillIndexView:
    """What the index says. `count` is 0 where the plan sets no skills."""

    count: int
    matrix: Link
    csv: Link
    categories: tuple[CategoryView, ...]
    note: Markup


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one index of the plan's skills."""
    address = context.address("skills/index.html")
    place = context.place(address)
    content = context.plan.content
    sections = [Section(anchor("category", c.id), c.name) for c in content.categories]
    if not content.categories or any(skill.category is None for skill in content.skills):
        sections.append(_LOOSE if content.categories else Section(_LOOSE.anchor, "すべてのスキル"))
    yield Draft(
        address=address,
        title="スキル",
        kicker=context.plan.plan.title,
        description=f"{context.plan.plan.title}が求めるスキルの一覧。",
        template="skill_index.html",
        view=view(context, place),
        area="skills",
        sections=tuple(sections),
        file="skills.yaml",
    )


def view(context: PlanContext, place: Place) -> SkillIndexView:
    """What the index says."""
    content = context.plan.content
    by_category: dict[str | None, list[Skill]] = {}
    for skill in content.skills:
        by_category.setdefault(skill.category, []).append(skill)
    groups = [
        _category(context, place, category, by_category.get(category.id, []))
        for category in content.categories
    ]
    loose = by_category.get(None, [])
    if loose or not content.categories:
        groups.append(
            CategoryView(
                _LOOSE.anchor, None, (), Markup(), _lines(context, place, loose), (), Markup(), ""
            )
        )
    return SkillIndexView(
        count=len(content.skills),
        matrix=place.to(context.address("skills/matrix.html"), "スキルマップ"),
        csv=place.to(context.address("data/skills.csv"), "skills.csv"),
        categories=tuple(groups),
        note=place.prose(content.skills_file.note if content.skills_file else None),
    )


def _category(
    context: PlanContext, place: Place, category: Category, skills: Sequence[Skill]
) -> CategoryView:
    return CategoryView(
        anchor=anchor("category", category.id),
        above=place.link("category", category.part_of) if category.part_of else None,
        parts=tuple(
            place.link("category", other.id)
            for other in context.plan.content.categories
            if other.part_of == category.id
        ),
        description=place.prose(category.description),
        skills=_lines(context, place, skills),
        mentions=mentions(context, place, EntityKey("category", category.id), _SHOWN),
        note=place.prose(category.note),
        source=source_text(category.source),
    )


def _lines(context: PlanContext, place: Place, skills: Sequence[Skill]) -> tuple[SkillLine, ...]:
    plan = context.plan
    return tuple(
        SkillLine(
            skill=place.link("skill", skill.id),
            definition=place.inline(skill.definition),
            roles=tuple(
                place.link("role", id)
                for id in dict.fromkeys(
                    cell.role_id
                    for cell in plan.cells_by_skill.get(skill.id, ())
                    if cell.origin is Origin.OWN
                )
            ),
            courses=tuple(
                place.link("course", course.id)
                for course in plan.courses_by_skill.get(skill.id, ())
            ),
        )
        for skill in skills
    )
