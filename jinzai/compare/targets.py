"""How many a plan wants by when: its goals, the shares that follow from them, and its years.

A share is reckoned only where the plan itself gives both numbers: a part of a value that it names
as such (内数), or the people at a level of a role whose number it gives too, and where the target
is exact: a part of 「100人以上」 is no certain share. Nothing is put in relation to numbers from
elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import Headcount
from jinzai.model.plan import Period
from jinzai.model.role import Level
from jinzai.model.target import Bound, Target, TargetValue, Unit

MOST_YEARS: Final = 15
"""A time axis has at most so many years."""


class Goal(NamedTuple):
    """A number that a plan names: a target, or a headcount without a time.

    Exactly one of `target` and `headcount` is there. `role` is None for a target of no role,
    `level` where it is the role as a whole.
    """

    plan_id: str
    role: RoleProfile | None
    level: Level | None
    target: Target | None
    headcount: Headcount | None

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of its role."""
        if self.role is None:
            return ()
        return tuple(link.entry for link in self.role.role.classes)


def goals(plan: PlanProfile) -> tuple[Goal, ...]:
    """All goals of a plan: its targets, then the headcounts of roles and their levels."""
    return (*_targets(plan), *_headcounts(plan))


def _targets(plan: PlanProfile) -> Iterator[Goal]:
    for target in plan.targets:
        role = plan.roles[target.role] if target.role is not None else None
        levels = role.role.levels if role is not None else ()
        level = next((level for level in levels if level.id == target.level), None)
        yield Goal(plan.id, role, level, target, None)


def _headcounts(plan: PlanProfile) -> Iterator[Goal]:
    for role in plan.roles.values():
        if role.role.headcount is not None:
            yield Goal(plan.id, role, None, None, role.role.headcount)
        for level in role.role.levels:
            if level.headcount is not None:
                yield Goal(plan.id, role, level, None, level.headcount)


class Whole(StrEnum):
    """What a reckoned share is a share of."""

    VALUE = "value"
    HEADCOUNT = "headcount"


class PeopleShare(NamedTuple):
    """A part of a whole, both stated by the plan in people.

    `value` is the target's value that is the whole, or the part where the whole is the headcount
    of its role.
    """

    goal: Goal
    value: TargetValue
    part: Decimal
    whole: Decimal
    of: Whole

    @property
    def percent(self) -> Decimal:
        """In per cent, rounded to one place, half a unit up."""
        return (self.part * 100 / self.whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def shares(plan: PlanProfile) -> tuple[PeopleShare, ...]:
    """The shares that follow from a plan's own numbers, in the order of its targets."""
    return tuple(share for goal in _targets(plan) for share in _shares(goal))


def _shares(goal: Goal) -> Iterator[PeopleShare]:
    target = goal.target
    if target is None or target.unit is not Unit.PEOPLE or target.bound is not Bound.EXACT:
        return
    head = goal.role.role.headcount if goal.role is not None and goal.level is not None else None
    everybody = _number(head.value) if head is not None else None
    for value in target.values:
        amount = _number(value.value)
        if amount is None:
            continue
        for included in value.includes:
            part = _number(included.value)
            if part is not None and amount:
                yield PeopleShare(goal, value, part, amount, Whole.VALUE)
        if everybody:
            yield PeopleShare(goal, value, amount, everybody, Whole.HEADCOUNT)


def _number(amount: object) -> Decimal | None:
    return Decimal(amount) if isinstance(amount, int | Decimal) else None


class Years(NamedTuple):
    """The fiscal years of a plan.

    Attributes:
        plan_id: the plan.
        period: as the plan states it, or None where it states none.
        published: the fiscal year of its publication, None where the month is not known.
        aims: how many targets have a value for a year, by year.
    """

    plan_id: str
    period: Period | None
    published: int | None
    aims: Mapping[int, int]

    def covers(self, year: int) -> bool:
        """Whether a year is known to lie within the period: an open end is not."""
        period = self.period
        if period is None:
            return False
        first = period.last if period.start is None else period.start
        last = period.start if period.last is None else period.last
        return first is not None and last is not None and first <= year <= last

    @property
    def known(self) -> tuple[int, ...]:
        """All fiscal years that the plan names, without order."""
        ends = (self.period.start, self.period.last) if self.period is not None else ()
        return tuple(year for year in (*ends, self.published, *self.aims) if year is not None)


def years(plan: PlanProfile) -> Years:
    """The fiscal years of one plan."""
    aims: dict[int, int] = {}
    for target in plan.targets:
        for value in target.values:
            if value.year is not None:
                aims[value.year] = aims.get(value.year, 0) + 1
    stated = plan.summary.plan
    return Years(plan.id, stated.period, _fiscal_year(stated.published), aims)


def _fiscal_year(date: str | None) -> int | None:
    """The fiscal year of a `2025-02` or `2025-02-14`; it begins in April."""
    year, _, rest = (date or "").partition("-")
    return int(year) - (int(rest[:2]) < 4) if rest else None


class YearAxis(NamedTuple):
    """The fiscal years of a time axis, without a gap; `is_whole` says that it has all named."""

    years: tuple[int, ...]
    is_whole: bool


def axis(plans: Iterable[Years]) -> YearAxis:
    """All fiscal years from the first to the last that a plan names.

    Of more than `MOST_YEARS`, those that hold the most of what is named, of several such the
    latest: a plan with a far year does not empty the axis of the others.
    """
    named = Counter(year for plan in plans for year in plan.known)
    if not named:
        return YearAxis((), True)
    first, last = min(named), max(named)
    if last - first < MOST_YEARS:
        return YearAxis(tuple(range(first, last + 1)), True)
    ends = sorted(max(year, first + MOST_YEARS - 1) for year in named)
    end = max(ends, key=lambda end: (sum(named[end - n] for n in range(MOST_YEARS)), end))
    return YearAxis(tuple(range(end - MOST_YEARS + 1, end + 1)), False)
