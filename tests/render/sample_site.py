"""The sample plans of these tests, through the real stages, and their rendered pages."""

from pathlib import Path

from jinzai.compare.comparison import compare
from jinzai.link.catalogue import Catalogue
from jinzai.publish.page import Page
from jinzai.render.page.environment import Templates
from jinzai.render.page.place import SiteContext
from jinzai.render.render import render_plan, render_site
from tests.whole import catalogue as catalogue

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "sample"
TEMPLATES = ROOT / "templates"


def site_context(linked: Catalogue) -> SiteContext:
    """A fresh context with the project's templates."""
    return SiteContext(linked.commons, Templates(TEMPLATES), compared=compare(linked))


def render_all(linked: Catalogue) -> dict[str, Page]:
    """Every page by its address."""
    site = site_context(linked)
    found = [page for plan in linked.plans for page in render_plan(plan, site)]
    found += render_site(site)
    pages = {page.address: page for page in found}
    assert len(pages) == len(found)
    return pages
