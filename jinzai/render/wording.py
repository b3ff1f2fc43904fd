"""Japanese for what the model says in enums and numbers.

Owns every word for a fixed value, so that a thing is called the same on every page. Refuses to
know pages and markup.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from jinzai.link.learning import Load, Span
from jinzai.link.requirements import Origin as RequirementOrigin
from jinzai.model.audience import Relation
from jinzai.model.base import Basis, Source
from jinzai.model.course import Delivery, DeliveryPart, Format
from jinzai.model.framework import FrameworkKind
from jinzai.model.framework import Origin as EntryOrigin
from jinzai.model.matrix import Requirement
from jinzai.model.numbers import Absence, NumberRange, PlaceholderValue
from jinzai.model.organisation import MeasureStatus
from jinzai.model.plan import DocumentRelation, Period, PlaceholderType, Status
from jinzai.model.practice import PracticeKind
from jinzai.model.role import Sourcing, Standing
from jinzai.model.schedule import Activity, Months
from jinzai.model.target import Bound, Unit

# By class, since members of different enums with the same value are equal.
_WORDS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Basis: {Basis.STATED: "計画に記載", Basis.INFERRED: "推定"},
    Relation: {
        Relation.EXACT: "同じ",
        Relation.CLOSE: "ほぼ同じ",
        Relation.BROAD: "枠組みのほうが広い",
        Relation.NARROW: "枠組みのほうが狭い",
    },
    Format: {
        Format.VIDEO: "動画",
        Format.IN_PERSON: "対面",
        Format.LIVE: "ライブ",
        Format.REMOTE: "リモート",
        Format.WORKSHOP: "ワークショップ",
        Format.WORKING: "ワーキング",
        Format.SELF_STUDY: "自主学習",
        Format.DISPATCH: "派遣",
        Format.UNDEFINED: "形式未定義",
    },
    FrameworkKind: {FrameworkKind.ROLE: "役割", FrameworkKind.SKILL: "スキル"},
    EntryOrigin: {
        EntryOrigin.GUIDELINE: "国などの指針にある項目",
        EntryOrigin.OURS: "このカタログで設けた項目",
    },
    Requirement: {Requirement.REQUIRED: "必要", Requirement.CONDITIONAL: "条件による"},
    RequirementOrigin: {
        RequirementOrigin.OWN: "この役割に固有",
        RequirementOrigin.INHERITED: "土台となる役割から",
    },
    Absence: {Absence.UNDEFINED: "未定義", Absence.NOT_APPLICABLE: "対象外"},
    MeasureStatus: {
        MeasureStatus.SETTLED: "実施",
        MeasureStatus.UNDER_STUDY: "検討中",
        MeasureStatus.OPTION: "選択肢のひとつ",
    },
    DocumentRelation: {
        DocumentRelation.IMPLEMENTS: "この計画が具体化する上位の計画",
        DocumentRelation.IMPLEMENTED_BY: "この計画を具体化する計画",
        DocumentRelation.SUCCEEDS: "この計画が引き継いだ旧計画",
        DocumentRelation.FOLLOWS: "従う指針",
        DocumentRelation.REFERS: "参照する文書",
    },
    PlaceholderType: {
        PlaceholderType.NAME: "名前",
        PlaceholderType.TEXT: "文章",
        PlaceholderType.NUMBER: "数",
        PlaceholderType.YEAR: "年度",
        PlaceholderType.DATE: "日付",
    },
    Status: {Status.ADOPTED: "策定済み", Status.DRAFT: "案", Status.TEMPLATE: "ひな形"},
    PracticeKind: {
        PracticeKind.ON_THE_JOB: "業務の中で",
        PracticeKind.PROCESS: "人事の過程ごとの施策",
        PracticeKind.COMMUNITY: "コミュニティ",
        PracticeKind.SELF_ASSESSMENT: "自己評価",
        PracticeKind.RECORDS: "履歴の記録",
        PracticeKind.SHARING: "成果の共有",
        PracticeKind.COACHING: "働きかけ",
    },
    Sourcing: {
        Sourcing.INTERNAL: "庁内で育てる",
        Sourcing.EXTERNAL: "外部から迎える",
        Sourcing.BOTH: "庁内で育てる・外部から迎える",
    },
    Standing: {
        Standing.TIER: "階層のひとつ",
        Standing.BESIDE: "階層の外で並ぶ",
        Standing.OUTSIDE: "庁外の人材",
    },
    Activity: {
        Activity.COURSE: "研修",
        Activity.PRACTICE: "実務での取り組み",
        Activity.EVENT: "報告会など",
    },
    Unit: {Unit.PEOPLE: "人", Unit.PERCENT: "%", Unit.PER_OFFICE: "人（1所属あたり）"},
    Bound: {
        Bound.EXACT: "その数",
        Bound.AT_LEAST: "以上",
        Bound.ABOUT: "程度",
        Bound.SEVERAL: "複数",
    },
}

KINDS: Final[Mapping[str, str]] = {
    "plan": "計画",
    "role": "役割",
    "level": "レベル",
    "skill": "スキル",
    "category": "スキルの分類",
    "matrix": "スキルマップ",
    "course": "研修",
    "curriculum": "育成課程",
    "schedule": "スケジュール",
    "target": "数値目標",
    "practice": "実務での育成",
    "body": "推進体制",
    "measure": "確保・配置・支援の施策",
    "indicator": "指標",
    "review": "見直し",
    "term": "用語",
    "chapter": "章",
    "department": "部局のくくり",
    "table": "研修の表",
    "placeholder": "空欄",
    "entry": "共通枠組みの項目",
}
"""What a kind of entity is called."""

BLANK: Final = "空欄"


def word(member: StrEnum) -> str:
    """The Japanese word for a member of one of the model's enums."""
    return _WORDS[type(member)][member]


def words(values: Iterable[str]) -> Mapping[str, str]:
    """The Japanese for the words of the model's enum that has exactly these; empty for no such."""
    return next((names for names in _WORDS.values() if names.keys() == set(values)), {})


class Value(NamedTuple):
    """A number as it is printed, or what stands in its place.

    `state` is `""` for a number, or `undefined`, `not-applicable`, `blank`. For a blank,
    `placeholder` is the id of the placeholder.
    """

    text: str
    state: str = ""
    placeholder: str = ""


Quantity = int | Decimal | Absence | PlaceholderValue | NumberRange


def number(amount: Decimal | int) -> str:
    """A number with thousands apart and without idle zeros."""
    text = f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value(amount: Quantity, unit: str = "", prefix: str = "") -> Value:
    """An amount with its unit: `2時間`, `1〜2時間`, 未定義, 対象外, or a blank."""
    if isinstance(amount, Absence):
        return Value(word(amount), amount.value)
    if isinstance(amount, PlaceholderValue):
        return Value(BLANK, "blank", amount.placeholder)
    if isinstance(amount, NumberRange):
        return Value(f"{prefix}{number(amount.min)}〜{number(amount.max)}{unit}")
    return Value(f"{prefix}{number(amount)}{unit}")


def target_value(amount: Quantity, unit: Unit, bound: Bound) -> Value:
    """A target: `100人以上`, `45人程度`; 複数 where the plan gives no number."""
    if bound is Bound.SEVERAL and isinstance(amount, Absence):
        return Value("複数人" if unit is Unit.PEOPLE else "複数")
    prefix = "1所属あたり" if unit is Unit.PER_OFFICE else ""
    suffix = "人" if unit is Unit.PER_OFFICE else word(unit)
    if bound in (Bound.AT_LEAST, Bound.ABOUT):
        suffix += word(bound)
    return value(amount, suffix, prefix)


def fiscal_year(year: int) -> str:
    """`令和7年度（2025年度）` for 2025."""
    return f"{era_year(year)}年度（{year}年度）"


def era_year(year: int) -> str:
    """`令和7` for 2025, `令和元` for 2019, `平成30` for 2018."""
    era, first = ("令和", 2018) if year > 2018 else ("平成", 1988)
    return f"{era}{year - first if year - first > 1 else '元'}"


def date(text: str) -> str:
    """`令和7年2月14日（2025年2月14日）` for `2025-02-14`; a month alone where there is no day."""
    year, *rest = (int(part) for part in text.split("-"))
    tail = "".join(f"{n}{mark}" for n, mark in zip(rest, ("月", "日"), strict=False))
    return f"{era_year(year)}年{tail}（{year}年{tail}）"


def period(span: Period) -> str:
    """A plan's period: `令和7〜9年度（2025〜2027年度）`, or `5年間`."""
    if span.start is not None and span.end is not None:
        if span.start == span.end:
            return fiscal_year(span.start)
        first, last = era_year(span.start), era_year(span.end)
        last = last.removeprefix(first[:2])
        return f"{first}〜{last}年度（{span.start}〜{span.end}年度）"
    if span.start is not None:
        text = f"{fiscal_year(span.start)}から"
        return f"{text}{span.years}年間" if span.years else text
    if span.end is not None:
        return f"{fiscal_year(span.end)}まで"
    return f"{span.years}年間"


def months(span: Months) -> str:
    """`4〜6月`, `5月`."""
    return f"{span.start}月" if span.start == span.end else f"{span.start}〜{span.end}月"


def source(where: Source) -> str:
    """Where a thing stands in the published document: `第4章 (1)、表「スキルマップ」、6ページ`."""
    table = f"「{where.table}」" if where.table else None
    page = f"{where.page}ページ" if where.page is not None else None
    return "、".join(part for part in (where.chapter, table, page, where.note) if part)


def part(form: DeliveryPart) -> str:
    """One form of a course: `動画 2時間`, `ワークショップ 2日`, `対面（時間は未定義）`."""
    amounts = [
        value(amount, unit)
        for amount, unit in ((form.hours, "時間"), (form.days, "日"))
        if amount is not None
    ]
    said = "・".join(amount.text for amount in amounts if not amount.state)
    if not said and amounts and form.format is Format.UNDEFINED:
        return f"形式・時間とも{amounts[0].text}"
    if said:
        return f"{word(form.format)} {said}"
    if amounts:
        return f"{word(form.format)}（時間は{amounts[0].text}）"
    return word(form.format)


def delivery(way: Delivery) -> str:
    """One way to take a course, all its parts: `動画 2時間 ＋ ワークショップ 2日`."""
    return " ＋ ".join(part(form) for form in (way, *way.plus))


def span(amount: Span, unit: str) -> str:
    """`12時間`, `12〜14時間`."""
    if amount.least == amount.most:
        return f"{number(amount.least)}{unit}"
    return f"{number(amount.least)}〜{number(amount.most)}{unit}"


def _amounts(cost: Load) -> str:
    return "＋".join(
        span(amount, unit)
        for amount, unit in ((cost.hours, "時間"), (cost.days, "日"))
        if amount.most
    )


def running(cost: Load) -> str:
    """A sum on the way, short enough for a column: `12〜14時間＋4日・不明2件`, `0時間`.

    Alternatives stand one by one, where the cost tells them.
    """
    if cost.ways:
        return " または ".join(running(way) for way in cost.ways)
    unknown = f"不明{cost.unknown}件" if cost.unknown else ""
    return "・".join(part for part in (_amounts(cost), unknown) if part) or "0時間"


def load(cost: Load) -> str:
    """`12〜14時間＋4日（ほかに時間の示されない研修 2件）`; `""` for no course at all.

    Alternatives stand one by one, where the cost tells them: `16時間＋6日、または20時間`.
    """
    if cost.ways:
        return "、または".join(load(way) or "研修なし" for way in cost.ways)
    known = _amounts(cost)
    if not cost.unknown:
        return known
    if not known:
        return f"時間の示されない研修 {cost.unknown}件"
    return f"{known}（ほかに時間の示されない研修 {cost.unknown}件）"
