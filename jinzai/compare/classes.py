"""The roles in each class, plan by plan, found in one pass over all plans."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar

from jinzai.compare.profile import RoleProfile


class _HasClasses(Protocol):
    @property
    def classes(self) -> Collection[str]: ...


_R_co = TypeVar("_R_co", bound=_HasClasses, covariant=True)


class _HasRoles(Protocol[_R_co]):
    @property
    def id(self) -> str: ...

    @property
    def roles(self) -> Mapping[str, _R_co]: ...


_R = TypeVar("_R", bound=_HasClasses)


RolesByPlan = Mapping[str, tuple[RoleProfile, ...]]
"""The roles of each plan, in declared order, by the plan's id in the order of the plans."""


def roles_by_class(
    plans: Iterable[_HasRoles[_R]], classes: Iterable[str]
) -> Mapping[str, Mapping[str, tuple[_R, ...]]]:
    """For each class, the plans with roles in it, and these roles: profiles or outlines of them."""
    found: dict[str, dict[str, list[_R]]] = {entry: {} for entry in classes}
    for plan in plans:
        for role in plan.roles.values():
            for entry in role.classes:
                if entry in found:
                    found[entry].setdefault(plan.id, []).append(role)
    return {
        entry: {id: tuple(roles) for id, roles in having.items()} for entry, having in found.items()
    }
