"""What is joined from the parts when all of them are made: the tables for all plans.

The rows of the tables are read again from the files of each plan, so that no process holds them all
at once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from jinzai.export.downloads import joined_download
from jinzai.export.table import Table
from jinzai.export.tables import TABLES
from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.handwritten import HandPage
from jinzai.publish.page import SiteFile
from jinzai.render.page.navigation import navigation_html, site_lists
from jinzai.render.page.place import SiteContext
from jinzai.work.keys import key_of
from jinzai.work.pieces import WantedPiece

Read = Callable[[str], bytes]
"""Gives the bytes at an address of the site."""


def joined_tables(
    plan_ids: Sequence[str], digests: Mapping[str, str], read: Read
) -> dict[str, WantedPiece]:
    """The files with the rows of all plans, each a piece. All parts must be in their places.

    `plan_ids` are all plans in order. `digests` has that of each plan's tables by address. `read`
    gives the bytes of a plan's table at an address.
    """

    def piece(table: Table) -> WantedPiece:
        addresses = [table.address(plan_id) for plan_id in plan_ids]

        def joined() -> Iterator[SiteFile]:
            download = joined_download(table, map(read, addresses))
            yield SiteFile(download.address, download.data)

        return WantedPiece(key_of(*(digests[address] for address in addresses)), joined)

    return {table.address(): piece(table) for table in TABLES}


def page_around(site: SiteContext, page: HandPage) -> HandPageExtras:
    """The navigation and the report link of a hand-written page."""
    lists = site_lists(site.commons, site.guides, site.editing)
    return HandPageExtras(
        navigation_html(lists, site.place(page.address), page.address),
        site.upkeep.report(page.title, page.address),
    )
