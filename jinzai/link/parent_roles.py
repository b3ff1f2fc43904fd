"""Parent roles: what a plan states for a role also holds for its parts that lack it.

A role may be part of a role that is itself a part (`part_of`), so the search goes up step by step.
"""

from collections.abc import Container, Mapping

from jinzai.link.catalogue import LinkedPlan
from jinzai.model.role import Role


def parent_having(roles: Mapping[str, Role], role: Role, having: Container[str]) -> Role | None:
    """The nearest parent role whose id is in `having`, or None."""
    above = role.part_of
    while above is not None and above not in having:
        above = roles[above].part_of
    return None if above is None else roles[above]


def trained_roles(plan: LinkedPlan) -> frozenset[str]:
    """The ids of the roles with training of their own. Practice on the job alone does not count."""
    return frozenset(
        id
        for id, curricula in plan.curricula_by_role.items()
        if any(curriculum.trains for curriculum in curricula)
    )


def trained_parent(plan: LinkedPlan, role: Role, trained: Container[str]) -> Role | None:
    """The parent role whose training the plan states for this role too.

    `trained` are the plan's `trained_roles`. The result is None for a role with its own training.
    """
    return None if role.id in trained else parent_having(plan.roles, role, trained)
