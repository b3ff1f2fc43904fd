"""The render stage: all pages of a plan, and all pages above the plans."""

from collections.abc import Iterator

from jinzai.link.catalogue import LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.frame import PlanFrame, SiteFrame
from jinzai.render.page.place import PlanContext, SiteContext
from jinzai.render.registry import PLAN_PAGES, SITE_PAGES


def render_plan(plan: LinkedPlan, site: SiteContext) -> Iterator[Page]:
    """The pages of one plan. Of other plans it needs only the summaries in `site.commons`."""
    context = PlanContext(site, plan)
    frame = PlanFrame(context)
    for pages in PLAN_PAGES:
        for draft in pages(context):
            yield frame.page(draft)


def render_site(site: SiteContext) -> Iterator[Page]:
    """The pages above the plans."""
    frame = SiteFrame(site)
    for pages in SITE_PAGES:
        for draft in pages(site):
            yield frame.page(draft)
