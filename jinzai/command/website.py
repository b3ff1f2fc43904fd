"""The content of the site: pages, downloads and search data, in the form that publish needs.

Here render, export and publish meet. Each of them knows no types of the others except `Page`.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinzai.compare.comparison import compare
from jinzai.export.downloads import all_downloads
from jinzai.export.table import Subject
from jinzai.link.catalogue import Catalogue, LinkedPlan
from jinzai.model.kinds import KINDS
from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.handwritten import HandPage
from jinzai.publish.mkdocs_yml import Settings
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.search import SearchPart, search_files
from jinzai.render.compare.files import compare_files
from jinzai.render.page.environment import Templates
from jinzai.render.page.navigation import navigation_html, site_lists
from jinzai.render.page.place import Guide, SiteContext
from jinzai.render.page.upkeep import Upkeep
from jinzai.render.render import render_plan, render_site
from jinzai.render.search_records import guide_records, plan_part, site_part
from jinzai.render.site.own_role_files import own_role_files

TEMPLATES = "templates"
CHANGELOG = "CHANGELOG.md"


def site_context(
    root: Path,
    catalogue: Catalogue,
    settings: Settings,
    hand_pages: Iterable[HandPage],
    compiled: Path | None,
) -> SiteContext:
    """The data that all pages share, with links to source and editors if mkdocs.yml sets them.

    The templates are read again. The folder `compiled`, if any, keeps their compiled form for the
    next time.
    """
    upkeep = Upkeep(settings.edit_prefix, settings.report_to, settings.site_url)
    guides = tuple(Guide(page.address, page.title, page.below) for page in hand_pages)
    templates = Templates(root / TEMPLATES, compiled)
    return SiteContext(
        catalogue.commons,
        templates,
        upkeep,
        guides,
        _changelog(root),
        compare(catalogue),
        settings.editing,
    )


def _changelog(root: Path) -> str:
    """The text of CHANGELOG.md; `""` if it cannot be read."""
    try:
        return (root / CHANGELOG).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def pages_of(
    catalogue: Catalogue,
    site: SiteContext,
    of_site: Callable[[SiteContext], Iterable[Page]] = render_site,
    of_plan: Callable[[LinkedPlan, SiteContext], Iterable[Page]] = render_plan,
) -> Iterator[Page]:
    """Every page of the catalogue: those above the plans, then plan by plan.

    A caller that keeps pages gives them by `of_site` and `of_plan`.
    """
    yield from of_site(site)
    for plan in catalogue.plans:
        yield from of_plan(plan, site)


def around_of(site: SiteContext) -> Callable[[HandPage], HandPageExtras]:
    """Gives the navigation and the report link of a hand-written page."""
    lists = site_lists(site.commons, site.guides, site.editing)

    def around(page: HandPage) -> HandPageExtras:
        return HandPageExtras(
            navigation_html(lists, site.place(page.address), page.address),
            site.upkeep.report(page.title, page.address),
        )

    return around


def files_of(catalogue: Catalogue, site: SiteContext) -> Iterator[SiteFile]:
    """Every file that is no page: downloads, the data of the scripts, the search data."""
    profiles = site.compared.plans
    for download in all_downloads(Subject(plan, profiles[plan.id]) for plan in catalogue.plans):
        yield SiteFile(download.address, download.data)
    yield from compare_files(site)
    yield from own_role_files(site, catalogue.plans)
    guide = guide_records(site.guides, site.editing)
    ahead = {kind.name for kind in KINDS.values() if kind.ahead}
    yield from search_files(_search_parts(catalogue), guide, catalogue.commons.synonyms, ahead)


def _search_parts(catalogue: Catalogue) -> Iterator[SearchPart]:
    """The records of the search: of the pages above the plans, then plan by plan."""
    yield site_part(catalogue.commons)
    yield from map(plan_part, catalogue.plans)
