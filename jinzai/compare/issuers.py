"""How many municipalities have something: two plans of one city count once, a template does not.

A plan is counted by its issuer: the code of the municipality, or its name if the plan has no code.
A template is no municipality's plan. It is counted apart.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from jinzai.compare.profile import PlanProfile, RoleProfile
from jinzai.link.summary import PlanSummary
from jinzai.model.plan import Status


class IssuerCount(NamedTuple):
    """How many municipalities there are, and how many templates beside them."""

    municipalities: int
    templates: int

    @property
    def is_one(self) -> bool:
        """Whether it is one municipality, whether templates stand beside it or not."""
        return self.municipalities == 1


def issuer_key(plan: PlanSummary) -> str:
    """What is equal for two plans of one municipality. Empty for a template."""
    if plan.plan.status is Status.TEMPLATE:
        return ""
    return plan.plan.issuer.code or plan.plan.issuer.name


def issuers_where(
    plans: Mapping[str, PlanProfile],
    roles: Mapping[str, Iterable[RoleProfile]],
    holds: Callable[[RoleProfile], bool] = lambda _: True,
) -> IssuerCount:
    """The municipalities and templates with a role for which something holds.

    `plans` are all plans by id. `roles` are some roles of some plans, by the plan's id.
    """
    return issuer_count(plans[id].summary for id, some in roles.items() if any(map(holds, some)))


def issuer_count(plans: Iterable[PlanSummary]) -> IssuerCount:
    """The municipalities and templates behind some plans."""
    keys = [issuer_key(plan) for plan in plans]
    return IssuerCount(len(set(keys) - {""}), keys.count(""))


def plans_beside(plans: Iterable[PlanSummary]) -> Mapping[str, tuple[str, ...]]:
    """For each plan the ids of the other plans of the same issuer, in the order of `plans`.

    Plans have the same issuer if both its code and its name are equal.
    """
    issuers: dict[tuple[str, str], list[str]] = {}
    for summary in plans:
        issuer = summary.plan.issuer
        issuers.setdefault((issuer.code or "", issuer.name), []).append(summary.id)
    return {
        id: tuple(other for other in ids if other != id) for ids in issuers.values() for id in ids
    }
