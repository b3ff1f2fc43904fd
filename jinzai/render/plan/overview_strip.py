"""The answers at the top of a plan's overview: for whom, which stages, training and goals.

An answer stands there only if the plan states it. The picture and the lists below have the rest.
"""

from typing import Final

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.role import Standing
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.plan.overview_contents import NUMBERLESS
from jinzai.render.plan.strip_things import Things, first_names, several
from jinzai.render.plan.strip_words import linked

WHOM: Final = "だれに"
STAGES: Final = "段階"
TRAINING: Final = kinds.COURSE.name
GOALS: Final = "目標"


def answers(context: PlanContext, place: PagePlace) -> tuple[Answer, ...]:
    """The answers for a plan, at most four."""
    found = (
        several(context, WHOM, kinds.ROLE.name, _roles(context, place)),
        _stages(context, place),
        _training(context, place),
        _goals(context, place),
    )
    return tuple(one for one in found if one is not None)


def _goals(context: PlanContext, place: PagePlace) -> Answer | None:
    """The targets, those that give numbers first; without targets, the sizes of roles."""
    content = context.plan.content
    every = sorted(content.targets, key=lambda target: not target.gives_number)
    if every:
        noun = kinds.TARGET.name if every[0].gives_number else NUMBERLESS
        return several(
            context, GOALS, noun, [(place.link("target", one.id), False) for one in every]
        )
    sized = [
        (place.link("role", role.id), False)
        for role in content.roles
        if role.headcount is not None and isinstance(role.headcount.value, int)
    ]
    return several(context, "規模", "人数のある役割", sized)


def _roles(context: PlanContext, place: PagePlace) -> Things:
    """The roles; those that are a part of another one come last."""
    roles = sorted(context.plan.content.roles, key=lambda role: role.part_of is not None)
    return [(place.link("role", role.id), False) for role in roles]


def _stages(context: PlanContext, place: PagePlace) -> Answer | None:
    """The levels of the roles, or else the number of tiers; None if the plan has neither."""
    roles = context.plan.content.roles
    having = [role for role in roles if role.levels]
    if len(having) == 1:
        (role,) = having
        number = counted(len(role.levels), kinds.LEVEL.name, role.name)
        levels = [Link(level.name, place.role(role.id, level.id).href) for level in role.levels]
        return Answer(STAGES, number, linked(levels))
    if having:
        number = counted(len(having), "件", "レベルのある役割")
        return Answer(
            STAGES, number, first_names(context, [(place.role(role.id), False) for role in having])
        )
    tiers = sum(role.standing is Standing.TIER and role.part_of is None for role in roles)
    return Answer(STAGES, counted(tiers, "段階", "役割の階層")) if tiers > 1 else None


def _training(context: PlanContext, place: PagePlace) -> Answer | None:
    """How many courses the plan names, or else how many curricula; None if it names neither."""
    content = context.plan.content
    curricula = [(place.link("curriculum", one.id), False) for one in content.curricula]
    if not content.courses:
        return several(context, TRAINING, kinds.CURRICULUM.name, curricula)
    page = place.to(context.address(kinds.CURRICULA.page), kinds.CURRICULUM.name)
    joined = Markup("{}{}件").format(linked([page]), len(curricula)) if curricula else Markup()
    return Answer(TRAINING, counted(len(content.courses), "件", kinds.COURSE.name), joined)
