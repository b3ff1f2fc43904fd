"""courses.yaml: the courses, their formats, and the skills that they teach."""

from enum import StrEnum

from jinzai.model.audience import Audience
from jinzai.model.base import (
    Basis,
    Record,
    Source,
    basis_field,
    described,
    kana_field,
    note_field,
    source_field,
)
from jinzai.model.numbers import Quantity
from jinzai.model.reference import CourseId, SkillId, TableId
from jinzai.model.words import Kana, Line, NewId, Prose


class Format(StrEnum):
    """How a course is given, in the words that published plans use."""

    VIDEO = "video"
    IN_PERSON = "in-person"
    LIVE = "live"
    REMOTE = "remote"
    WORKSHOP = "workshop"
    WORKING = "working"
    SELF_STUDY = "self-study"
    DISPATCH = "dispatch"
    UNDEFINED = "undefined"


class DeliveryPart(Record):
    """One format in which a course, or a part of it, is given."""

    format: Format = described(
        "形式",
        "video（動画）・in-person（対面）・live（ライブ）・remote（リモート）・"
        "workshop（ワークショップ）・working（ワーキング）・self-study（自主学習）・dispatch（派遣）。"
        "計画が言わなければ undefined。",
        "video",
    )
    hours: Quantity | None = described(
        "時間数",
        "時間。範囲なら {min: 1, max: 2}。計画が示さないと確かめたら undefined。",
        2,
        {"min": 1, "max": 2},
        default=None,
    )
    days: Quantity | None = described(
        "日数", "日数で示されているとき。時間に換算しない。", 2, default=None
    )


class Delivery(DeliveryPart):
    """One way to take the whole course. Several deliveries are alternatives."""

    table: TableId | None = described(
        "載っている表",
        "plan.yaml の tables の id。表によって値が違うときは、表ごとに書く。",
        "off-jt",
        default=None,
    )
    plus: tuple[DeliveryPart, ...] = described(
        "あわせて受ける部分",
        "動画の後にワークショップ、のように組で受けるもの。",
        [{"format": "workshop", "days": 2}],
        default=(),
    )
    basis: Basis = basis_field()
    note: Line | None = described("補足", "この形式についての補足。", "各5時間", default=None)


class Teaches(Record):
    """A skill that a course teaches."""

    skill: SkillId = described("スキル", "skills.yaml にあるスキルの id。", "bpr-basic")
    basis: Basis = basis_field()
    note: Line | None = described("補足", "どこから読み取ったか。", "研修名から", default=None)


class Course(Record):
    """A training course, a learning service or an examination that a plan names."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。公開後は変えない。", "sample-course")
    name: Line = described("名前", "計画での研修名。", "BPR基礎")
    kana: Kana | None = kana_field()
    provider: Line | None = described("実施者", "研修を行う団体。", "J-LIS", default=None)
    description: Prose | None = described(
        "内容", "計画が述べる内容。", "業務を見直す手順を学ぶ。", default=None
    )
    deliveries: tuple[Delivery, ...] = described(
        "受け方",
        "形式と時間。複数書くと「いずれか」になる。計画が示さなければ書かない。",
        [{"format": "video", "hours": 2}],
        default=(),
    )
    teaches: tuple[Teaches, ...] = described(
        "身に付くスキル",
        "この研修で身に付くスキル。",
        [{"skill": "bpr-basic", "basis": "inferred"}],
        default=(),
    )
    prerequisites: tuple[CourseId, ...] = described(
        "受講条件の研修", "受講の条件となる研修。", ["ict-basic"], default=()
    )
    audience: tuple[Audience, ...] = described(
        "対象",
        "誰のための研修か。計画が絞らないなら書かない。",
        [{"role": "dx-leader"}],
        default=(),
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Courses(Record):
    """The file courses.yaml."""

    note: Prose | None = note_field()
    courses: tuple[Course, ...] = described(
        "研修",
        "計画に名前のある研修。計画の順に書く。",
        [{"id": "sample-course", "name": "BPR基礎"}],
    )
