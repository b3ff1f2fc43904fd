"""A page for each entry of a framework: plan by plan, what maps to it."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.export.plain import plain_text
from jinzai.link.address import entry_address, framework_address
from jinzai.link.summary import MappedEntity, PlanSummary
from jinzai.model.framework import Framework
from jinzai.render import wording
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.pages.frameworks import FRAMEWORKS_PAGE
from jinzai.render.place import Place, SiteContext, is_inferred, source_text


class Mapped(NamedTuple):
    """A role or a skill of a plan under the entry."""

    link: Link
    relation: str
    inferred: bool
    note: str


class PlanView(NamedTuple):
    """What one plan has under the entry."""

    link: Link
    issuer: str
    mapped: tuple[Mapped, ...]


class View(NamedTuple):
    """One entry. `without` are the plans that have nothing here."""

    kind: str
    definition: Markup
    origin: str
    kana: str
    note: Markup
    source: str
    plans: tuple[PlanView, ...]
    without: tuple[Link, ...]
    relations: str
    previous: Link | None
    next: Link | None


def pages(site: SiteContext) -> Iterator[Draft]:
    """The entries of all frameworks, in declared order."""
    for framework in site.commons.frameworks:
        for number in range(len(framework.entries)):
            yield _page(site, framework, number)


def _page(site: SiteContext, framework: Framework, number: int) -> Draft:
    entry = framework.entries[number]
    key = f"{framework.id}/{entry.id}"
    place = site.place(entry_address(key))
    others = tuple(
        place.to(entry_address(f"{framework.id}/{other.id}"), other.name)
        for other in framework.entries
    )
    plans = site.commons.plans.values()
    return Draft(
        address=place.address,
        title=entry.name,
        kicker=f"{framework.title}の項目",
        description=plain_text(entry.definition),
        template="framework_entry.html",
        view=View(
            wording.word(framework.kind),
            place.prose(entry.definition),
            wording.word(entry.origin),
            entry.kana or "",
            place.prose(entry.note),
            source_text(entry.source),
            tuple(_plan(place, plan, key) for plan in plans if key in plan.entries),
            tuple(place.link("plan", plan.id) for plan in plans if key not in plan.entries),
            place.href(f"{FRAMEWORKS_PAGE}#relations"),
            others[number - 1] if number else None,
            others[number + 1] if number + 1 < len(others) else None,
        ),
        area=f"frameworks/{framework.id}",
        sections=(
            Section("definition", "定義"),
            Section("plans", f"計画ごとの{wording.word(framework.kind)}"),
            Section("without", "対応するもののない計画"),
        ),
        crumbs=(
            place.to(FRAMEWORKS_PAGE, "共通枠組み"),
            place.to(framework_address(framework.id), framework.title),
        ),
        siblings=others,
        file=f"frameworks/{framework.id}.yaml",
    )


def _plan(place: Place, plan: PlanSummary, key: str) -> PlanView:
    return PlanView(
        place.link("plan", plan.id),
        plan.plan.issuer.name,
        tuple(_mapped(place, entity) for entity in plan.entries[key]),
    )


def _mapped(place: Place, entity: MappedEntity) -> Mapped:
    return Mapped(
        place.other(entity.plan_id, entity.kind, entity.id, entity.name),
        wording.word(entity.relation),
        is_inferred(entity.basis),
        entity.note or "",
    )
