"""Marks of a skill matrix as pages print them: sign, meaning, and whether it is inferred."""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.link.requirements import Cell
from jinzai.model.base import Basis
from jinzai.model.matrix import Requirement
from jinzai.render.wording import word


class MarkView(NamedTuple):
    """One mark. `label` is the plan's own wording, `style` is `required` or `depends`."""

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
    """What a mark means: the plan's wording, and the word that is common to all plans."""

    mark: str
    label: str
    meaning: str
    style: str


def legend(cells: Iterable[Cell]) -> tuple[LegendView, ...]:
    """The marks that occur in `cells`, each meaning once."""
    found = dict.fromkeys((cell.mark, cell.label, cell.requirement) for cell in cells)
    return tuple(
        LegendView(sign, label, word(requirement), style(requirement))
        for sign, label, requirement in found
    )
