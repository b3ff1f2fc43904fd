"""The table of classes by plans. A cell shows the plan's roles in the class."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinzai.compare.profile import PlanProfile
from jinzai.link.address import (
    FRAMEWORKS_PAGE,
    class_address,
    entry_address,
    framework_address,
)
from jinzai.render.compare.coverage_cells import all_sorted_by_editors
from jinzai.render.compare.plan_choice import PlanChoice, PlanLink, choice, plan_link
from jinzai.render.compare.role_card import Card, card
from jinzai.render.page import comparisons
from jinzai.render.page.concerned import Concerned, concerned
from jinzai.render.page.downloads import SiteDownloads, site_downloads
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, SiteContext
from jinzai.render.page.room import are_few
from jinzai.render.page.states import states_link
from jinzai.render.page.unmapped import Unmapped, unmapped_entities

_SCRIPT: Final = "assets/jinzai/compare-roles.js"


class ClassCell(NamedTuple):
    """The roles of a plan in a class, and what else the plan says of the people of the class.

    `awaiting` are the plan's roles that nobody has mapped. Each may belong to the class.
    """

    cards: tuple[Card, ...]
    concerned: tuple[Concerned, ...]
    awaiting: tuple[Link, ...]


class ClassRolesRow(NamedTuple):
    """A class with the roles of each plan. `detail` leads to the page that compares these roles."""

    key: str
    link: Link
    detail: Link | None
    cells: tuple[ClassCell, ...]


class UnmappedRoles(NamedTuple):
    """The roles of one plan that are in no class, each with the reason."""

    plan: PlanLink
    roles: tuple[Unmapped, ...]


class ComparedRolesView(NamedTuple):
    """The table. If `plans` is empty, readers choose plans first.

    `all_inferred` is true if an editor worked out all mappings. Then the page says so once.
    """

    plans: tuple[PlanLink, ...]
    rows: tuple[ClassRolesRow, ...]
    unmapped: tuple[UnmappedRoles, ...]
    unmapped_pages: tuple[Link, ...]
    choice: PlanChoice
    downloads: SiteDownloads
    relations: str
    all_inferred: bool
    explained: Link | None


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(comparisons.ROLES.address)
    shown = _shown(site)
    all_inferred = all_sorted_by_editors(site.compared.plans.values())
    yield Draft.of_comparison(
        place,
        comparisons.ROLES,
        description="役割の区分ごとに、各計画の役割を並べた表。"
        "対象、求めるスキルの数、研修の時間、人数が分かる。",
        view=ComparedRolesView(
            tuple(plan_link(place, plan) for plan in shown),
            tuple(
                _row(site, place, entry, shown, marked=not all_inferred)
                for entry in site.compared.classes
            ),
            tuple(filter(None, (unmapped(place, plan) for plan in shown))),
            tuple(
                place.to(f"{framework_address(one.id)}#unmapped", one.title)
                for one in site.compared.class_frameworks
            ),
            choice(site, place, shown, _SCRIPT),
            site_downloads(place, "crosswalk", "roles"),
            place.href(f"{FRAMEWORKS_PAGE}#relations"),
            all_inferred,
            states_link(site, place),
        ),
        sections=(Section("table", "区分と計画の表"),),
    )


def class_cell(place: PagePlace, plan: PlanProfile, key: str, *, marked: bool) -> ClassCell:
    """The cell of a plan in a class. `marked` says whether inferred mappings are marked."""
    cards = (card(place, plan, role, link, marked=marked) for role, link in plan.roles_in(key))
    return ClassCell(
        tuple(cards),
        concerned(place, plan.summary, key),
        tuple(
            place.other(plan.id, one.kind, one.id, one.name)
            for one in plan.summary.awaiting("role")
        ),
    )


def _shown(site: SiteContext) -> tuple[PlanProfile, ...]:
    """All plans, or no plan if one page cannot hold all."""
    plans = tuple(site.compared.plans.values())
    return plans if are_few(len(plans)) else ()


def _row(
    site: SiteContext, place: PagePlace, key: str, shown: tuple[PlanProfile, ...], *, marked: bool
) -> ClassRolesRow:
    entry = site.commons.entries[key][1]
    return ClassRolesRow(
        key,
        place.to(entry_address(key), entry.name),
        place.to(class_address(key), "詳しく比べる") if shown else None,
        tuple(class_cell(place, plan, key, marked=marked) for plan in shown),
    )


def unmapped(place: PagePlace, plan: PlanProfile) -> UnmappedRoles | None:
    """The roles of a plan that are in no class; None if all roles are in a class."""
    found = tuple(unmapped_entities(place, plan.summary, "role"))
    return UnmappedRoles(plan_link(place, plan), found) if found else None
