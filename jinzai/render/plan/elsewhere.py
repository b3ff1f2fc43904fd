"""The roles that state the facts that another role lacks: a parent role, or parts of the role.

This module finds these roles and owns the short words for a list.
"""

from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.parent_roles import Stated
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext


class Elsewhere(NamedTuple):
    """Links to a section on the pages of other roles: the nearest parent role and the parts.

    Only roles that have the facts of the section are linked. The texts of the links are the names
    of the roles.
    """

    whole: Link | None
    parts: tuple[Link, ...]

    @property
    def every(self) -> tuple[Link, ...]:
        """All links, the parent role's first."""
        return (*((self.whole,) if self.whole else ()), *self.parts)


def elsewhere(
    context: PlanContext, place: PagePlace, role: Role, anchor: str, stated: Stated
) -> Elsewhere:
    """The links from `role` to the section `anchor` of its parent role and its parts.

    `stated` holds the roles that have the facts of the section.
    """

    def link(other: Role) -> Link:
        return place.to(context.address(f"roles/{other.id}.html#{anchor}"), other.name)

    parts = context.plan.parts_by_role.get(role.id, ())
    whole = stated.above(role)
    return Elsewhere(
        None if whole is None else link(whole),
        tuple(link(part) for part in parts if part.id in stated),
    )


def number_in_list(plan: LinkedPlan, role: Role, count: int, stated: Stated) -> str:
    """The number of a role's facts, or where else the plan states them, in words for a cell.

    `stated` holds the roles that have such facts. If neither a parent role nor a part has them, the
    words are empty.
    """
    if count:
        return str(count)
    if stated.above(role) is not None:
        return "上位の役割にある"
    if any(part.id in stated for part in plan.parts_by_role.get(role.id, ())):
        return "内訳の役割ごとにある"
    return ""
