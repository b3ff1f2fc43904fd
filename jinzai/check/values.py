"""Values that are right or wrong only beside others: marks, periods, ranges."""

from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel

from jinzai.check.index import Entity, PlanIndex
from jinzai.findings.finding import Finding, RelatedPlace, Rule
from jinzai.findings.rules_completeness import BESIDE_PERIOD
from jinzai.findings.rules_content import (
    DUPLICATE_MARK,
    MARK_NOT_IN_LEGEND,
    MONTHS_REVERSED,
    OUT_OF_PERIOD,
    RANGE_REVERSED,
    REPEATED_ROW,
)
from jinzai.findings.rules_mapping import SIGN_IN_LEGEND
from jinzai.model.matrix import MarkedCell, Matrix
from jinzai.model.numbers import NumberRange
from jinzai.model.plan import Period
from jinzai.model.schedule import Months, Schedule
from jinzai.model.strength import EVIDENCE_SIGNS, STRENGTHS
from jinzai.model.target import Target
from jinzai.model.walk import Path

_MOST_MARKS = 20
"""The largest number of a legend's marks in a hint. Tables have two to six."""

_NEAR = 10
"""Years beside a plan's period in which its targets may have a base or a far goal."""

_WORDS_OF_SIGNS: Final = {
    shown.sign: shown.word for shown in STRENGTHS.values() if shown.sign in EVIDENCE_SIGNS
}


def marks(index: PlanIndex) -> Iterator[Finding]:
    """Marks without a legend, marks that are explained twice, and skills with two rows."""
    for entity in index.of_kind("matrix"):
        matrix = entity.record
        if not isinstance(matrix, Matrix):
            continue
        legend: dict[str, int] = {}
        for number, explained in enumerate(matrix.legend):
            if legend.setdefault(explained.mark, number) != number:
                first = legend[explained.mark]
                place = entity.file.place((*entity.path, "legend", first, "mark"))
                yield index.at(
                    DUPLICATE_MARK,
                    entity,
                    path=("legend", number, "mark"),
                    related=(RelatedPlace(place, "最初の行"),),
                    mark=explained.mark,
                    first=matrix.legend[first].label,
                    second=explained.label,
                )
        listed = _listed([explained.mark for explained in matrix.legend])
        rows: dict[str, int] = {}
        for number, row in enumerate(matrix.rows):
            first = rows.setdefault(row.skill, number)
            if first != number:
                place = entity.file.place((*entity.path, "rows", first, "skill"))
                yield index.at(
                    REPEATED_ROW,
                    entity,
                    path=("rows", number, "skill"),
                    related=(RelatedPlace(place, "最初の行"),),
                    id=row.skill,
                )
            for column, value in row.marks.items():
                mark = value.mark if isinstance(value, MarkedCell) else value
                if mark not in legend:
                    path: Path = ("rows", number, "marks", column)
                    if isinstance(value, MarkedCell):
                        path = (*path, "mark")
                    yield index.at(MARK_NOT_IN_LEGEND, entity, path=path, mark=mark, legend=listed)


def signs(index: PlanIndex) -> Iterator[Finding]:
    """Marks of legends that comparing pages use for the strength of evidence."""
    for entity in index.of_kind("matrix"):
        if isinstance(entity.record, Matrix):
            for number, explained in enumerate(entity.record.legend):
                word = _WORDS_OF_SIGNS.get(explained.mark)
                if word is not None:
                    path: Path = ("legend", number, "mark")
                    yield index.at(
                        SIGN_IN_LEGEND, entity, path=path, mark=explained.mark, word=word
                    )


def _listed(marks: list[str]) -> str:
    more = f"…（ほかに{len(marks) - _MOST_MARKS}個）" if len(marks) > _MOST_MARKS else ""
    return "・".join(marks[:_MOST_MARKS]) + more


def periods(index: PlanIndex) -> Iterator[Finding]:
    """Fiscal years outside the plan's period, and months in the wrong order."""
    period = index.content.plan.period if index.content else None
    for entity in index.of_kind("schedule"):
        schedule = entity.record
        if not isinstance(schedule, Schedule):
            continue
        for number, year in enumerate(schedule.years):
            yield from _year(index, entity, period, year, ("years", number))
        for row, lane in enumerate(schedule.lanes):
            for number, item in enumerate(lane.items):
                if isinstance(item.months, Months) and _reversed(item.months):
                    yield index.at(
                        MONTHS_REVERSED,
                        entity,
                        path=("lanes", row, "items", number, "months"),
                        start=item.months.start,
                        end=item.months.end,
                    )
    for entity in index.of_kind("target"):
        target = entity.record
        if isinstance(target, Target):
            for number, value in enumerate(target.values):
                if value.year is not None:
                    path = ("values", number, "year")
                    yield from _year(index, entity, period, value.year, path, BESIDE_PERIOD)


def _year(
    index: PlanIndex,
    entity: Entity,
    period: Period | None,
    year: int,
    path: Path,
    near: Rule = OUT_OF_PERIOD,
) -> Iterator[Finding]:
    """A finding about a year outside the period. `near` is the rule for a year close to it."""
    if period is None or period.covers(year):
        return
    far = min(abs(year - end) for end in (period.start, period.last) if end is not None)
    rule = near if far <= _NEAR else OUT_OF_PERIOD
    yield index.at(rule, entity, path=path, year=year, period=_in_words(period))


def _in_words(period: Period) -> str:
    if period.start is None:
        return f"{period.last}年度まで"
    return f"{period.start}年度から" + (f"{period.last}年度まで" if period.last else "")


def _reversed(months: Months) -> bool:
    """Whether the months run backwards in a fiscal year. It starts in April."""
    return (months.start - 4) % 12 > (months.end - 4) % 12


def ranges(index: PlanIndex) -> Iterator[Finding]:
    """Ranges whose ends are in the wrong order."""
    if not any("max" in file.document.source for file in index.files):
        return
    for entity in index.entities:
        for path, value in _nested(entity.record, ()):
            if isinstance(value, NumberRange) and value.min > value.max:
                yield index.at(RANGE_REVERSED, entity, path=path, least=value.min, most=value.max)


def _nested(value: Any, path: Path) -> Iterator[tuple[Path, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from _nested(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _nested(item, (*path, number))
