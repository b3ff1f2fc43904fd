"""The check report of a plan: gaps in its training, and undefined, inferred and accepted facts.

`jinzai.link.report` computes the report. This module adds words and links. What is not zero has a
section; all zeros share one line, where those that could not be looked at say why.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.findings.finding import Rule
from jinzai.findings.registry import RULES
from jinzai.findings.rules_completeness import (
    COURSE_NOT_USED,
    COURSE_TEACHES_NOTHING,
    HOURS_MISSING,
    ROLE_WITHOUT_COURSE,
    SKILL_NOT_TAUGHT,
)
from jinzai.link.address import CHECK_PAGE, RULES_PAGE, rule_address
from jinzai.link.backlinks import EntityKey
from jinzai.link.inferred import MARKS, Fields, InferredFacts
from jinzai.link.report import Gap, report
from jinzai.model import kinds
from jinzai.model.suppression import Suppression
from jinzai.render.page import areas
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.check_open import Matter, matters
from jinzai.render.plan.disagreement import DisagreementView, comparisons

INFERRED_NAMES: Final[Mapping[tuple[str, Fields], str]] = {
    ("role", ("headcount", "basis")): "役割の人数",
    ("role", ("levels", "headcount", "basis")): "レベルの人数",
    ("role", ("classes", "basis")): "役割と共通の区分との対応",
    ("role", ("levels", "scale", "basis")): "共通のレベルとの対応",
    ("skill", ("category_basis",)): kinds.CATEGORY.name,
    ("skill", ("builds_on_basis",)): "前提となるスキル",
    ("skill", ("areas", "basis")): "スキルと共通の領域との対応",
    ("matrix", ("legend", "basis")): "スキルマップの記号の意味",
    MARKS: "スキルマップの記号",
    ("course", ("deliveries", "basis")): "研修の受け方",
    ("course", ("teaches", "basis")): "研修とスキルの結び付き",
    ("course", ("audience", "basis")): "研修の対象",
    ("curriculum", ("basis",)): "研修コースの組み立て",
    ("curriculum", ("covers", "basis")): "研修コースで身に付けるスキル",
    ("curriculum", ("stages", "only_role", "basis")): "研修コースの段階を受ける役割",
    ("curriculum", ("stages", "items", "basis")): "研修コースの中の研修",
    ("curriculum", ("stages", "items", "any_of", "courses", "basis")): "「いずれか」の中の研修",
    ("schedule", ("lanes", "items", "basis")): "予定の置き場所",
    ("target", ("basis",)): kinds.TARGET.name,
    ("practice", ("audience", "basis")): "実務での育成の対象",
    ("practice", ("steps", "basis")): "実務ですること",
    ("term", ("basis",)): "用語の説明",
}
"""The Japanese name of each sort of fact that can be inferred."""

_GAPS: Final = (
    ("untaught", "学べる研修のないスキル", SKILL_NOT_TAUGHT),
    ("idle", "スキルと結び付いていない研修", COURSE_TEACHES_NOTHING),
    ("unused", "研修コースに入っていない研修", COURSE_NOT_USED),
    ("untrained", "研修のない役割", ROLE_WITHOUT_COURSE),
)
_ABOUT: Final[Mapping[str, str]] = {
    "untaught": "スキルマップが求めているのに、学べる研修がなく、研修コースで身に付けるスキルにも"
    "挙がっていないスキルです。",
    "idle": "どの役割が求めるスキルとも結び付いていない研修です。",
    "unused": "どの研修コースにも入っていない研修です。",
    "untrained": "研修が1つも組まれていない役割です。",
}


class GapGroup(NamedTuple):
    """Entities that break a rule and are accepted for the same reason.

    An empty `reason` means that the editors have not accepted them.
    """

    reason: Markup
    entities: tuple[Link, ...]


class GapView(NamedTuple):
    """One rule's part of the report.

    `unseen` says why nobody could look, if the plan has nothing to look at.
    """

    anchor: str
    title: str
    about: str
    rule: Link
    total: int
    groups: tuple[GapGroup, ...]
    unseen: str


class InferredView(NamedTuple):
    """A sort of inferred facts, and the entities with such facts, each with their number."""

    title: str
    inferred: int
    all: int
    entities: tuple[tuple[Link, int], ...]


class Accepted(NamedTuple):
    """A warning that the editors accept, and why.

    Without `entities` they accept it for the whole plan.
    """

    rule: Link
    code: str
    entities: tuple[Link | str, ...]
    reason: Markup


class ZeroPart(NamedTuple):
    """A part of the report without entries. `reason` says why nobody could look, or is empty."""

    anchor: str
    title: str
    reason: str = ""


class CheckReportView(NamedTuple):
    """The whole page, with what is not zero, and `zeros` with all other parts.

    `hours` links to the rule about courses without hours. `acceptances` is how many entries of the
    plan accept a warning; those with the same code and reason are one item of `accepted`.
    """

    answers: tuple[Answer, ...]
    zeros: tuple[ZeroPart, ...]
    gaps: tuple[GapView, ...]
    open: tuple[Matter, ...]
    closed: tuple[str, ...]
    hours: Link
    inferred: tuple[InferredView, ...]
    disagreements: tuple[DisagreementView, ...]
    accepted: tuple[Accepted, ...]
    acceptances: int
    rules: Link


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page."""
    plan = context.plan
    place = context.place(context.address(CHECK_PAGE))
    found = report(plan)
    gaps = tuple(
        _gaps(context, place, anchor, title, rule, listed)
        for (anchor, title, rule), listed in zip(
            _GAPS, (found.untaught, found.idle, found.unused, found.untrained), strict=True
        )
    )
    open_matters = matters(context, place, found.open)
    compared = comparisons(context, place)
    accepted = _accepted(context, place, plan.plan.suppress)
    inferred = tuple(_inferred(place, facts) for facts in found.inferred)
    guesses = sum(one.inferred for one in inferred)
    parts = (
        *((gap.anchor, gap.title, gap.total, gap.unseen) for gap in gaps),
        ("undefined", "記載のないこと", sum(one.total for one in open_matters), ""),
        ("inferred", "推定したこと", guesses, ""),
        ("disagreements", "表による違い", len(compared), ""),
        ("accepted", "確認済みの警告", len(accepted), ""),
    )
    yield Draft.of_area(
        place,
        areas.CHECK,
        kicker=plan.plan.title,
        description=f"{plan.plan.title}で、研修のないスキルや役割、記載のないこと、"
        "推定したこと、表による違いをまとめた点検の結果。",
        template="plan/check_report.html",
        view=CheckReportView(
            tuple(
                _answers(
                    gaps,
                    ("#undefined", "記載のないこと", sum(one.total for one in open_matters)),
                    ("#inferred", "推定したこと", guesses),
                    ("#disagreements", "表による違い", len(compared)),
                )
            ),
            tuple(ZeroPart(anchor, title, why) for anchor, title, total, why in parts if not total),
            tuple(gap for gap in gaps if gap.total),
            tuple(one for one in open_matters if one.total),
            tuple(one.title for one in open_matters if not one.total),
            _rule(place, HOURS_MISSING),
            inferred,
            compared,
            accepted,
            len(plan.plan.suppress),
            place.to(areas.RULES.page, areas.RULES.title),
        ),
        sections=tuple(Section(anchor, title) for anchor, title, total, _ in parts if total),
    )


def _answers(gaps: Iterable[GapView], *others: tuple[str, str, int]) -> Iterator[Answer]:
    """Gaps in one cell, and each of the others that is not zero, with a link to its section."""
    found = [gap for gap in gaps if gap.total]
    if found:
        unknown = sum(
            len(group.entities) for gap in found for group in gap.groups if not group.reason
        )
        yield Answer(
            "つながっていないところ",
            counted(sum(gap.total for gap in found), "件"),
            Markup(f"うち{unknown}件は、編集者が確かめていない" if unknown else "編集者が確認済み"),
        )
    for href, title, total in others:
        if total:
            yield Answer(title, counted(total, "件"), Markup(f'<a href="{href}">内容を見る</a>'))


def _rule(place: PagePlace, rule: Rule) -> Link:
    return place.to(rule_address(rule.code), rule.title)


def _gaps(
    context: PlanContext,
    place: PagePlace,
    anchor: str,
    title: str,
    rule: Rule,
    gaps: tuple[Gap, ...],
) -> GapView:
    by_reason: dict[str, list[Link]] = {}
    for gap in gaps:
        links = by_reason.setdefault(gap.reason or "", [])
        links.append(place.link(gap.key.kind, gap.key.id))
    # What nobody has looked at comes first.
    ordered = sorted(by_reason.items(), key=lambda item: bool(item[0]))
    return GapView(
        anchor,
        title,
        _ABOUT[anchor],
        place.to(rule_address(rule.code), "この点検の説明"),
        len(gaps),
        tuple(GapGroup(place.inline(reason), tuple(links)) for reason, links in ordered),
        _unseen(context, anchor),
    )


def _unseen(context: PlanContext, anchor: str) -> str:
    """Why a part of the report could not look at anything; empty where it could."""
    content = context.plan.content
    if anchor == "untaught" and not content.matrices:
        return "スキルマップの記載がない"
    if anchor in ("untaught", "idle", "unused") and not content.courses:
        return "研修の記載がない"
    if anchor in ("unused", "untrained") and not content.curricula:
        return "研修コースの記載がない"
    return ""


def _inferred(place: PagePlace, facts: InferredFacts) -> InferredView:
    return InferredView(
        INFERRED_NAMES[facts.kind, facts.fields],
        facts.inferred,
        facts.all,
        tuple((place.link(key.kind, key.id), count) for key, count in facts.found),
    )


def _accepted(
    context: PlanContext, place: PagePlace, suppressions: Iterable[Suppression]
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
            _rule(place, RULES[code]) if code in RULES else place.to(RULES_PAGE, code),
            code,
            tuple(entities),
            place.inline(reason),
        )
        for (code, reason), entities in grouped.items()
    )
