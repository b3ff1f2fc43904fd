"""Roles side by side: the classes of the role frameworks by plans, a cell the plan's own roles."""

import json
from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.export.plain import plain_text
from jinzai.link.address import (
    COMPARE_PAGE,
    COMPARE_ROLES,
    class_address,
    entry_address,
)
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.pages.compare_detail import script_data
from jinzai.render.pages.frameworks import FRAMEWORKS_PAGE
from jinzai.render.place import Place, SiteContext
from jinzai.render.prefectures import PLANS_ON_A_PAGE, is_bounded, prefecture_links
from jinzai.render.role_card import Card, card
from jinzai.render.states import states_link

SCRIPTS: Final = ("assets/jinzai/compare-data.js", "assets/jinzai/compare-roles.js")


class ClassRow(NamedTuple):
    """A class, and what each plan has in it. `detail` puts its roles beside each other."""

    key: str
    link: Link
    definition: Markup
    detail: Link | None
    cells: tuple[tuple[Card, ...], ...]


class PlanHead(NamedTuple):
    """A column."""

    id: str
    link: Link
    issuer: str


class Unmapped(NamedTuple):
    """The roles of one plan that are in no class, each with the reason."""

    plan: Link
    roles: tuple[tuple[Link, str], ...]


class View(NamedTuple):
    """The table. Without `plans` readers choose some first, by the `prefectures`.

    `data` is what the script is told, as JSON.
    """

    plans: tuple[PlanHead, ...]
    rows: tuple[ClassRow, ...]
    unmapped: tuple[Unmapped, ...]
    prefectures: tuple[tuple[Link, int], ...]
    most: int
    relations: str
    explained: Link | None
    data: str
    scripts: tuple[str, ...]


def pages(site: SiteContext) -> Iterator[Draft]:
    """The one page."""
    place = site.place(COMPARE_ROLES)
    data = {**script_data(site, place), "most": PLANS_ON_A_PAGE}
    yield Draft(
        address=place.address,
        title="役割の区分と計画",
        kicker="計画を比べる",
        description="役割の区分ごとに、各計画の役割を並べた表。"
        "対象、求めるスキルの数、研修の時間、人数が分かる。",
        template="compare_roles.html",
        view=View(
            _plans(site, place),
            tuple(_row(site, place, entry) for entry in site.compared.classes),
            tuple(_unmapped(site, place)),
            prefecture_links(site, place),
            PLANS_ON_A_PAGE,
            place.href(f"{FRAMEWORKS_PAGE}#relations"),
            states_link(site, place),
            json.dumps(data, ensure_ascii=False, separators=(",", ":")),
            tuple(map(place.href, SCRIPTS)),
        ),
        area="compare/roles",
        sections=(Section("table", "区分と計画の表"),),
        crumbs=(place.to(COMPARE_PAGE, "計画を比べる"),),
    )


def _plans(site: SiteContext, place: Place) -> tuple[PlanHead, ...]:
    if not is_bounded(len(site.compared.plans)):
        return ()
    return tuple(
        PlanHead(plan.id, place.link("plan", plan.id), plan.summary.plan.issuer.name)
        for plan in site.compared.plans.values()
    )


def _row(site: SiteContext, place: Place, key: str) -> ClassRow:
    entry = site.commons.entries[key][1]
    plans = site.compared.plans.values()
    shown = is_bounded(len(plans))
    return ClassRow(
        key,
        place.to(entry_address(key), entry.name),
        place.inline(entry.definition),
        place.to(class_address(key), "詳しく比べる") if shown else None,
        tuple(
            tuple(card(place, plan, role, link) for role, link in plan.roles_in(key))
            for plan in plans
        )
        if shown
        else (),
    )


def _unmapped(site: SiteContext, place: Place) -> Iterator[Unmapped]:
    if not is_bounded(len(site.compared.plans)):
        return
    for plan in site.commons.plans.values():
        found = tuple(
            (place.other(plan.id, one.kind, one.id, one.name), plain_text(one.reason))
            for one in plan.unmapped
            if one.kind == "role"
        )
        if found:
            yield Unmapped(place.link("plan", plan.id), found)
