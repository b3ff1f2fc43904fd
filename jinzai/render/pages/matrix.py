"""The page of a plan's skill matrices: every table as the plan has it, with counts."""

from collections.abc import Iterator
from itertools import count, groupby
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.link.requirements import Cell, Origin
from jinzai.model.base import Basis
from jinzai.model.matrix import Column, Matrix, Requirement, Row
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.marks import LegendView, MarkView, mark, style
from jinzai.render.mentions import Mention, mentions
from jinzai.render.place import Place, PlanContext, source_text
from jinzai.render.wording import word

_NARROW: Final = 6


class ColumnView(NamedTuple):
    """A column's heading and how many marks of each kind stand below it."""

    heading: Link
    required: int
    depends: int


class RowView(NamedTuple):
    """A skill and its marks, None where the plan has none; `note` counts from 1, 0 for none."""

    skill: Link
    category: Link | None
    note: int
    marks: tuple[MarkView | None, ...]


class RowGroup(NamedTuple):
    """Rows that stand together, under a link to their category, other words, or nothing."""

    title: str
    category: Link | None
    rows: tuple[RowView, ...]


class MatrixView(NamedTuple):
    """One table. `narrow` says that it fits a page without scrolling sideways."""

    anchor: str
    name: str
    legend: tuple[LegendView, ...]
    narrow: bool
    any_depends: bool
    any_inferred: bool
    columns: tuple[ColumnView, ...]
    groups: tuple[RowGroup, ...]
    mentions: tuple[Mention, ...]
    notes: tuple[Markup, ...]
    note: Markup
    source: str


class MatrixPageView(NamedTuple):
    """What the page says."""

    matrices: tuple[MatrixView, ...]
    csv: Link


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of all matrices of the plan."""
    address = context.address("skills/matrix.html")
    place = context.place(address)
    yield Draft(
        address=address,
        title="スキルマップ",
        kicker=context.plan.plan.title,
        description=f"{context.plan.plan.title}の、役割とスキルの対応表。",
        template="matrix.html",
        view=view(context, place),
        area="skills/matrix.html",
        sections=tuple(
            Section(anchor("matrix", matrix.id), matrix.name)
            for matrix in context.plan.content.matrices
        ),
        crumbs=(place.to(context.address("skills/index.html"), "スキル"),),
        file="matrix.yaml",
    )


def view(context: PlanContext, place: Place) -> MatrixPageView:
    """What the page says."""
    return MatrixPageView(
        tuple(_matrix(context, place, matrix) for matrix in context.plan.content.matrices),
        place.to(context.address("data/requirements.csv"), "requirements.csv"),
    )


def _matrix(context: PlanContext, place: Place, matrix: Matrix) -> MatrixView:
    cells = {
        (cell.skill_id, cell.role_id, cell.level_id): cell
        for cell in context.plan.cells
        if cell.matrix_id == matrix.id and cell.origin is Origin.OWN
    }
    return MatrixView(
        anchor=anchor("matrix", matrix.id),
        name=matrix.name,
        legend=tuple(
            LegendView(entry.mark, entry.label, word(entry.requirement), style(entry.requirement))
            for entry in matrix.legend
        ),
        narrow=len(matrix.columns) <= _NARROW,
        any_depends=any(e.requirement is Requirement.CONDITIONAL for e in matrix.legend),
        any_inferred=any(cell.basis is Basis.INFERRED for cell in cells.values()),
        columns=tuple(_column(place, column, cells) for column in matrix.columns),
        groups=_groups(context, place, matrix, cells),
        mentions=mentions(context, place, EntityKey("matrix", matrix.id)),
        notes=place.items(row.note for row in matrix.rows if row.note),
        note=place.prose(matrix.note),
        source=source_text(matrix.source),
    )


_Cells = dict[tuple[str, str, str | None], Cell]


def _column(place: Place, column: Column, cells: _Cells) -> ColumnView:
    found = [
        cell
        for (_, role, level), cell in cells.items()
        if (role, level) == (column.role, column.level)
    ]
    required = sum(cell.requirement is Requirement.REQUIRED for cell in found)
    link = place.role(column.role, column.level)
    return ColumnView(
        Link(column.label, link.href) if column.label else link, required, len(found) - required
    )


def _groups(
    context: PlanContext, place: Place, matrix: Matrix, cells: _Cells
) -> tuple[RowGroup, ...]:
    """The rows in the plan's own order, under headings where each category stands together.

    Where the plan mixes categories there is one group, and each row names its own.
    """
    skills = context.plan.skills
    runs = [
        (id, list(rows)) for id, rows in groupby(matrix.rows, lambda r: skills[r.skill].category)
    ]
    numbers = count(1)
    if len({category for category, _ in runs}) < len(runs):
        rows = tuple(_row(context, place, matrix, row, cells, numbers, True) for row in matrix.rows)
        return (RowGroup("", None, rows),)
    return tuple(
        RowGroup(
            "分類なし" if category is None and len(runs) > 1 else "",
            place.link("category", category) if category is not None else None,
            tuple(_row(context, place, matrix, row, cells, numbers, False) for row in run),
        )
        for category, run in runs
    )


def _row(
    context: PlanContext,
    place: Place,
    matrix: Matrix,
    row: Row,
    cells: _Cells,
    numbers: Iterator[int],
    names_category: bool,
) -> RowView:
    category = context.plan.skills[row.skill].category if names_category else None
    found = (cells.get((row.skill, column.role, column.level)) for column in matrix.columns)
    return RowView(
        place.link("skill", row.skill),
        place.link("category", category) if category is not None else None,
        next(numbers) if row.note else 0,
        tuple(mark(cell) if cell is not None else None for cell in found),
    )
