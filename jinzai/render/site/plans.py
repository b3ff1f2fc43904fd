"""The plans of the catalogue in one table, and the lines of such tables."""

from collections.abc import Iterator
from typing import NamedTuple

from jinzai.link.summary import PlanSummary
from jinzai.model import kinds
from jinzai.render.page import areas
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import is_listed, list_links
from jinzai.render.words import dates, wording


class PlanLine(NamedTuple):
    """A plan in a list. `period` and `code` are empty if the plan does not state them."""

    link: Link
    title: str
    issuer: str
    code: str
    status: str
    adopted: bool
    period: str
    published: str
    roles: int
    skills: int
    courses: int


class PlansView(NamedTuple):
    """All plans, in the order of their ids.

    If they are too many for one page, `plans` is empty, and `prefectures` links to their lists.
    """

    total: int
    plans: tuple[PlanLine, ...]
    prefectures: tuple[tuple[Link, int], ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(areas.PLANS.page)
    yield Draft.of_area(
        place,
        areas.PLANS,
        kicker=kinds.PLAN.name,
        description="このカタログに載っている計画と、それぞれの主な数字。",
        template="site/plans.html",
        view=PlansView(len(site.commons.plans), plan_lines(site, place), list_links(site, place)),
        sections=(Section("plans", kinds.PLAN.name),),
    )


def plan_lines(site: SiteContext, place: PagePlace) -> tuple[PlanLine, ...]:
    """A line for each plan; empty if the plans are too many for one page."""
    if not is_listed(len(site.commons.plans)):
        return ()
    return tuple(_line(place, summary) for summary in site.commons.plans.values())


def _line(place: PagePlace, summary: PlanSummary) -> PlanLine:
    plan = summary.plan
    return PlanLine(
        link=place.link("plan", plan.id),
        title=plan.title,
        issuer=plan.issuer.name,
        code=plan.issuer.code or "",
        status=wording.word(plan.status),
        adopted=plan.status.value == "adopted",
        period=dates.period(plan.period) if plan.period else "",
        published=dates.date(plan.published) if plan.published else "",
        roles=summary.roles,
        skills=summary.skills,
        courses=summary.courses,
    )
