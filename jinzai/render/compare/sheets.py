"""The sheets of one class: the order of its roles, and how many of them a sheet holds.

A sheet is a page that shows roles beside each other. Its size has a bound in bytes, whatever the
plans say about the roles.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from jinzai.compare.coverage import CLOSENESS
from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.model.audience import FrameworkLink
from jinzai.render.compare.compared_role import ComparedRole

ROLES_ON_A_PAGE: Final = 8
"""The largest number of roles on one page of a class. Further roles are on further pages."""
BYTES_ON_A_PAGE: Final = 44_000
"""The largest size of the cells on a page in bytes. With it a page stays below 80 KB."""
_MARKUP: Final = 90
"""The approximate size of the markup of one item in a cell, in bytes."""
_COLUMN: Final = 1500
"""The approximate size of a role without any cell, in bytes."""


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


def sheets_of(roles: Sequence[ComparedRole]) -> list[list[ComparedRole]]:
    """The sheets of the roles, in the given order. Each holds as many roles as it may.

    If the last role would be alone on its sheet, the role before it moves there too. A later sheet
    repeats the first sheet's roles of other plans as far as they fit, so that there is something to
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
    """A sheet that begins with the first sheet's roles of other plans, as far as they fit."""
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
    """The approximate size of a role on a page, in bytes."""
    items = [item for found in role.lists.values() for item in found]
    return _COLUMN + sum(
        _MARKUP + len(f"{item.text}{item.note}{item.label}".encode()) + len(item.href)
        for item in items
    )
