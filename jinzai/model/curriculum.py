"""curricula.yaml: the courses of each curriculum, for whom they are, and their order if stated.

Hours are never typed here. They are computed from the courses' deliveries.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Tag

from jinzai.model.base import (
    Basis,
    Ordering,
    Record,
    Source,
    basis_field,
    described,
    note_field,
    order_field,
    source_field,
)
from jinzai.model.reference import (
    CourseId,
    CurriculumId,
    DepartmentId,
    LevelId,
    PracticeId,
    RoleId,
    SkillId,
    StageId,
    TableId,
)
from jinzai.model.words import Line, NewId, Prose


class CourseItem(Record):
    """A course of a stage."""

    course: CourseId = described("研修", "courses.yaml にある研修の id。", "bpr-basic")
    basis: Basis = basis_field()
    note: Line | None = described("補足", "この段階での補足。", "希望者のみ", default=None)


class Option(Record):
    """One option of a choice. People who choose it take all its courses."""

    name: Line | None = described("名前", "選択肢の名前。", "リモート講座", default=None)
    courses: tuple[CourseItem, ...] = described(
        "研修", "この選択肢で受ける研修。", [{"course": "digital-literacy"}]
    )


class AnyOf(Record):
    """A choice: one of the options is enough."""

    any_of: tuple[Option, ...] = described(
        "いずれか",
        "選択肢を2つ以上。",
        [{"courses": [{"course": "a"}]}, {"courses": [{"course": "b"}]}],
    )
    basis: Basis = basis_field()
    note: Line | None = described("補足", "選び方の補足。", "所属長と相談して選ぶ", default=None)


def _which(value: Any) -> str:
    if isinstance(value, Mapping):
        return "choice" if "any_of" in value else "course"
    return "choice" if isinstance(value, AnyOf) else "course"


Item = Annotated[
    Annotated[CourseItem, Tag("course")] | Annotated[AnyOf, Tag("choice")], Discriminator(_which)
]


class StageRole(Record):
    """The role whose people take a stage that is for some people only."""

    role: RoleId = described(
        "役割",
        "roles.yaml にある人材区分の id。研修コースの役割の内訳（part_of）であること。",
        "leader-for-systems",
    )
    basis: Basis = basis_field()
    note: Line | None = described(
        "補足", "なぜこの役割の段階とみたか。", "名前がこの系統の仕事を指す", default=None
    )


class Stage(Record):
    """A step of a curriculum."""

    id: NewId = described("id", "この研修コースの中で一意の id。", "basic")
    name: Line = described("名前", "段階の名前。", "基礎研修")
    description: Prose | None = described(
        "説明", "段階のねらい。", "知識をそろえる。", default=None
    )
    requires: tuple[StageId, ...] = described(
        "受講条件の段階", "同じ研修コースの中の段階の id。", ["basic"], default=()
    )
    only: Line | None = described(
        "一部の人だけの段階",
        "研修コースの対象のうち一部の人だけが受ける段階なら、その人。時間の合計には入らない。",
        "システム運用の候補者",
        default=None,
    )
    only_role: StageRole | None = described(
        "段階を受ける役割",
        "only の段階が、研修コースの役割の内訳のうち1つの役割の人に向けたものなら、その役割。"
        "その役割の時間には、この段階も加える。",
        {"role": "leader-for-systems", "basis": "inferred"},
        default=None,
    )
    items: tuple[Item, ...] = described(
        "研修",
        "計画にある順に並べる。受ける順かどうかは、研修コースの order に書く。",
        [{"course": "bpr-basic"}],
        default=(),
    )
    practices: tuple[PracticeId, ...] = described(
        "実務での育成", "あわせて行う実務（practice.yaml の id）。", ["on-jt"], default=()
    )


class ForWhom(StrEnum):
    """Whether something is for the people of its role alone, or for all staff."""

    ROLE = "role"
    ALL_STAFF = "all-staff"


class Covered(Record):
    """A skill that the plan names for a curriculum."""

    skill: SkillId = described("スキル", "skills.yaml にあるスキルの id。", "bpr-basic")
    basis: Basis = basis_field()


class Curriculum(Record):
    """The courses of one role, maybe of one level and some departments."""

    id: NewId = described(
        "id", "半角英小文字・数字・ハイフン。公開後は変えない。", "sample-curriculum"
    )
    name: Line = described("名前", "研修コースの名前。", "DX推進リーダー レベル1の研修")
    role: RoleId = described("役割", "roles.yaml にある人材区分の id。", "dx-leader")
    level: LevelId | None = described(
        "レベル", "1つのレベル向けなら、その id。", "level-1", default=None
    )
    departments: tuple[DepartmentId, ...] = described(
        "部局", "plan.yaml の departments の id。全部局なら書かない。", ["digital"], default=()
    )
    audience: ForWhom = described(
        "対象",
        "計画が全職員に向けた研修だと書いていれば all-staff。ほかの役割のところにも、全職員に向けた"
        "研修として示す。書いていなければ role（省略時）。",
        "all-staff",
        default=ForWhom.ROLE,
    )
    table: TableId | None = described(
        "載っている表", "plan.yaml の tables の id。", "off-jt", default=None
    )
    includes: CurriculumId | None = described(
        "含む研修コース",
        "「左記の研修に加えて」のとき、その研修コースの id。",
        "staff-general",
        default=None,
    )
    after: tuple[CurriculumId, ...] = described(
        "受講条件の研修コース",
        "修了者だけが進める場合の、前の研修コースの id。",
        ["staff"],
        default=(),
    )
    covers: tuple[Covered, ...] = described(
        "身に付けるスキル",
        "計画がこの研修コースに挙げるスキル。",
        [{"skill": "bpr-basic"}],
        default=(),
    )
    goals: tuple[Prose, ...] = described(
        "到達目標", "修了すると何ができるか。1項目1文。", ["業務の見直しを説明できる。"], default=()
    )
    stages: tuple[Stage, ...] = described(
        "段階",
        "計画にある順に並べる。",
        [{"id": "basic", "name": "基礎", "items": [{"course": "bpr-basic"}]}],
    )
    order: Ordering = order_field("段階と研修を受ける順")
    basis: Basis = basis_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()

    @property
    def trains(self) -> bool:
        """Whether it has at least one course, its own or an included one.

        Practice alone is not enough.
        """
        return self.includes is not None or any(stage.items for stage in self.stages)


class Curricula(Record):
    """The file curricula.yaml."""

    note: Prose | None = note_field()
    curricula: tuple[Curriculum, ...] = described(
        "研修コース",
        "役割ごとの研修の組み立て。",
        [{"id": "sample-curriculum", "name": "全職員の研修", "role": "staff", "stages": []}],
    )
