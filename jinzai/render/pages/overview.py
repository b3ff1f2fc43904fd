"""The overview of a plan: what it is, how it is built, what it sets and what it leaves open."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.export.plain import plain_text
from jinzai.findings.registry import RULES
from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.model.plan import Department, Placeholder, PlanTable, Suppression
from jinzai.render import wording
from jinzai.render.disagreement import Comparison, comparisons
from jinzai.render.draft import Draft, Section
from jinzai.render.links import Link
from jinzai.render.mentions import Mention, mentions
from jinzai.render.pages.overview_contents import (
    Figure,
    Inferred,
    Kind,
    contents,
    figures,
    inferred,
)
from jinzai.render.pages.overview_facts import Fact, Naming, Related, facts, naming, related
from jinzai.render.pages.overview_tiers import Tiers, tiers
from jinzai.render.place import Place, PlanContext, source_text

SECTIONS: Final = (
    Section("facts", "基本情報"),
    Section("tiers", "役割の階層"),
    Section("contents", "定めていること・いないこと"),
    Section("related", "関連する計画・指針"),
    Section("departments", "部局のくくり"),
    Section("tables", "研修の表"),
    Section("disagreements", "表どうしの食い違い"),
    Section("placeholders", "空欄"),
    Section("inferred", "推定したこと"),
    Section("accepted", "確かめて受け入れた警告"),
    Section("source", "出典"),
)


class Described(NamedTuple):
    """A department, a table or a placeholder, with where it is used.

    `label` tells a placeholder's type and unit and is empty for the others.
    """

    anchor: str
    name: str
    label: str
    text: Markup
    source: str
    mentions: tuple[Mention, ...]


class Accepted(NamedTuple):
    """A warning that the editors accept for one reason, and for what."""

    rule: str
    code: str
    entities: tuple[Link | str, ...]
    reason: Markup


class View(NamedTuple):
    """The whole page. `complementary` says that no course stands in two of the plan's tables."""

    summary: Markup
    purposes: tuple[Markup, ...]
    note: Markup
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    related: tuple[Related, ...]
    naming: tuple[Naming, ...]
    tiers: Tiers
    contents: tuple[Kind, ...]
    departments: tuple[Described, ...]
    tables: tuple[Described, ...]
    disagreements: tuple[Comparison, ...]
    placeholders: tuple[Described, ...]
    inferred: tuple[Inferred, ...]
    accepted: tuple[Accepted, ...]
    source: str


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page."""
    plan = context.plan.plan
    place = context.place(context.address("index.html"))
    yield Draft(
        address=place.address,
        title=plan.title,
        kicker=f"{plan.issuer.name}の計画",
        description=plain_text(plan.summary),
        template="overview.html",
        view=View(
            place.prose(plan.summary),
            place.items(plan.purposes),
            place.prose(plan.note),
            figures(context, place),
            facts(context, place),
            related(place, plan),
            tuple(naming(context.commons, place, plan.id)),
            tiers(context, place),
            contents(context, place),
            tuple(_department(context, place, one) for one in plan.departments),
            tuple(_table(context, place, one) for one in plan.tables),
            comparisons(context, place),
            tuple(_placeholder(context, place, one) for one in plan.placeholders),
            inferred(context, place),
            _accepted(context, place, plan.suppress),
            source_text(plan.source),
        ),
        area="",
        sections=SECTIONS,
        file="plan.yaml",
    )


def _department(context: PlanContext, place: Place, one: Department) -> Described:
    return _described(context, place, "department", one.id, one.name, place.prose(one.description))


def _table(context: PlanContext, place: Place, one: PlanTable) -> Described:
    return _described(
        context, place, "table", one.id, one.name, place.prose(one.note), source_text(one.source)
    )


def _placeholder(context: PlanContext, place: Place, one: Placeholder) -> Described:
    label = wording.word(one.type) + (f"（{one.unit}）" if one.unit else "")
    return _described(
        context,
        place,
        "placeholder",
        one.id,
        one.label,
        place.prose(one.meaning),
        source_text(one.source),
        label,
    )


def _described(
    context: PlanContext,
    place: Place,
    kind: str,
    id: str,
    name: str,
    text: Markup,
    source: str = "",
    label: str = "",
) -> Described:
    found = mentions(context, place, EntityKey(kind, id))
    return Described(anchor(kind, id), name, label, text, source, found)


def _accepted(
    context: PlanContext, place: Place, suppressions: tuple[Suppression, ...]
) -> tuple[Accepted, ...]:
    """The accepted warnings, those with the same code and reason together."""
    grouped: dict[tuple[str, str], list[Link | str]] = {}
    for one in suppressions:
        entities = grouped.setdefault((one.code, one.reason), [])
        kind, _, id = (one.at or "").partition(":")
        if EntityKey(kind, id) in context.plan.names:
            entities.append(place.link(kind, id))
        elif one.at:
            entities.append(one.at)
    return tuple(
        Accepted(
            RULES[code].title if code in RULES else code,
            code,
            tuple(entities),
            place.inline(reason),
        )
        for (code, reason), entities in grouped.items()
    )
