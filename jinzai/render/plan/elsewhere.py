"""Where a plan states the facts that a role lacks: at a parent role, or at its parts.

This module finds these roles and owns the short words for a list.
"""

from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.parent_roles import Stated
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext


class Elsewhere(NamedTuple):
    """Links to a section of the nearest parent role that has it, and of the parts that have it.

    The texts of the links are the roles' names.
    """

    whole: Link | None
    parts: tuple[Link, ...]

    @property
    def every(self) -> tuple[Link, ...]:
        """All of them."""
        return (*((self.whole,) if self.whole else ()), *self.parts)


def elsewhere(
    context: PlanContext, place: PagePlace, role: Role, anchor: str, stated: Stated
) -> Elsewhere:
    """Where the section `anchor` of the role's wholes or parts says more.

    `stated` says who has it.
    """

    def link(other: Role) -> Link:
        return place.to(context.address(f"roles/{other.id}.html#{anchor}"), other.name)

    parts = context.plan.parts_by_role.get(role.id, ())
    whole = stated.above(role)
    return Elsewhere(
        None if whole is None else link(whole),
        tuple(link(part) for part in parts if part.id in stated),
    )


def stated_in_list(plan: LinkedPlan, role: Role, what: str, count: int, stated: Stated) -> str:
    """`スキル 12件`, or where else it is stated, or that it is not; `stated` says who has it."""
    if count:
        return f"{what} {count}件"
    if stated.above(role) is not None:
        return f"{what}は上位の区分として定めている"
    if any(part.id in stated for part in plan.parts_by_role.get(role.id, ())):
        return f"{what}は細分の役割ごとに定めている"
    return f"{what}の定めなし"
