"""The index of a plan's curricula: which come before which, and all of them role by role."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.curriculum import Curriculum
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.words import amounts

SECTIONS: Final = (Section("curricula", "役割ごとの研修コース"),)


class CurriculumLine(NamedTuple):
    """A curriculum of the index. `has_levels` is true if its role has levels."""

    curriculum: Link
    level: str
    has_levels: bool
    departments: str
    table: str
    courses: int
    load: amounts.PrintedTotal
    includes: Link | None
    inferred: bool


class RoleGroup(NamedTuple):
    """The curricula of one role."""

    role: Link
    curricula: tuple[CurriculumLine, ...]


class FlowPlace(NamedTuple):
    """Curricula that are finished together before the next ones."""

    curricula: tuple[tuple[Link, amounts.PrintedTotal], ...]


class CurriculumFlow(NamedTuple):
    """A last curriculum with all that has to be finished before it, the first in front.

    `title` says for which departments and by which table.
    """

    title: str
    places: tuple[FlowPlace, ...]


@dataclass(frozen=True, slots=True)
class CurriculumIndexView:
    """The content of the index. A column is left out if its field `any_…` is false.

    `flows` are all orders in which the plan has curricula follow each other.
    """

    count: int
    flows: tuple[CurriculumFlow, ...]
    groups: tuple[RoleGroup, ...]
    without: tuple[Link, ...]
    any_level: bool
    any_departments: bool
    any_table: bool
    csv: Link
    note: Markup


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one index of the plan's curricula."""
    address = context.address(kinds.CURRICULA.page)
    yield Draft.of_file(
        context,
        context.place(address),
        kinds.CURRICULA,
        description="の、役割ごとの研修の組み立てと時間。",
        view=view(context, context.place(address)),
        sections=SECTIONS,
    )


def view(context: PlanContext, place: PagePlace) -> CurriculumIndexView:
    """The content of the index. Roles stand in the plan's order."""
    plan = context.plan
    content = plan.content
    return CurriculumIndexView(
        count=len(content.curricula),
        flows=tuple(_flows(context, place)),
        groups=tuple(
            RoleGroup(
                place.link("role", role.id),
                tuple(_line(context, place, c) for c in plan.curricula_by_role.get(role.id, ())),
            )
            for role in content.roles
            if role.id in plan.curricula_by_role
        ),
        without=tuple(
            place.link("role", role.id)
            for role in content.roles
            if role.id not in plan.curricula_by_role
        ),
        any_level=any(curriculum.level for curriculum in content.curricula),
        any_departments=any(curriculum.departments for curriculum in content.curricula),
        any_table=any(curriculum.table for curriculum in content.curricula),
        csv=place.to(context.address("data/curricula.csv"), "curricula.csv"),
        note=place.prose(content.curricula_file.note if content.curricula_file else None),
    )


def _flows(context: PlanContext, place: PagePlace) -> Iterator[CurriculumFlow]:
    """A flow for each curriculum with a gate that is no gate itself."""
    every = {curriculum.id: curriculum for curriculum in context.plan.content.curricula}
    gates = {id for curriculum in every.values() for id in curriculum.after}
    for last in every.values():
        if not last.after or last.id in gates:
            continue
        places = [[last.id]]
        while before := _gates(every, places[0]):
            places.insert(0, before)
        table = context.table_name(last.table) or ""
        yield CurriculumFlow(
            "・".join(filter(None, (context.department_names(last.departments), table))),
            tuple(
                FlowPlace(
                    tuple(
                        (
                            place.link("curriculum", id),
                            amounts.printed_total(context.plan.linked_curricula[id].load),
                        )
                        for id in found
                    )
                )
                for found in places
            ),
        )


def _gates(every: Mapping[str, Curriculum], ids: Iterable[str]) -> list[str]:
    """What has to be finished before the curricula `ids`, each once."""
    return list(dict.fromkeys(before for id in ids for before in every[id].after))


def _line(context: PlanContext, place: PagePlace, curriculum: Curriculum) -> CurriculumLine:
    plan = context.plan
    return CurriculumLine(
        curriculum=place.link("curriculum", curriculum.id),
        level=context.level_name(curriculum.role, curriculum.level),
        has_levels=bool(plan.levels[curriculum.role]),
        departments=context.department_names(curriculum.departments),
        table=context.table_name(curriculum.table) or "",
        courses=context.facts.course_counts.get(curriculum.id, 0),
        load=amounts.printed_total(plan.linked_curricula[curriculum.id].load),
        includes=place.link("curriculum", curriculum.includes) if curriculum.includes else None,
        inferred=is_inferred(curriculum.basis),
    )
