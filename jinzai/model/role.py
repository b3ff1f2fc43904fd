"""roles.yaml: the roles of a plan, with their levels."""

from enum import StrEnum

from jinzai.model.audience import FrameworkLink, Headcount, NearClass, RoleAt
from jinzai.model.base import Record, Source, described, kana_field, note_field, source_field
from jinzai.model.reference import RoleId
from jinzai.model.words import Kana, Line, NewId, Prose


class Sourcing(StrEnum):
    """Where the people of a role come from."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    BOTH = "both"


class Standing(StrEnum):
    """The position of a role in the plan's picture of its tiers."""

    TIER = "tier"
    BESIDE = "beside"
    OUTSIDE = "outside"


class Level(Record):
    """A step within a role: レベル1, Step2."""

    id: NewId = described("id", "役割の中で一意の id。", "level-1")
    name: Line = described("名前", "計画での呼び方。", "レベル1")
    definition: Prose | None = described(
        "定義", "そのレベルの人が何をできるか。", "業務の問題点に気づける。", default=None
    )
    evidence: tuple[Prose, ...] = described(
        "到達の条件",
        "何をもって到達とするか（研修の修了、案件を1年率いたなど）。",
        ["必要な研修の修了"],
        default=(),
    )
    headcount: Headcount | None = described(
        "人数", "計画がレベルの規模として挙げる人数。", {"value": 45}, default=None
    )
    scale: FrameworkLink | None = described(
        "共通のレベルとの対応",
        "ほかの計画のレベルと1つの尺度に並べるための対応付けで、種類が level の枠組みの項目を"
        "指す。当てはまると言い切れないときは書かない。書かなければ、計画での呼び方のまま並べる。",
        {"entry": "level-scale/practice", "relation": "close", "basis": "inferred"},
        default=None,
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Role(Record):
    """A kind of person that the plan needs: 人材像, 人材区分, 階層, or an audience of training."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。公開後は変えない。", "sample-role")
    name: Line = described("名前", "計画での呼び方。", "DX推進リーダー")
    kana: Kana | None = kana_field()
    part_of: RoleId | None = described(
        "上位の役割", "ほかの役割の内訳なら、元の役割の id。", "management", default=None
    )
    standing: Standing = described(
        "位置",
        "tier（階層内。上から順に書く）・beside（階層外）・outside（庁外の人材）。",
        "tier",
        default=Standing.TIER,
    )
    audience: Prose | None = described(
        "対象", "誰がこの役割になるか。", "係長から係員まで。所属長が指名する。", default=None
    )
    sourcing: Sourcing | None = described(
        "確保の方法",
        "internal（庁内で育成）・external（外部から登用）・both。計画が言わなければ書かない。",
        "internal",
        default=None,
    )
    purpose: Prose | None = described(
        "ひとことで",
        "この役割が何のためにあるかを1〜2文で。",
        "各課の改善の中心になる。",
        default=None,
    )
    duties: tuple[Prose, ...] = described(
        "役割", "何をする人か。1項目1文。", ["課の業務を見直す。"], default=()
    )
    behaviours: tuple[Prose, ...] = described(
        "行動姿勢", "どう振る舞う人か。1項目1文。", ["関係者を巻き込む。"], default=()
    )
    knowledge: tuple[Prose, ...] = described(
        "能力・知識の補足",
        "matrix.yaml の枠に収まらない、能力や知識についての記述。",
        ["活用事例を知っている。"],
        default=(),
    )
    training_in_text: Prose | None = described(
        "文章だけにある研修",
        "計画が、研修の一覧や予定に載せず、文章だけで、この役割に研修を行う（行った）と述べているとき、"
        "その中身。研修の数や時間には入らない。一覧や予定にある研修は courses.yaml に書く。",
        "求めるスキルに沿って研修を行う。",
        default=None,
    )
    extends: RoleAt | None = described(
        "前提となる役割",
        "「〜に加えて」求める計画のとき、加える先の役割（とレベル）。",
        {"role": "general-staff"},
        default=None,
    )
    next: tuple[RoleAt, ...] = described(
        "次に目指す役割", "この役割の次の役割。", [{"role": "dx-expert"}], default=()
    )
    levels: tuple[Level, ...] = described(
        "レベル",
        "役割の中の段階。低いほうから順に書く。",
        [{"id": "level-1", "name": "レベル1"}],
        default=(),
    )
    as_level: Line | None = described(
        "レベルとしての呼び方",
        "計画が、役割の中を分けるのではなく、役割そのものをレベル（段階）として並べるとき、"
        "この役割に当たるレベルの呼び方や年数。",
        "実行職員（2〜4年目）",
        default=None,
    )
    headcount: Headcount | None = described(
        "人数", "計画が役割の規模として挙げる人数。", {"value": 450}, default=None
    )
    classes: tuple[FrameworkLink, ...] = described(
        "共通の役割区分との対応",
        "比べるための対応付け。ないときは unmapped に理由を書く。",
        [{"entry": "role-classes/dx-leader", "relation": "exact"}],
        default=(),
    )
    unmapped: Prose | None = described(
        "対応付けない理由",
        "classes を書かないときの理由。",
        "研修の対象を示すだけの区分。",
        default=None,
    )
    near_classes: tuple[NearClass, ...] = described(
        "近いが対応付けない区分",
        "名前や対象に区分を表す言葉があるのに、担うことが当たらず、classes に書かない区分。"
        "その区分の役割がほかにない計画では、比べるページの空いたマスに、理由とともに示す。",
        [
            {
                "entry": "role-classes/information-systems",
                "note": "名前は情報システム部門だが、担うことに情報基盤の仕事がない",
            }
        ],
        default=(),
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()

    @property
    def is_from_outside(self) -> bool:
        """Whether all of its people come from outside the municipality."""
        return self.standing is Standing.OUTSIDE or self.sourcing is Sourcing.EXTERNAL


class Roles(Record):
    """The file roles.yaml."""

    note: Prose | None = note_field()
    roles: tuple[Role, ...] = described(
        "役割",
        "人材区分。階層の上から順に書く。",
        [{"id": "sample-role", "name": "DX推進リーダー"}],
    )
