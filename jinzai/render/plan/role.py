"""The page of a role: what the plan expects of it, level by level, and how people reach it."""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from markupsafe import Markup

from jinzai.link.requirements import Cell, CellOrigin
from jinzai.model import kinds
from jinzai.model.audience import RoleAt
from jinzai.model.role import Role, Standing
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.entity import EntityView, entity
from jinzai.render.page.links import Link
from jinzai.render.page.navigation import beside
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred
from jinzai.render.plan.counterparts import Correspondence, correspondences
from jinzai.render.plan.elsewhere import Elsewhere, elsewhere
from jinzai.render.plan.ladder import Rung, RungTraining, ladder, shared_source, unlevelled
from jinzai.render.plan.nearest import NearView, nearest
from jinzai.render.plan.requirement_table import RequirementTable, requirement_table
from jinzai.render.plan.role_life import (
    RoleMeasureView,
    TargetTable,
    YearView,
    measures,
    targets,
    years,
)
from jinzai.render.plan.role_practices import (
    OtherPractice,
    RolePracticeView,
    other_practices,
    practices,
)
from jinzai.render.plan.role_training import RoleTraining, training
from jinzai.render.words import amounts
from jinzai.render.words.marks import LegendView, legend
from jinzai.render.words.wording import word

SECTIONS: Final = (
    Section("duties", "担うことと行動姿勢"),
    Section("levels", kinds.LEVEL.name),
    Section("skills", "求められるスキル"),
    Section("courses", kinds.COURSE.name),
    Section("schedule", "年間スケジュール"),
    Section("targets", kinds.TARGET.name),
    Section("practice", kinds.PRACTICE.name),
    Section("measures", f"{kinds.MEASURE.name}と{kinds.INDICATOR.name}"),
    Section("counterparts", "ほかの計画の近い役割"),
    Section("references", "関連するページ"),
    Section("source", "出典"),
)

_SHOWN: Final = frozenset(
    [
        ("role", "part_of"),
        ("role", "extends"),
        ("role", "next"),
        ("matrix", "columns"),
        ("curriculum", "role"),
        ("course", "audience"),
        ("schedule", "lanes"),
        ("target", "role"),
        ("practice", "audience"),
        ("measure", "roles"),
        ("indicator", "role"),
    ]
)


class Relatives(NamedTuple):
    """The roles around a role."""

    part_of: Link | None
    parts: tuple[Link, ...]
    extends: Link | None
    extended_by: tuple[Link, ...]
    next: tuple[Link, ...]
    previous: tuple[Link, ...]


class InheritedSkills(NamedTuple):
    """The skills that a role inherits from one other role."""

    via: Link
    table: RequirementTable


class RoleView(NamedTuple):
    """The content of a role's page.

    `standing` links to the picture of the plan's roles. It is None for a role within the tiers.
    `rungs_source` is the source that all levels share. `unlevelled` are the curricula without a
    known level. `levels_tell_skills` is true if the ladder names every skill of the role's own.
    Then the printed page leaves out their table.
    """

    purpose: Markup
    audience: Markup
    standing: Link | None
    sourcing: str
    headcount: amounts.Value | None
    headcount_note: str
    headcount_inferred: bool
    relatives: Relatives
    duties: tuple[Markup, ...]
    duties_elsewhere: Elsewhere
    behaviours: tuple[Markup, ...]
    knowledge: tuple[Markup, ...]
    rungs: tuple[Rung, ...]
    as_level: str
    rungs_source: str
    unlevelled: tuple[RungTraining, ...]
    levels_tell_skills: bool
    own_skills: RequirementTable
    inherited_skills: tuple[InheritedSkills, ...]
    skills_elsewhere: Elsewhere
    legend: tuple[LegendView, ...]
    any_inferred: bool
    matrix: Link
    training: RoleTraining
    years: tuple[YearView, ...]
    targets: TargetTable
    targets_note: Markup
    targets_page: Link
    practices: tuple[RolePracticeView, ...]
    other_practices: tuple[OtherPractice, ...]
    measures: tuple[RoleMeasureView, ...]
    near: NearView
    correspondences: tuple[Correspondence, ...]
    unmapped: Markup
    near_classes: tuple[tuple[Link, str], ...]
    entity: EntityView


def pages(context: PlanContext) -> Iterator[Draft]:
    """A page for each role of the plan."""
    roles = context.plan.content.roles
    ids = [role.id for role in roles]
    for role in roles:
        address = context.address(f"roles/{role.id}.html")
        place = context.place(address)
        yield Draft.of_entity(
            context,
            place,
            kinds.ROLE,
            role.id,
            title=role.name,
            description=f"が定める「{role.name}」の役割、スキル、研修。",
            view=view(context, place, role),
            sections=SECTIONS,
            siblings=beside(ids, partial(place.link, "role")),
        )


def view(context: PlanContext, place: PagePlace, role: Role) -> RoleView:
    """The content of the page of `role`."""
    plan = context.plan
    cells = plan.cells_by_role.get(role.id, ())
    own = [cell for cell in cells if cell.origin is CellOrigin.OWN]
    return RoleView(
        purpose=place.inline(role.purpose),
        audience=place.prose(role.audience),
        standing=place.to(context.address("index.html#tiers"), word(role.standing))
        if role.standing is not Standing.TIER
        else None,
        sourcing=word(role.sourcing) if role.sourcing else "",
        headcount=(
            place.value(amounts.value(role.headcount.value, "人")) if role.headcount else None
        ),
        headcount_note=(role.headcount.note or "") if role.headcount else "",
        headcount_inferred=role.headcount is not None and is_inferred(role.headcount.basis),
        relatives=_relatives(context, place, role),
        duties=place.items(role.duties),
        duties_elsewhere=elsewhere(context, place, role, "duties", context.facts.with_duties),
        behaviours=place.items(role.behaviours),
        knowledge=place.items(role.knowledge),
        rungs=ladder(context, place, role),
        as_level=role.as_level or "",
        rungs_source=shared_source(role),
        unlevelled=unlevelled(context, place, role),
        levels_tell_skills=bool(own) and all(cell.level_id is not None for cell in own),
        own_skills=requirement_table(context, place, role, own),
        inherited_skills=tuple(_inherited(context, place, role, cells)),
        skills_elsewhere=elsewhere(context, place, role, "skills", context.facts.with_skills),
        legend=legend(cells, context.facts.inferred_marks),
        any_inferred=any(is_inferred(cell.basis) for cell in cells),
        matrix=place.to(context.address(kinds.MATRICES.page), kinds.MATRICES.title),
        training=training(
            context,
            place,
            role,
            elsewhere(context, place, role, "courses", context.facts.trained),
        ),
        years=years(context, place, role),
        targets=targets(context, place, role),
        targets_note=place.prose(plan.content.targets_file.note)
        if plan.content.targets_file and role.id in plan.targets_by_role
        else Markup(),
        targets_page=place.to(context.address(kinds.TARGETS.page), kinds.TARGETS.title),
        practices=practices(context, place, role),
        other_practices=other_practices(context, place, role),
        measures=measures(context, place, role),
        near=nearest(context, place, role.id),
        correspondences=correspondences(context, place, role.classes),
        unmapped=place.prose(role.unmapped),
        near_classes=tuple(
            (place.link("entry", near.entry), near.note) for near in role.near_classes
        ),
        entity=entity(context, place, kinds.ROLE, role, _SHOWN),
    )


def _relatives(context: PlanContext, place: PagePlace, role: Role) -> Relatives:
    plan = context.plan

    def links(roles: tuple[Role, ...]) -> tuple[Link, ...]:
        return tuple(place.link("role", other.id) for other in roles)

    def at(other: RoleAt) -> Link:
        return place.role(other.role, other.level)

    return Relatives(
        part_of=place.link("role", role.part_of) if role.part_of else None,
        parts=links(plan.parts_by_role.get(role.id, ())),
        extends=at(role.extends) if role.extends else None,
        extended_by=links(plan.extended_by_role.get(role.id, ())),
        next=tuple(at(following) for following in role.next),
        previous=links(plan.previous_by_role.get(role.id, ())),
    )


def _inherited(
    context: PlanContext, place: PagePlace, role: Role, cells: tuple[Cell, ...]
) -> Iterator[InheritedSkills]:
    """The inherited skills, in one group for each role that they come from, the nearest first."""
    sources: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.via is not None:
            sources.setdefault(cell.via, []).append(cell)
    for via, taken_over in sources.items():
        table = requirement_table(context, place, role, taken_over)
        yield InheritedSkills(place.link("role", via), table)
