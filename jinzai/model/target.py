"""targets.yaml: the targets of a plan, with numbers and years."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from jinzai.model.base import (
    Basis,
    Record,
    Source,
    basis_field,
    described,
    note_field,
    source_field,
)
from jinzai.model.curriculum import ForWhom
from jinzai.model.numbers import Absence, FiscalYear, Quantity, Years
from jinzai.model.reference import LevelId, RoleId
from jinzai.model.role import Role
from jinzai.model.words import Line, NewId, Prose


class Unit(StrEnum):
    """What a target counts."""

    PEOPLE = "people"
    PERCENT = "percent"
    PER_OFFICE = "people-per-office"


class Bound(StrEnum):
    """How exact a target is."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    ABOUT = "about"
    SEVERAL = "several"


class Includes(Record):
    """A part of a target that was reached before."""

    value: Quantity = described("数", "内数。", 60)
    year: FiscalYear | None = described("年度", "内数の年度（西暦）。", 2024, default=None)
    note: Prose = described("説明", "何の内数か。", "令和6年度の受講者。")


class TargetValue(Record):
    """The value for one fiscal year, or for a number of years after the plan starts.

    If neither is set, the plan does not state the time.
    """

    year: FiscalYear | None = described("年度", "西暦。令和7年度は 2025。", 2025, default=None)
    within: Years | None = described(
        "年数", "「5年以内に」のように、年度を定めず年数で示すとき。", 5, default=None
    )
    value: Quantity = described(
        "値",
        "数。0 は「0」。計画に記載がなければ undefined、当てはまらなければ not-applicable、"
        "ひな形の空欄なら {placeholder: 空欄のid}。",
        100,
        {"placeholder": "dx-promoter-count"},
    )
    includes: tuple[Includes, ...] = described(
        "内数", "値に含まれるもの。", [{"value": 60, "year": 2024, "note": "受講者。"}], default=()
    )
    note: Line | None = described("補足", "この値の補足。", "暫定値", default=None)

    @model_validator(mode="after")
    def _one_time_at_most(self) -> Self:
        if self.year is not None and self.within is not None:
            raise PydanticCustomError("year-or-within", "", {})
        return self


class Target(Record):
    """A target for a role, a level, or all staff."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-target")
    name: Line = described("名前", "何の目標か。", "レベル1に到達した職員の数")
    role: RoleId | None = described("役割", "役割の id。", "dx-leader", default=None)
    level: LevelId | None = described("レベル", "レベルの id。", "level-1", default=None)
    meant_for: ForWhom = described(
        "だれの目標か",
        "計画が全職員の目標だと書いていれば all-staff。ほかの役割のところにも、全職員の目標として"
        "示す。書いていなければ role（省略時）。",
        "all-staff",
        default=ForWhom.ROLE,
    )
    unit: Unit = described(
        "単位", "people（人）・percent（%）・people-per-office（所属あたりの人）。", "people"
    )
    share_of: Line | None = described(
        "割合の元",
        "unit が percent のとき、何のうちの割合か。計画に書かれていなければ書かない。",
        "全職員",
        default=None,
    )
    bound: Bound = described(
        "値の読み方",
        "exact（その数）・at-least（以上）・about（程度）・several（複数。数は示されない）。",
        "at-least",
        default=Bound.EXACT,
    )
    values: tuple[TargetValue, ...] = described(
        "値", "早い年度から順に並べる。", [{"year": 2025, "value": 100}]
    )
    basis: Basis = basis_field()
    note: Prose | None = note_field()
    source: Source | None = source_field()

    @property
    def gives_number(self) -> bool:
        """Whether one of its values is a number, or a blank for one. 「複数」 does not count."""
        return any(not isinstance(one.value, Absence) for one in self.values)

    def is_also_for(self, role: Role) -> bool:
        """Whether it is a target of all staff that stands with another role than `role`.

        People from outside are no staff.
        """
        is_for_all = self.meant_for is ForWhom.ALL_STAFF
        return is_for_all and self.role != role.id and not role.is_from_outside


class Targets(Record):
    """The file targets.yaml."""

    note: Prose | None = note_field()
    targets: tuple[Target, ...] = described(
        "数値目標",
        "計画の順に並べる。",
        [
            {
                "id": "sample-target",
                "name": "リーダーの数",
                "unit": "people",
                "values": [{"value": 30}],
            }
        ],
    )
