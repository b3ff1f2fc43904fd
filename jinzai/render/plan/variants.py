"""Curricula that different tables of a plan state for the same people.

The one that is declared first stands for them; the others are shown beside it, with what each
says otherwise. Nothing is corrected, and no table is taken for the right one.
"""

from collections.abc import Mapping
from typing import NamedTuple

from jinzai.link.learning import deliveries_in, uses
from jinzai.model.course import Course
from jinzai.model.curriculum import Curriculum
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import amounts


class TableDifference(NamedTuple):
    """One way in which two tables differ, and on which courses."""

    title: str
    courses: tuple[Link, ...]


class Variant(NamedTuple):
    """A curriculum beside the one that stands for it. `summary` says in one line what differs."""

    curriculum: Link
    table: str
    load: amounts.Total
    differences: tuple[TableDifference, ...]
    summary: str


def variant(
    context: PlanContext, place: PagePlace, shown: Curriculum, other: Curriculum
) -> Variant:
    """What `other` says otherwise than the curriculum that stands for it."""
    found = _differences(context, place, shown, other)
    return Variant(
        curriculum=place.link("curriculum", other.id),
        table=context.table_name(other.table) or "",
        load=amounts.total(context.plan.loads[other.id]),
        differences=found,
        summary="、".join(f"{kind.title} {len(kind.courses)}件" for kind in found),
    )


def _differences(
    context: PlanContext, place: PagePlace, shown: Curriculum, other: Curriculum
) -> tuple[TableDifference, ...]:
    courses, curricula = context.plan.courses, context.plan.curricula
    here, there = _asked(shown, curricula), _asked(other, curricula)
    both = [id for id in here if id in there]
    found = {
        "この表だけにある研修": [id for id in there if id not in here],
        "この表にない研修": [id for id in here if id not in there],
        "形式か時間の違う研修": [
            id
            for id in both
            if _stated(courses[id], here[id].table) != _stated(courses[id], there[id].table)
        ],
        "「いずれか」に入るかどうかの違う研修": [
            id for id in both if here[id].in_choice != there[id].in_choice
        ],
    }
    return tuple(
        TableDifference(title, tuple(place.link("course", id) for id in ids))
        for title, ids in found.items()
        if ids
    )


def _stated(course: Course, table: str | None) -> set[object]:
    """The forms and times of the ways to take a course, as a table states them."""
    return {
        tuple((part.format, part.hours, part.days) for part in (way, *way.plus))
        for way in deliveries_in(course, table)
    }


class _Asked(NamedTuple):
    """How a course is asked for: by which table, and whether only as one of several."""

    table: str | None
    in_choice: bool


def _asked(curriculum: Curriculum, curricula: Mapping[str, Curriculum]) -> dict[str, _Asked]:
    """The courses of a curriculum and of those that it includes."""
    found: dict[str, _Asked] = {}
    part: Curriculum | None = curriculum
    while part is not None:
        for use in uses(part):
            known = found.get(use.course_id)
            in_choice = use.choice is not None and (known is None or known.in_choice)
            found[use.course_id] = _Asked(part.table, in_choice)
        part = curricula[part.includes] if part.includes is not None else None
    return found
