"""Where else a plan states what a role lacks: at the role it is a part of, or at its parts.

Owns who that is, and the short words of a list. What is stated there is the other page's.
"""

from collections.abc import Container
from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.model.role import Role
from jinzai.render.links import Link
from jinzai.render.place import Place, PlanContext


class Elsewhere(NamedTuple):
    """The same section of the role that a role is a part of, and of its parts, where they have it.

    The texts of the links are the roles' names.
    """

    whole: Link | None
    parts: tuple[Link, ...]

    @property
    def every(self) -> tuple[Link, ...]:
        """All of them."""
        return (*((self.whole,) if self.whole else ()), *self.parts)


def elsewhere(
    context: PlanContext, place: Place, role: Role, anchor: str, having: Container[str]
) -> Elsewhere:
    """Where the section `anchor` of the role's whole or parts says more; `having` are role ids."""

    def link(id: str) -> Link:
        return place.to(context.address(f"roles/{id}.html#{anchor}"), context.plan.roles[id].name)

    parts = context.plan.parts_by_role.get(role.id, ())
    return Elsewhere(
        link(role.part_of) if role.part_of is not None and role.part_of in having else None,
        tuple(link(part.id) for part in parts if part.id in having),
    )


def stated_in_list(
    plan: LinkedPlan, role: Role, what: str, count: int, having: Container[str]
) -> str:
    """`スキル 12件`, or where else it is stated, or that it is not; `having` are role ids."""
    if count:
        return f"{what} {count}件"
    if role.part_of is not None and role.part_of in having:
        return f"{what}は上位の区分として定めている"
    if any(part.id in having for part in plan.parts_by_role.get(role.id, ())):
        return f"{what}は細分の役割ごとに定めている"
    return f"{what}の定めなし"
