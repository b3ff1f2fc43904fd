"""The Japanese words for the model's fixed values, the same on pages and in downloads.

This module owns one word for each member of an enum. It does not know numbers, sentences or markup.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinzai.model.audience import Relation
from jinzai.model.base import Basis, Ordering
from jinzai.model.course import Format
from jinzai.model.curriculum import ForWhom
from jinzai.model.framework import FrameworkKind
from jinzai.model.framework import Origin as EntryOrigin
from jinzai.model.matrix import MarkOrigin, Requirement
from jinzai.model.numbers import Absence
from jinzai.model.organisation import MeasureStatus
from jinzai.model.plan import DocumentRelation, PlaceholderType, Status
from jinzai.model.practice import PracticeKind
from jinzai.model.role import Sourcing, Standing
from jinzai.model.schedule import Activity, MonthsInWords
from jinzai.model.strength import STRENGTHS, Strength
from jinzai.model.target import Bound, Unit

# By class, since members of different enums with the same value are equal.
NAMES: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Basis: {Basis.STATED: "計画に記載", Basis.INFERRED: "推定"},
    Ordering: {Ordering.STATED: "計画が示す順", Ordering.UNKNOWN: "順は示されていない"},
    Relation: {
        Relation.EXACT: "同じ",
        Relation.CLOSE: "ほぼ同じ",
        Relation.BROAD: "項目の一部",
        Relation.NARROW: "項目より広い",
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
        Format.UNDEFINED: "記載なし",
    },
    FrameworkKind: {
        FrameworkKind.ROLE: "役割",
        FrameworkKind.SKILL: "スキル",
        FrameworkKind.LEVEL: "レベル",
    },
    EntryOrigin: {
        EntryOrigin.GUIDELINE: "国などの指針にある項目",
        EntryOrigin.OURS: "このカタログで設けた項目",
    },
    Strength: {strength: shown.word for strength, shown in STRENGTHS.items()},
    ForWhom: {ForWhom.ROLE: "役割の人", ForWhom.ALL_STAFF: "全職員"},
    Requirement: {Requirement.REQUIRED: "必要", Requirement.CONDITIONAL: "業務により必要"},
    MarkOrigin: {
        MarkOrigin.PLAN: "計画の表にある記号",
        MarkOrigin.OURS: "このカタログで付けた記号",
    },
    Absence: {Absence.UNDEFINED: "記載なし", Absence.NOT_APPLICABLE: "該当なし"},
    MeasureStatus: {
        MeasureStatus.SETTLED: "実施",
        MeasureStatus.UNDER_STUDY: "検討中",
        MeasureStatus.OPTION: "選択肢の1つ",
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
        PracticeKind.ON_THE_JOB: "業務の中で（OJT）",
        PracticeKind.PROCESS: "人事の過程ごとの施策",
        PracticeKind.COMMUNITY: "コミュニティ",
        PracticeKind.SELF_ASSESSMENT: "自己評価",
        PracticeKind.RECORDS: "履歴の記録",
        PracticeKind.SHARING: "成果の共有",
        PracticeKind.COACHING: "働きかけ",
    },
    Sourcing: {
        Sourcing.INTERNAL: "庁内で育成",
        Sourcing.EXTERNAL: "外部から登用",
        Sourcing.BOTH: "庁内で育成・外部から登用",
    },
    Standing: {
        Standing.TIER: "階層内",
        Standing.BESIDE: "階層外",
        Standing.OUTSIDE: "庁外の人材",
    },
    Activity: {
        Activity.COURSE: "研修",
        Activity.PRACTICE: "実務での育成",
        Activity.EVENT: "報告会など",
    },
    MonthsInWords: {
        MonthsInWords.ANYTIME: "随時",
        MonthsInWords.UNDEFINED: "月は読み取れない",
    },
    Unit: {Unit.PEOPLE: "人", Unit.PERCENT: "%", Unit.PER_OFFICE: "人（1所属あたり）"},
    Bound: {
        Bound.EXACT: "その数",
        Bound.AT_LEAST: "以上",
        Bound.ABOUT: "程度",
        Bound.SEVERAL: "複数",
    },
}
