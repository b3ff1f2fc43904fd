"""A detailed comparison for the template: roles as columns, rows under their headings.

This module owns the summary above the table. It also leaves out rows without any cell; a note names
them instead. templates/theme/assets/jinzai/compare-table.js makes the same table for the roles that
a reader chooses.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role import ComparedRole
from jinzai.render.compare.role_words import WORDS, RoleWords
from jinzai.render.compare.rows import (
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
from jinzai.render.words.wording import things


class RoleTableCell(NamedTuple):
    """The cell of one role in a row: `things`, or a printed `number`, or neither.

    Without either, `lacks` is true if the role asks for no skill there, and `open` is true if the
    plan leaves the fact undefined. `besides` is the remark of `unplaced_words` in a cell that lacks
    skills.
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
    """Rows under a heading, and the sentences below them.

    `absent` are the rows in which no role has a cell. The first of the `notes` names these rows.
    """

    title: str
    notes: tuple[str, ...]
    rows: tuple[RoleTableRow, ...]
    absent: tuple[RoleFactRow, ...]


class AreaSummary(NamedTuple):
    """Areas that only one role or one plan asks for, or that all or no roles ask for.

    `who` says in words who asks for them. An area is its name and the anchor of its row; the anchor
    is `""` if the row is left out.
    """

    who: str
    areas: tuple[tuple[str, str], ...]


class RoleTable(NamedTuple):
    """The whole comparison. `shorts` are short names of the roles.

    `words` are the words that do not depend on the roles.
    """

    roles: tuple[ComparedRole, ...]
    shorts: tuple[str, ...]
    parts: tuple[RoleTableSection, ...]
    summaries: tuple[AreaSummary, ...]
    words: RoleWords


def role_table(roles: Sequence[ComparedRole], parts: Sequence[RowSection]) -> RoleTable:
    """The comparison of some roles."""
    shorts = short_names(roles)
    found = tuple(_part(part, roles) for part in parts)
    return RoleTable(tuple(roles), shorts, found, _summaries(roles, shorts, found), WORDS)


def _part(part: RowSection, roles: Sequence[ComparedRole]) -> RoleTableSection:
    rows: list[RoleTableRow] = []
    absent: list[RoleFactRow] = []
    for row in part.rows:
        found = difference(row, roles)
        if found.kind == "none":
            absent.append(row)
        else:
            rows.append(RoleTableRow(row, found, tuple(role_cell(row, role) for role in roles)))
    titles = "、".join(row.title for row in absent)
    notes = [
        WORDS.absent.format(titles=titles) if titles else "",
        *(undefined_notes(roles) if part.id == "skills" else ()),
        part.note,
        level_note(roles) if part.id == "levels" else "",
    ]
    return RoleTableSection(part.title, tuple(filter(None, notes)), tuple(rows), tuple(absent))


def role_cell(row: RoleFactRow, role: ComparedRole) -> RoleTableCell:
    """The cell of a role in a row."""
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
    """The areas by who asks for them; empty if fewer than two roles ask for skills."""
    if sum(role.asks for role in roles) < 2:
        return ()
    found = [
        ((row.row.title, row.row.anchor), row.difference)
        for part in parts
        for row in part.rows
        if _is_area(row.row)
    ]
    summaries = [
        AreaSummary(words.format(who=short), _of_kind(found, kind, number))
        for words, kind in ((WORDS.alone, "one"), (WORDS.table_alone, "one-table"))
        for number, short in enumerate(shorts)
    ]
    names = {role.plan_id: role.plan for role in roles}
    summaries += [
        AreaSummary(
            words.format(plan=plan),
            tuple(
                area
                for area, d in found
                if d.kind == kind and roles[d.signs.index(WORDS.has)].plan_id == id
            ),
        )
        for words, kind in ((WORDS.several, "plan"), (WORDS.table_several, "plan-table"))
        for id, plan in names.items()
    ]
    every = tuple(area for area, d in found if d.kind in ("same", "all"))
    none = tuple((row.title, "") for part in parts for row in part.absent if _is_area(row))
    asking = sum(role.asks for role in roles)
    said = WORDS.pair if len(roles) == 2 else WORDS.all
    if asking < len(roles):
        said = WORDS.partly
    all_ask, none_asks = (text.format(number=things(asking)) for text in said)
    summaries.append(AreaSummary(all_ask, every))
    weaker = tuple(area for area, d in found if d.kind == "weak")
    summaries.append(AreaSummary(WORDS.weaker, weaker))
    summaries.append(AreaSummary(none_asks, none))
    return tuple(summary for summary in summaries if summary.areas)


def _of_kind(
    found: Iterable[tuple[tuple[str, str], RowDifference]], kind: str, number: int
) -> tuple[tuple[str, str], ...]:
    """The areas of this kind that the role with this number asks for."""
    return tuple(area for area, d in found if d.kind == kind and d.signs[number] == WORDS.has)


def _is_area(row: RoleFactRow) -> bool:
    return row.kind == SKILLS and bool(row.href)
