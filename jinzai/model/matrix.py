"""matrix.yaml: the skills that each role or level needs.

Only this file states them. Role pages, skill pages and the matrix page are views of the same cells.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Tag

from jinzai.model.base import (
    Basis,
    Record,
    Source,
    basis_field,
    described,
    note_field,
    source_field,
)
from jinzai.model.reference import ColumnId, LevelId, RoleId, SkillId
from jinzai.model.words import Line, NewId, Prose


class Requirement(StrEnum):
    """What a mark asks for."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"


class MarkOrigin(StrEnum):
    """Who put the marks into a table."""

    PLAN = "plan"
    OURS = "ours"


class Legend(Record):
    """One mark and its meaning in the plan's own words."""

    mark: Line = described("記号", "表の中の記号1つ。", "●")
    requirement: Requirement = described(
        "必要度", "required（必要）・conditional（業務により必要）。", "required"
    )
    label: Line = described("意味", "計画の凡例での言い方。", "必要となるスキル")
    basis: Basis = basis_field()


class Column(Record):
    """A column of the matrix: a role, or one level of it."""

    id: NewId = described("id", "marks のキーに使う短い id。", "l1")
    role: RoleId = described("役割", "roles.yaml にある人材区分の id。", "dx-leader")
    level: LevelId | None = described(
        "レベル", "レベルの列なら、その id。", "level-1", default=None
    )
    label: Line | None = described(
        "見出し", "役割・レベルの名前と違う見出しにするとき。", "主導・推進/システム", default=None
    )


class MarkedCell(Record):
    """A mark with a basis or a note of its own."""

    mark: Line = described("記号", "凡例にある記号。", "★")
    basis: Basis = basis_field()
    note: Line | None = described("補足", "このマスだけの補足。", "担当業務による", default=None)


def _which(value: Any) -> str:
    return "cell" if isinstance(value, (Mapping, MarkedCell)) else "mark"


Mark = Annotated[
    Annotated[Line, Tag("mark")] | Annotated[MarkedCell, Tag("cell")], Discriminator(_which)
]


class Row(Record):
    """The marks of one skill."""

    skill: SkillId = described("スキル", "skills.yaml にあるスキルの id。", "bpr-basic")
    marks: Mapping[ColumnId, Mark] = described(
        "記号", "列の id と記号。記号のないマスは書かない。", {"l1": "●", "l2": "★"}
    )
    basis: Basis = basis_field()
    note: Prose | None = note_field()


class Matrix(Record):
    """One table of the plan."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-matrix")
    name: Line = described("名前", "計画での表の名前。", "スキルマップ")
    legend: tuple[Legend, ...] = described(
        "凡例",
        "使っている記号の意味。",
        [{"mark": "●", "requirement": "required", "label": "必要となるスキル"}],
    )
    marks_origin: MarkOrigin = described(
        "記号の出どころ",
        "plan（計画の表にある記号）・ours（計画の表に記号はなく、言葉や列挙で示していることに、"
        "このカタログで付けた記号）。書かなければ plan。",
        "ours",
        default=MarkOrigin.PLAN,
    )
    columns: tuple[Column, ...] = described(
        "列",
        "役割やレベル。計画の順に書く。",
        [{"id": "l1", "role": "dx-leader", "level": "level-1"}],
    )
    rows: tuple[Row, ...] = described(
        "行", "スキルごとの記号。計画の順に書く。", [{"skill": "bpr-basic", "marks": {"l1": "●"}}]
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Matrices(Record):
    """The file matrix.yaml."""

    matrices: tuple[Matrix, ...] = described(
        "スキルマップ",
        "計画にある表。1つでも一覧の形で書く。",
        [{"id": "sample-matrix", "name": "スキルマップ", "legend": [], "columns": [], "rows": []}],
    )
