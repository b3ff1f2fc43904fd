"""The plans of the catalogue in one table, and the lines of such tables."""

from collections.abc import Iterator
from typing import NamedTuple

from jinzai.compare.profile import PlanProfile
from jinzai.model import kinds
from jinzai.model.plan import Status
from jinzai.render.page import areas
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.plan_features import hours_stated, numbers_stated, rarest_features
from jinzai.render.page.prefectures import is_listed, list_links
from jinzai.render.words import dates, wording


class PlanLine(NamedTuple):
    """A plan in a list. A text is empty if the plan does not state the fact.

    `hours` and `targets` say in words which hours and numbers of people the plan states. `features`
    are facts that few other plans state.
    """

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
    hours: str
    targets: str
    features: tuple[str, ...]


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
    plans = site.compared.plans.values()
    if not is_listed(len(plans)):
        return ()
    features = rarest_features(plans)
    return tuple(_line(place, plan, features[plan.id]) for plan in plans)


def _line(place: PagePlace, profile: PlanProfile, features: tuple[str, ...]) -> PlanLine:
    summary = profile.summary
    plan = summary.plan
    return PlanLine(
        link=place.link("plan", plan.id),
        title=plan.title,
        issuer=plan.issuer.name,
        code=plan.issuer.code or "",
        status=wording.word(plan.status),
        adopted=plan.status is Status.ADOPTED,
        period=dates.period(plan.period) if plan.period else "",
        published=dates.date(plan.published) if plan.published else "",
        roles=summary.roles,
        skills=summary.skills,
        courses=summary.courses,
        hours=hours_stated(profile),
        targets=numbers_stated(profile),
        features=features,
    )
