"""The next steps of a role, as links: the roles after it, and its levels from the second on.

Each step has a page of its own (`next_step`). This module owns which steps there are.
"""

from typing import NamedTuple

from jinzai.link.address import level_step_address, role_step_address
from jinzai.link.catalogue import LinkedPlan
from jinzai.model.audience import RoleAt
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext


class NextStep(NamedTuple):
    """A step from a role to what comes after it.

    `level` is the number of a level of the role itself, from 1; `following` is another role. One of
    them is None.
    """

    address: str
    level: int | None
    following: RoleAt | None


def steps(plan_id: str, role: Role) -> tuple[NextStep, ...]:
    """The steps of a role: to each level above the lowest, then to each role after it."""
    found = {
        address: NextStep(address, number, None)
        for number, level in enumerate(role.levels[1:], 1)
        for address in [level_step_address(plan_id, role.id, level.id)]
    }
    found |= {
        address: NextStep(address, None, following)
        for following in role.next
        for address in [role_step_address(plan_id, role.id, following.role, following.level)]
    }
    return tuple(found.values())


def role_steps(context: PlanContext, place: PagePlace, role: Role) -> tuple[Link, ...]:
    """Links to the steps from a role to the roles after it, named by these if there are several."""
    found = [step for step in steps(context.plan.id, role) if step.following is not None]
    return tuple(
        place.to(
            step.address,
            "進むのに要るスキルと研修"
            if len(found) == 1
            else f"{place.role(step.following.role, step.following.level).text}に進むには",
        )
        for step in found
        if step.following is not None
    )


def step_title(plan: LinkedPlan, role: Role, step: NextStep) -> str:
    """The name of a step: `レベル1からレベル2へ`, `実行する職員から主導・推進する職員へ`."""
    if step.level is not None:
        return f"{role.levels[step.level - 1].name}から{role.levels[step.level].name}へ"
    assert step.following is not None, "a step leads to a level or to a role"
    other = plan.roles[step.following.role]
    level = step.following.level
    name = other.name if level is None else f"{other.name} {plan.levels[other.id][level]}"
    return f"{role.name}から{name}へ"
