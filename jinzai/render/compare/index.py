"""The entrance to the comparisons: the questions that a planner asks, each leading to its page.

If the plans are too many for one page, there is also a list of plans for each prefecture.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.compare.profile import PlanProfile
from jinzai.link.address import (
    COMPARE_PAGE,
    FRAMEWORKS_PAGE,
    class_address,
    framework_address,
    plan_address,
    prefecture_address,
)
from jinzai.link.summary import PlanSummary
from jinzai.model import kinds
from jinzai.render.page import areas
from jinzai.render.page.comparisons import COMPARISONS
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.plan_features import numbers_stated
from jinzai.render.page.prefectures import Prefecture, prefecture_links, prefectures
from jinzai.render.page.room import are_few
from jinzai.render.page.states import states_link
from jinzai.render.words import dates, wording

_PLAN_PAGES: Final = (
    (kinds.ROLES.page, kinds.ROLES.title),
    (kinds.SKILLS.page, kinds.SKILLS.title),
    (areas.DATA.page, areas.DATA.title),
)
"""The pages of a plan that a list of a prefecture's plans links to."""


class Question(NamedTuple):
    """A question and the page that answers it."""

    question: str
    link: Link
    answer: str


class ComparedPlanLine(NamedTuple):
    """A plan in the comparison, with the numbers of its roles and skills to compare.

    `targets` says in words which numbers of people the plan states; empty if it states none.

    `issuer` is empty if the plan's name already contains it. `own` leads to the page on how the
    plan stands among the others.
    """

    link: Link
    own: Link
    issuer: str
    status: str
    period: str
    roles: int
    mapped: int
    asks: bool
    tracks: bool
    targets: str


class ComparisonIndexView(NamedTuple):
    """The entrance. If `plans` is empty, `prefectures` gives each prefecture's number of plans."""

    questions: tuple[Question, ...]
    plans: tuple[ComparedPlanLine, ...]
    prefectures: tuple[tuple[Link, int], ...]
    classes: tuple[Link, ...]
    frameworks: tuple[Link, ...]
    relations: str
    explained: Link | None


class PrefectureLine(NamedTuple):
    """A plan with its pages."""

    id: str
    plan: Link
    pages: tuple[Link, ...]


class PrefectureView(NamedTuple):
    """The plans of one prefecture, or of one sheet of it.

    `sheets` are all its sheets if there are several.
    """

    plans: tuple[PrefectureLine, ...]
    sheets: tuple[Link, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The entrance, and the lists of the prefectures if the plans are too many for one page."""
    yield _entrance(site)
    if not are_few(len(site.compared.plans)):
        for one in prefectures(plan.summary for plan in site.compared.plans.values()):
            for number, plans in enumerate(one.sheets, 1):
                yield _prefecture(site, one, number, plans)


def _entrance(site: SiteContext) -> Draft:
    place = site.place(COMPARE_PAGE)
    compared = site.compared
    bounded = are_few(len(compared.plans))
    return Draft.of_area(
        place,
        areas.COMPARE,
        kicker=areas.COMPARE.title,
        description="自治体のデジタル人材育成計画を、役割、スキル、研修の時間、人数の目標について"
        "比べる。",
        template="compare/index.html",
        view=ComparisonIndexView(
            tuple(
                Question(one.question, place.to(one.address, one.title), one.answer)
                for one in COMPARISONS
            ),
            tuple(_line(place, plan) for plan in compared.plans.values()) if bounded else (),
            prefecture_links(site, place),
            tuple(
                place.to(class_address(key), site.commons.entries[key][1].name)
                for key in compared.classes
            )
            if bounded
            else (),
            tuple(
                place.to(framework_address(one.id), one.title)
                for one in (*compared.class_frameworks, *compared.area_frameworks)
            ),
            place.href(f"{FRAMEWORKS_PAGE}#relations"),
            states_link(site, place),
        ),
        sections=(
            Section("questions", "知りたいことから選ぶ"),
            Section("classes", "役割の区分から選ぶ"),
            Section("plans", "比べる計画"),
            Section("reading", "読み方"),
        ),
    )


def _line(place: PagePlace, plan: PlanProfile) -> ComparedPlanLine:
    facts = plan.summary.plan
    roles = plan.roles.values()
    return ComparedPlanLine(
        place.link("plan", plan.id),
        place.to(plan_address(plan.id, COMPARE_PAGE), f"{plan.summary.name}から見た違い"),
        "" if facts.issuer.name in plan.summary.name else facts.issuer.name,
        wording.word(facts.status),
        dates.period(facts.period) if facts.period else "",
        len(roles),
        sum(bool(role.role.classes) for role in roles),
        plan.asks,
        any(role.tracks for role in roles),
        numbers_stated(plan),
    )


def _prefecture(
    site: SiteContext, one: Prefecture, number: int, plans: Iterable[PlanSummary]
) -> Draft:
    place = site.place(prefecture_address(one.code, number))
    sheets = range(1, len(one.sheets) + 1 if len(one.sheets) > 1 else 1)
    return Draft.below(
        place,
        areas.COMPARE,
        title=f"{one.name}の計画" + (f"（{number}）" if number > 1 else ""),
        description=f"{one.name}の計画の一覧。計画ごとの役割、スキル、データのページに進める。",
        template="compare/prefecture.html",
        view=PrefectureView(
            tuple(
                PrefectureLine(
                    plan.id,
                    place.link("plan", plan.id),
                    tuple(
                        place.to(plan_address(plan.id, page), f"{plan.name}の{title}")
                        for page, title in _PLAN_PAGES
                    ),
                )
                for plan in plans
            ),
            tuple(place.to(prefecture_address(one.code, n), f"{n}枚目") for n in sheets),
        ),
    )
