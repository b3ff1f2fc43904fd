"""The training of a plan's roles in one class: which roles belong together in one range.

Only roles that are mapped as `exact` or `close` belong to a class. Their training is one range, but
never over two tables of a plan, and never over two stages that follow each other. A role
that the class holds only in part, or that is wider than the class, has a range of its own.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.compare.learning import Extra, Reach, Track, reach
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import FrameworkLink, Relation

BELONGING: Final = frozenset([Relation.EXACT, Relation.CLOSE])
"""The relations of roles that belong to a class."""


class TableReach(NamedTuple):
    """The range over the tracks that one table states.

    Attributes:
        table: the id of the table, or None if the tracks name no single table.
        reach: the range.
        repeats: whether a course without published hours is counted more than once.
        inferred: whether an editor worked a part of it out.
        extras: what only some people take besides. The range does not contain it.
        counted: the stages for one role that the range contains.
    """

    table: str | None
    reach: Reach
    repeats: bool
    inferred: bool
    extras: tuple[Extra, ...]
    counted: tuple[Extra, ...]


class ClassGroup(NamedTuple):
    """Roles whose training is one range.

    `belongs` is true if the roles belong to the class. `tables` are the ranges, one for each table;
    empty if the roles have no training.
    """

    roles: tuple[tuple[RoleProfile, FrameworkLink], ...]
    belongs: bool
    tables: tuple[TableReach, ...]


def class_groups(plan: PlanProfile, entry: str) -> tuple[ClassGroup, ...]:
    """The roles of a plan in a class, those that belong to it first."""
    roles = plan.roles_in(entry)
    members = tuple(one for one in roles if one[1].relation in BELONGING)
    others = tuple(one for one in roles if one[1].relation not in BELONGING)
    together = [(one,) for one in members] if _are_consecutive(members) else [members]
    return (
        *(_group(found, True) for found in together if found),
        *(_group((one,), False) for one in others),
    )


def table_reaches(tracks: Iterable[Track]) -> tuple[TableReach, ...]:
    """The ranges over the tracks, one for each table that states some of them."""
    by_table: dict[str | None, list[Track]] = {}
    for track in tracks:
        by_table.setdefault(track.stated_by, []).append(track)
    return tuple(
        TableReach(
            table,
            found,
            any(track.repeats for track in of_table),
            any(track.load.inferred for track in of_table),
            _once(extra for track in of_table for extra in track.extras),
            _once(extra for track in of_table for extra in track.counted),
        )
        for table, of_table in by_table.items()
        if (found := reach(track.load for track in of_table)) is not None
    )


def _group(roles: tuple[tuple[RoleProfile, FrameworkLink], ...], belongs: bool) -> ClassGroup:
    tracks = [track for role, _ in roles for track in role.training]
    return ClassGroup(roles, belongs, table_reaches(tracks))


def _are_consecutive(members: tuple[tuple[RoleProfile, FrameworkLink], ...]) -> bool:
    """Whether the training of one member has to be finished before that of another."""
    ids = {role.id for role, _ in members}
    return any(
        step.curriculum.role in ids and step.curriculum.role != role.id
        for role, _ in members
        for track in role.training
        if track.step is not None
        for step in track.step.line()
    )


def _once(extras: Iterable[Extra]) -> tuple[Extra, ...]:
    """The extras, each once: two departments may have the same."""
    return tuple({(one.only, one.load): one for one in extras}.values())
