"""The training of a role: its curricula as paths, and other courses that are for the role."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.learning import total_load
from jinzai.link.same_curriculum import grouped
from jinzai.model.base import Basis
from jinzai.model.curriculum import Curriculum
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.page.ways import Ways, forms
from jinzai.render.page.whom import within_role
from jinzai.render.plan.elsewhere import Elsewhere
from jinzai.render.plan.path import PathView, path
from jinzai.render.plan.variants import Variant, variant
from jinzai.render.words import amounts


class Alternative(NamedTuple):
    """A curriculum that another table states for the same people, and its path."""

    variant: Variant
    path: PathView


class CurriculumView(NamedTuple):
    """A curriculum with the facts that distinguish it from the role's other curricula."""

    curriculum: Link
    level: str
    departments: str
    table: str
    inferred: bool
    path: PathView
    alternatives: tuple[Alternative, ...]


class OfferedCourse(NamedTuple):
    """A course that is for the role but in none of its curricula."""

    course: Link
    forms: tuple[Ways, ...]
    audience: str
    inferred: bool


class RoleTraining(NamedTuple):
    """All training of a role.

    `curricula` holds one curriculum for each level and group of departments, with what other
    tables state for the same people. `total` is the sum of several curricula that add up. It is
    None if they are for different departments, come from different tables, or if one includes
    another. `elsewhere` are roles whose training also concerns this one. `of_parent` are the
    curricula of the parent role; it is empty if the role has training of its own. `for_all` are
    the curricula for all staff that stand at another role; no sum contains them. `in_text` is
    training that only a text of the plan states for the role.
    """

    curricula: tuple[CurriculumView, ...]
    total: amounts.PrintedTotal | None
    offered: tuple[OfferedCourse, ...]
    elsewhere: Elsewhere
    of_parent: tuple[tuple[Link, amounts.PrintedTotal], ...]
    for_all: tuple[tuple[Link, amounts.PrintedTotal], ...]
    in_text: Markup

    @property
    def unordered(self) -> bool:
        """Whether the plan leaves the order of some courses open."""
        return any(one.path.unordered for one in self.curricula)


def training(
    context: PlanContext, place: PagePlace, role: Role, elsewhere: Elsewhere
) -> RoleTraining:
    """The training of `role`."""
    plan = context.plan
    curricula = plan.curricula_by_role.get(role.id, ())
    groups = grouped(curricula)
    whole = context.facts.trained.for_part(role)

    def totals(found: Iterable[Curriculum]) -> tuple[tuple[Link, amounts.PrintedTotal], ...]:
        return tuple(
            (
                place.link("curriculum", one.id),
                amounts.printed_total(plan.linked_curricula[one.id].load),
            )
            for one in found
        )

    return RoleTraining(
        curricula=tuple(_curriculum(context, place, role, c, others) for c, others in groups),
        total=_total(context, tuple(first for first, _ in groups)),
        offered=_offered(context, place, role),
        elsewhere=elsewhere,
        of_parent=() if whole is None else totals(plan.curricula_by_role[whole.id]),
        for_all=totals(one for one in context.facts.for_all_staff if one.role != role.id),
        in_text=place.prose(role.training_in_text),
    )


def _curriculum(
    context: PlanContext,
    place: PagePlace,
    role: Role,
    curriculum: Curriculum,
    others: tuple[Curriculum, ...],
) -> CurriculumView:
    return CurriculumView(
        curriculum=place.link("curriculum", curriculum.id),
        level=context.level_name(role.id, curriculum.level),
        departments=context.department_names(curriculum.departments),
        table=context.table_name(curriculum.table) or "",
        inferred=curriculum.basis is Basis.INFERRED,
        path=path(context, place, curriculum),
        alternatives=tuple(
            Alternative(variant(context, place, curriculum, other), path(context, place, other))
            for other in others
        ),
    )


def _total(context: PlanContext, curricula: tuple[Curriculum, ...]) -> amounts.PrintedTotal | None:
    variants = {(c.table, c.departments) for c in curricula}
    if len(curricula) < 2 or len(variants) > 1 or any(c.includes for c in curricula):
        return None
    return amounts.printed_total(
        total_load(context.plan.linked_curricula[c.id].load for c in curricula)
    )


def _offered(context: PlanContext, place: PagePlace, role: Role) -> tuple[OfferedCourse, ...]:
    return tuple(
        OfferedCourse(
            course=place.link("course", course.id),
            forms=forms(place, context.plan.linked_courses[course.id]),
            audience="、".join(
                within_role(context, role.id, one.level, one.departments) for one in wanted
            ),
            inferred=all(audience.basis is Basis.INFERRED for audience in wanted),
        )
        for course, wanted in context.facts.offered.get(role.id, ())
        if (role.id, course.id) not in context.facts.planned
    )
