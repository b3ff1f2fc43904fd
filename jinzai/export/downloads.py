"""The downloads as finished files, for one plan and for all of them.

A plan's files need only that plan; the files for all plans are joined from them, so no process
needs every plan at once.
"""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.export.csv_file import header_bytes, row_bytes
from jinzai.export.table import Subject
from jinzai.export.tables import TABLES


class Download(NamedTuple):
    """A CSV file of the site.

    Attributes:
        address: where it stands, from the site's root.
        data: its bytes, to be written as they are.
        table: the name of its table in `TABLES`.
        plan_id: the plan whose facts it holds, or None where it holds those of all plans.
    """

    address: str
    data: bytes
    table: str
    plan_id: str | None


def plan_downloads(subject: Subject) -> tuple[Download, ...]:
    """One file for each table; a table without rows is a file with its header only."""
    return tuple(
        Download(
            table.address(subject.plan.id),
            header_bytes(table.header) + row_bytes(table.rows(subject)),
            table.name,
            subject.plan.id,
        )
        for table in TABLES
    )


def joined_downloads(downloads: Iterable[Download]) -> tuple[Download, ...]:
    """The files for all plans, from every plan's own files; the rows keep their order."""
    bodies: dict[str, list[bytes]] = {table.name: [] for table in TABLES}
    headers = {table.name: header_bytes(table.header) for table in TABLES}
    for download in downloads:
        bodies[download.table].append(download.data.removeprefix(headers[download.table]))
    return tuple(
        Download(
            table.address(),
            headers[table.name] + b"".join(bodies[table.name]),
            table.name,
            None,
        )
        for table in TABLES
    )


def all_downloads(subjects: Iterable[Subject]) -> tuple[Download, ...]:
    """Every download of the site: each plan's in the order given, then all plans'."""
    own = [download for subject in subjects for download in plan_downloads(subject)]
    return (*own, *joined_downloads(own))
