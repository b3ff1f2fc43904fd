"""The roles in each class, plan by plan, found in one pass over all plans."""

from collections.abc import Iterable, Mapping

from jinzai.compare.profile import PlanProfile, RoleProfile

RolesByPlan = Mapping[str, tuple[RoleProfile, ...]]
"""The roles of each plan, in declared order, by the plan's id in the order of the plans."""


def roles_by_class(
    plans: Iterable[PlanProfile], classes: Iterable[str]
) -> Mapping[str, RolesByPlan]:
    """For each class, the plans with roles in it, and these roles."""
    found: dict[str, dict[str, list[RoleProfile]]] = {entry: {} for entry in classes}
    for plan in plans:
        for role in plan.roles.values():
            for entry in role.classes:
                if entry in found:
                    found[entry].setdefault(plan.id, []).append(role)
    return {
        entry: {id: tuple(roles) for id, roles in having.items()} for entry, having in found.items()
    }
