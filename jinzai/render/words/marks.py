"""The marks of a skill matrix as pages print them: sign, meaning, and whether it is inferred."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from jinzai.link.requirements import Cell
from jinzai.model.base import Basis
from jinzai.model.matrix import Legend, Matrix, Requirement
from jinzai.render.words.wording import word


class MarkView(NamedTuple):
    """One mark. `label` is the plan's own wording. `style` is `required` or `depends`."""

    mark: str
    label: str
    style: str
    note: str
    inferred: bool


def style(requirement: Requirement) -> str:
    """The last part of the CSS class of a mark."""
    return "required" if requirement is Requirement.REQUIRED else "depends"


def mark(cell: Cell) -> MarkView:
    """The mark of a requirement."""
    return MarkView(
        cell.mark,
        cell.label,
        style(cell.requirement),
        cell.note or "",
        cell.basis is Basis.INFERRED,
    )


class LegendView(NamedTuple):
    """The meaning of a mark: in the plan's wording, and in the words that all plans share.

    `inferred` is true if an editor worked out the meaning.
    """

    mark: str
    label: str
    meaning: str
    style: str
    inferred: bool


def legend_entry(entry: Legend) -> LegendView:
    """A mark as the legend of its matrix explains it."""
    return LegendView(
        entry.mark,
        entry.label,
        word(entry.requirement),
        style(entry.requirement),
        entry.basis is Basis.INFERRED,
    )


def inferred_marks(matrices: Iterable[Matrix]) -> frozenset[tuple[str, str]]:
    """The marks whose meaning an editor worked out, each with the id of its matrix."""
    return frozenset(
        (matrix.id, entry.mark)
        for matrix in matrices
        for entry in matrix.legend
        if entry.basis is Basis.INFERRED
    )


def legend(
    cells: Iterable[Cell], inferred: Container[tuple[str, str]] = frozenset()
) -> tuple[LegendView, ...]:
    """The marks in `cells`, each meaning once. `inferred` is a result of `inferred_marks`."""
    found = dict.fromkeys(
        (cell.mark, cell.label, cell.requirement, (cell.matrix_id, cell.mark) in inferred)
        for cell in cells
    )
    return tuple(
        LegendView(sign, label, word(requirement), style(requirement), guessed)
        for sign, label, requirement, guessed in found
    )
