"""Years, dates and months in Japanese. An era year always stands with the common year."""

from collections.abc import Iterable

from jinzai.model.names import NAMES
from jinzai.model.plan import Period
from jinzai.model.schedule import Months, MonthsInWords


def fiscal_year(year: int) -> str:
    """`令和7年度（2025年度）` for 2025."""
    return f"{era_year(year)}年度（{year}年度）"


def era_year(year: int) -> str:
    """`令和7` for 2025, `令和元` for 2019, `平成30` for 2018."""
    era, first = ("令和", 2018) if year > 2018 else ("平成", 1988)
    return f"{era}{year - first if year - first > 1 else '元'}"


def date(text: str) -> str:
    """`令和7年2月14日（2025年2月14日）` for `2025-02-14`. Without a day, only year and month."""
    year, *rest = (int(part) for part in text.split("-"))
    tail = "".join(f"{n}{mark}" for n, mark in zip(rest, ("月", "日"), strict=False))
    return f"{era_year(year)}年{tail}（{year}年{tail}）"


def period(span: Period) -> str:
    """A plan's period: `令和7〜9年度（2025〜2027年度）`, or `5年間`."""
    if span.start is not None and span.end is not None:
        return _from_to(span.start, span.end)
    if span.start is not None:
        text = f"{fiscal_year(span.start)}から"
        return f"{text}{span.years}年間" if span.years else text
    if span.end is not None:
        return f"{fiscal_year(span.end)}まで"
    return f"{span.years}年間"


def each_year(years: Iterable[int]) -> str:
    """`令和7〜9年度（2025〜2027年度）の毎年度`, a single year without 毎年度; `""` without years.

    Years that do not follow each other are parted by 、.
    """
    runs: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][1] == year - 1:
            runs[-1] = runs[-1][0], year
        else:
            runs.append((year, year))
    said = "、".join(_from_to(first, last) for first, last in runs)
    several = len(runs) > 1 or any(first != last for first, last in runs)
    return f"{said}の毎年度" if several else said


def _from_to(start: int, end: int) -> str:
    if start == end:
        return fiscal_year(start)
    first, last = era_year(start), era_year(end)
    return f"{first}〜{last.removeprefix(first[:2])}年度（{start}〜{end}年度）"


def months(span: Months | MonthsInWords) -> str:
    """`4〜6月`, `5月`, 随時; `""` if the months are undefined."""
    if isinstance(span, MonthsInWords):
        return "" if span is MonthsInWords.UNDEFINED else NAMES[MonthsInWords][span]
    return f"{span.start}月" if span.start == span.end else f"{span.start}〜{span.end}月"
