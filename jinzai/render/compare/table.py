"""A detailed comparison as a template prints it: sides as columns, rows under their headings.

Owns what is left out (rows of which no side says anything, told in words) and the summary above the
table. templates/theme/assets/jinzai/compare-table.js makes the same of the sides that a reader
chooses.
"""

from collections.abc import Sequence
from typing import NamedTuple

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
from jinzai.render.compare.side import ComparedItem, Side
from jinzai.render.words import amounts


class RoleTableCell(NamedTuple):
    """What one side has in a row: `things`, or a `number` as it is printed.

    Else `lacks` says that it asks for no skill there, `open` that the plan leaves it undefined.
    `besides` is what a lack must not hide: `unplaced_words`.
    """

    things: tuple[ComparedItem, ...] = ()
    number: str = ""
    lacks: bool = False
    open: bool = False
    besides: str = ""


class RoleTableRow(NamedTuple):
    """A row with a cell for each side."""

    row: RoleFactRow
    difference: RowDifference
    cells: tuple[RoleTableCell, ...]


class RoleTableSection(NamedTuple):
    """Rows under a heading; `absent` are those of which no side says anything."""

    title: str
    notes: tuple[str, ...]
    rows: tuple[RoleTableRow, ...]
    absent: tuple[RoleFactRow, ...]


class Gist(NamedTuple):
    """Areas that one side or one plan alone asks for, or all, or none; `who` says which.

    An area is its name and the anchor of its row, `""` for one that has no row.
    """

    who: str
    areas: tuple[tuple[str, str], ...]


class SideTable(NamedTuple):
    """The whole comparison. `shorts` are what to call the sides in few words."""

    sides: tuple[Side, ...]
    shorts: tuple[str, ...]
    parts: tuple[RoleTableSection, ...]
    gists: tuple[Gist, ...]


def side_table(sides: Sequence[Side], parts: Sequence[RowSection]) -> SideTable:
    """The comparison of some sides."""
    shorts = short_names(sides)
    found = tuple(_part(part, sides) for part in parts)
    return SideTable(tuple(sides), shorts, found, _gists(sides, shorts, found))


def _part(part: RowSection, sides: Sequence[Side]) -> RoleTableSection:
    rows: list[RoleTableRow] = []
    absent: list[RoleFactRow] = []
    for row in part.rows:
        found = difference(row, sides)
        if found.kind == "none":
            absent.append(row)
        else:
            rows.append(RoleTableRow(row, found, tuple(_cell(row, side) for side in sides)))
    notes = [part.note, level_note(sides) if part.id == "levels" else ""]
    if part.id == "skills":
        notes[:0] = undefined_notes(sides)
    return RoleTableSection(part.title, tuple(filter(None, notes)), tuple(rows), tuple(absent))


def _cell(row: RoleFactRow, side: Side) -> RoleTableCell:
    found = cell(row, side)
    if found is None:
        lacks = row.kind == SKILLS and side.asks
        besides = unplaced_words(side) if lacks and _is_area(row) else ""
        return RoleTableCell(lacks=lacks, open=not lacks, besides=besides)
    if isinstance(found, tuple):
        return RoleTableCell(things=found)
    return RoleTableCell(number=amounts.number(found))


def _gists(
    sides: Sequence[Side], shorts: Sequence[str], parts: Sequence[RoleTableSection]
) -> tuple[Gist, ...]:
    """Which areas whoever alone asks for; nothing where there is nothing to compare."""
    if sum(side.asks for side in sides) < 2:
        return ()
    found = [
        ((row.row.title, row.row.anchor), row.difference)
        for part in parts
        for row in part.rows
        if _is_area(row.row)
    ]
    gists = [
        Gist(
            f"{short}だけが求める領域",
            tuple(area for area, d in found if d.kind == "one" and d.signs[number] == HAS),
        )
        for number, short in enumerate(shorts)
    ]
    gists += [
        Gist(
            f"{plan}の2つ以上だけが求める領域",
            tuple(
                area
                for area, d in found
                if d.kind == "plan" and sides[d.signs.index(HAS)].plan_id == id
            ),
        )
        for id, plan in {side.plan_id: side.plan for side in sides}.items()
    ]
    every = tuple(area for area, d in found if d.kind in ("same", "all"))
    none = tuple((row.title, "") for part in parts for row in part.absent if _is_area(row))
    asking = sum(side.asks for side in sides)
    all_ask, none_asks = "すべてが求める領域", "どれも求めない領域"
    if asking < len(sides):
        all_ask = f"スキルを定めている{asking}つがすべて求める領域"
        none_asks = f"スキルを定めている{asking}つがどれも求めない領域"
    elif len(sides) == 2:
        all_ask, none_asks = "どちらも求める領域", "どちらも求めない領域"
    gists.append(Gist(all_ask, every))
    gists.append(Gist(none_asks, none))
    return tuple(gist for gist in gists if gist.areas)


def _is_area(row: RoleFactRow) -> bool:
    return row.kind == SKILLS and bool(row.href)
