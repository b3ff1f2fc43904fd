"""Links to the CSV files that hold the facts of a page.

This module owns the words of these links. `jinzai.export` owns the content of the files.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from jinzai.export.table import Table
from jinzai.export.tables import TABLES
from jinzai.link.address import DATA_PAGE
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace

_BY_NAME: Final[Mapping[str, Table]] = {table.name: table for table in TABLES}


class Downloads(NamedTuple):
    """The files with the facts of a page, and links to the explanation of their columns.

    The macro `downloads` of page/downloads.html prints them.
    """

    own: Link
    all: Link
    explained: str


def downloads(place: PagePlace, plan_id: str, table_name: str) -> Downloads:
    """The download of one table for a page of a plan. Raises KeyError for an unknown table."""
    table = _BY_NAME[table_name]
    return Downloads(
        own=place.to(table.address(plan_id), f"{table.name}.csv"),
        all=place.to(table.address(), "すべての計画を合わせたもの"),
        explained=place.href(f"{DATA_PAGE}#{table_anchor(table)}"),
    )


class SiteDownloads(NamedTuple):
    """The files with the facts of all plans, each with a link to the explanation of its columns.

    The macro `site_downloads` of page/downloads.html prints them.
    """

    files: tuple[tuple[Link, str], ...]


def site_downloads(place: PagePlace, *table_names: str) -> SiteDownloads:
    """The downloads of some tables for all plans. Raises KeyError for an unknown table."""
    tables = [_BY_NAME[name] for name in table_names]
    return SiteDownloads(
        tuple(
            (
                place.to(table.address(), f"{table.name}.csv"),
                place.href(f"{DATA_PAGE}#{table_anchor(table)}"),
            )
            for table in tables
        )
    )


def table_anchor(table: Table) -> str:
    """The anchor of a table on the page that explains its columns."""
    return f"table-{table.name}"
