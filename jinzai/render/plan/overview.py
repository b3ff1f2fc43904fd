"""The overview of a plan: its facts, its structure, what it states, and what it leaves open."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.export.plain import plain_text
from jinzai.link.address import CHECK_PAGE
from jinzai.link.backlinks import EntityKey
from jinzai.model import kinds
from jinzai.model.plan import Department, Placeholder, PlanTable
from jinzai.render.page import areas
from jinzai.render.page.answers import Answer
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, Mention, entity, mentions
from jinzai.render.page.links import Link
from jinzai.render.page.place import NeighbourContext, PagePlace, PlanContext, source_text
from jinzai.render.page.states import states_link
from jinzai.render.plan.overview_contents import ContentsLine, KeyFigure, contents, figures
from jinzai.render.plan.overview_facts import (
    Facts,
    Naming,
    RelatedDocumentView,
    facts,
    naming,
    related,
)
from jinzai.render.plan.overview_strip import answers
from jinzai.render.plan.overview_tiers import Tiers, tiers
from jinzai.render.words import wording


class Described(NamedTuple):
    """A department, a table or a placeholder, with the places where it is used.

    `label` is a placeholder's type and unit, and `""` for departments and tables.
    """

    entity: EntityView
    label: str
    text: Markup


class Findings(NamedTuple):
    """The numbers of findings that the check report shows in full.

    `at` holds the links to the sections of the report, by their anchors. `report` links to the
    page.
    """

    disagreements: int
    inferred: int
    accepted: int
    at: dict[str, str]
    report: Link


class PlanOverviewView(NamedTuple):
    """The whole page. Every part except `summary`, `facts` and `findings` may be empty."""

    summary: Markup
    answers: tuple[Answer, ...]
    purposes: tuple[Markup, ...]
    note: Markup
    figures: tuple[KeyFigure, ...]
    facts: Facts
    related: tuple[RelatedDocumentView, ...]
    naming: tuple[Naming, ...]
    tiers: Tiers
    contents: tuple[ContentsLine, ...]
    departments: tuple[Described, ...]
    tables: tuple[Described, ...]
    placeholders: tuple[Described, ...]
    findings: Findings
    mentions: tuple[Mention, ...]
    states: Link | None
    source: str


def pages(context: NeighbourContext) -> Iterator[Draft]:
    """The one page."""
    plan = context.plan.plan
    place = context.place(context.address("index.html"))
    view = PlanOverviewView(
        place.prose(plan.summary),
        answers(context, place),
        place.items(plan.purposes),
        place.prose(plan.note),
        figures(context, place),
        facts(context, place),
        related(place, plan),
        tuple(naming(context, place)),
        tiers(context, place),
        contents(context, place),
        tuple(_department(context, place, one) for one in plan.departments),
        tuple(_table(context, place, one) for one in plan.tables),
        tuple(_placeholder(context, place, one) for one in plan.placeholders),
        _findings(context, place),
        mentions(context, place, EntityKey("plan", plan.id)),
        states_link(context.site, place),
        source_text(plan.source),
    )
    yield Draft(
        address=place.address,
        title=plan.title,
        kicker=f"{plan.issuer.name}の計画",
        description=plain_text(plan.summary),
        template="plan/overview.html",
        view=view,
        area="",
        sections=tuple(_sections(view)),
        file="plan.yaml",
    )


def _sections(view: PlanOverviewView) -> Iterator[Section]:
    """The sections in the template's order. Sections without content come last but one."""
    optional = (
        (Section("related", "関連する計画・指針"), view.related or view.naming),
        (Section("departments", kinds.DEPARTMENT.name), view.departments),
        (Section("tables", kinds.TABLE.name), view.tables),
        (Section("placeholders", kinds.PLACEHOLDER.name), view.placeholders),
    )
    yield Section("tiers", "役割の階層")
    yield Section("facts", "基本情報")
    yield Section("contents", "掲載内容の一覧")
    yield from (section for section, content in optional if content)
    yield Section("check", areas.CHECK.title)
    yield Section("references", "関連するページ")
    yield from (section for section, content in optional if not content)
    yield Section("source", "出典")


def _findings(context: PlanContext, place: PagePlace) -> Findings:
    plan = context.plan
    report = context.address(CHECK_PAGE)
    sections = ("disagreements", "inferred", "accepted")
    return Findings(
        len(plan.disagreements),
        sum(sort.inferred for sort in plan.inferred),
        len(plan.plan.suppress),
        {section: place.href(f"{report}#{section}") for section in sections},
        place.to(report, "点検のページ"),
    )


def _department(context: PlanContext, place: PagePlace, one: Department) -> Described:
    view = entity(context, place, kinds.DEPARTMENT, one)
    return Described(view, "", view.description)


def _table(context: PlanContext, place: PagePlace, one: PlanTable) -> Described:
    view = entity(context, place, kinds.TABLE, one)
    return Described(view, "", view.note)


def _placeholder(context: PlanContext, place: PagePlace, one: Placeholder) -> Described:
    label = wording.word(one.type) + (f"（{one.unit}）" if one.unit else "")
    view = entity(context, place, kinds.PLACEHOLDER, one)
    return Described(view, label, place.prose(one.meaning))
