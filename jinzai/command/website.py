"""What goes into the site: pages, downloads and search data, as publish takes them.

Here render, export and publish meet; none of them knows the others' types beyond `Page`.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from jinzai.export.downloads import all_downloads
from jinzai.link.catalogue import Catalogue, Commons
from jinzai.publish.handwritten import HandPage
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.publish import Shells
from jinzai.publish.search import search_file
from jinzai.render.environment import Templates
from jinzai.render.navigation import navigation_html, site_entries
from jinzai.render.place import Guide, SiteContext
from jinzai.render.render import render_plan, render_site
from jinzai.render.search_records import plan_records, site_records

TEMPLATES = "templates"


def site_context(root: Path, commons: Commons, shells: Shells) -> SiteContext:
    """What every page may look at, with edit links where mkdocs.yml names a repository."""
    prefix = shells.settings().edit_prefix

    def edit(file: str) -> str:
        return f"{prefix}content/{file}" if prefix else ""

    guides = tuple(Guide(page.address, page.title) for page in shells.hand_pages)
    templates = Templates(root / TEMPLATES, shells.folder.keep("templates"))
    return SiteContext(commons, templates, edit, guides)


def pages_of(catalogue: Catalogue, site: SiteContext) -> Iterator[Page]:
    """Every page of the catalogue: those above the plans, then plan by plan."""
    yield from render_site(site)
    for plan in catalogue.plans:
        yield from render_plan(plan, site)


def navigation_of(site: SiteContext) -> Callable[[HandPage], str]:
    """Gives the navigation of a hand-written page."""
    entries = site_entries(site.commons, site.guides)

    def navigation(page: HandPage) -> str:
        return navigation_html(entries, site.place(page.address), page.address)

    return navigation


def files_of(catalogue: Catalogue) -> Iterator[SiteFile]:
    """Every file that is no page: the downloads, and what the search knows."""
    for download in all_downloads(catalogue):
        yield SiteFile(download.address, download.data)
    records = chain(
        site_records(catalogue.commons), *(plan_records(plan) for plan in catalogue.plans)
    )
    yield search_file(records)
