"""Curricula that different tables of a plan state for the same people.

The one that is declared first stands for them; the others are shown beside it, with what each
says otherwise. Nothing is corrected, and no table is taken for the right one.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.link.learning import CourseUse, uses
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
    here, there = _asked(shown), _asked(other)
    courses = context.plan.courses
    both = [id for id in here if id in there]
    found = {
        "この表だけにある研修": [id for id in there if id not in here],
        "この表にない研修": [id for id in here if id not in there],
        "形式か時間の違う研修": [
            id for id in both if ways(courses[id], shown.table) != ways(courses[id], other.table)
        ],
        "全員か選択かの違う研修": [id for id in both if here[id] != there[id]],
    }
    return tuple(
        Difference(title, tuple(place.link("course", id) for id in ids))
        for title, ids in found.items()
        if ids
    )


def _asked(curriculum: Curriculum) -> dict[str, bool]:
    """The courses of a curriculum, and whether everybody takes them."""
    found: dict[str, bool] = {}
    for use in uses(curriculum):
        found[use.course_id] = found.get(use.course_id, False) or _is_for_all(use)
    return found


def _is_for_all(use: CourseUse) -> bool:
    return use.choice is None
