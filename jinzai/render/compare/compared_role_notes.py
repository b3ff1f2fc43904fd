"""The note behind a skill's name in a comparison: which levels or parts of the role ask for it."""

from jinzai.compare.asked import Ask
from jinzai.compare.profile import PlanProfile, RoleProfile


def parts_asking(plan: PlanProfile, role: RoleProfile, ask: Ask) -> str:
    """The parts of a role that ask for a skill, in words."""
    parts = [one for one in plan.roles.values() if one.role.part_of == role.id]
    asking = [part for part in parts if any(one.skill_id == ask.skill_id for one in part.asks)]
    if len(asking) == len(parts) > 1:
        return "細分のどの役割も"
    return "細分の" + "".join(f"「{one.role.name}」" for one in asking) + "から"


def levels_asking(role: RoleProfile, ask: Ask) -> str:
    """The levels that ask for a skill, in words, with their marks if these differ."""
    marked = {
        level.level.name: one.mark
        for level in role.levels
        for one in level.asks
        if one.skill_id == ask.skill_id and level.level.id in ask.levels
    }
    if len(set(marked.values())) > 1:
        return "・".join(f"{name}は{mark}" for name, mark in marked.items())
    return "すべてのレベル" if len(ask.levels) == len(role.levels) else "・".join(marked)
