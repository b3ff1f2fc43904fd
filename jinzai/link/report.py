"""The report on one plan: gaps in its training, undefined facts, and inferred facts.

The gaps are the warnings of `jinzai.check.completeness`, also those that the editors accepted:
readers should know them. `LinkedPlan.disagreements` says where the plan's tables differ. This
module knows no page and no Japanese.
"""

from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from jinzai.findings.finding import Rule
from jinzai.findings.rules_completeness import (
    COURSE_NOT_USED,
    COURSE_TEACHES_NOTHING,
    HOURS_MISSING,
    ROLE_WITHOUT_COURSE,
    SKILL_NOT_TAUGHT,
)
from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import LinkedPlan, ScheduleUse
from jinzai.link.inferred import InferredFacts
from jinzai.model.audience import Headcount
from jinzai.model.course import Course, DeliveryPart
from jinzai.model.kinds import CHAPTER, ORGANISATION, PLAN_FILES
from jinzai.model.numbers import Absence
from jinzai.model.role import Role
from jinzai.model.target import Bound, Target

PLAN_FACTS: Final = ("period", "published", "department", "contact")
"""Facts that plan.yaml states only if the plan's document states them."""

ORGANISATION_PARTS: Final = tuple(ORGANISATION.lists)
"""The parts of organisation.yaml. A plan may leave out each of them."""


class Gap(NamedTuple):
    """An entity that breaks a rule.

    `reason` says why the plan's editors accept it. It is None if they do not accept it.
    """

    key: EntityKey
    reason: str | None


class OpenHours(NamedTuple):
    """A course without hours for some or all ways to take it.

    `confirmed` is true if every missing amount is `undefined`, so an editor has looked for it.
    `partly` is true if another way or another table gives hours.
    """

    course_id: str
    confirmed: bool
    partly: bool


class OpenHeadcount(NamedTuple):
    """A role, or one level of it, whose number of people is undefined."""

    role_id: str
    level_id: str | None


class OpenTarget(NamedTuple):
    """A target without a value for these years; without `years`, for any time."""

    target_id: str
    years: tuple[int, ...]


class UndefinedFacts(NamedTuple):
    """What the plan does not define.

    Attributes:
        files: kinds of file that the plan has not, by the name of their `FileKind`.
        parts: those of `ORGANISATION_PARTS` that are empty though the file is there.
        facts: those of `PLAN_FACTS` that are not given.
        hours: courses without hours.
        months: items of schedules whose months are unknown.
        headcounts: numbers of people that are undefined.
        uncounted: roles without a number of people. The role, its levels, its parts and its parent
            have neither a headcount nor a target.
        targets: targets without value.
        timeless: targets that say neither a year nor a number of years for some value.
        blanks: blanks of a template.
    """

    files: tuple[str, ...]
    parts: tuple[str, ...]
    facts: tuple[str, ...]
    hours: tuple[OpenHours, ...]
    months: tuple[ScheduleUse, ...]
    headcounts: tuple[OpenHeadcount, ...]
    uncounted: tuple[str, ...]
    targets: tuple[OpenTarget, ...]
    timeless: tuple[str, ...]
    blanks: tuple[str, ...]


class CheckReport(NamedTuple):
    """The report.

    Attributes:
        untaught: skills that a matrix asks for and no course teaches. Empty if the plan has no
            courses.
        idle: courses that teach nothing that a matrix asks for.
        unused: courses in no curriculum. Empty if the plan has no curricula.
        untrained: roles without curriculum. Empty if the plan has no curricula.
        open: the facts that the plan does not define.
        inferred: the facts that editors worked out.
    """

    untaught: tuple[Gap, ...]
    idle: tuple[Gap, ...]
    unused: tuple[Gap, ...]
    untrained: tuple[Gap, ...]
    open: UndefinedFacts
    inferred: tuple[InferredFacts, ...]


def report(plan: LinkedPlan) -> CheckReport:
    """The report on `plan`; every list is in the plan's own order."""
    return CheckReport(
        _gaps(plan, SKILL_NOT_TAUGHT),
        _gaps(plan, COURSE_TEACHES_NOTHING),
        _gaps(plan, COURSE_NOT_USED),
        _gaps(plan, ROLE_WITHOUT_COURSE),
        _open(plan),
        plan.inferred,
    )


def _gaps(plan: LinkedPlan, rule: Rule) -> tuple[Gap, ...]:
    """The entities with which a rule finds fault, each once."""
    found: dict[EntityKey, Gap] = {}
    for finding, reason in plan.judged:
        if finding.rule == rule:
            kind, _, id = finding.entity.partition(":")
            key = EntityKey(kind, id)
            found.setdefault(key, Gap(key, reason))
    return tuple(found.values())


def _family(plan: LinkedPlan, role: Role) -> Iterator[Role]:
    """A role, its parts, and what it is part of: people counted in one are counted in the other."""
    yield role
    yield from plan.parts_by_role.get(role.id, ())
    if role.part_of is not None:
        yield plan.roles[role.part_of]


def _open(plan: LinkedPlan) -> UndefinedFacts:
    content = plan.content
    there = {name.partition("/")[0] for name, _ in content.files()}
    names = [kind.name for kind in PLAN_FILES if kind.name not in there]
    organisation = content.organisation_file
    unchecked = {gap.key.id for gap in _gaps(plan, HOURS_MISSING)}
    return UndefinedFacts(
        files=tuple(names if content.chapters else [*names, CHAPTER.name]),
        parts=tuple(
            part
            for part in ORGANISATION_PARTS
            if organisation is not None and not getattr(organisation, part)
        ),
        facts=tuple(fact for fact in PLAN_FACTS if getattr(content.plan, fact) is None),
        hours=tuple(
            hours for course in content.courses if (hours := _open_hours(course, unchecked))
        ),
        months=tuple(
            ScheduleUse(schedule, lane, item)
            for schedule in content.schedules
            for lane in schedule.lanes
            for item in lane.items
            if item.lacks_months
        ),
        headcounts=tuple(
            OpenHeadcount(role.id, level_id)
            for role in content.roles
            for level_id, headcount in _headcounts(role)
            if headcount.value is Absence.UNDEFINED
        ),
        uncounted=tuple(
            role.id
            for role in content.roles
            if not any(_is_counted(plan, one) for one in _family(plan, role))
        ),
        targets=tuple(value for target in content.targets if (value := _open_target(target))),
        timeless=tuple(
            target.id
            for target in content.targets
            if any(value.year is None and value.within is None for value in target.values)
        ),
        blanks=tuple(blank.id for blank in content.plan.placeholders),
    )


def _open_hours(course: Course, unchecked: Container[str]) -> OpenHours | None:
    parts = [part for delivery in course.deliveries for part in (delivery, *delivery.plus)]
    lacking = [part for part in parts if _lacks_hours(part)]
    if parts and not lacking:
        return None
    confirmed = course.id not in unchecked
    return OpenHours(course.id, confirmed, partly=len(lacking) < len(parts))


def _lacks_hours(part: DeliveryPart) -> bool:
    return all(amount in (None, Absence.UNDEFINED) for amount in (part.hours, part.days))


def _headcounts(role: Role) -> Iterator[tuple[str | None, Headcount]]:
    if role.headcount is not None:
        yield None, role.headcount
    for level in role.levels:
        if level.headcount is not None:
            yield level.id, level.headcount


def _is_counted(plan: LinkedPlan, role: Role) -> bool:
    return role.id in plan.targets_by_role or any(_headcounts(role))


def _open_target(target: Target) -> OpenTarget | None:
    if target.bound is Bound.SEVERAL:
        return None  # 複数 is what the plan says
    lacking = [value for value in target.values if value.value is Absence.UNDEFINED]
    if target.values and not lacking:
        return None
    return OpenTarget(target.id, tuple(value.year for value in lacking if value.year is not None))
