"""The first part of the overview: who issued a plan and when, and the documents around it."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.compare.outline import PlanName
from jinzai.link.address import plan_address
from jinzai.link.summary import PlanMention
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.plan import Plan, RelatedDocument
from jinzai.render.page.links import Link
from jinzai.render.page.place import NeighbourContext, PagePlace, PlanContext, source_text
from jinzai.render.words import amounts, dates, wording


class Fact(NamedTuple):
    """A fact of the plan. An empty `text` means that the plan does not state it."""

    title: str
    text: str
    note: str = ""
    blank: amounts.Value | None = None


class RelatedDocumentView(NamedTuple):
    """A document that the plan names. `plan` links to it if the catalogue has it."""

    title: str
    plan: Link | None
    relation: str
    issuer: str
    date: str
    note: Markup
    source: str


class Naming(NamedTuple):
    """A plan or a thing of the catalogue that names this plan.

    `relation` says in words how the two are related.
    """

    plan: Link
    relation: str


class Facts(NamedTuple):
    """The facts that the document states, in a fixed order, and the names of the `missing` ones."""

    stated: tuple[Fact, ...]
    missing: tuple[str, ...]


def facts(context: PlanContext, place: PagePlace) -> Facts:
    """The facts of the plan.

    The issuer, the status and the period are decided by the plan, so they are always listed, even
    if the period is undefined. Facts about the document, such as its date, are listed only if they
    are stated. Otherwise only their names are in `missing`.
    """
    plan = context.plan.plan
    period = plan.period
    decided = (
        _issuer(place, plan),
        Fact("策定状況", wording.word(plan.status)),
        Fact(
            "対象期間",
            dates.period(period) if period else "",
            (period.note or "") if period else "",
        ),
    )
    document = (
        Fact("公表日", dates.date(plan.published) if plan.published else ""),
        Fact("版", plan.edition or ""),
        Fact("担当部署", plan.department or ""),
        Fact("問い合わせ先", plan.contact or ""),
        Fact("全国地方公共団体コード", plan.issuer.code or ""),
        Fact("ふりがな", plan.kana or ""),
    )
    return Facts(
        (*decided, *(fact for fact in document if fact.text)),
        tuple(fact.title for fact in document[:-1] if not fact.text),
    )


def _issuer(place: PagePlace, plan: Plan) -> Fact:
    issuer = plan.issuer
    where = issuer.prefecture if issuer.prefecture not in (None, issuer.name) else ""
    blank = None
    if issuer.placeholder:
        blank = place.value(amounts.Value(amounts.BLANK, "blank", issuer.placeholder))
    return Fact("策定団体", issuer.name, f"（{where}）" if where else "", blank)


def related(place: PagePlace, plan: Plan) -> tuple[RelatedDocumentView, ...]:
    """The documents that the plan names, in the plan's own order."""
    return tuple(_related(place, document) for document in plan.related)


def _related(place: PagePlace, document: RelatedDocument) -> RelatedDocumentView:
    return RelatedDocumentView(
        document.title,
        place.link("plan", document.plan) if document.plan else None,
        wording.word(document.relation),
        document.issuer or "",
        dates.date(document.date) if document.date else "",
        place.prose(document.note),
        source_text(document.source),
    )


def naming(context: NeighbourContext, place: PagePlace) -> Iterator[Naming]:
    """The plans of the catalogue that name this one."""
    for one in context.neighbours.naming:
        overview = place.to(plan_address(one.plan.id), one.plan.name)
        if one.relation is not None:
            yield Naming(overview, f"その計画から見て: {wording.word(one.relation)}")
        elif one.mention is not None:
            yield _mentioning(place, overview, one.plan, one.mention)


def _mentioning(place: PagePlace, overview: Link, plan: PlanName, mention: PlanMention) -> Naming:
    if mention.kind == "plan":
        return Naming(overview, "概要など")
    here = place.other(plan.id, mention.kind, mention.id, mention.name)
    return Naming(here, f"{plan.name}の{KIND_NAMES[mention.kind]}")
