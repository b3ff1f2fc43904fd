"""schedule.yaml: the items of the year by month, as far as the plan states months."""

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
from jinzai.model.numbers import FiscalYear, Month
from jinzai.model.reference import CourseId, LevelId, RoleId
from jinzai.model.words import Line, NewId, Prose


class Months(Record):
    """From the start of one month to the end of another, within a fiscal year (April to March)."""

    start: Month = described("始まりの月", "1〜12の数。", 4)
    end: Month = described("終わりの月", "1〜12。1か月だけなら同じ月を書く。", 6)


class Activity(StrEnum):
    """The kind of an item of a schedule."""

    COURSE = "course"
    PRACTICE = "practice"
    EVENT = "event"


class MonthsInWords(StrEnum):
    """What stands in place of months: the plan sets no time, or nobody can read the months."""

    ANYTIME = "anytime"
    UNDEFINED = "undefined"


def _which(value: Any) -> str:
    return "word" if isinstance(value, str) else "months"


class ScheduleItem(Record):
    """A bar of the schedule."""

    name: Line = described("名前", "予定の名前。", "DX基礎")
    kind: Activity = described(
        "種類", "course（研修）・practice（実務での取り組み）・event（報告会など）。", "course"
    )
    course: CourseId | None = described(
        "研修", "courses.yaml にある研修なら、その id。", "dx-basic", default=None
    )
    months: Annotated[
        Annotated[Months, Tag("months")] | Annotated[MonthsInWords, Tag("word")],
        Discriminator(_which),
    ] = described(
        "月",
        "{start: 4, end: 6} のように書く。1年を通してなら {start: 4, end: 3}、"
        "時期を定めず随時なら anytime、公表された図から読み取れないなら undefined。",
        {"start": 4, "end": 6},
        "anytime",
        "undefined",
    )
    basis: Basis = basis_field()
    note: Prose | None = note_field()

    @property
    def lacks_months(self) -> bool:
        """Whether nobody can read from the plan when it is."""
        return self.months is MonthsInWords.UNDEFINED


class Lane(Record):
    """A row of the schedule. `order` is for items without months."""

    id: NewId = described("id", "この予定の中で一意の id。", "level-1")
    name: Line = described("名前", "行の見出し。", "レベル1")
    role: RoleId | None = described("役割", "その行の役割の id。", "dx-leader", default=None)
    level: LevelId | None = described("レベル", "その行のレベルの id。", "level-1", default=None)
    items: tuple[ScheduleItem, ...] = described(
        "予定",
        "計画にある順に並べる。",
        [{"name": "DX基礎", "kind": "course", "months": "undefined"}],
    )
    order: Ordering = order_field("月の分からない予定の順")
    note: Prose | None = note_field()


class Schedule(Record):
    """A yearly schedule. It is the same in each of its fiscal years."""

    id: NewId = described("id", "半角英小文字・数字・ハイフン。", "sample-schedule")
    name: Line = described("名前", "予定の名前。", "育成スケジュール")
    years: tuple[FiscalYear, ...] = described(
        "年度", "この予定を繰り返す年度（西暦）。定めがなければ書かない。", [2025, 2026], default=()
    )
    lanes: tuple[Lane, ...] = described(
        "行", "計画の順に並べる。", [{"id": "level-1", "name": "レベル1", "items": []}]
    )
    note: Prose | None = note_field()
    source: Source | None = source_field()


class Schedules(Record):
    """The file schedule.yaml."""

    schedules: tuple[Schedule, ...] = described(
        "スケジュール",
        "年間の予定。1つでも一覧の形で書く。",
        [{"id": "sample-schedule", "name": "育成スケジュール", "lanes": []}],
    )
