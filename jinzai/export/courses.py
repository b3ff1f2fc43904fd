"""courses.csv: the courses, and the formats in which they are given."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import issuer, table_name
from jinzai.export.deliveries import DeliveryCells, delivery_rows
from jinzai.export.table import Subject, Table, TableColumn, columns_of
from jinzai.link.catalogue import LinkedPlan
from jinzai.model import kinds
from jinzai.model.course import Course


class CourseRow(NamedTuple):
    """One format in which a course, or a part of it, is given."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    course_id: shared.CourseId
    course: shared.CourseName
    format: shared.FormatName
    hours: shared.Hours
    days: shared.Days
    provider: Annotated[
        str | None, TableColumn("実施者", "研修を行う団体。", blank="計画が述べていない。")
    ]
    table: Annotated[
        str | None,
        TableColumn(
            "載っている表",
            "計画の複数の表に同じ研修が載るとき、この行の形式と時間を示している表の名前。",
            blank="表を区別する必要がない。",
        ),
    ]


def _rows(subject: Subject) -> Iterator[CourseRow]:
    plan = subject.plan
    for course in plan.content.courses:
        if not course.deliveries:
            yield _row(plan, course, DeliveryCells(), None)
        for delivery in course.deliveries:
            table = table_name(plan, delivery.table)
            for part in delivery_rows(plan, delivery):
                yield _row(plan, course, part, table)


def _row(plan: LinkedPlan, course: Course, part: DeliveryCells, table: str | None) -> CourseRow:
    return CourseRow(
        *issuer(plan),
        course_id=course.id,
        course=course.name,
        format=part.format,
        hours=part.hours,
        days=part.days,
        provider=course.provider,
        table=table,
    )


COURSES = Table(
    name="courses",
    title=kinds.COURSES.title,
    description="研修の受け方ごとに1行。受け方が2つ以上ある研修は、そのいずれかを受ける。"
    "組で受けるものは1つずつ行を分ける。計画の2つの表に載る研修は、表ごとに行を分け、"
    "値に違いがあってもそのまま示す。受け方が示されていない研修は、形式と時間が空欄の1行。",
    columns=columns_of(CourseRow),
    rows=_rows,
)
