"""How many skills and courses a role has, in words for a line about the role.

Where the plan states them of another role, the words say so. They are empty if the plan does not
state them. The index of roles and the picture of the overview share these words.
"""

from jinzai.model.role import Role
from jinzai.render.page.place import PlanContext
from jinzai.render.plan.elsewhere import number_in_list


def skills_in_words(context: PlanContext, role: Role) -> str:
    """How many skills the role needs, or where else the plan states its skills."""
    plan = context.plan
    needed = {cell.skill_id for cell in plan.cells_by_role.get(role.id, ())}
    return number_in_list(plan, role, len(needed), context.facts.with_skills)


def courses_in_words(context: PlanContext, role: Role) -> str:
    """How many courses the role takes, or where else the plan speaks of its training."""
    plan, facts = context.plan, context.facts
    number = len(facts.taken.get(role.id, ()))
    if told := number_in_list(plan, role, number, facts.trained):
        return told
    if facts.with_training_text.is_around(role):
        return "文章だけにある"
    return "全職員の研修だけ" if facts.for_all_staff and not role.is_from_outside else ""
