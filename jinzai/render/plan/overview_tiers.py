"""The roles of a plan in the picture of the overview: in tiers, beside the tiers, and outside."""

from typing import NamedTuple

from jinzai.model.role import Role, Sourcing, Standing
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.plan.nesting import nested_parts
from jinzai.render.plan.role_numbers import courses_in_words, skills_in_words
from jinzai.render.words import amounts


class Tier(NamedTuple):
    """A role with its size and levels, and the roles that it is divided into.

    `external` says in words that people come from outside, wholly or in part. It is empty if they
    do not, or if the picture already shows it. `skills` and `courses` are numbers in words, or say
    where else the plan states them. They are empty if the plan does not state them.
    """

    role: Link
    external: str
    headcount: amounts.Value | None
    headcount_note: str
    headcount_inferred: bool
    skills: str
    courses: str
    levels: tuple[Link, ...]
    parts: tuple["Tier", ...]


class Tiers(NamedTuple):
    """The picture: the tiers from the top, the roles beside them, and the roles from outside."""

    tiers: tuple[Tier, ...]
    beside: tuple[Tier, ...]
    outside: tuple[Tier, ...]


def tiers(context: PlanContext, place: PagePlace) -> Tiers:
    """The roles of the plan. A part stands below its parent role, whatever its own standing."""
    by_standing: dict[Standing, list[Tier]] = {standing: [] for standing in Standing}
    for role in context.plan.content.roles:
        if role.part_of is None:
            by_standing[role.standing].append(_tier(context, place, role))
    return Tiers(
        tuple(by_standing[Standing.TIER]),
        tuple(by_standing[Standing.BESIDE]),
        tuple(by_standing[Standing.OUTSIDE]),
    )


def _tier(context: PlanContext, place: PagePlace, role: Role, level: int = 1) -> Tier:
    parts = nested_parts(role.id, context.plan.parts_by_role, level)
    return Tier(
        place.link("role", role.id),
        _external(role),
        place.value(amounts.value(role.headcount.value, "人")) if role.headcount else None,
        (role.headcount.note or "") if role.headcount else "",
        role.headcount is not None and is_inferred(role.headcount.basis),
        skills_in_words(context, role),
        courses_in_words(context, role),
        tuple(Link(level.name, place.role(role.id, level.id).href) for level in role.levels),
        tuple(_tier(context, place, part, level + 1) for part in parts),
    )


def _external(role: Role) -> str:
    if role.standing is Standing.OUTSIDE:  # the drawing says so already
        return ""
    if role.sourcing is Sourcing.EXTERNAL:
        return "外部から"
    return "庁内と外部から" if role.sourcing is Sourcing.BOTH else ""
