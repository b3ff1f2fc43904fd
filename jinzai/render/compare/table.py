"""A detailed comparison as a template prints it: roles as columns, rows under their headings.

Owns what is left out (rows of which no role says anything, told in words) and the summary above the
table. templates/theme/assets/jinzai/compare-table.js makes the same of the roles that a reader
chooses.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jinzai.render.compare.compared_role import ComparedItem, ComparedRole
from jinzai.render.compare.rows import (
    HAS,
    SKILLS,
    RoleFactRow,
    RowDifference,
    RowSection,
    cell,
    difference,
    level_note,
    short_names,
    undefined_notes,
    unplaced_words,
)
from jinzai.render.words import amounts


class RoleTableCell(NamedTuple):
    """What one role has in a row: `things`, or a `number` as it is printed.

    Else `lacks` says that it asks for no skill there, `open` that the plan leaves it undefined.
    `besides` is what a lack must not hide: `unplaced_words`.
    """

    things: tuple[ComparedItem, ...] = ()
    number: str = ""
    lacks: bool = False
    open: bool = False
    besides: str = ""


class RoleTableRow(NamedTuple):
    """A row with a cell for each role."""

    row: RoleFactRow
    difference: RowDifference
    cells: tuple[RoleTableCell, ...]


class RoleTableSection(NamedTuple):
    """Rows under a heading; `absent` are those of which no role says anything."""

    title: str
    notes: tuple[str, ...]
    rows: tuple[RoleTableRow, ...]
    absent: tuple[RoleFactRow, ...]


class AreaSummary(NamedTuple):
    """Areas that one role or one plan alone asks for, or all, or none; `who` says which.

    An area is its name and the anchor of its row, `""` for one that has no row.
    """

    who: str
    areas: tuple[tuple[str, str], ...]


class RoleTable(NamedTuple):
    """The whole comparison. `shorts` are what to call the roles in few words."""

    roles: tuple[ComparedRole, ...]
    shorts: tuple[str, ...]
    parts: tuple[RoleTableSection, ...]
    summaries: tuple[AreaSummary, ...]


def role_table(roles: Sequence[ComparedRole], parts: Sequence[RowSection]) -> RoleTable:
    """The comparison of some roles."""
    shorts = short_names(roles)
    found = tuple(_part(part, roles) for part in parts)
    return RoleTable(tuple(roles), shorts, found, _summaries(roles, shorts, found))


def _part(part: RowSection, roles: Sequence[ComparedRole]) -> RoleTableSection:
    rows: list[RoleTableRow] = []
    absent: list[RoleFactRow] = []
    for row in part.rows:
        found = difference(row, roles)
        if found.kind == "none":
            absent.append(row)
        else:
            rows.append(RoleTableRow(row, found, tuple(_cell(row, role) for role in roles)))
    notes = [part.note, level_note(roles) if part.id == "levels" else ""]
    if part.id == "skills":
        notes[:0] = undefined_notes(roles)
    return RoleTableSection(part.title, tuple(filter(None, notes)), tuple(rows), tuple(absent))


def _cell(row: RoleFactRow, role: ComparedRole) -> RoleTableCell:
    found = cell(row, role)
    if found is None:
        lacks = row.kind == SKILLS and role.asks
        besides = unplaced_words(role) if lacks and _is_area(row) else ""
        return RoleTableCell(lacks=lacks, open=not lacks, besides=besides)
    if isinstance(found, tuple):
        return RoleTableCell(things=found)
    return RoleTableCell(number=amounts.number(found))


def _summaries(
    roles: Sequence[ComparedRole], shorts: Sequence[str], parts: Sequence[RoleTableSection]
) -> tuple[AreaSummary, ...]:
    """Which areas whoever alone asks for; nothing where there is nothing to compare."""
    if sum(role.asks for role in roles) < 2:
        return ()
    found = [
        ((row.row.title, row.row.anchor), row.difference)
        for part in parts
        for row in part.rows
        if _is_area(row.row)
    ]
    summaries = [
        AreaSummary(
            f"{short}だけが求める領域",
            tuple(area for area, d in found if d.kind == "one" and d.signs[number] == HAS),
        )
        for number, short in enumerate(shorts)
    ]
    summaries += [
        AreaSummary(
            f"{plan}の2つ以上だけが求める領域",
            tuple(
                area
                for area, d in found
                if d.kind == "plan" and roles[d.signs.index(HAS)].plan_id == id
            ),
        )
        for id, plan in {role.plan_id: role.plan for role in roles}.items()
    ]
    every = tuple(area for area, d in found if d.kind in ("same", "all"))
    none = tuple((row.title, "") for part in parts for row in part.absent if _is_area(row))
    asking = sum(role.asks for role in roles)
    all_ask, none_asks = "すべてが求める領域", "どれも求めない領域"
    if asking < len(roles):
        all_ask = f"スキルを定めている{asking}つがすべて求める領域"
        none_asks = f"スキルを定めている{asking}つがどれも求めない領域"
    elif len(roles) == 2:
        all_ask, none_asks = "どちらも求める領域", "どちらも求めない領域"
    summaries.append(AreaSummary(all_ask, every))
    summaries.append(AreaSummary(none_asks, none))
    return tuple(summary for summary in summaries if summary.areas)


def _is_area(row: RoleFactRow) -> bool:
    return row.kind == SKILLS and bool(row.href)
