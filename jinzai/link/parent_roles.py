"""Parent roles: what a plan states for a role also holds for its parts that lack it.

A role may be part of a role that is itself a part (`part_of`), so the search goes up step by step.
"""

from collections.abc import Container, Mapping

from jinzai.link.catalogue import LinkedPlan
from jinzai.model.role import Role


class Stated:
    """The roles of a plan for which one thing is stated, and who of them stands above whom.

    `role_id in stated` asks whether it is stated for that role itself.
    """

    def __init__(self, roles: Mapping[str, Role], having: Container[str]) -> None:
        """`roles` are all of the plan by their ids, `having` the ids for which it is stated."""
        self._having = having
        self._over_parts = {role.part_of for role in roles.values() if role.id in having}
        self._above: dict[str, Role | None] = {}
        for role in roles.values():
            self._look_above(role, roles)

    def __contains__(self, role_id: object) -> bool:
        return role_id in self._having

    def above(self, role: Role) -> Role | None:
        """The nearest of the roles above a role for which it is stated; None without one."""
        return self._above[role.id]

    def is_around(self, role: Role) -> bool:
        """Whether it is stated for a role, for one above it or for one of its parts."""
        return role.id in self or role.id in self._over_parts or self.above(role) is not None

    def for_part(self, role: Role) -> Role | None:
        """The role above a part whose statement holds for the part too.

        None for a role that has one of its own.
        """
        return None if role.id in self else self.above(role)

    def _look_above(self, role: Role, roles: Mapping[str, Role]) -> None:
        """Notes it for a role and for those above it, as far as it is not yet known of them."""
        passed: list[str] = []
        found: Role | None = None
        while role.id not in self._above:
            passed.append(role.id)
            if role.part_of is None:
                break
            role = roles[role.part_of]
            if role.id in self._having:
                found = role
                break
        else:
            found = self._above[role.id]
        self._above |= dict.fromkeys(passed, found)


def parts_within(plan: LinkedPlan, role_id: str) -> tuple[Role, ...]:
    """The parts of a role that say what the role is, without those that extend it.

    A part that extends the role, or another part that does, adds to it. What it adds holds for that
    part alone.
    """
    parts = plan.parts_by_role.get(role_id, ())
    adding: set[str] = {role_id}
    waiting = {part.id: part.extends.role for part in parts if part.extends is not None}
    while found := {part for part, base in waiting.items() if base in adding}:
        adding |= found
        waiting = {part: base for part, base in waiting.items() if part not in found}
    return tuple(part for part in parts if part.id not in adding)


def trained_roles(plan: LinkedPlan) -> frozenset[str]:
    """The ids of the roles with training of their own. Practice on the job alone does not count."""
    return frozenset(
        id
        for id, curricula in plan.curricula_by_role.items()
        if any(curriculum.trains for curriculum in curricula)
    )
