"""The index of a plan's roles: its tiers from the top, then the roles beside and outside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.model import kinds
from jinzai.model.role import Role, Sourcing, Standing
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import beside
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.plan.elsewhere import stated_in_list
from jinzai.render.plan.nesting import nested_parts
from jinzai.render.words import amounts

SECTIONS: Final = (
    Section("tier", "階層"),
    Section("beside", "階層外"),
    Section("outside", "庁外の人材"),
)


class RoleCard(NamedTuple):
    """A role of the index, with the parts that it is divided into.

    `skills` and `curricula` say in words how many the role has, or where else the plan states them.
    """

    role: Link
    text: Markup
    levels: tuple[Link, ...]
    headcount: amounts.Value | None
    headcount_inferred: bool
    skills: str
    curricula: str
    next: tuple[Link, ...]
    extends: Link | None
    parts: tuple["RoleCard", ...]


@dataclass(frozen=True, slots=True)
class RoleIndexView:
    """The content of the index.

    `groups` holds the cards of each section, by the section's anchor. `external` are the roles in
    the other sections whose people come from outside, wholly or in part.
    """

    count: int
    groups: dict[str, tuple[RoleCard, ...]]
    external: tuple[Link, ...]
    matrix: Link
    csv: Link
    note: Markup


def pages(context: PlanContext) -> Iterator[Draft]:
    """The one index of the plan's roles."""
    address = context.address(kinds.ROLES.page)
    place = context.place(address)
    yield Draft.of_file(
        context,
        place,
        kinds.ROLES,
        description="が定める役割（人材像）の一覧。",
        view=view(context, place),
        sections=SECTIONS,
        siblings=beside(context.plan.content.roles, lambda role: place.link("role", role.id)),
    )


def view(context: PlanContext, place: PagePlace) -> RoleIndexView:
    """The content of the index. A part stands below its parent role, whatever its own standing."""
    content = context.plan.content
    return RoleIndexView(
        count=len(content.roles),
        groups={
            standing.value: tuple(
                _card(context, place, role)
                for role in content.roles
                if role.standing is standing and role.part_of is None
            )
            for standing in Standing
        },
        external=tuple(
            place.link("role", role.id)
            for role in content.roles
            if role.sourcing in (Sourcing.EXTERNAL, Sourcing.BOTH)
            and role.standing is not Standing.OUTSIDE
        ),
        matrix=place.to(context.address(kinds.MATRICES.page), kinds.MATRICES.title),
        csv=place.to(context.address("data/roles.csv"), "roles.csv"),
        note=place.prose(content.roles_file.note if content.roles_file else None),
    )


def _card(context: PlanContext, place: PagePlace, role: Role, level: int = 1) -> RoleCard:
    plan = context.plan
    count = role.headcount
    return RoleCard(
        role=place.link("role", role.id),
        text=place.inline(role.purpose or role.audience),
        levels=tuple(Link(level.name, place.role(role.id, level.id).href) for level in role.levels),
        headcount=place.value(amounts.value(count.value, "人")) if count else None,
        headcount_inferred=count is not None and is_inferred(count.basis),
        skills=stated_in_list(
            plan,
            role,
            kinds.SKILL.name,
            len({cell.skill_id for cell in plan.cells_by_role.get(role.id, ())}),
            context.facts.with_skills,
        ),
        curricula=stated_in_list(
            plan,
            role,
            kinds.CURRICULUM.name,
            len(plan.curricula_by_role.get(role.id, ())),
            context.facts.trained,
        ),
        next=tuple(place.role(following.role, following.level) for following in role.next),
        extends=place.role(role.extends.role, role.extends.level) if role.extends else None,
        parts=tuple(
            _card(context, place, part, level + 1)
            for part in nested_parts(role.id, plan.parts_by_role, level)
        ),
    )
