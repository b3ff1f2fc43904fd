"""The page of a curriculum: its stages in order with running sums of hours, and its goals."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from jinzai.model import kinds
from jinzai.model.curriculum import Curriculum, ForWhom
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import MOST_BESIDE
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.plan.path import PathView, path
from jinzai.render.plan.route import RouteGate, gate
from jinzai.render.plan.strip_words import lines, linked
from jinzai.render.plan.variants import Variant, variant
from jinzai.render.words import amounts

SECTIONS: Final = (
    Section("path", "研修の組み立て"),
    Section("goals", "到達目標"),
    Section("skills", "対象のスキル"),
    Section("related", "前後の研修コース"),
    Section("references", "関連するページ"),
    Section("source", "出典"),
)

_SHOWN: Final = frozenset([("curriculum", "after"), ("curriculum", "includes")])


class IncludedStatement(NamedTuple):
    """The goals or the skills of an included curriculum. Who takes the outer one reaches them too.

    `of` is the included curriculum. Each skill has whether an editor worked it out.
    """

    of: Link
    goals: tuple[Markup, ...] = ()
    skills: tuple[tuple[Link, bool], ...] = ()


class CurriculumPageView(NamedTuple):
    """The content of a curriculum's page.

    `all_staff` is true if the plan says that the training is for all staff. `by_department` is true
    if the plan divides some curricula by departments. `before` are the curricula that have to be
    finished first, `followed_by` those that may be taken once this one is finished. `variants` are
    those that other tables state for the same people. `siblings` are the role's other curricula.
    `more` is true if the role has more of them than the page shows. `every` links to the page that
    lists all. `goals_below` and `skills_below` are those of an included curriculum. They are None
    if no included one states any.
    """

    answers: tuple[Answer, ...]
    role: Link
    all_staff: bool
    departments: str
    by_department: bool
    table: Link | None
    path: PathView
    goals: tuple[Markup, ...]
    skills: tuple[tuple[Link, bool], ...]
    goals_below: IncludedStatement | None
    skills_below: IncludedStatement | None
    before: tuple[RouteGate, ...]
    followed_by: tuple[RouteGate, ...]
    included_by: tuple[Link, ...]
    variants: tuple[Variant, ...]
    siblings: tuple[Link, ...]
    more: bool
    every: Link
    entity: EntityView


def pages(context: PlanContext) -> Iterator[Draft]:
    """A page for each curriculum of the plan."""
    for curriculum in context.plan.content.curricula:
        address = context.address(f"curricula/{curriculum.id}.html")
        place = context.place(address)
        yield Draft.of_entity(
            context,
            place,
            kinds.CURRICULUM,
            curriculum.id,
            title=curriculum.name,
            description=f"の研修コース「{curriculum.name}」の研修と時間。",
            view=view(context, place, curriculum),
            sections=SECTIONS,
        )


def view(context: PlanContext, place: PagePlace, curriculum: Curriculum) -> CurriculumPageView:
    """The content of the page of `curriculum`."""
    facts = context.facts
    group = [other for other in facts.groups[curriculum.id] if other is not curriculum]
    siblings = _siblings(context, curriculum)

    def links(found: Iterable[Curriculum]) -> tuple[Link, ...]:
        return tuple(place.link("curriculum", other.id) for other in found)

    followed_by = facts.followed_by.get(curriculum.id, ())
    return CurriculumPageView(
        answers=tuple(_answers(context, place, curriculum, followed_by)),
        role=place.role(curriculum.role, curriculum.level),
        all_staff=curriculum.audience is ForWhom.ALL_STAFF,
        departments=context.department_names(curriculum.departments),
        by_department=facts.by_department,
        table=place.link("table", curriculum.table) if curriculum.table else None,
        path=path(context, place, curriculum),
        goals=place.items(curriculum.goals),
        skills=_skills(place, curriculum),
        goals_below=None
        if (with_goals := facts.goals_below[curriculum.id]) is None
        else IncludedStatement(
            place.link("curriculum", with_goals.id), goals=place.items(with_goals.goals)
        ),
        skills_below=None
        if (with_skills := facts.skills_below[curriculum.id]) is None
        else IncludedStatement(
            place.link("curriculum", with_skills.id), skills=_skills(place, with_skills)
        ),
        before=tuple(gate(context, place, id) for id in curriculum.after),
        followed_by=tuple(gate(context, place, one.id) for one in followed_by),
        included_by=links(facts.included_by.get(curriculum.id, ())),
        variants=tuple(variant(context, place, curriculum, other) for other in group[:MOST_BESIDE]),
        siblings=links(siblings[:MOST_BESIDE]),
        more=max(len(siblings), len(group)) > MOST_BESIDE,
        every=place.to(context.address(kinds.CURRICULA.page), "研修コースの一覧"),
        entity=entity(context, place, kinds.CURRICULUM, curriculum, _SHOWN),
    )


def _skills(place: PagePlace, curriculum: Curriculum) -> tuple[tuple[Link, bool], ...]:
    return tuple(
        (place.link("skill", covered.skill), is_inferred(covered.basis))
        for covered in curriculum.covers
    )


def _answers(
    context: PlanContext,
    place: PagePlace,
    curriculum: Curriculum,
    followed_by: Iterable[Curriculum],
) -> Iterator[Answer]:
    """For whom it is, how long it takes, and what stands before or after it."""
    departments = context.department_names(curriculum.departments)
    yield Answer(
        "受ける人",
        escape(place.role(curriculum.role, curriculum.level)),
        escape("全職員に向けた研修" if curriculum.audience is ForWhom.ALL_STAFF else departments),
    )
    load = context.plan.linked_curricula[curriculum.id].load
    courses = counted(context.facts.course_counts.get(curriculum.id, 0), "件")
    also = (
        Markup("ほかに{}の研修").format(linked((place.link("curriculum", curriculum.includes),)))
        if curriculum.includes
        else Markup()
    )
    if amounts.known(load) and load.given:
        note = "選び方によって変わる" if load.choices else ""
        unknown = f"時間の記載がない研修{load.unknown}件は含まない" if load.unknown else ""
        note = "。".join(part for part in (note, unknown) if part)
        yield Answer("時間", escape(amounts.known(load)), escape(note))
        yield Answer("載っている研修", courses, also)
    else:
        yield Answer("載っている研修", courses, lines((also, "時間の記載はない")))
    if curriculum.after:
        names = Markup("、").join(place.link("curriculum", id) for id in curriculum.after)
        yield Answer("受講条件", names)
    elif following := [place.link("curriculum", one.id) for one in followed_by]:
        yield Answer("修了すると受けられる", Markup("、").join(following[:2]))


def _siblings(context: PlanContext, curriculum: Curriculum) -> list[Curriculum]:
    """The role's other curricula, without those that other tables state for the same people.

    There is at most one more than the page shows.
    """
    of_role = context.plan.curricula_by_role[curriculum.role]
    groups = context.facts.groups
    others = (other for other in of_role if groups[other.id] is not groups[curriculum.id])
    return list(islice(others, MOST_BESIDE + 1))
