"""Curricula that different tables of a plan state for the same people.

The one that is declared first stands for them; the others are shown beside it, with what each
says otherwise. Nothing is corrected, and no table is taken for the right one.
"""

from typing import NamedTuple

from jinzai.link.curricula import LinkedCurriculum
from jinzai.link.learning import StatedCourse
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
    load: amounts.PrintedTotal
    differences: tuple[TableDifference, ...]
    summary: str


def variant(
    context: PlanContext, place: PagePlace, shown: Curriculum, other: Curriculum
) -> Variant:
    """The differences of `other` from the curriculum that stands for it."""
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
    """The forms and times of the ways to take a course, as a table states them."""
    return {
        tuple((part.format, part.hours, part.days) for part in (way, *way.plus))
        for way, _ in stated.deliveries
    }


class _Asked(NamedTuple):
    """How a course is asked for: as its table states it, and whether only as one of several."""

    stated: StatedCourse
    in_choice: bool


def _asked(curriculum: LinkedCurriculum) -> dict[str, _Asked]:
    """The courses of a curriculum and of those that it includes."""
    found: dict[str, _Asked] = {}
    for part in curriculum.parts():
        for use in part.uses:
            known = found.get(use.course.id)
            in_choice = use.choice is not None and (known is None or known.in_choice)
            found[use.course.id] = _Asked(use.stated, in_choice)
    return found
