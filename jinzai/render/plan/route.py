"""Curricula of a role as routes: what comes first, the courses with their choices, what follows.

Curricula for other departments, and those that another table states for the same people, are
alternatives. Each alternative is a panel of its own, and nothing is added up across them. This
module owns which panels belong together and how a reader switches between them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.link.same_curriculum import grouped
from jinzai.model.base import Basis
from jinzai.model.curriculum import Curriculum
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.path import PathView, path
from jinzai.render.plan.variants import Variant, variant
from jinzai.render.words import amounts


class RouteGate(NamedTuple):
    """A curriculum before or after another one, with its sum."""

    curriculum: Link
    load: amounts.PrintedTotal


class SwitchChoice(NamedTuple):
    """An option of a switch. `href` leads to its panel; it is empty for the panel shown."""

    text: str
    href: str


class Switch(NamedTuple):
    """A switch above a panel: `部局` or `計画の表`, with one choice for each alternative."""

    title: str
    choices: tuple[SwitchChoice, ...]


class RouteView(NamedTuple):
    """A curriculum as a panel.

    `anchor` is the panel's id. `switches` lead to its alternatives. `is_variant` is true if an
    earlier panel holds what another table states for the same people; `variants` are the
    curricula of other tables, on the first of these panels. `following` are curricula that ask for
    this one first.
    """

    anchor: str
    curriculum: Link
    departments: str
    table: str
    inferred: bool
    path: PathView
    before: tuple[RouteGate, ...]
    following: tuple[RouteGate, ...]
    switches: tuple[Switch, ...]
    is_variant: bool
    variants: tuple[tuple[Variant, str], ...]


Routes = tuple[RouteView, ...]
"""Panels that are alternatives of each other, the one to be seen first in front."""


def routes(
    context: PlanContext, place: PagePlace, curricula: Iterable[Curriculum]
) -> tuple[Routes, ...]:
    """The routes of some curricula of one role, alternatives together.

    Curricula of one level are alternatives if each has other departments or another table. If a
    table states two curricula for the same people, the second one begins a new set.
    """
    every = tuple(curricula)
    sets: list[list[Curriculum]] = []
    by_level: dict[str | None, list[list[Curriculum]]] = {}
    # How many sets of a level, from the first one, have no room for such a curriculum. Nor will
    # they ever have, since a set only grows.
    full: dict[tuple[str | None, tuple[str, ...], str | None], int] = {}
    for curriculum in every:
        of_level = by_level.setdefault(curriculum.level, [])
        such = (curriculum.level, curriculum.departments, curriculum.table)
        number = full.get(such, 0)
        while number < len(of_level) and not _is_alternative(curriculum, of_level[number]):
            number += 1
        full[such] = number
        if number == len(of_level):
            of_level.append([])
            sets.append(of_level[number])
        of_level[number].append(curriculum)
    others = {first.id: rest for first, rest in grouped(every)}
    return tuple(
        tuple(_route(context, place, one, found, others) for one in found) for found in sets
    )


def _is_alternative(curriculum: Curriculum, found: list[Curriculum]) -> bool:
    """Whether nobody takes the curriculum together with one of the others."""
    return all(_are_alternatives(curriculum, one) for one in found)


def _are_alternatives(one: Curriculum, other: Curriculum) -> bool:
    if one.departments == other.departments:
        return one.table is not None and other.table is not None and one.table != other.table
    both = one.departments and other.departments
    return bool(both) and not {*one.departments} & {*other.departments}


def panel(curriculum_id: str) -> str:
    """The id of a curriculum's panel. A curriculum has one panel on a page."""
    return f"route-{curriculum_id}"


def _route(
    context: PlanContext,
    place: PagePlace,
    curriculum: Curriculum,
    found: list[Curriculum],
    others: dict[str, tuple[Curriculum, ...]],
) -> RouteView:
    way = path(context, place, curriculum)
    return RouteView(
        anchor=panel(curriculum.id),
        curriculum=place.link("curriculum", curriculum.id),
        departments=context.department_names(curriculum.departments),
        table=context.table_name(curriculum.table) or "",
        inferred=curriculum.basis is Basis.INFERRED,
        path=way,
        before=tuple(gate(context, place, id) for id in curriculum.after),
        following=tuple(
            gate(context, place, one.id) for one in context.facts.followed_by.get(curriculum.id, ())
        ),
        switches=tuple(_switches(context, curriculum, found)),
        is_variant=curriculum.id not in others,
        variants=tuple(
            (variant(context, place, curriculum, other), f"#{panel(other.id)}")
            for other in others.get(curriculum.id, ())
        ),
    )


def gate(context: PlanContext, place: PagePlace, curriculum_id: str) -> RouteGate:
    """A curriculum that comes before or after another one."""
    load = context.plan.linked_curricula[curriculum_id].load
    return RouteGate(place.link("curriculum", curriculum_id), amounts.printed_total(load))


def _switches(context: PlanContext, shown: Curriculum, found: list[Curriculum]) -> Iterable[Switch]:
    """The switches above a panel: between departments, and between tables of the same ones."""
    departments: dict[tuple[str, ...], Curriculum] = {}
    for one in found:
        known = departments.get(one.departments)
        if known is None or (known.table != shown.table and one.table == shown.table):
            departments[one.departments] = one
    departments[shown.departments] = shown
    tables = {one.table: one for one in found if one.departments == shown.departments}
    tables[shown.table] = shown
    by_department = [
        (context.department_names(names) or "すべての部局", one)
        for names, one in departments.items()
    ]
    by_table = [(context.table_name(table) or "表の記載なし", one) for table, one in tables.items()]
    for title, choices in (("部局", by_department), ("計画の表", by_table)):
        if len(choices) > 1:
            yield Switch(
                title,
                tuple(
                    SwitchChoice(name, "" if one is shown else f"#{panel(one.id)}")
                    for name, one in choices
                ),
            )
