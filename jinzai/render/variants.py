"""Curricula that different tables of a plan state for the same people.

The one that is declared first stands for them; the others are shown beside it, with what each
says otherwise. Nothing is corrected, and no table is taken for the right one.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jinzai.link.learning import uses
from jinzai.model.curriculum import Curriculum
from jinzai.render import wording
from jinzai.render.links import Link
from jinzai.render.path import ways
from jinzai.render.place import Place, PlanContext


class Difference(NamedTuple):
    """One way in which two tables differ, and on which courses."""

    title: str
    courses: tuple[Link, ...]


class Variant(NamedTuple):
    """A curriculum beside the one that stands for it. `summary` says in one line what differs."""

    curriculum: Link
    table: str
    load: str
    differences: tuple[Difference, ...]
    summary: str


def grouped(
    curricula: Iterable[Curriculum],
) -> tuple[tuple[Curriculum, tuple[Curriculum, ...]], ...]:
    """Each curriculum that stands for itself, with those that other tables state in its place.

    They are for the same role, level and departments, and no two are from one table.
    """
    found: dict[object, list[list[Curriculum]]] = {}
    order: list[list[Curriculum]] = []
    for curriculum in curricula:
        key = (curriculum.role, curriculum.level, curriculum.departments)
        groups = found.setdefault(key, [])
        fitting = next((g for g in groups if _from_another_table(curriculum, g)), None)
        if fitting is None:
            fitting = []
            groups.append(fitting)
            order.append(fitting)
        fitting.append(curriculum)
    return tuple((first, tuple(others)) for first, *others in order)


def _from_another_table(curriculum: Curriculum, group: list[Curriculum]) -> bool:
    tables = {other.table for other in group}
    return None not in tables and curriculum.table not in {None, *tables}


def variant(context: PlanContext, place: Place, shown: Curriculum, other: Curriculum) -> Variant:
    """What `other` says otherwise than the curriculum that stands for it."""
    found = _differences(context, place, shown, other)
    return Variant(
        curriculum=place.link("curriculum", other.id),
        table=context.table_name(other.table) or "",
        load=wording.load(context.plan.loads[other.id]),
        differences=found,
        summary="、".join(f"{kind.title} {len(kind.courses)}件" for kind in found),
    )


def _differences(
    context: PlanContext, place: Place, shown: Curriculum, other: Curriculum
) -> tuple[Difference, ...]:
    courses, curricula = context.plan.courses, context.plan.curricula
    here, there = _asked(shown, curricula), _asked(other, curricula)
    both = [id for id in here if id in there]
    found = {
        "この表だけにある研修": [id for id in there if id not in here],
        "この表にない研修": [id for id in here if id not in there],
        "形式か時間の違う研修": [
            id
            for id in both
            if ways(courses[id], here[id].table) != ways(courses[id], there[id].table)
        ],
        "全員か選択かの違う研修": [id for id in both if here[id].by_all != there[id].by_all],
    }
    return tuple(
        Difference(title, tuple(place.link("course", id) for id in ids))
        for title, ids in found.items()
        if ids
    )


class _Asked(NamedTuple):
    """How a course is asked for: by which table, and whether everybody takes it."""

    table: str | None
    by_all: bool


def _asked(curriculum: Curriculum, curricula: Mapping[str, Curriculum]) -> dict[str, _Asked]:
    """The courses of a curriculum and of those that it includes."""
    found: dict[str, _Asked] = {}
    part: Curriculum | None = curriculum
    while part is not None:
        for use in uses(part):
            by_all = use.choice is None or (use.course_id in found and found[use.course_id].by_all)
            found[use.course_id] = _Asked(part.table, by_all)
        part = curricula[part.includes] if part.includes is not None else None
    return found
