"""load.csv: what the training of each role takes, for each group of departments and each table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Final, NamedTuple

from jinzai.compare.learning import Extra, Track, tracks
from jinzai.export import shared_columns as shared
from jinzai.export.cells import issuer
from jinzai.export.table import Column, Table, columns_of
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.learning import Load, Span
from jinzai.model.role import Role

_NO_TRAINING: Final = "計画が、その役割の育成課程を定めていない。"
_NO_HOURS: Final = "時間数としては1つも書かれていない。0時間という意味ではない。"
_NO_DAYS: Final = "日数としては1つも書かれていない。0日という意味ではない。"


class LoadRow(NamedTuple):
    """The training of one member of a role, as one table states it."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: shared.RoleId
    role: shared.RoleName
    department_id: Annotated[
        str | None,
        Column(
            "部局のくくりのid",
            "計画が部局を分けているときの、くくりを指す半角の文字。",
            blank="部局を分けていない。",
        ),
    ]
    department: Annotated[
        str | None, Column("部局のくくり", "くくりの名前。", blank="部局を分けていない。")
    ]
    table_id: Annotated[
        str | None,
        Column(
            "表のid",
            "同じ人の研修を計画の2つ以上の表が示しているときの、表を指す半角の文字。"
            "表の違う行は、同じ研修を別の表が述べたもので、足し合わせない。",
            blank="表を区別する必要がない。",
        ),
    ]
    table: Annotated[str | None, Column("表", "表の名前。", blank="表を区別する必要がない。")]
    only: Annotated[
        str | None,
        Column(
            "対象",
            "一部の人だけが受ける研修の行のとき、その人。同じ役割・部局・表の行に加えて受ける。",
            blank="その役割の人すべてが受ける研修の行である。",
        ),
    ]
    courses: Annotated[
        int | None,
        Column(
            "研修の数",
            "受けることのある研修の件数。どれかを選ぶものは、すべて数える。",
            blank=_NO_TRAINING,
        ),
    ]
    courses_unknown: Annotated[
        int | None,
        Column(
            "時間の分からない研修の数",
            "受けることになる研修のうち、時間も日数も示されていないものの件数。"
            "hours と days の列に含まれていない。選び方によるときは、最も多い場合の件数。",
            blank=_NO_TRAINING,
        ),
    ]
    courses_exempt: Annotated[
        int | None,
        Column(
            "時間の当てはまらない研修の数",
            "計画が、時間と日数は当てはまらないとしている研修の件数。",
            blank=_NO_TRAINING,
        ),
    ]
    hours_min: Annotated[
        Decimal | None,
        Column("最短の時間数", "時間。選び方や幅によって最も短い場合。", blank=_NO_HOURS),
    ]
    hours_max: Annotated[
        Decimal | None,
        Column("最長の時間数", "時間。選び方や幅によって最も長い場合。", blank=_NO_HOURS),
    ]
    days_min: Annotated[
        Decimal | None,
        Column(
            "最少の日数",
            "日。計画が日数で示しているものだけで、時間には換算しない。"
            "選び方によって最も少ない場合で、日数のある研修を選ばずに済むなら0。",
            blank=_NO_DAYS,
        ),
    ]
    days_max: Annotated[
        Decimal | None,
        Column("最多の日数", "日。選び方や幅によって最も多い場合。", blank=_NO_DAYS),
    ]
    gates: Annotated[
        int | None,
        Column(
            "先に修了するものの数",
            "先に修了する育成課程や段階の定めがある箇所の数。",
            blank="研修の定めがないか、一部の人だけが受ける研修の行である。",
        ),
    ]
    basis: Annotated[
        str | None,
        Column(
            "根拠",
            "合計した時間や日数の中に、編集者が読み取ったものがあれば inferred。",
            blank="合計する時間も日数もない。",
            values=shared.BASES,
        ),
    ]


def _rows(plan: LinkedPlan) -> Iterator[LoadRow]:
    for role in plan.content.roles:
        found = tracks(plan, role.id)
        if not found:
            yield _row(plan, role, None, None)
        for track in found:
            yield _row(plan, role, track, None)
            for extra in track.extras:
                yield _row(plan, role, track, extra)


def _row(plan: LinkedPlan, role: Role, track: Track | None, extra: Extra | None) -> LoadRow:
    departments = {one.id: one.name for one in plan.plan.departments}
    tables = {one.id: one.name for one in plan.plan.tables}
    department_id = None if track is None else track.department
    table_id = None if track is None else track.table
    taken = track if extra is None else extra
    load = None if taken is None else taken.load
    hours, days = _published(load)
    return LoadRow(
        *issuer(plan),
        role_id=role.id,
        role=role.name,
        department_id=department_id,
        department=None if department_id is None else departments[department_id],
        table_id=table_id,
        table=None if table_id is None else tables[table_id],
        only=None if extra is None else extra.only,
        courses=None if taken is None else taken.courses,
        courses_unknown=None if load is None else load.unknown,
        courses_exempt=None if load is None else load.exempt,
        hours_min=None if hours is None else hours.least,
        hours_max=None if hours is None else hours.most,
        days_min=None if days is None else days.least,
        days_max=None if days is None else days.most,
        gates=None if track is None or extra is not None else track.gates,
        basis=_basis(load),
    )


def _published(load: Load | None) -> tuple[Span | None, Span | None]:
    """Hours and days, None for what is published nowhere; an amount of 0 in all is one of hours."""
    if load is None or not load.given:
        return None, None
    days = load.days if load.days.most else None
    hours = load.hours if load.hours.most or days is None else None
    return hours, days


def _basis(load: Load | None) -> str | None:
    if load is None or not load.given:
        return None
    return "inferred" if load.inferred else "stated"


LOAD = Table(
    name="load",
    title="研修の負担",
    description="役割と、部局のくくりと、表の組ごとに1行。育成課程の時間を足し合わせたもので、"
    "どれかを選ぶときや幅のあるときは、最短と最長を示す。"
    "一部の人だけが受ける研修は、only のある行に分ける。"
    "育成課程の定めのない役割は、数がすべて空欄の1行。"
    "上位の区分や細分の役割に定められた研修は、その役割の行にだけある。",
    columns=columns_of(LoadRow),
    rows=_rows,
)
