"""How many plans a page shows side by side, so that it stays readable with any number of plans."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from jinzai.compare.profile import PlanProfile

PLANS_ON_A_PAGE: Final = 12
"""The largest number of plans side by side on a page. The plans' own pages show the others."""

MOST_DETAILED: Final = 5
"""The largest number of plans with details on a page. With more, only the plans' pages have them.
"""


MOST_MAPPED: Final = 355
"""The largest number of details on a page: skills in areas, and areas of roles.

So many take about 66 KB.
"""


def first_plans(plans: Iterable[PlanProfile]) -> tuple[PlanProfile, ...]:
    """The plans that a page shows before a reader chooses: the first ones, in their order."""
    return tuple(islice(plans, PLANS_ON_A_PAGE))


def detailed_plans(plans: Iterable[PlanProfile]) -> tuple[PlanProfile, ...]:
    """The plans whose details a page shows: all of them, or no plan if the details are too many."""
    every = tuple(islice(plans, MOST_DETAILED + 1))
    if len(every) > MOST_DETAILED or sum(map(_mapped, every)) > MOST_MAPPED:
        return ()
    return every


def _mapped(plan: PlanProfile) -> int:
    of_plan = sum(len(skills) for skills in plan.areas.values())
    return of_plan + sum(len(role.areas) for role in plan.roles.values())
