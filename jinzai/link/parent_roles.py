"""What is stated for a role that others are part of: it holds for its parts where they lack it.

Roles may be divided more than once (`part_of`), so that what a part lacks may stand several above.
"""

from collections.abc import Container, Mapping

from jinzai.link.catalogue import LinkedPlan
from jinzai.model.role import Role


def parent_having(roles: Mapping[str, Role], role: Role, having: Container[str]) -> Role | None:
    """The nearest of the roles above a role whose id is in `having`; None where there is none."""
    above = role.part_of
    while above is not None and above not in having:
        above = roles[above].part_of
    return None if above is None else roles[above]


def trained_roles(plan: LinkedPlan) -> frozenset[str]:
    """The ids of the roles with training of their own; practice on the job alone is none."""
    return frozenset(
        id
        for id, curricula in plan.curricula_by_role.items()
        if any(curriculum.trains for curriculum in curricula)
    )


def trained_parent(plan: LinkedPlan, role: Role, trained: Container[str]) -> Role | None:
    """The role above a part whose training is stated for the part too.

    `trained` are the plan's `trained_roles`. None for a role that has training of its own.
    """
    return None if role.id in trained else parent_having(plan.roles, role, trained)
