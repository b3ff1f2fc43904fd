"""How many a plan wants by when: its goals, the shares that follow from them, and its years.

A share is computed only if the plan itself gives both numbers: a value and a part of it (内数), or
the people of a role and those at one of its levels. The target must be exact: a part of
「100人以上」 gives no certain share. No number from outside the plan is used.
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
"""The largest number of years on a time axis."""


class Goal(NamedTuple):
    """A number that a plan names: a target, or a headcount without a time.

    Exactly one of `target` and `headcount` is not None. `role` is None for a target without a role.
    `level` is None for the whole role.
    """

    plan_id: str
    role: RoleProfile | None
    level: Level | None
    target: Target | None
    headcount: Headcount | None

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of the goal's role."""
        if self.role is None:
            return ()
        return tuple(link.entry for link in self.role.role.classes)


def goals(plan: PlanProfile) -> tuple[Goal, ...]:
    """All goals of a plan: its targets, then the headcounts of roles and their levels."""
    return (*_targets(plan), *_headcounts(plan))


def _targets(plan: PlanProfile) -> Iterator[Goal]:
    levels = {
        (role.role.id, level.id): level
        for role in plan.roles.values()
        for level in role.role.levels
    }
    for target in plan.targets:
        role = plan.roles[target.role] if target.role is not None else None
        level = levels.get((target.role, target.level)) if target.role and target.level else None
        yield Goal(plan.id, role, level, target, None)


def _headcounts(plan: PlanProfile) -> Iterator[Goal]:
    for role in plan.roles.values():
        if role.role.headcount is not None:
            yield Goal(plan.id, role, None, None, role.role.headcount)
        for level in role.role.levels:
            if level.headcount is not None:
                yield Goal(plan.id, role, level, None, level.headcount)


def gives_number(every: Iterable[Goal]) -> bool:
    """Whether one of the goals is a number, or a blank for one. 「複数」 does not count."""
    return any(
        goal.target.gives_number
        if goal.target is not None
        else goal.headcount is not None and goal.headcount.gives_number
        for goal in every
    )


class Whole(StrEnum):
    """What a computed share is a share of."""

    VALUE = "value"
    HEADCOUNT = "headcount"


class PeopleShare(NamedTuple):
    """A part of a whole, both as numbers of people that the plan states.

    If `of` is `VALUE`, `value` is the whole. If `of` is `HEADCOUNT`, `value` is the part and the
    headcount of its role is the whole.
    """

    goal: Goal
    value: TargetValue
    part: Decimal
    whole: Decimal
    of: Whole

    @property
    def percent(self) -> Decimal:
        """The share in per cent, rounded to one decimal place, half up."""
        return (self.part * 100 / self.whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def shares(plan: PlanProfile) -> tuple[PeopleShare, ...]:
    """The shares that follow from the plan's own numbers, in the order of its targets."""
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
        period: as the plan states it, or None.
        published: the fiscal year of its publication, None where the month is not known.
        aims: how many targets have a value for a year, by year.
    """

    plan_id: str
    period: Period | None
    published: int | None
    aims: Mapping[int, int]

    def covers(self, year: int) -> bool:
        """Whether a year certainly lies within the period. False if the end is unknown."""
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
    """The fiscal years of a time axis, without a gap.

    `is_whole` is true if no named year is cut off.
    """

    years: tuple[int, ...]
    is_whole: bool


def axis(plans: Iterable[Years]) -> YearAxis:
    """All fiscal years from the first to the last that a plan names.

    If these are more than `MOST_YEARS`, the axis has the years in which plans name the most, and
    the latest of several such spans. So one plan with a far year does not empty the axis for the
    others.
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
