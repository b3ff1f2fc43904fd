"""The downloads as finished files, for each plan and for all plans.

A plan's files need only that plan. The files for all plans are joined from them, so no process
needs every plan at once.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.export.csv_file import header_bytes, row_bytes
from jinzai.export.table import Subject, Table
from jinzai.export.tables import TABLES


class Download(NamedTuple):
    """A CSV file of the site.

    Attributes:
        address: the address from the site's root.
        data: the bytes, which are written unchanged.
        table: the name of its table in `TABLES`.
        plan_id: the plan with these facts, or None for the facts of all plans.
    """

    address: str
    data: bytes
    table: str
    plan_id: str | None


def plan_downloads(subject: Subject) -> tuple[Download, ...]:
    """One file for each table. A table without rows gives a file with only the header."""
    return tuple(
        Download(
            table.address(subject.plan.id),
            header_bytes(table.header) + row_bytes(table.rows(subject)),
            table.name,
            subject.plan.id,
        )
        for table in TABLES
    )


def joined_download(table: Table, files: Iterable[bytes]) -> Download:
    """The file of a table for all plans, joined from the files of each plan.

    The rows keep the order of `files`. Each of them begins with the header.
    """
    header = header_bytes(table.header)
    rows = b"".join(data.removeprefix(header) for data in files)
    return Download(table.address(), header + rows, table.name, None)
