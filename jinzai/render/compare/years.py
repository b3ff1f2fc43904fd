"""The years of the plans on one axis: a row for each plan, a cell for each fiscal year.

This module owns the words for a period, a year of publishing and the years of targets. It knows no
goal.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from jinzai.compare.profile import PlanProfile
from jinzai.compare.targets import Years, years
from jinzai.render.compare.plan_choice import PlanLink, plan_link
from jinzai.render.page.place import PagePlace
from jinzai.render.words import dates

_WHERE: Final = {
    (False, False): "inside",
    (True, False): "first",
    (False, True): "last",
    (True, True): "only",
}
"""The style of a year in a period, by whether the period starts and whether it ends in it."""
_TOLD: Final = {
    (False, False): "期間中",
    (True, False): "始まり",
    (False, True): "終わり",
    (True, True): "この年度だけ",
}


class YearCell(NamedTuple):
    """A year of a plan.

    `inside` is `""`, `inside`, `first`, `last` or `only`. `words` say the same.
    """

    inside: str
    words: tuple[str, ...]


class YearsRow(NamedTuple):
    """A plan on the time axis. `period` is empty if the plan states no period."""

    plan: PlanLink
    period: str
    note: str
    cells: tuple[YearCell, ...]


def years_row(place: PagePlace, plan: PlanProfile, columns: Iterable[int]) -> YearsRow:
    """A plan on the axis of some years."""
    row = years(plan)
    period = row.period
    return YearsRow(
        plan_link(place, plan),
        dates.period(period) if period is not None else "",
        (period.note or "") if period is not None else "",
        tuple(_year(row, year) for year in columns),
    )


def _year(row: Years, year: int) -> YearCell:
    words: list[str] = []
    inside = ""
    if row.period is not None and row.covers(year):
        starts, ends = row.period.start == year, row.period.last == year
        inside = _WHERE[starts, ends]
        if starts and row.period.last is None:
            words.append("始まり（終わりは示されない）")
        elif ends and row.period.start is None:
            words.append("終わり（始まりは示されない）")
        else:
            words.append(_TOLD[starts, ends])
    if row.published == year:
        words.append("公表")
    if year in row.aims:
        words.append(f"目標{row.aims[year]}件")
    return YearCell(inside, tuple(words))
