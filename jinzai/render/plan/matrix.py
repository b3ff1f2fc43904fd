"""The page of a plan's skill matrices: every matrix as the plan has it, with counts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from jinzai.link.address import anchor
from jinzai.link.requirements import Cell
from jinzai.model import kinds
from jinzai.model.base import Basis
from jinzai.model.matrix import Column, Matrix, Requirement, Row
from jinzai.model.skill import Skill
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.matrix_heads import heads
from jinzai.render.words.marks import LegendView, MarkView, legends, mark
from jinzai.render.words.phrases import phrases


class MatrixColumnView(NamedTuple):
    """The heading of a column, and the number of marks of each kind in the column.

    `words` is the text of the heading with the places where a line may break.
    """

    heading: Link
    words: Markup
    required: int
    depends: int


class MatrixCellView(NamedTuple):
    """A cell: its mark, or None. `note` is the number of its note, from 1; 0 without a note."""

    mark: MarkView | None
    note: int


class MatrixRowView(NamedTuple):
    """A skill, its cells, and the number of marks of each kind in them."""

    skill: Link
    category: Link | None
    category_inferred: bool
    note: int
    cells: tuple[MatrixCellView, ...]
    required: int
    depends: int


class RowGroup(NamedTuple):
    """Rows under one heading: a link to their category, other words, or no heading.

    `category_inferred` is true if an editor put some of the skills into the category.
    """

    title: str
    category: Link | None
    category_inferred: bool
    rows: tuple[MatrixRowView, ...]


class MatrixView(NamedTuple):
    """One matrix.

    `heads` is the layout of the column heads (`jinzai.render.plan.matrix_heads`). `notes` are the
    notes of rows and cells, in the order of their numbers.
    """

    entity: EntityView
    legend: tuple[LegendView, ...]
    heads: str
    any_depends: bool
    any_inferred: bool
    columns: tuple[MatrixColumnView, ...]
    groups: tuple[RowGroup, ...]
    required: int
    depends: int
    notes: tuple[Markup, ...]


class MatrixPageView(NamedTuple):
    """The content of the page."""

    matrices: tuple[MatrixView, ...]
    csv: Link


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page of all matrices of the plan."""
    address = context.address(kinds.MATRICES.page)
    place = context.place(address)
    draft = Draft.of_file(
        context,
        place,
        kinds.MATRICES,
        description="の、役割とスキルの対応表。",
        view=view(context, place),
        sections=tuple(
            Section(anchor("matrix", matrix.id), matrix.name)
            for matrix in context.plan.content.matrices
        ),
    )
    skills = place.to(context.address(kinds.SKILLS.page), kinds.SKILLS.title)
    yield draft._replace(crumbs=(skills,))


def view(context: PlanContext, place: PagePlace) -> MatrixPageView:
    """The content of the page."""
    return MatrixPageView(
        tuple(_matrix(context, place, matrix) for matrix in context.plan.content.matrices),
        place.to(context.address("data/requirements.csv"), "requirements.csv"),
    )


_Cells = dict[tuple[str, str], Cell]


def _matrix(context: PlanContext, place: PagePlace, matrix: Matrix) -> MatrixView:
    own = context.facts.own_cells.get(matrix.id, ())
    cells = {(cell.skill_id, cell.column_id): cell for cell in own}
    by_column: dict[str, list[Cell]] = {}
    for cell in cells.values():
        by_column.setdefault(cell.column_id, []).append(cell)
    columns = tuple(_column(place, one, by_column.get(one.id, ())) for one in matrix.columns)
    any_depends = any(e.requirement is Requirement.CONDITIONAL for e in matrix.legend)
    notes: list[Markup] = []
    return MatrixView(
        entity=entity(context, place, kinds.MATRIX, matrix),
        legend=tuple(legends([matrix]).values()),
        heads=heads((column.heading.text for column in columns), 1 + any_depends),
        any_depends=any_depends,
        any_inferred=any(cell.basis is Basis.INFERRED for cell in cells.values()),
        columns=columns,
        groups=_groups(context, place, matrix, cells, notes),
        required=sum(column.required for column in columns),
        depends=sum(column.depends for column in columns),
        notes=tuple(notes),
    )


def _column(place: PagePlace, column: Column, found: Sequence[Cell]) -> MatrixColumnView:
    required = _required(found)
    link = place.role(column.role, column.level)
    heading = Link(column.label, link.href) if column.label else link
    return MatrixColumnView(heading, phrases(heading.text), required, len(found) - required)


def _required(cells: Iterable[Cell]) -> int:
    return sum(cell.requirement is Requirement.REQUIRED for cell in cells)


def _groups(
    context: PlanContext, place: PagePlace, matrix: Matrix, cells: _Cells, notes: list[Markup]
) -> tuple[RowGroup, ...]:
    """The rows in the plan's own order, in one group for each category.

    If the plan mixes the categories, there is a single group, and each row names its own category.
    The notes of rows and cells are appended to `notes`.
    """
    skills = context.plan.skills
    runs = [
        (id, list(rows)) for id, rows in groupby(matrix.rows, lambda r: skills[r.skill].category)
    ]
    mixed = len({category for category, _ in runs}) < len(runs)
    if mixed:
        rows = tuple(_row(context, place, matrix, row, cells, notes, mixed) for row in matrix.rows)
        return (RowGroup("", None, False, rows),)
    return tuple(
        RowGroup(
            "分類なし" if category is None and len(runs) > 1 else "",
            place.link("category", category) if category is not None else None,
            category is not None and any(_is_guess(skills[row.skill]) for row in run),
            tuple(_row(context, place, matrix, row, cells, notes, mixed) for row in run),
        )
        for category, run in runs
    )


def _row(
    context: PlanContext,
    place: PagePlace,
    matrix: Matrix,
    row: Row,
    cells: _Cells,
    notes: list[Markup],
    names_category: bool,
) -> MatrixRowView:
    category = context.plan.skills[row.skill].category if names_category else None
    found = [cells.get((row.skill, column.id)) for column in matrix.columns]
    marked = [cell for cell in found if cell is not None]
    required = _required(marked)
    return MatrixRowView(
        skill=place.link("skill", row.skill),
        category=place.link("category", category) if category is not None else None,
        category_inferred=category is not None and _is_guess(context.plan.skills[row.skill]),
        note=_number(notes, place.inline(row.note)),
        cells=tuple(
            MatrixCellView(mark(cell), _number(notes, escape(cell.note or "")))
            if cell
            else MatrixCellView(None, 0)
            for cell in found
        ),
        required=required,
        depends=len(marked) - required,
    )


def _is_guess(skill: Skill) -> bool:
    return skill.category_basis is Basis.INFERRED


def _number(notes: list[Markup], note: Markup) -> int:
    """Appends a note to `notes` and returns its number; 0 for an empty note."""
    if not note:
        return 0
    notes.append(note)
    return len(notes)
