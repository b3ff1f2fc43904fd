"""The first page: the plans, their roles, the comparisons, the data, and the latest changes."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.compare.profile import PlanProfile
from jinzai.export.plain import plain_text
from jinzai.export.tables import TABLES
from jinzai.link.address import DATA_PAGE, framework_address, plan_address
from jinzai.model import kinds
from jinzai.render.page import areas
from jinzai.render.page.comparisons import COMPARISONS
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.prefectures import list_links
from jinzai.render.page.room import are_few, first_plans
from jinzai.render.site.changelog import Changes, newest
from jinzai.render.site.plans import PlanLine, plan_lines
from jinzai.render.words import wording

_NAMED_ROLES: Final = 24
"""The largest number of roles of a plan that the page names. The plan's own page names all."""

_NEWS: Final = 3
"""The number of changes that the page shows in one sentence each, above the folded list of all."""


class RolesToFind(NamedTuple):
    """The roles of a plan. `roles` is empty if they are too many to name here.

    `page` leads to the plan's page of roles. Beside each role stands whom it is for, or `""`.
    """

    page: Link
    total: int
    roles: tuple[tuple[Link, str], ...]


class ComparisonLine(NamedTuple):
    """A question of planners, and the page that answers it."""

    question: str
    link: Link


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
    `roles` are those of the first plans; `other_plans` leads to the others, if there are any.
    `guides` are the hand-written pages for readers, `editing` the pages for editors; the latter are
    empty if readers' pages do not link to them. `changes` is None if there are no written changes.
    `news` holds the first sentences of the first changes.
    """

    total: int
    plans: tuple[PlanLine, ...]
    prefectures: tuple[tuple[Link, int], ...]
    plan_page: Link
    own_roles: Link
    roles: tuple[RolesToFind, ...]
    other_plans: Link | None
    comparisons: tuple[ComparisonLine, ...]
    compare_page: Link
    frameworks: tuple[FrameworkLine, ...]
    data: tuple[DataLine, ...]
    data_page: Link
    news: tuple[str, ...]
    changes: Changes | None
    guides: tuple[Link, ...]
    editing: tuple[Link, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place("index.html")
    changes = newest(site.changelog)
    yield Draft(
        address=place.address,
        title="役割ごとに、求められるスキルと研修を調べる",
        kicker="カタログ",
        description="自治体が公表したデジタル人材の育成計画を、役割・スキル・研修ごとに読み、"
        "計画どうしを比べられるカタログ。",
        template="site/home.html",
        view=HomeView(
            len(site.compared.plans),
            plan_lines(site, place),
            list_links(site, place),
            place.to(areas.PLANS.page, areas.PLANS.title),
            place.to(areas.OWN_ROLES.page, areas.OWN_ROLES.title),
            tuple(_roles(place, plan) for plan in first_plans(site.compared.plans.values())),
            None if are_few(len(site.compared.plans)) else place.to(areas.PLANS.page, "ほかの計画"),
            tuple(
                ComparisonLine(one.question, place.to(one.address, one.title))
                for one in COMPARISONS
            ),
            place.to(areas.COMPARE.page, areas.COMPARE.title),
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
            tuple(_editing(site, place)) if site.editing else (),
        ),
        area="",
        sections=(
            Section("plans", kinds.PLAN.name),
            Section("roles", "役割から探す"),
            Section("compare", areas.COMPARE.title),
            Section("frameworks", areas.FRAMEWORKS.title),
            Section("data", areas.DATA.title),
            Section("changes", "最近の変更"),
        ),
    )


def _roles(place: PagePlace, plan: PlanProfile) -> RolesToFind:
    roles = plan.roles
    return RolesToFind(
        place.to(plan_address(plan.id, kinds.ROLES.page), plan.summary.name),
        len(roles),
        tuple(
            (
                place.other(plan.id, "role", id, one.role.name),
                plain_text(one.role.audience or ""),
            )
            for id, one in roles.items()
        )
        if len(roles) <= _NAMED_ROLES
        else (),
    )


def _editing(site: SiteContext, place: PagePlace) -> Iterator[Link]:
    """The pages for editors, the first steps first."""
    guides = [guide for guide in site.guides if areas.is_for_editors(guide.address)]
    for guide in sorted(guides, key=lambda guide: guide.address != areas.EDITING.page):
        yield place.to(guide.address, guide.title)
    yield place.to(areas.GUIDE.page, areas.GUIDE.title)
    yield place.to(areas.RULES.page, areas.RULES.title)


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
