"""The sheets of one class: the order of its roles, and how many of them a sheet holds.

A sheet is a page that shows roles beside each other. Its size has a bound in bytes, whatever the
plans say about the roles.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from jinzai.compare.coverage import CLOSENESS
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import FrameworkLink
from jinzai.render.compare.compared_role import ComparedRole
from jinzai.render.page.room import cut, holds

ROLES_ON_A_PAGE: Final = 8
"""The largest number of roles on one page of a class. Further roles are on further pages."""


PrintedRole = Callable[[ComparedRole], Iterable[str]]
"""Gives the pieces that a role takes on a sheet."""


class ClassRole(NamedTuple):
    """A role of a plan in a class, and how it is mapped to it."""

    plan: PlanProfile
    role: RoleProfile
    link: FrameworkLink


def nearest_first(roles: Sequence[ClassRole]) -> list[ClassRole]:
    """The nearest role of each plan to the class, then the second nearest of each, and so on.

    So the first sheet has roles of as many plans as possible.
    """
    ranks: dict[str, int] = {}
    ranked: list[tuple[int, ClassRole]] = []
    for one in sorted(roles, key=lambda one: CLOSENESS.index(one.link.relation)):
        ranked.append((ranks.get(one.plan.id, 0), one))
        ranks[one.plan.id] = ranked[-1][0] + 1
    order = list(dict.fromkeys(one.plan.id for one in roles))
    ranked.sort(key=lambda found: (found[0], order.index(found[1].plan.id)))
    return [one for _, one in ranked]


def sheets_of(roles: Sequence[ComparedRole], printed: PrintedRole) -> list[list[ComparedRole]]:
    """The sheets of the roles, in the given order. Each holds as many roles as it may.

    If the last role would be alone on its sheet, the role before it moves there too. A later sheet
    repeats the first sheet's roles of other plans as far as they fit, so that there is something to
    compare.
    """
    sheets = [list(sheet) for sheet in cut(roles, printed, ROLES_ON_A_PAGE)]
    if len(sheets) > 1 and len(sheets[-1]) == 1 and len(sheets[-2]) > 2:
        sheets[-1].insert(0, sheets[-2].pop())
    later = (_with_others(sheet, sheets[0], printed) for sheet in sheets[1:])
    return [sheets[0], *later] if sheets else [[]]


def _with_others(
    sheet: list[ComparedRole], first: Sequence[ComparedRole], printed: PrintedRole
) -> list[ComparedRole]:
    """A sheet that begins with the first sheet's roles of other plans, as far as they fit."""
    own = {role.plan_id for role in sheet}
    taken: list[ComparedRole] = []
    for role in first:
        every = (*sheet, *taken, role)
        if (
            role.plan_id not in own
            and len(every) <= ROLES_ON_A_PAGE
            and holds(piece for one in every for piece in printed(one))
        ):
            taken.append(role)
    return [*taken, *sheet]
