"""The check report of a plan: gaps in its training, and undefined, inferred and accepted facts.

`jinzai.link.report` computes the report. This module adds words and links.
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
from jinzai.model.plan import Suppression
from jinzai.render.page import areas
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
    "untaught": "スキルマップが求めているのに、学べる研修のないスキルです。",
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
    """One rule's part of the report. `nothing` is the section's text if it has no entities."""

    anchor: str
    about: str
    rule: Link
    total: int
    groups: tuple[GapGroup, ...]
    nothing: str


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


class CheckFigure(NamedTuple):
    """A number of the summary.

    `accepted` says in words whether the editors accepted the findings.
    """

    title: str
    anchor: str
    number: int
    accepted: str


class CheckReportView(NamedTuple):
    """The whole page. `hours` links to the rule about courses without hours."""

    figures: tuple[CheckFigure, ...]
    gaps: tuple[GapView, ...]
    open: tuple[Matter, ...]
    hours: Link
    inferred: tuple[InferredView, ...]
    disagreements: tuple[DisagreementView, ...]
    accepted: tuple[Accepted, ...]
    rules: Link


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one page."""
    plan = context.plan
    place = context.place(context.address(CHECK_PAGE))
    found = report(plan)
    gaps = tuple(
        _gaps(context, place, anchor, rule, listed)
        for (anchor, _, rule), listed in zip(
            _GAPS, (found.untaught, found.idle, found.unused, found.untrained), strict=True
        )
    )
    open_matters = matters(context, place, found.open)
    compared = comparisons(context, place)
    accepted = _accepted(context, place, plan.plan.suppress)
    inferred = tuple(_inferred(place, facts) for facts in found.inferred)
    yield Draft.of_area(
        place,
        areas.CHECK,
        kicker=plan.plan.title,
        description=f"{plan.plan.title}で、研修のないスキルや役割、記載のないこと、"
        "推定したこと、表による違いをまとめた点検の結果。",
        template="plan/check_report.html",
        view=CheckReportView(
            (
                *(
                    CheckFigure(title, gap.anchor, gap.total, _standing(gap))
                    for (_, title, _), gap in zip(_GAPS, gaps, strict=True)
                ),
                CheckFigure(
                    "記載のないこと", "undefined", sum(one.total for one in open_matters), ""
                ),
                CheckFigure("推定したこと", "inferred", sum(one.inferred for one in inferred), ""),
                CheckFigure("表による違い", "disagreements", len(compared), ""),
                CheckFigure("確認済みの警告", "accepted", len(accepted), ""),
            ),
            gaps,
            open_matters,
            _rule(place, HOURS_MISSING),
            inferred,
            compared,
            accepted,
            place.to(areas.RULES.page, areas.RULES.title),
        ),
        sections=(
            *(Section(anchor, title) for anchor, title, _ in _GAPS),
            Section("undefined", "記載のないこと"),
            Section("inferred", "推定したこと"),
            Section("disagreements", "表による違い"),
            Section("accepted", "確認済みの警告"),
        ),
    )


def _rule(place: PagePlace, rule: Rule) -> Link:
    return place.to(rule_address(rule.code), rule.title)


def _gaps(
    context: PlanContext, place: PagePlace, anchor: str, rule: Rule, gaps: tuple[Gap, ...]
) -> GapView:
    by_reason: dict[str, list[Link]] = {}
    for gap in gaps:
        links = by_reason.setdefault(gap.reason or "", [])
        links.append(place.link(gap.key.kind, gap.key.id))
    # What nobody has looked at comes first.
    ordered = sorted(by_reason.items(), key=lambda item: bool(item[0]))
    return GapView(
        anchor,
        _ABOUT[anchor],
        place.to(rule_address(rule.code), "この点検の説明"),
        len(gaps),
        tuple(GapGroup(place.inline(reason), tuple(links)) for reason, links in ordered),
        _nothing(context, anchor),
    )


def _nothing(context: PlanContext, anchor: str) -> str:
    """Why a part of the report is empty: no entity breaks the rule, or there is no entity."""
    content = context.plan.content
    if anchor == "untaught":
        if not content.matrices:
            return "この計画にスキルマップの記載がないため、調べていません。"
        if not content.courses:
            return "この計画に研修の記載がないため、調べていません。"
        return "求められているスキルには、どれも学べる研修があります。"
    if anchor in ("idle", "unused") and not content.courses:
        return "この計画に研修の記載がないため、調べていません。"
    if anchor in ("unused", "untrained") and not content.curricula:
        return "この計画に研修コースの記載がないため、調べていません。"
    return {
        "idle": "どの研修も、求められているスキルの1つ以上につながっています。",
        "unused": "どの研修も、いずれかの研修コースに入っています。",
        "untrained": "どの役割にも研修があります。",
    }[anchor]


def _standing(gap: GapView) -> str:
    """Whether the editors have accepted the findings of a part of the report, in words."""
    unknown = sum(len(group.entities) for group in gap.groups if not group.reason)
    if not gap.total:
        return ""
    return f"うち{unknown}件は確かめていない" if unknown else "確認済み"


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
