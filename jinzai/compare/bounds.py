"""How many plans a page puts side by side: what keeps it readable however many plans there are."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from jinzai.compare.profile import PlanProfile

PLANS_ON_A_PAGE: Final = 12
"""A page puts at most so many plans side by side; the plans' own pages show the others."""

MOST_DETAILED: Final = 5
"""With at most so many plans a page also tells their details; with more, the plans' pages do."""


MOST_MAPPED: Final = 355
"""Nor does it where these have more to tell: skills in areas, and areas of roles, each counted.
So many take about 66 KB of a page."""


def first_plans(plans: Iterable[PlanProfile]) -> tuple[PlanProfile, ...]:
    """The plans that a page shows before anything is chosen: the first ones, in their order."""
    return tuple(islice(plans, PLANS_ON_A_PAGE))


def detailed_plans(plans: Iterable[PlanProfile]) -> tuple[PlanProfile, ...]:
    """The plans whose details a page tells besides: all or, where there is too much, none."""
    every = tuple(islice(plans, MOST_DETAILED + 1))
    if len(every) > MOST_DETAILED or sum(map(_mapped, every)) > MOST_MAPPED:
        return ()
    return every


def _mapped(plan: PlanProfile) -> int:
    of_plan = sum(len(skills) for skills in plan.areas.values())
    return of_plan + sum(len(role.areas) for role in plan.roles.values())
