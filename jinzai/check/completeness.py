"""Completeness: warnings about facts that a reader would miss."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jinzai.check.index import Entity, PlanIndex, SiteIndex, framework_entities
from jinzai.check.resolution import absent_kinds, dangling
from jinzai.findings.finding import Finding
from jinzai.findings.rules_completeness import (
    COURSE_NOT_USED,
    COURSE_TEACHES_NOTHING,
    HOURS_LONG,
    HOURS_MISSING,
    NO_SOURCE,
    ROLE_WITHOUT_COURSE,
    SHARE_OF_PEOPLE,
    SHARE_OVER_WHOLE,
    SKILL_NOT_TAUGHT,
    TARGET_FALLS,
    UNUSED_DEFINITION,
)
from jinzai.model.course import Course
from jinzai.model.curriculum import Curriculum
from jinzai.model.framework import Framework, FrameworkEntry, Origin
from jinzai.model.kinds import KIND_NAMES
from jinzai.model.number_words import hours_of_minutes
from jinzai.model.numbers import NumberRange
from jinzai.model.prose import links
from jinzai.model.role import Role
from jinzai.model.skill import Skill
from jinzai.model.target import Target, Unit
from jinzai.model.walk import FoundProse, FoundReference

_LONG = 40
"""Hours from which one part of a course is long: a working week."""
_WHOLE = 100
_MINUTES = "分のことなら、時間に直してください（30分は 0.5）。"
_DEFINITIONS = ("category", "department", "table", "placeholder")


def learning(index: PlanIndex) -> Iterator[Finding]:
    """Skills, courses and roles without a connection to the plan's training.

    A skill is taught if a course teaches it, or if a curriculum covers it. If a course is the only
    one of a curriculum, what the curriculum covers is what the course teaches.

    Nothing is reported if a reference is broken or an entity is unreadable, because it might be the
    missing connection.

    If a plan states no courses at all, no curricula, or no table of skills, this is not reported
    for each skill, role or course. The plan's overview says it once.
    """
    kinds = ("role", "skill", "matrix", "course", "curriculum")
    if not index.whole(*kinds) or any(kind in kinds for _, kind in dangling(index)):
        return
    has_courses = any(True for _ in index.of_kind("course"))
    has_matrices = any(True for _ in index.of_kind("matrix"))
    has_curricula = any(True for _ in index.of_kind("curriculum"))
    required = set(_referred(index, "matrix", "skill"))
    taught = {*_referred(index, "course", "skill"), *_referred(index, "curriculum", "skill")}
    used = set(_referred(index, "curriculum", "course"))
    covered = _covered_by_one_course(index)
    trained = {
        entity.record.role
        for entity in index.of_kind("curriculum")
        if isinstance(entity.record, Curriculum) and entity.record.trains
    }
    parts = _parts(index)
    for entity in index.entities:
        record = entity.record
        if isinstance(record, Skill) and has_courses and record.id in required - taught:
            yield index.at(SKILL_NOT_TAUGHT, entity, name=entity.name)
        elif isinstance(record, Course):
            teaches = {one.skill for one in record.teaches} | covered.get(record.id, set())
            if has_matrices and not teaches & required:
                yield index.at(COURSE_TEACHES_NOTHING, entity, name=record.name)
            if has_curricula and record.id not in used:
                yield index.at(COURSE_NOT_USED, entity, name=record.name)
        elif isinstance(record, Role) and has_curricula and _is_untrained(record, parts, trained):
            yield index.at(ROLE_WITHOUT_COURSE, entity, name=record.name)


def _referred(index: PlanIndex, source: str, target: str) -> Iterator[str]:
    """The ids of `target` entities in fields of `source` entities.

    References in prose do not count.
    """
    for located in index.located:
        found = located.found
        if (
            isinstance(found, FoundReference)
            and found.kind == target
            and located.entity
            and located.entity.kind == source
        ):
            yield found.id


def _covered_by_one_course(index: PlanIndex) -> dict[str, set[str]]:
    """By course the skills of the curricula that have no other course."""
    courses: dict[str, set[str]] = {}
    for located in index.located:
        found, entity = located.found, located.entity
        if entity is not None and entity.kind == "curriculum" and isinstance(found, FoundReference):
            courses.setdefault(entity.id, set()).update(
                [found.id] if found.kind == "course" else []
            )
    skills: dict[str, set[str]] = {}
    for entity in index.of_kind("curriculum"):
        if isinstance(entity.record, Curriculum) and len(courses.get(entity.id, ())) == 1:
            (course,) = courses[entity.id]
            skills.setdefault(course, set()).update(one.skill for one in entity.record.covers)
    return skills


def _parts(index: PlanIndex) -> dict[str, list[str]]:
    """The ids of the parts of each role with parts."""
    found: dict[str, list[str]] = {}
    for entity in index.of_kind("role"):
        if isinstance(entity.record, Role) and entity.record.part_of is not None:
            found.setdefault(entity.record.part_of, []).append(entity.id)
    return found


def _is_untrained(role: Role, parts: Mapping[str, list[str]], trained: set[str]) -> bool:
    """Whether a role, its parent role and its parts have no training.

    Training of a part counts for the whole, and the other way round.
    """
    family = (role.id, role.part_of, *parts.get(role.id, ()))
    return not any(one in trained for one in family)


def hours(index: PlanIndex) -> Iterator[Finding]:
    """Courses without hours: no editor has looked whether the plan states them."""
    for entity in index.of_kind("course"):
        course = entity.record
        if not isinstance(course, Course):
            continue
        if not course.deliveries:
            yield index.at(HOURS_MISSING, entity, name=course.name)
        for number, delivery in enumerate(course.deliveries):
            parts = [
                ((), delivery),
                *((("plus", at), part) for at, part in enumerate(delivery.plus)),
            ]
            for inner, part in parts:
                if part.hours is None and part.days is None:
                    path = ("deliveries", number, *inner)
                    yield index.at(HOURS_MISSING, entity, path=path, name=course.name)
                most = part.hours.max if isinstance(part.hours, NumberRange) else part.hours
                if isinstance(most, Decimal) and most >= _LONG:
                    minutes = int(most)
                    meant = hours_of_minutes(minutes) if minutes == most else ""
                    yield index.at(
                        HOURS_LONG,
                        entity,
                        path=("deliveries", number, *inner, "hours"),
                        name=course.name,
                        hours=most,
                        way=f"{minutes}分なら hours: {meant} に直してください。"
                        if meant
                        else _MINUTES,
                    )


def _shares(index: PlanIndex, entity: Entity, target: Target) -> Iterator[Finding]:
    """What the share is of without a share, and shares of more than the whole."""
    if target.unit is not Unit.PERCENT:
        if target.share_of is not None:
            name, unit = target.name, target.unit.value
            yield index.at(SHARE_OF_PEOPLE, entity, path=("share_of",), name=name, unit=unit)
        return
    for number, value in enumerate(target.values):
        if isinstance(value.value, int | Decimal) and value.value > _WHOLE:
            path = ("values", number, "value")
            yield index.at(SHARE_OVER_WHOLE, entity, path=path, name=target.name, value=value.value)


def targets(index: PlanIndex) -> Iterator[Finding]:
    """Targets whose value falls from one year to a later one, and shares that cannot be.

    A year outside the plan's period has its own finding and is not compared.
    """
    period = index.content.plan.period if index.content else None
    for entity in index.of_kind("target"):
        target = entity.record
        if not isinstance(target, Target):
            continue
        yield from _shares(index, entity, target)
        before: tuple[int, Decimal] | None = None
        for number, value in sorted(enumerate(target.values), key=lambda item: item[1].year or 0):
            if value.year is None or not isinstance(value.value, Decimal):
                continue
            if period is not None and not period.covers(value.year):
                continue
            if before is not None and value.year > before[0] and value.value < before[1]:
                yield index.at(
                    TARGET_FALLS,
                    entity,
                    path=("values", number, "value"),
                    name=target.name,
                    before=f"{before[0]}年度の{before[1]}",
                    after=f"{value.year}年度の{value.value}",
                )
            before = (value.year, value.value)


def sources(index: PlanIndex) -> Iterator[Finding]:
    """Entities without a source, if entities of their kind can have one."""
    for entity in index.entities:
        record: Any = entity.record
        if "source" in type(record).model_fields and record.source is None:
            yield index.at(NO_SOURCE, entity, kind=KIND_NAMES[entity.kind], name=entity.name)


def framework_sources(site: SiteIndex) -> Iterator[Finding]:
    """Entries of a guideline without a source. Our own entries have no source.

    The source of the framework is that of its entries too.
    """
    for file in site.frameworks:
        if isinstance(file.record, Framework) and file.record.source is not None:
            continue
        for entity in framework_entities(file):
            entry = entity.record
            if not isinstance(entry, FrameworkEntry) or entry.origin is Origin.OURS:
                continue
            if entry.source is None:
                facts = {"kind": KIND_NAMES[entity.kind], "name": entry.name}
                yield Finding(NO_SOURCE, entity.place, facts, (), "", entity.key)


def definitions(index: PlanIndex) -> Iterator[Finding]:
    """Categories, departments, tables and placeholders that nothing uses."""
    if any(file.record is None or file.unreadable or file.open_kinds for file in index.files):
        return
    lost = {*_DEFINITIONS, *absent_kinds(index)}
    if index.has_unlisted("chapters") or any(kind in lost for _, kind in dangling(index)):
        return
    used: set[tuple[str, str]] = set()
    for located in index.located:
        if isinstance(located.found, FoundProse):
            used.update((link.kind, link.id) for link in links(located.found.text))
        else:
            used.add((located.found.kind, located.found.id))
    for entity in index.entities:
        if entity.kind in _DEFINITIONS and (entity.kind, entity.id) not in used:
            yield index.at(
                UNUSED_DEFINITION, entity, kind=KIND_NAMES[entity.kind], name=entity.name
            )
