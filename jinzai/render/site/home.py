"""The first page: three doors, the plans, the frameworks, the data, and the latest changes."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.export.tables import TABLES
from jinzai.link.address import (
    COMPARE_PAGE,
    DATA_PAGE,
    framework_address,
    plan_address,
)
from jinzai.model import kinds
from jinzai.render.page import areas, comparisons
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import list_links
from jinzai.render.site.changelog import Changes, newest
from jinzai.render.site.plans import PlanLine, plan_lines
from jinzai.render.words import wording

_DOOR_PLANS: Final = 6
"""The largest number of plans that a door names. The list of plans names all."""

_NEWS: Final = 3
"""The number of changes that the page shows in one sentence each, above the folded list of all."""


class Door(NamedTuple):
    """A way into the catalogue. `icon` names its picture in the template."""

    icon: str
    title: str
    text: str
    links: tuple[Link, ...]


class FrameworkLine(NamedTuple):
    """A framework, and what it is for."""

    link: Link
    kind: str
    entries: int
    summary: Markup


class DataLine(NamedTuple):
    """A file with the facts of all plans."""

    link: Link
    title: str


class HomeView(NamedTuple):
    """The whole page.

    If the plans are too many to list, `plans` is empty, and `prefectures` links to their lists.
    `guides` are the hand-written pages that no door links to. `changes` is None if there are no
    written changes. `news` holds the first sentences of the first changes.
    """

    figures: tuple[tuple[str, int], ...]
    doors: tuple[Door, ...]
    plans: tuple[PlanLine, ...]
    prefectures: tuple[tuple[Link, int], ...]
    frameworks: tuple[FrameworkLine, ...]
    data: tuple[DataLine, ...]
    data_page: Link
    news: tuple[str, ...]
    changes: Changes | None
    guides: tuple[Link, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place("index.html")
    every = site.commons.plans.values()
    changes = newest(site.changelog)
    yield Draft(
        address=place.address,
        title="自治体のデジタル人材育成計画を、役割・スキル・研修から読む",
        kicker="カタログ",
        description="自治体が公表したデジタル人材の育成計画を、役割・スキル・研修ごとに読み、"
        "計画どうしを比べられるカタログ。",
        template="site/home.html",
        view=HomeView(
            (
                (kinds.PLAN.name, len(every)),
                (kinds.ROLE.name, sum(plan.roles for plan in every)),
                (kinds.SKILL.name, sum(plan.skills for plan in every)),
                (kinds.COURSE.name, sum(plan.courses for plan in every)),
            ),
            _doors(site, place),
            plan_lines(site, place),
            list_links(site, place),
            _frameworks(site, place),
            tuple(
                DataLine(place.to(table.address(), f"{table.name}.csv"), table.title)
                for table in TABLES
            ),
            place.to(DATA_PAGE, "列の説明と、計画ごとのファイル"),
            changes.in_short(_NEWS) if changes else (),
            changes,
            tuple(
                place.to(guide.address, guide.title)
                for guide in site.guides
                if not areas.is_for_editors(guide.address)
            ),
        ),
        area="",
        sections=(
            Section("doors", "入口"),
            Section("plans", kinds.PLAN.name),
            Section("frameworks", areas.FRAMEWORKS.title),
            Section("data", areas.DATA.title),
            Section("changes", "最近の変更"),
        ),
    )


def _doors(site: SiteContext, place: PagePlace) -> tuple[Door, ...]:
    plans = tuple(site.commons.plans.values())
    roles = tuple(
        place.to(plan_address(plan.id, kinds.ROLES.page), f"{plan.name}の役割")
        for plan in plans[:_DOOR_PLANS]
    )
    more = (place.to(areas.PLANS.page, "ほかの計画"),) if len(plans) > _DOOR_PLANS else ()
    return (
        Door(
            "roles",
            "役割から探す",
            "自分の役割に何が求められ、どの研修をいつ受けるのかを調べます。",
            (*roles, *more),
        ),
        Door(
            "compare",
            areas.COMPARE.title,
            "ほかの計画が役割とスキルをどう分け、何を求めているかを比べます。",
            (
                place.to(COMPARE_PAGE, "知りたいことから選ぶ"),
                place.to(comparisons.ROLES.address, comparisons.ROLES.title),
                place.to(comparisons.DETAIL.address, comparisons.DETAIL.title),
                place.to(areas.PLANS.page, areas.PLANS.title),
            ),
        ),
        *(_edit_door(site, place) if site.editing else ()),
    )


def _edit_door(site: SiteContext, place: PagePlace) -> tuple[Door, ...]:
    """The door for editors."""
    return (
        Door(
            "edit",
            "計画を編集する",
            "計画の内容を直したり、新しい計画を加えたりします。",
            (
                *(
                    place.to(guide.address, guide.title)
                    for guide in site.guides
                    if areas.is_for_editors(guide.address)
                ),
                place.to(areas.GUIDE.page, areas.GUIDE.title),
                place.to(areas.RULES.page, areas.RULES.title),
            ),
        ),
    )


def _frameworks(site: SiteContext, place: PagePlace) -> tuple[FrameworkLine, ...]:
    return tuple(
        FrameworkLine(
            place.to(framework_address(one.id), one.title),
            wording.word(one.kind),
            len(one.entries),
            place.inline(one.summary),
        )
        for one in site.commons.frameworks
    )
