"""What a plan states, in a word or two for a list of plans.

This module owns the features that distinguish plans, and their names. A feature is a fact of
the plan's own content. Which of them a list shows depends on how many plans have them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from jinzai.compare.profile import PlanProfile
from jinzai.model.numbers import PlaceholderValue
from jinzai.model.target import Bound, Unit

_SHOWN: Final = 3
"""The number of features that a list shows of a plan."""


def rarest_features(plans: Iterable[PlanProfile]) -> Mapping[str, tuple[str, ...]]:
    """For each plan, by its id, its features that the fewest plans have; the rarest stand first."""
    found = {plan.id: tuple(_features(plan)) for plan in plans}
    having = Counter(feature for features in found.values() for feature in features)
    return {
        id: tuple(sorted(features, key=having.__getitem__)[:_SHOWN])
        for id, features in found.items()
    }


def _features(plan: PlanProfile) -> Iterator[str]:
    """All features of a plan, in one order for all plans."""
    roles = [role.role for role in plan.roles.values()]
    tracks = [track for role in plan.roles.values() for track in role.training]
    values = [
        (target.unit, value.year)
        for target in plan.targets
        for value in target.values
        if isinstance(value.value, int | Decimal)
    ]
    if any(unit is not Unit.PERCENT and year is not None for unit, year in values):
        yield "年度ごとの人数の目標"
    if any(unit is Unit.PERCENT for unit, _ in values):
        yield "割合の目標"
    if plan.summary.timed_courses:
        yield "研修の時間"
    if any(track.department is not None for track in tracks):
        yield "部局で分けた研修"
    if any(role.levels for role in roles):
        yield "役割の中のレベル"
    if any(role.extends is not None for role in roles):
        yield "ほかの役割に加えて求めるスキル"
    if any(isinstance(role.headcount.value, int) for role in roles if role.headcount is not None):
        yield "役割の人数"
    if any(role.is_from_outside for role in roles):
        yield "外部から登用する役割"
    if plan.summary.courses:
        yield "研修の名前"


def hours_stated(plan: PlanProfile) -> str:
    """For how many courses the plan states hours or days; empty if for none."""
    timed, courses = plan.summary.timed_courses, plan.summary.courses
    if not timed:
        return ""
    return "すべての研修" if timed == courses else f"{courses}件のうち{timed}件"


def numbers_stated(plan: PlanProfile) -> str:
    """Which numbers the plan states: targets, only 複数, only blanks, or only sizes of roles.

    Empty if it states none.
    """
    values = [(one.bound, value.value) for one in plan.targets for value in one.values]
    counts = [
        count.value
        for role in plan.roles.values()
        for count in (role.role.headcount, *(level.headcount for level in role.role.levels))
        if count is not None
    ]
    if any(isinstance(value, int | Decimal) for _, value in values):
        return "あり"
    if any(bound is Bound.SEVERAL for bound, _ in values):
        return "「複数」とだけ記載"
    if any(isinstance(value, PlaceholderValue) for _, value in values):
        return "空欄（ひな形）"
    if any(isinstance(count, int) for count in counts):
        return "役割の人数だけ"
    return ""
