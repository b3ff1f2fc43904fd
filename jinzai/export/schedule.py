"""schedule.csv: the items of the schedules by month, as far as the plan states months."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jinzai.export import shared_columns as shared
from jinzai.export.cells import ANYTIME, UNDEFINED, issuer
from jinzai.export.table import Subject, Table, TableColumn, Value, columns_of
from jinzai.model import kinds
from jinzai.model.schedule import Months, MonthsInWords, ScheduleItem


class ScheduleRow(NamedTuple):
    """An item of a schedule in one fiscal year."""

    plan_id: shared.PlanId
    municipality_code: shared.MunicipalityCode
    municipality: shared.Municipality
    fiscal_year: Annotated[
        int | None,
        TableColumn(
            "年度",
            "4月からの年度を、始まりの年の西暦で示す（令和7年度は2025）。"
            "同じ予定を繰り返す年度は、年度ごとに行を分ける。",
            blank="計画に年度の記載がない。",
        ),
    ]
    lane: Annotated[str, TableColumn("行の見出し", "予定表の行の見出し（レベル1 など）。")]
    item: Annotated[
        str,
        TableColumn(
            "予定",
            "予定の名前。同じ名前の予定が2か所にあれば2行になる。",
        ),
    ]
    course_id: Annotated[
        str | None,
        TableColumn(
            "研修のid", "予定が研修のとき、courses.csv の course_id。", blank="研修ではない。"
        ),
    ]
    start_month: Annotated[
        Value,
        TableColumn(
            "始まりの月",
            f"1〜12。時期を定めない予定は「{ANYTIME}」。"
            f"公表された図から読み取れないときは「{UNDEFINED}」。",
        ),
    ]
    end_month: Annotated[
        Value,
        TableColumn(
            "終わりの月",
            "1〜12。この月の終わりまで。3月までの同じ年度のうちに終わる。"
            f"時期を定めない予定は「{ANYTIME}」。"
            f"公表された図から読み取れないときは「{UNDEFINED}」。",
        ),
    ]
    basis: shared.BasisCode


def _rows(subject: Subject) -> Iterator[ScheduleRow]:
    plan = subject.plan
    for schedule in plan.content.schedules:
        for year in schedule.years or (None,):
            for lane in schedule.lanes:
                for item in lane.items:
                    start, end = _months(item)
                    yield ScheduleRow(
                        *issuer(plan),
                        fiscal_year=year,
                        lane=lane.name,
                        item=item.name,
                        course_id=item.course,
                        start_month=start,
                        end_month=end,
                        basis=item.basis.value,
                    )


def _months(item: ScheduleItem) -> tuple[Value, Value]:
    """The cells for the first and the last month."""
    if isinstance(item.months, Months):
        return item.months.start, item.months.end
    word = ANYTIME if item.months is MonthsInWords.ANYTIME else UNDEFINED
    return word, word


SCHEDULE = Table(
    name="schedule",
    title=kinds.SCHEDULES.title,
    description="年度と予定ごとに1行。行は予定表に載っている順に並ぶ。"
    f"月が「{UNDEFINED}」の行の並びは、時期の順とは限らない。",
    columns=columns_of(ScheduleRow),
    rows=_rows,
)
