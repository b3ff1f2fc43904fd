"""The people that something is for: a role, maybe only one of its levels or some departments."""

from enum import StrEnum
from typing import Any

from jinzai.model.base import Basis, Record, basis_field, described
from jinzai.model.numbers import Absence, Count
from jinzai.model.reference import DepartmentId, EntryId, LevelId, RoleId
from jinzai.model.words import Line


class RoleAt(Record):
    """A role, or one level of it."""

    role: RoleId = described("役割", "roles.yaml にある人材区分の id。", "dx-leader")
    level: LevelId | None = described(
        "レベル", "その役割のレベルの id。役割の全体を指すなら書かない。", "level-1", default=None
    )


class Audience(RoleAt):
    """A role or level within some groups of departments."""

    departments: tuple[DepartmentId, ...] = described(
        "部局", "plan.yaml の departments の id。全部局なら書かない。", ["digital"], default=()
    )
    basis: Basis = basis_field()


class Headcount(Record):
    """How many people a plan expects in a role or at a level."""

    value: Count = described(
        "人数",
        "人数。計画に記載がなければ undefined、当てはまらなければ not-applicable、ひな形の空欄なら"
        " {placeholder: 空欄のid}。",
        450,
        "undefined",
    )
    note: Line | None = described("人数の補足", "人数の数え方など。", "令和9年度", default=None)
    basis: Basis = basis_field()

    @property
    def gives_number(self) -> bool:
        """Whether it is a number, or a blank for one."""
        return not isinstance(self.value, Absence)


class Relation(StrEnum):
    """How close a framework's entry is to the plan's own thing."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


class FrameworkLink(Record):
    """How a role, a level or a skill of a plan relates to an entry of a common framework.

    The four relations are those of SKOS mapping (exactMatch, closeMatch, broadMatch,
    narrowMatch), read from the plan's side: `narrow` says that the framework's entry is narrower
    than the plan's own.
    """

    entry: EntryId = described(
        "共通枠組みの項目",
        "content/frameworks/ にある項目を「枠組みのid/項目のid」で指す。",
        "role-classes/dx-leader",
    )
    relation: Relation = described(
        "関係",
        "exact（同じ）・close（ほぼ同じ）・broad（計画のものが項目の一部）・"
        "narrow（計画のものが項目より広い）。",
        "close",
    )
    basis: Basis = basis_field()
    note: Line | None = described(
        "対応付けの理由", "なぜこの関係としたか。", "役割の説明が総務省の例と同じ", default=None
    )


class NearClass(Record):
    """A class of roles that a role comes near to and is not mapped to, and why not."""

    entry: EntryId = described(
        "共通枠組みの項目",
        "役割の枠組みの項目を「枠組みのid/項目のid」で指す。",
        "role-classes/information-systems",
    )
    note: Line = described(
        "対応付けない理由",
        "近いとみた言葉と、対応付けない訳を1文で。",
        "名前は情報システム部門だが、担うことに情報基盤の仕事がない",
    )


def concerns_field() -> Any:
    """The optional classes of people that a body, a practice or a measure is about."""
    return described(
        "関わる役割の区分",
        "その区分の役割ではないが、その区分の人について書かれているとき、役割の枠組みの項目を"
        "「枠組みのid/項目のid」で挙げる（所属長の責務なら管理職・監督職）。比べるページで、区分の役割と"
        "並べて示す。",
        ["role-classes/management"],
        default=(),
    )
