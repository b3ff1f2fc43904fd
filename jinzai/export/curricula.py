"""curricula.csv: the courses of each curriculum, by stage, with the people who take them.

The columns up to `basis` were published first. Facts that they cannot state are in the columns
after them.
"""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import department_name, issuer, joined, level_name, table_name
from jinzai.export.deliveries import DeliveryCells, delivery_rows
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.curricula import CourseUse, LinkedCurriculum
from jinzai.model import kinds
from jinzai.model.base import Basis


class CurriculumRow(NamedTuple):
    """A course of a curriculum in one format."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    role_id: shared.RoleId
    role: shared.RoleName
    level_id: shared.LevelId
    level: shared.LevelName
    department: Annotated[
        str | None,
        TableColumn(
            "部局",
            "部局の呼び名。2つ以上の部局に向けた研修コースは、部局ごとに行を分ける。"
            "ほかの部局の研修に「加えて」受ける研修コースは、加える研修だけを示す。",
            blank="部局を分けていない。",
        ),
    ]
    stage: Annotated[
        str,
        TableColumn(
            "段階",
            "研修コースの中の段階の名前。同じ役割・レベル・部局の研修コースを計画の2つ以上の表が"
            "示しているときは、それぞれの行がある（table を見る）。時間を足し合わせるときは、"
            "表を1つに絞り、stage_for のある段階を除く。",
        ),
    ]
    course_id: shared.CourseId
    course: shared.CourseName
    format: shared.FormatName
    hours: shared.Hours
    days: shared.Days
    alternative: Annotated[
        str | None,
        TableColumn(
            "選び方",
            "「選択1:案2」は、その段階の1つ目の選択の2つ目の案であることを示す。"
            "同じ選択の案は、どれか1つを選べばよく、同じ案の研修はすべて受ける。"
            "「受け方1」「受け方2」は、同じ研修の受け方のうち、どれか1つでよいことを示す。"
            "両方に当たるときは「選択1:案2:受け方1」のようにつなぐ。",
            blank="選ばずに、その研修をその形式で受ける。",
        ),
    ]
    basis: Annotated[
        str,
        TableColumn(
            "根拠",
            "その研修が研修コースにあることと、その形式・時間が、計画に書かれたことかどうか。",
            values=shared.BASES,
        ),
    ]
    curriculum_id: Annotated[
        str, TableColumn("研修コースのid", "研修コースを指す半角の文字。計画の中で1つに決まる。")
    ]
    curriculum: Annotated[str, TableColumn("研修コース", "研修コースの名前。")]
    table: Annotated[
        str | None,
        TableColumn(
            "載っている表",
            "この研修コースを示している計画の表の名前。",
            blank="計画の研修の表が1つか、表によらない。",
        ),
    ]
    stage_for: Annotated[
        str | None,
        TableColumn(
            "段階の対象",
            "研修コースの対象のうち、一部の人だけに向けた段階のとき、その人。"
            "ページの時間の合計には入れていない。",
            blank="研修コースの対象の人すべてに向けた段階である。",
        ),
    ]
    includes: Annotated[
        str | None,
        TableColumn(
            "含む研修コース",
            "「〜に加えて」受けるとき、あわせて受ける研修コースの curriculum_id。"
            "その研修は、ここには繰り返さない。",
            blank="ほかの研修コースを含まない。",
        ),
    ]
    after: Annotated[
        str | None,
        TableColumn(
            "受講条件の研修コース",
            "修了した人だけが進める、前の研修コースの curriculum_id。"
            "2つ以上あるときは ; で区切る。",
            blank="受講条件の研修コースの記載がない。",
        ),
    ]
    order: Annotated[
        str,
        TableColumn(
            "順序",
            "行の並びが、計画の示す受ける順かどうか。",
            values=(
                ("stated", "計画が受ける順を示しており、行はその順に並ぶ"),
                (
                    "unknown",
                    "受ける順は示されていないか、読み取れない。行は計画に載っている順に並ぶ",
                ),
            ),
        ),
    ]


def _rows(subject: Subject) -> Iterator[CurriculumRow]:
    plan = subject.plan
    for linked in plan.linked_curricula.values():
        for department in linked.curriculum.departments or (None,):
            yield from _courses(plan, linked, department_name(plan, department))


def _courses(
    plan: LinkedPlan, linked: LinkedCurriculum, department: str | None
) -> Iterator[CurriculumRow]:
    """The rows for one group of departments."""
    curriculum = linked.curriculum
    for use in linked.uses:
        for part, way, basis in _ways(plan, use):
            yield CurriculumRow(
                *issuer(plan),
                role_id=curriculum.role,
                role=plan.roles[curriculum.role].name,
                level_id=curriculum.level,
                level=level_name(plan, curriculum.role, curriculum.level),
                department=department,
                stage=use.stage.name,
                course_id=use.course.id,
                course=use.course.name,
                format=part.format,
                hours=part.hours,
                days=part.days,
                alternative=_alternative(use, way),
                basis=basis.value,
                curriculum_id=curriculum.id,
                curriculum=curriculum.name,
                table=table_name(plan, curriculum.table),
                stage_for=use.stage.only,
                includes=curriculum.includes,
                after=joined(curriculum.after),
                order=curriculum.order.value,
            )


def _ways(plan: LinkedPlan, use: CourseUse) -> Iterator[tuple[DeliveryCells, int | None, Basis]]:
    """The ways to take a course that hold in this curriculum: cells, number and basis of each part.

    The number is None if there is only one way.
    """
    deliveries = use.stated.deliveries
    if not deliveries:
        yield DeliveryCells(), None, use.basis
    for number, (delivery, _) in enumerate(deliveries, 1):
        basis = Basis.INFERRED if Basis.INFERRED in (use.basis, delivery.basis) else Basis.STATED
        for part in delivery_rows(plan, delivery):
            yield part, number if len(deliveries) > 1 else None, basis


def _alternative(use: CourseUse, way: int | None) -> str | None:
    choice = [] if use.choice is None else [f"選択{use.choice}", f"案{use.option}"]
    return ":".join([*choice, *([] if way is None else [f"受け方{way}"])]) or None


CURRICULA = Table(
    name="curricula",
    title=kinds.CURRICULA.title,
    description="研修コースの研修ごとに1行。その研修の受け方が2つ以上あるとき、組で受けるものが"
    "あるときは、それぞれ行を分ける。行は計画に載っている順に並ぶ。"
    "受ける順かどうかは order にある。",
    columns=columns_of(CurriculumRow),
    rows=_rows,
)
