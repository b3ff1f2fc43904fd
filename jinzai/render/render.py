"""The render stage: all pages of a plan, and all pages above the plans."""

from collections.abc import Iterable, Iterator

from jinzai.link.catalogue import LinkedPlan
from jinzai.publish.page import Page
from jinzai.render.page.frame import PlanFrame, SiteFrame
from jinzai.render.page.place import (
    LookingContext,
    NeighbourContext,
    PlanContext,
    SiteContext,
    plan_context,
)
from jinzai.render.registry import (
    PLAN_PAGES,
    SITE_PAGES,
    LookingPages,
    NeighbourPages,
    OwnPages,
    PlanRow,
    SitePages,
)


def render_plan(plan: LinkedPlan, site: SiteContext) -> Iterator[Page]:
    """All pages of one plan, in the order of the navigation."""
    context = plan_context(site, plan)
    frame = PlanFrame(context.own)
    for row in PLAN_PAGES:
        yield from render_row(row, context, frame)


def render_row(row: PlanRow, context: LookingContext, frame: PlanFrame) -> Iterator[Page]:
    """The pages of one maker. `frame` is that of the plan. A maker of own pages sees no more."""
    drafts = row.make(context.own) if isinstance(row, OwnPages) else row.make(context)
    return map(frame.page, drafts)


def render_own_pages(context: PlanContext) -> Iterator[Page]:
    """The pages of one plan that show nothing of other plans."""
    frame = PlanFrame(context)
    for row in PLAN_PAGES:
        if isinstance(row, OwnPages):
            yield from map(frame.page, row.make(context))


def render_neighbour_pages(context: NeighbourContext) -> Iterator[Page]:
    """The pages of one plan that show its neighbours among the other plans."""
    frame = PlanFrame(context.own)
    for row in PLAN_PAGES:
        if isinstance(row, NeighbourPages):
            yield from map(frame.page, row.make(context))


def render_looking_pages(context: LookingContext) -> Iterator[Page]:
    """The pages of one plan that show how it stands among all others."""
    frame = PlanFrame(context.own)
    for row in PLAN_PAGES:
        if isinstance(row, LookingPages):
            yield from map(frame.page, row.make(context))


def render_site(site: SiteContext, makers: Iterable[SitePages] = SITE_PAGES) -> Iterator[Page]:
    """The pages above the plans, or only those of some makers."""
    frame = SiteFrame(site)
    for pages in makers:
        yield from map(frame.page, pages(site))
