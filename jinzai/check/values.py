"""Values that only make sense beside others: marks, periods, ranges, choices."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from jinzai.check.index import Entity, PlanIndex
from jinzai.check.resolution import dangling
from jinzai.findings.finding import Finding, Related
from jinzai.findings.rules_content import (
    CHOICE_OF_ONE,
    COURSE_NOT_FOR_ROLE,
    DUPLICATE_MARK,
    MARK_NOT_IN_LEGEND,
    MONTHS_REVERSED,
    OPTION_WITHOUT_COURSE,
    OUT_OF_PERIOD,
    RANGE_REVERSED,
    REPEATED_ROW,
)
from jinzai.model.audience import Audience
from jinzai.model.course import Course
from jinzai.model.curriculum import AnyOf, Curriculum
from jinzai.model.matrix import MarkedCell, Matrix
from jinzai.model.numbers import NumberRange
from jinzai.model.plan import Department, Period
from jinzai.model.role import Role
from jinzai.model.schedule import Months, Schedule
from jinzai.model.target import Target
from jinzai.model.walk import Path


def marks(index: PlanIndex) -> Iterator[Finding]:
    """Marks that the legend lacks, marks explained twice, skills with two rows."""
    for entity in index.of_kind("matrix"):
        matrix = entity.record
        if not isinstance(matrix, Matrix):
            continue
        legend = [entry.mark for entry in matrix.legend]
        for number, mark in enumerate(legend):
            if mark in legend[:number]:
                yield index.at(DUPLICATE_MARK, entity, path=("legend", number, "mark"), mark=mark)
        rows: dict[str, int] = {}
        for number, row in enumerate(matrix.rows):
            first = rows.setdefault(row.skill, number)
            if first != number:
                place = entity.file.place((*entity.path, "rows", first, "skill"))
                yield index.at(
                    REPEATED_ROW,
                    entity,
                    path=("rows", number, "skill"),
                    related=(Related(place, "最初の行"),),
                    id=row.skill,
                )
            for column, value in row.marks.items():
                mark = value.mark if isinstance(value, MarkedCell) else value
                if mark not in legend:
                    path: Path = ("rows", number, "marks", column)
                    if isinstance(value, MarkedCell):
                        path = (*path, "mark")
                    yield index.at(
                        MARK_NOT_IN_LEGEND, entity, path=path, mark=mark, legend="・".join(legend)
                    )


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
                    yield from _year(index, entity, period, value.year, path)


def _year(
    index: PlanIndex, entity: Entity, period: Period | None, year: int, path: Path
) -> Iterator[Finding]:
    if period is not None and not period.covers(year):
        yield index.at(OUT_OF_PERIOD, entity, path=path, year=year, period=_in_words(period))


def _in_words(period: Period) -> str:
    if period.start is None:
        return f"{period.last}年度まで"
    return f"{period.start}年度から" + (f"{period.last}年度まで" if period.last else "")


def _reversed(months: Months) -> bool:
    """Whether the months run backwards in a fiscal year, which starts in April."""
    return (months.start - 4) % 12 > (months.end - 4) % 12


def ranges(index: PlanIndex) -> Iterator[Finding]:
    """Ranges whose ends are swapped."""
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


def curricula(index: PlanIndex) -> Iterator[Finding]:
    """Choices of one, and courses offered to a role that they are not for.

    An offer is not judged where a reference in the course or the curriculum is broken.
    """
    broken = frozenset(located.entity.key for located, _ in dangling(index) if located.entity)
    for entity in index.of_kind("curriculum"):
        curriculum = entity.record
        if not isinstance(curriculum, Curriculum):
            continue
        for row, stage in enumerate(curriculum.stages):
            for number, item in enumerate(stage.items):
                path: Path = ("stages", row, "items", number)
                if not isinstance(item, AnyOf):
                    yield from _offer(index, entity, item.course, (*path, "course"), broken)
                    continue
                if len(item.any_of) < 2:
                    count = len(item.any_of)
                    yield index.at(CHOICE_OF_ONE, entity, path=(*path, "any_of"), count=count)
                for option, choice in enumerate(item.any_of):
                    if not choice.courses:
                        inner = (*path, "any_of", option, "courses")
                        yield index.at(OPTION_WITHOUT_COURSE, entity, path=inner)
                    for position, taken in enumerate(choice.courses):
                        inner = (*path, "any_of", option, "courses", position, "course")
                        yield from _offer(index, entity, taken.course, inner, broken)


def _offer(
    index: PlanIndex, entity: Entity, course_id: str, path: Path, broken: frozenset[str]
) -> Iterator[Finding]:
    curriculum = entity.record
    found = index.find("course", course_id)
    course = found.record if found else None
    if found is None or not isinstance(course, Course) or not isinstance(curriculum, Curriculum):
        return
    if not course.audience or not index.whole("role") or broken & {entity.key, found.key}:
        return
    roles = _with_wider(index, curriculum.role)
    if any(_fits(audience, curriculum, roles) for audience in course.audience):
        return
    place = found.file.place((*found.path, "audience"))
    yield index.at(
        COURSE_NOT_FOR_ROLE,
        entity,
        path=path,
        related=(Related(place, "研修の対象"),),
        course=course.name,
        role=_target_group(index, curriculum),
    )


def _target_group(index: PlanIndex, curriculum: Curriculum) -> str:
    """Whom a curriculum is for, by name: role, level, departments."""
    found = index.find("role", curriculum.role)
    if found is None or not isinstance(found.record, Role):
        return curriculum.role
    role = found.record
    words = [role.name, *(level.name for level in role.levels if level.id == curriculum.level)]
    departments = [entity.record for entity in index.of_kind("department")]
    names = "・".join(
        department.name
        for department in departments
        if isinstance(department, Department) and department.id in curriculum.departments
    )
    return " ".join(words) + (f"（{names}）" if names else "")


def _fits(audience: Audience, curriculum: Curriculum, roles: set[str]) -> bool:
    level_fits = audience.level is None or curriculum.level in (None, audience.level)
    departments_fit = (
        not audience.departments
        or not curriculum.departments
        or bool(set(audience.departments) & set(curriculum.departments))
    )
    return audience.role in roles and level_fits and departments_fit


def _with_wider(index: PlanIndex, role_id: str) -> set[str]:
    """A role, the roles that it is part of, and those that are part of it."""
    roles = {role_id}
    current = index.find("role", role_id)
    while (
        current
        and isinstance(current.record, Role)
        and current.record.part_of not in (None, *roles)
    ):
        roles.add(str(current.record.part_of))
        current = index.find("role", current.record.part_of)
    for entity in index.of_kind("role"):
        if isinstance(entity.record, Role) and entity.record.part_of == role_id:
            roles.add(entity.id)
    return roles
