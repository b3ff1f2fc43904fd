"""Roles made up for tests: classes and areas chosen, nothing else told."""

import random
from collections.abc import Mapping
from types import MappingProxyType

from jinzai.compare.outline import PlanOutline, RoleOutline, outline
from jinzai.compare.profile import PlanProfile, RoleProfile, ids_by_class, links_by_class
from jinzai.link.summary import PlanSummary
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.plan import Plan
from jinzai.model.role import Level, Role


def summary(plan_id: str) -> PlanSummary:
    """A plan that says nothing but its name."""
    plan = Plan.model_validate(
        {
            "id": plan_id,
            "title": plan_id,
            "issuer": {"name": plan_id},
            "status": "draft",
            "summary": "見本。",
        }
    )
    nothing: Mapping[str, tuple[()]] = MappingProxyType({})
    return PlanSummary(plan, 0, 0, 0, nothing, (), nothing, nothing)


def role(
    plan_id: str,
    id: str,
    classes: Mapping[str, Relation] = MappingProxyType({}),
    areas: str = "",
    levels: tuple[Level, ...] = (),
) -> RoleProfile:
    """A role; each letter of `areas` is an area, `classes` maps letters to relations."""
    links = tuple(
        FrameworkLink(entry=f"classes/{entry}", relation=relation)
        for entry, relation in classes.items()
    )
    made = Role(id=id, name=id, classes=links, levels=levels)
    found = {f"areas/{area}": () for area in areas}
    return RoleProfile(plan_id, made, (), found, (), (), (), links_by_class(made))


def plan(plan_id: str, *roles: RoleProfile) -> PlanProfile:
    """A plan of these roles."""
    return PlanProfile(summary(plan_id), {one.id: one for one in roles}, {}, ids_by_class(roles))


def outlined(role: RoleProfile) -> RoleOutline:
    """A role as other plans see it."""
    return outline(plan(role.plan_id, role)).roles[role.id]


def many(count: int, seed: int = 1) -> list[PlanOutline]:
    """So many plans of eight roles each, hardly two of them alike."""
    chance = random.Random(seed)
    relations = list(Relation)
    found = []
    for number in range(count):
        plan_id = f"p{number:04}"
        roles = []
        for index in range(8):
            letters = chance.sample("abcdefghi", chance.choice([0, 1, 1, 1, 2]))
            areas = chance.sample("abcdefghijklmnopqrst", chance.choice([0, 2, 5, 7, 9, 12, 14]))
            classes = {letter: chance.choice(relations) for letter in letters}
            roles.append(role(plan_id, f"r{index}", classes, "".join(areas)))
        found.append(outline(plan(plan_id, *roles)))
    return found
