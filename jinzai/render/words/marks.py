"""The marks of a skill matrix as pages print them: sign, meaning, and whether it is inferred."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jinzai.link.requirements import Cell
from jinzai.model.base import Basis
from jinzai.model.matrix import MarkOrigin, Matrix, Requirement
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

    `inferred` is true if an editor worked out the meaning. `ours` is true if the plan's table has
    no marks, and the catalogue set this one for what the plan says in words.
    """

    mark: str
    label: str
    meaning: str
    style: str
    inferred: bool
    ours: bool


Legends = Mapping[tuple[str, str], LegendView]
"""The marks of matrices as their legends explain them, by the matrix's id and the mark."""


def legends(matrices: Iterable[Matrix]) -> Legends:
    """The legends of matrices, in their order."""
    return MappingProxyType(
        {
            (matrix.id, entry.mark): LegendView(
                entry.mark,
                entry.label,
                word(entry.requirement),
                style(entry.requirement),
                entry.basis is Basis.INFERRED,
                matrix.marks_origin is MarkOrigin.OURS,
            )
            for matrix in matrices
            for entry in matrix.legend
        }
    )


def legend(cells: Iterable[Cell], known: Legends) -> tuple[LegendView, ...]:
    """The marks in `cells`, each meaning once. `known` has the legends of their matrices."""
    return tuple(dict.fromkeys(known[cell.matrix_id, cell.mark] for cell in cells))
