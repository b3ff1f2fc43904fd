"""Curricula that different tables of a plan state for the same people.

The curriculum that is declared first is shown in full. The others are shown beside it with their
differences. Nothing is corrected: no table counts as the right one.
"""

from typing import NamedTuple

from jinzai.link.curricula import LinkedCurriculum
from jinzai.link.learning import StatedCourse
from jinzai.model.curriculum import Curriculum
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.words import amounts


class TableDifference(NamedTuple):
    """One difference between two tables, and the courses that it concerns."""

    title: str
    courses: tuple[Link, ...]


class Variant(NamedTuple):
    """A curriculum beside the one that is shown in full.

    `summary` names the differences in one line.
    """

    curriculum: Link
    table: str
    load: amounts.PrintedTotal
    differences: tuple[TableDifference, ...]
    summary: str


def variant(
    context: PlanContext, place: PagePlace, shown: Curriculum, other: Curriculum
) -> Variant:
    """The differences of `other` from `shown`, the curriculum that is shown in full."""
    linked = context.plan.linked_curricula[other.id]
    found = _differences(place, context.plan.linked_curricula[shown.id], linked)
    return Variant(
        curriculum=place.link("curriculum", other.id),
        table=context.table_name(other.table) or "",
        load=amounts.printed_total(linked.load),
        differences=found,
        summary="、".join(f"{kind.title} {len(kind.courses)}件" for kind in found),
    )


def _differences(
    place: PagePlace, shown: LinkedCurriculum, other: LinkedCurriculum
) -> tuple[TableDifference, ...]:
    here, there = _asked(shown), _asked(other)
    both = [id for id in here if id in there]
    found = {
        "この表だけにある研修": [id for id in there if id not in here],
        "この表にない研修": [id for id in here if id not in there],
        "形式か時間の違う研修": [
            id for id in both if _said(here[id].stated) != _said(there[id].stated)
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


def _said(stated: StatedCourse) -> set[object]:
    """The formats and times of the ways to take a course, as a table states them."""
    return {
        tuple((part.format, part.hours, part.days) for part in (way, *way.plus))
        for way, _ in stated.deliveries
    }


class _Asked(NamedTuple):
    """How a curriculum asks for a course.

    `stated` is the course as the curriculum's table states it. `in_choice` is true if the course is
    only one of several to choose from.
    """

    stated: StatedCourse
    in_choice: bool


def _asked(curriculum: LinkedCurriculum) -> dict[str, _Asked]:
    """The courses of a curriculum and of the curricula that it includes, by their ids."""
    found: dict[str, _Asked] = {}
    for part in curriculum.parts():
        for use in part.uses:
            known = found.get(use.course.id)
            in_choice = use.choice is not None and (known is None or known.in_choice)
            found[use.course.id] = _Asked(use.stated, in_choice)
    return found
