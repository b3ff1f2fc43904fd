"""Who issued a plan and when, and the documents around it: the overview's first part."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.catalogue import Commons
from jinzai.model.plan import Plan, RelatedDocument
from jinzai.render import wording
from jinzai.render.links import Link
from jinzai.render.place import Place, PlanContext, Shown, source_text


class Fact(NamedTuple):
    """A line of the facts. An empty `text` means that the document does not say."""

    title: str
    text: str
    note: str = ""
    blank: Shown | None = None


class Related(NamedTuple):
    """A document that the plan names. `plan` leads to it where the catalogue has it."""

    title: str
    plan: Link | None
    relation: str
    issuer: str
    date: str
    note: Markup
    source: str


class Naming(NamedTuple):
    """A plan of the catalogue that names this one, and as what."""

    plan: Link
    relation: str


def facts(context: PlanContext, place: Place) -> tuple[Fact, ...]:
    """The facts of the plan in a fixed order."""
    plan = context.plan.plan
    period = plan.period
    return (
        Fact("正式な名称", plan.title, plan.kana or ""),
        _issuer(place, plan),
        Fact("全国地方公共団体コード", plan.issuer.code or ""),
        Fact("状態", wording.word(plan.status)),
        Fact("公表日", wording.date(plan.published) if plan.published else ""),
        Fact("版", plan.edition or ""),
        Fact(
            "対象期間",
            wording.period(period) if period else "",
            (period.note or "") if period else "",
        ),
        Fact("担当部署", plan.department or ""),
        Fact("問い合わせ先", plan.contact or ""),
    )


def _issuer(place: Place, plan: Plan) -> Fact:
    issuer = plan.issuer
    where = issuer.prefecture if issuer.prefecture not in (None, issuer.name) else ""
    blank = None
    if issuer.placeholder:
        blank = place.value(wording.Value(wording.BLANK, "blank", issuer.placeholder))
    return Fact("発行者", issuer.name, f"（{where}）" if where else "", blank)


def related(place: Place, plan: Plan) -> tuple[Related, ...]:
    """The documents that the plan names, in its own order."""
    return tuple(_related(place, document) for document in plan.related)


def _related(place: Place, document: RelatedDocument) -> Related:
    return Related(
        document.title,
        place.link("plan", document.plan) if document.plan else None,
        wording.word(document.relation),
        document.issuer or "",
        wording.date(document.date) if document.date else "",
        place.prose(document.note),
        source_text(document.source),
    )


def naming(commons: Commons, place: Place, plan_id: str) -> Iterator[Naming]:
    """The plans of the catalogue that name this one."""
    for summary in commons.plans.values():
        for document in summary.plan.related:
            if document.plan == plan_id:
                relation = f"その計画から見て: {wording.word(document.relation)}"
                yield Naming(place.link("plan", summary.id), relation)
        for mention in summary.mentions.get(plan_id, ()):
            if summary.id != plan_id:
                here = place.other(summary.id, mention.kind, mention.id, mention.name)
                yield Naming(here, f"{summary.name}の{wording.KINDS[mention.kind]}")
