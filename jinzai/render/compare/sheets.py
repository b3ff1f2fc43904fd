"""The roles of one class on one sheet or several: which come first, and how many a sheet holds.

A sheet is a page that puts roles beside each other; it stays below a bound in bytes, however much
the plans say of them.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from jinzai.compare.coverage import CLOSENESS
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import FrameworkLink
from jinzai.render.compare.compared_role import ComparedRole

ROLES_ON_A_PAGE: Final = 8
"""A page of a class puts at most so many roles beside each other; more take further pages."""
BYTES_ON_A_PAGE: Final = 44_000
"""So many bytes what their cells say may take, so that a page stays below 80 KB."""
_MARKUP: Final = 90
"""About so many bytes of markup each thing in a cell takes besides its words."""
_COLUMN: Final = 1500
"""About so many bytes a role takes before it says anything."""


class ClassRole(NamedTuple):
    """A role of a plan in a class, and how it is mapped to it."""

    plan: PlanProfile
    role: RoleProfile
    link: FrameworkLink


def nearest_first(roles: Sequence[ClassRole]) -> list[ClassRole]:
    """Of each plan the role nearest to the class, then of each the next, and so on.

    So the first of several sheets has a role of every plan, as far as it can.
    """
    ranks: dict[str, int] = {}
    ranked: list[tuple[int, ClassRole]] = []
    for one in sorted(roles, key=lambda one: CLOSENESS.index(one.link.relation)):
        ranked.append((ranks.get(one.plan.id, 0), one))
        ranks[one.plan.id] = ranked[-1][0] + 1
    order = list(dict.fromkeys(one.plan.id for one in roles))
    ranked.sort(key=lambda found: (found[0], order.index(found[1].plan.id)))
    return [one for _, one in ranked]


def sheets_of(roles: Sequence[ComparedRole]) -> list[list[ComparedRole]]:
    """The roles in the order in which they stand, as many to a sheet as it may hold.

    A last one that would stand alone takes the one before it along, and a later sheet takes the
    first sheet's roles of other plans along as far as they fit, so that there is something to
    compare.
    """
    sheets: list[list[ComparedRole]] = [[]]
    held = 0
    for role in roles:
        weight = _weight(role)
        full = len(sheets[-1]) == ROLES_ON_A_PAGE or held + weight > BYTES_ON_A_PAGE
        if sheets[-1] and full:
            sheets.append([])
            held = 0
        sheets[-1].append(role)
        held += weight
    if len(sheets) > 1 and len(sheets[-1]) == 1 and len(sheets[-2]) > 2:
        sheets[-1].insert(0, sheets[-2].pop())
    return [sheets[0], *(_with_others(sheet, sheets[0]) for sheet in sheets[1:])]


def _with_others(sheet: list[ComparedRole], first: Sequence[ComparedRole]) -> list[ComparedRole]:
    """A sheet with those of the first one's roles before it whose plans it lacks."""
    own = {role.plan_id for role in sheet}
    held = sum(map(_weight, sheet))
    taken: list[ComparedRole] = []
    for role in first:
        room = len(sheet) + len(taken) < ROLES_ON_A_PAGE
        if role.plan_id not in own and room and held + _weight(role) <= BYTES_ON_A_PAGE:
            taken.append(role)
            held += _weight(role)
    return [*taken, *sheet]


def _weight(role: ComparedRole) -> int:
    """About how many bytes of a page a role takes."""
    items = [item for found in role.lists.values() for item in found]
    return _COLUMN + sum(
        _MARKUP + len(f"{item.text}{item.note}{item.label}".encode()) + len(item.href)
        for item in items
    )
