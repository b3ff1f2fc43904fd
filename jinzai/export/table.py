"""What a table of the downloads is: its columns, described for readers, and its rows.

A table's rows are a `NamedTuple` whose fields are the headers of the file, each annotated with
the `TableColumn` that explains it, so header, row and explanation cannot part. Where several tables
begin alike, a row is two of them, one after the other. Knows no table.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, get_type_hints

from jinzai.compare.profile import PlanProfile
from jinzai.link.address import plan_address
from jinzai.link.catalogue import LinkedPlan

Value = str | int | Decimal | None
"""What a cell holds: text, a number, or None for an empty cell."""


def as_text(value: Value) -> str:
    """A value in characters: nothing for None, a number as it was typed, without an exponent."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


class TableColumn(NamedTuple):
    """A column as the page that explains the downloads shows it, in Japanese plain text.

    Attributes:
        title: what the column is called in Japanese; the header itself is the field's name.
        description: what a cell holds, its unit and its form.
        blank: what an empty cell means; `""` where no cell is ever empty.
        values: the codes or words that a cell is made of, each with its meaning, which is `""`
            where the word says it; empty where a cell is free.
    """

    title: str
    description: str
    blank: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Subject(NamedTuple):
    """What the rows of a table are made of: a plan, and what a comparison sees of it.

    The caller passes both: a profile is reckoned once for all that is made of it.
    """

    plan: LinkedPlan
    profile: PlanProfile


class Table(NamedTuple):
    """One table of the downloads.

    Attributes:
        name: what the file is called, without `.csv`.
        title: the Japanese name.
        description: what one row is, in Japanese plain text.
        columns: header to column, in the order of the file.
        rows: the rows of one plan, in the plan's own order; needs no other plan.
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
        """Where the file of a plan stands, from the site's root; of all plans without `plan_id`."""
        path = f"data/{self.name}.csv"
        return path if plan_id is None else plan_address(plan_id, path)


def columns_of(*cells: type[tuple[Value, ...]]) -> Mapping[str, TableColumn]:
    """The columns with which the fields of a `NamedTuple`, or of several in turn, are annotated.

    Raises TypeError for a field without a `TableColumn`, and for one that stands twice.
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
