"""targets.csv: the targets, with number and year.

The columns up to `note` were published first. Facts that they cannot state are in the columns after
them.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Annotated, Final, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import NOT_APPLICABLE, UNDEFINED, UNITS, amount, issuer, level_name
from jinzai.export.plain import plain_text
from jinzai.export.table import Subject, Table, TableColumn, Value, as_text, columns_of
from jinzai.link.catalogue import LinkedPlan
from jinzai.model import kinds
from jinzai.model.numbers import Absence
from jinzai.model.target import Bound, Includes, Target, TargetValue

SEVERAL: Final = "複数"
"""The word in the place of a number that the plan does not give, although it says "several"."""
_BOUNDS: Final = MappingProxyType(
    {
        Bound.AT_LEAST: "値以上",
        Bound.ABOUT: "値程度",
        Bound.SEVERAL: "複数（数は示されていない）",
    }
)


class TargetRow(NamedTuple):
    """The value of a target for one fiscal year."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: Annotated[
        str | None,
        TableColumn(
            "役割のid",
            "役割を指す半角の文字。計画の中で1つに決まる。",
            blank="役割の記載がない目標である。",
        ),
    ]
    role: Annotated[
        str | None,
        TableColumn("役割", "計画での役割の呼び方。", blank="役割の記載がない目標である。"),
    ]
    level_id: shared.LevelId
    level: shared.LevelName
    fiscal_year: Annotated[
        int | None,
        TableColumn(
            "年度",
            "目標の年度を、始まりの年の西暦で示す（令和7年度は2025）。",
            blank="年度が定められていない。「5年以内」のような期限は note にある。",
        ),
    ]
    value: Annotated[
        Value,
        TableColumn(
            "値",
            "目標の数。0は「0」。「以上」「程度」などの別は note にある。"
            f"計画が「複数」とだけ述べるものは「{SEVERAL}」、計画に数の記載がないものは「{UNDEFINED}」、当てはまらないものは「{NOT_APPLICABLE}」、"
            "幅のあるものは「1〜2」、ひな形の空欄は、ひな形での書かれ方（○名程度 など）。",
            blank="数も時期も示されていない。",
        ),
    ]
    unit: Annotated[
        str,
        TableColumn(
            "単位",
            "値の単位。",
            values=(
                ("人", "人数"),
                ("%", "割合"),
                ("人（1所属あたり）", "所属（課など）1つあたりの人数"),
            ),
        ),
    ]
    note: Annotated[
        str | None,
        TableColumn(
            "説明",
            "値の読み方（値以上・値程度・複数）、年数で示された期限、"
            "値に含まれる数（内数）、計画や編集者の補足を「／」で区切って並べる。",
            blank="補うことがない。",
        ),
    ]
    target_id: Annotated[
        str, TableColumn("目標のid", "目標を指す半角の文字。計画の中で1つに決まる。")
    ]
    target: Annotated[str, TableColumn("目標", "何の目標か。")]
    basis: shared.BasisCode
    plan_note: Annotated[
        str | None,
        TableColumn(
            "計画の目標についての注記",
            "この計画の数値目標のすべてに当てはまる注記（累計かどうか など）。"
            "計画の中では、どの行も同じ。",
            blank="注記がない。",
        ),
    ]
    share_of: Annotated[
        str | None,
        TableColumn(
            "割合の元",
            "単位が「%」のとき、何のうちの割合か。",
            blank="割合ではないか、計画に何のうちの割合かの記載がない。",
        ),
    ]


def _rows(subject: Subject) -> Iterator[TargetRow]:
    plan = subject.plan
    file = plan.content.targets_file
    file_note = plain_text(file.note) if file is not None and file.note is not None else None
    for target in plan.content.targets:
        for value in target.values or (None,):
            role_id, level_id = target.role, target.level
            yield TargetRow(
                *issuer(plan),
                role_id=role_id,
                role=None if role_id is None else plan.roles[role_id].name,
                level_id=level_id,
                level=None if role_id is None else level_name(plan, role_id, level_id),
                fiscal_year=None if value is None else value.year,
                value=_value(plan, target, value),
                unit=UNITS[target.unit],
                note="／".join(_notes(plan, target, value)) or None,
                target_id=target.id,
                target=target.name,
                basis=target.basis.value,
                plan_note=file_note,
                share_of=target.share_of,
            )


def _value(plan: LinkedPlan, target: Target, value: TargetValue | None) -> Value | None:
    if target.bound is Bound.SEVERAL and (value is None or value.value is Absence.UNDEFINED):
        return SEVERAL
    return None if value is None else amount(value.value, plan)


def _notes(plan: LinkedPlan, target: Target, value: TargetValue | None) -> Iterator[str]:
    if target.bound in _BOUNDS:
        yield _BOUNDS[target.bound]
    if value is not None:
        if value.within is not None:
            yield f"{value.within}年以内"
        for part in value.includes:
            yield _included(plan, part)
        if value.note is not None:
            yield value.note
    if target.note is not None:
        yield plain_text(target.note)


def _included(plan: LinkedPlan, part: Includes) -> str:
    year = "" if part.year is None else f"（{part.year}年度）"
    return f"内数{as_text(amount(part.value, plan))}{year}：{plain_text(part.note)}"


TARGETS = Table(
    name="targets",
    title=kinds.TARGETS.title,
    description="目標の年度ごとに1行。数も時期も示されていない目標は、値と年度が空欄の1行。",
    columns=columns_of(TargetRow),
    rows=_rows,
)
