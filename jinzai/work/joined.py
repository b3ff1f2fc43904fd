"""What is joined from the parts when all of them are made: the tables for all plans, the search.

The rows of the tables are read again from the files of each plan, so that no process holds them all
at once.
"""

from collections.abc import Callable, Iterable, Iterator

from jinzai.export.downloads import joined_download
from jinzai.export.tables import TABLES
from jinzai.link.catalogue import Commons
from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.handwritten import HandPage
from jinzai.publish.page import SiteFile
from jinzai.publish.search import SearchPart, search_files, trimmed
from jinzai.render.page.navigation import navigation_html, site_lists
from jinzai.render.page.place import SiteContext
from jinzai.render.search_records import AHEAD, guide_records, site_part

Read = Callable[[str], bytes]
"""Gives the bytes at an address of the site."""


def joined_files(site: SiteContext, read: Read, search: Iterable[SearchPart]) -> Iterator[SiteFile]:
    """The files for all plans. All parts must be in their places.

    `read` gives the bytes of a plan's table at an address. `search` are the records of the plans,
    in the order of the ids.
    """
    for table in TABLES:
        own = (read(table.address(plan_id)) for plan_id in site.commons.plans)
        download = joined_download(table, own)
        yield SiteFile(download.address, download.data)
    yield from _search_files(site, search)


def _search_files(site: SiteContext, plans: Iterable[SearchPart]) -> Iterator[SiteFile]:
    commons = site.commons
    guide = guide_records(site.guides, site.editing)
    yield from search_files(_parts(commons, plans), guide, commons.synonyms, AHEAD)


def _parts(commons: Commons, plans: Iterable[SearchPart]) -> Iterator[SearchPart]:
    """The pages above the plans come first."""
    yield trimmed(site_part(commons))
    yield from plans


def page_around(site: SiteContext, page: HandPage) -> HandPageExtras:
    """The navigation and the report link of a hand-written page."""
    lists = site_lists(site.commons, site.guides, site.editing)
    return HandPageExtras(
        navigation_html(lists, site.place(page.address), page.address),
        site.upkeep.report(page.title, page.address),
    )
