"""organisation.yaml: responsible offices, measures to find and support people, and reviews."""

from enum import StrEnum

from jinzai.model.audience import concerns_field
from jinzai.model.base import Record, Source, described, note_field, source_field
from jinzai.model.numbers import Years
from jinzai.model.reference import BodyId, EntryId, RoleId
from jinzai.model.words import Line, NewId, Prose


class Body(Record):
    """An office or a group of people with responsibilities."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-body")
    name: Line = described("名前", "部署や立場の名前。", "デジタル統括室")
    part_of: BodyId | None = described(
        "上位の組織", "組織の中の部署なら、元の組織の id。", "hr-division", default=None
    )
    responsibilities: tuple[Prose, ...] = described(
        "責務・役割", "1項目1文。", ["研修を企画する。"]
    )
    concerns: tuple[EntryId, ...] = concerns_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()


class MeasureStatus(StrEnum):
    """Whether a measure is settled."""

    SETTLED = "settled"
    UNDER_STUDY = "under-study"
    OPTION = "option"


class Measure(Record):
    """A measure for hiring, placement, environment or support."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-measure")
    name: Line = described("名前", "施策の名前。", "特定任期付職員の採用")
    status: MeasureStatus = described(
        "状態",
        "settled（行う）・under-study（検討中）・option（選べる案の1つ）。",
        "under-study",
        default=MeasureStatus.SETTLED,
    )
    option: Line | None = described(
        "案の名前", "選べる案（パターン）のとき、その名前。", "パターンA", default=None
    )
    roles: tuple[RoleId, ...] = described(
        "対象の役割", "この施策で確保・配置する役割の id。", ["expert"], default=()
    )
    description: Prose = described("内容", "何をするか。", "専門知識のある人を任期付きで採る。")
    examples: tuple[Prose, ...] = described(
        "例", "計画が挙げる例や実績。", ["データ利活用の分野で採用中。"], default=()
    )
    problems: tuple[Prose, ...] = described(
        "課題", "計画が挙げる未解決の課題。", ["適した人を選ぶのが難しい。"], default=()
    )
    concerns: tuple[EntryId, ...] = concerns_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Review(Record):
    """When the plan is checked and revised."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-review")
    name: Line = described("名前", "見直しの名前。", "5年ごとの見直し")
    every: Years | None = described("間隔（年）", "何年ごとか。随時なら書かない。", 5, default=None)
    description: Prose = described("内容", "何を確かめ、どう直すか。", "目標の達成を評価する。")
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Indicator(Record):
    """A KPI that a plan watches."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-indicator")
    name: Line = described("名前", "指標の名前。", "リテラシー研修の受講率")
    role: RoleId | None = described(
        "役割", "指標の対象の役割の id。", "general-staff", default=None
    )
    unit: Line | None = described("単位", "指標の単位。", "%", default=None)
    description: Prose | None = described(
        "説明", "何を測るか。", "受けた職員の割合。", default=None
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Organisation(Record):
    """The file organisation.yaml."""

    note: Prose | None = note_field()
    bodies: tuple[Body, ...] = described(
        "推進体制の組織",
        "誰が何に責任を持つか。",
        [{"id": "sample-body", "name": "人事課", "responsibilities": ["研修を企画する。"]}],
        default=(),
    )
    hiring: tuple[Measure, ...] = described(
        "人材の確保",
        "採用や外部登用。",
        [{"id": "sample-hiring", "name": "ICT枠", "description": "ICT枠で採る。"}],
        default=(),
    )
    placement: tuple[Measure, ...] = described(
        "配置・活用",
        "異動や配置、専門組織。",
        [{"id": "sample-placement", "name": "異動の工夫", "description": "適性を見て配置する。"}],
        default=(),
    )
    support: tuple[Measure, ...] = described(
        "育成を支える仕組み",
        "人事制度や職場環境など、育成を支えるもの。",
        [{"id": "sample-support", "name": "職場づくり", "description": "上司が学びを支える。"}],
        default=(),
    )
    indicators: tuple[Indicator, ...] = described(
        "指標（KPI）",
        "進み具合を見る指標。",
        [{"id": "sample-indicator", "name": "受講率"}],
        default=(),
    )
    reviews: tuple[Review, ...] = described(
        "実行管理と見直し",
        "点検と改訂の周期。",
        [{"id": "sample-review", "name": "年度末の点検", "description": "目標の達成を確かめる。"}],
        default=(),
    )
