"""Other words that editors write for the fixed words of content/.

This module is a table. `jinzai.parse.meant_word` looks words up in it, and ignores width, capitals,
spaces and hyphens.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinzai.model.audience import Relation
from jinzai.model.base import Basis, Ordering
from jinzai.model.course import Format
from jinzai.model.curriculum import ForWhom
from jinzai.model.matrix import MarkOrigin, Requirement
from jinzai.model.numbers import Absence
from jinzai.model.organisation import MeasureStatus
from jinzai.model.plan import DocumentRelation, PlaceholderType, Status
from jinzai.model.practice import PracticeKind
from jinzai.model.role import Sourcing
from jinzai.model.schedule import Activity
from jinzai.model.target import Bound, Unit

OTHER_WORDS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Format: {
        Format.VIDEO: "eラーニング イーラーニング elearning eーラーニング 動画視聴 動画配信 "
        "動画研修 動画教材 ビデオ 映像 録画 録画配信 オンデマンド "
        "オンデマンド配信 ondemand movie dvd",
        Format.IN_PERSON: "集合研修 集合 集合形式 対面研修 対面形式 座学 会場 会場研修 来場 "
        "講義 通学 オフライン offline facetoface onsite classroom lecture "
        "リアル",
        Format.LIVE: "ライブ配信 生配信 生放送 同時配信 リアルタイム リアルタイム配信 "
        "ストリーミング ウェビナー webinar livestream livestreaming streaming",
        Format.REMOTE: "オンライン オンライン研修 オンライン講座 オンライン形式 "
        "オンライン開催 online リモート研修 リモート形式 遠隔 遠隔研修 ウェブ "
        "ウェブ会議 web web会議 web研修 zoom teams virtual",
        Format.WORKSHOP: "ワークショップ形式 グループワーク グループ演習 ワーク ハンズオン "
        "handson ws groupwork",
        Format.WORKING: "ワーキンググループ workinggroup wg",
        Format.SELF_STUDY: "自習 自学 自学自習 自己学習 自己研鑽 自己啓発 独学 個人学習 "
        "selflearning",
        Format.DISPATCH: "派遣研修 外部派遣 外部研修 出向 secondment",
    },
    Status: {
        Status.ADOPTED: "策定 決定 確定 成案 公表 公表済み 施行 改定 改定済み final fixed "
        "published approved",
        Status.DRAFT: "素案 原案 計画案 策定中 作成中 検討中 改定中 パブリックコメント wip "
        "proposal",
        Status.TEMPLATE: "雛形 雛型 ひながた テンプレート 様式",
    },
    Unit: {
        Unit.PEOPLE: "名 人数 職員 職員数 person persons headcount",
        Unit.PERCENT: "パーセント 率 割合 割 percentage pct rate",
        Unit.PER_OFFICE: "各所属 所属あたり 所属ごと 1所属あたり 人/所属 名/所属 "
        "peopleperdepartment",
    },
    Bound: {
        Bound.AT_LEAST: "超 最低 少なくとも 最低限 minimum min morethan over >= ≧ ≥",
        Bound.ABOUT: "約 おおむね 概ね おおよそ およそ ほど くらい 前後 approximately "
        "approx around roughly",
        Bound.SEVERAL: "数名 数人 若干名 some",
        Bound.EXACT: "ちょうど ぴったり just equal equals exactly =",
    },
    MeasureStatus: {
        MeasureStatus.SETTLED: "実施 実施する 実施中 決定 確定 decided",
        MeasureStatus.UNDER_STUDY: "検討 検討する 予定 considering",
        MeasureStatus.OPTION: "案 選択肢 alternative",
    },
    PracticeKind: {
        PracticeKind.ON_THE_JOB: "ojt 実務 実践 業務",
        PracticeKind.COMMUNITY: "コミュニティ コミュニティー 勉強会 交流会",
        PracticeKind.SELF_ASSESSMENT: "自己診断 アセスメント assessment",
        PracticeKind.RECORDS: "記録 履歴 ポートフォリオ",
        PracticeKind.SHARING: "共有 事例共有 発表会 成果報告会 報告会",
        PracticeKind.COACHING: "コーチング メンタリング 1on1 面談 上司の支援 mentoring",
    },
    Sourcing: {
        Sourcing.INTERNAL: "内部 庁内 庁内育成 育成 内部育成",
        Sourcing.EXTERNAL: "外部 庁外 登用 外部登用 外部人材",
        Sourcing.BOTH: "両方 どちらも 内部と外部 庁内と庁外",
    },
    Activity: {
        Activity.COURSE: "講座 講習 講義 セミナー training seminar",
        Activity.PRACTICE: "ojt 実践 実務 取組 取り組み",
        Activity.EVENT: "報告会 発表会 会議 イベント 行事 meeting",
    },
    Relation: {
        Relation.EXACT: "同一 一致 等しい same equal identical exactmatch",
        Relation.CLOSE: "近い 類似 似ている だいたい同じ similar closematch",
        Relation.BROAD: "一部 項目の一部 broader broadmatch",
        Relation.NARROW: "項目より広い narrower narrowmatch",
    },
    DocumentRelation: {
        DocumentRelation.IMPLEMENTS: "上位計画 上位",
        DocumentRelation.IMPLEMENTED_BY: "下位計画 下位 実施計画",
        DocumentRelation.SUCCEEDS: "旧計画 前計画 前の計画 後継",
        DocumentRelation.FOLLOWS: "指針 国の指針 ガイドライン 準拠",
        DocumentRelation.REFERS: "参考 参照 関連 reference references see",
    },
    Basis: {
        Basis.INFERRED: "推定 推測 読み取り estimated guess guessed",
        Basis.STATED: "記載 記載あり 明記 計画 plan",
    },
    Ordering: {
        Ordering.UNKNOWN: "不明 順不同 undefined",
        Ordering.STATED: "記載 順番どおり",
    },
    Requirement: {
        Requirement.REQUIRED: "必須 mandatory must",
        Requirement.CONDITIONAL: "条件付き 業務による 担当業務による 場合による",
    },
    MarkOrigin: {
        MarkOrigin.PLAN: "計画 表 公表資料",
        MarkOrigin.OURS: "独自 編集者 カタログ",
    },
    ForWhom: {
        ForWhom.ALL_STAFF: "全職員 全員 全庁 all everyone",
    },
    PlaceholderType: {
        PlaceholderType.NAME: "名称 団体名",
        PlaceholderType.TEXT: "文 文字 文字列 string",
        PlaceholderType.NUMBER: "数値 人数 整数 integer int",
        PlaceholderType.YEAR: "年",
        PlaceholderType.DATE: "年月日 年月",
    },
    Absence: {
        Absence.UNDEFINED: "未定義 記載なし 記載無し 未記載 未定 未確定 未設定 なし 無し 不明 "
        "検討中 調整中 要検討 要調整 要確認 tbd tba unknown none null "
        "unspecified undecided ― — – － ー ‐ -",
        Absence.NOT_APPLICABLE: "対象外 該当なし 該当無し 非該当 適用外 na n/a",
    },
}
"""For each kind of fixed words: other words for each, with spaces between them."""

AT_MOST: Final = "以下 以内 未満 まで 上限 最大 最高 atmost max maximum lessthan under upto <= ≦ ≤"
"""Words for an upper bound, with spaces between them. No fixed word says that."""

OTHER_KEYS: Final[Mapping[str, str]] = {
    "name": "名称 呼び名 呼称 label title",
    "hours": "時間 time duration length",
    "days": "日 日程",
    "note": "備考 メモ memo remark remarks comment comments",
    "description": "desc definition detail details",
    "source": "出所 引用元 reference",
    "format": "方式 方法 method",
    "months": "month 時期 実施月",
    "year": "fiscal_year nendo",
    "value": "目標値 number amount",
    "headcount": "定員 people",
    "start": "from begin since 開始 始まり 始期",
    "end": "to until till 終了 終わり 終期",
    "kana": "読み よみ よみがな フリガナ yomi",
}
"""Other words for the names of fields, beside their titles, with spaces between them."""
