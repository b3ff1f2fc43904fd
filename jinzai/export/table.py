"""A table of the downloads: its columns, described for readers, and its rows.

The rows of a table are `NamedTuple`s. Their fields are the headers of the file. Each field is
annotated with the `TableColumn` that explains it, so header, row and explanation always agree. If
several tables begin with the same columns, a row consists of two tuples, one after the other. This
module knows no table.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, get_type_hints

from jinzai.compare.profile import PlanProfile
from jinzai.link.address import plan_address
from jinzai.link.catalogue import LinkedPlan

Value = str | int | Decimal | None
"""The value of a cell: text, a number, or None for an empty cell."""


def as_text(value: Value) -> str:
    """A value as text; `""` for None. A number is as it was typed, without an exponent."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


class TableColumn(NamedTuple):
    """A column as the page that explains the downloads shows it, in Japanese plain text.

    Attributes:
        title: the Japanese name of the column. The header itself is the field's name.
        description: the content of a cell, its unit and its form.
        blank: the meaning of an empty cell, or `""` if no cell is ever empty.
        values: the codes or words that a cell consists of, each with its meaning. The meaning is
            `""` if the word explains itself. Empty if cells are free text or numbers.
    """

    title: str
    description: str
    blank: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Subject(NamedTuple):
    """What a table's rows are made of: a plan, and its profile for comparisons.

    The caller passes both, so that a profile is computed only once.
    """

    plan: LinkedPlan
    profile: PlanProfile


class Table(NamedTuple):
    """One table of the downloads.

    Attributes:
        name: the name of the file without `.csv`.
        title: the Japanese name.
        description: the meaning of one row, in Japanese plain text.
        columns: the columns by header, in the order of the file.
        rows: gives the rows of one plan, in the plan's own order. Needs no other plan.
    """

    name: str
    title: str
    description: str
    columns: Mapping[str, TableColumn]
    rows: Callable[[Subject], Iterator[tuple[Value, ...]]]

    @property
    def header(self) -> tuple[str, ...]:
        """The first line of the file."""
        return tuple(self.columns)

    def address(self, plan_id: str | None = None) -> str:
        """The address of a plan's file from the site's root.

        Without `plan_id`, the address of the file for all plans.
        """
        path = f"data/{self.name}.csv"
        return path if plan_id is None else plan_address(plan_id, path)


def columns_of(*cells: type[tuple[Value, ...]]) -> Mapping[str, TableColumn]:
    """The columns of the fields of one or several `NamedTuple`s, in order.

    Raises TypeError for a field without a `TableColumn`, and for a field that occurs twice.
    """
    found: dict[str, TableColumn] = {}
    for part in cells:
        for name, hint in get_type_hints(part, include_extras=True).items():
            marks = getattr(hint, "__metadata__", ())
            column = next((mark for mark in marks if isinstance(mark, TableColumn)), None)
            if column is None:
                raise TypeError(f"{part.__name__}.{name} is not described")
            if name in found:
                raise TypeError(f"{part.__name__}.{name} stands twice")
            found[name] = column
    return MappingProxyType(found)
