"""The training of a role: its curricula as routes, and other courses that are for the role."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from jinzai.link.same_curriculum import grouped
from jinzai.model.base import Basis
from jinzai.model.curriculum import Curriculum
from jinzai.model.role import Role
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.page.ways import Ways, forms
from jinzai.render.page.whom import within_role
from jinzai.render.plan.elsewhere import Elsewhere
from jinzai.render.plan.route import RouteGate, Routes, gate, routes
from jinzai.render.plan.strip_words import unnamed_training
from jinzai.render.words import amounts


class OfferedCourse(NamedTuple):
    """A course that is for the role but in none of its curricula."""

    course: Link
    forms: tuple[Ways, ...]
    audience: str
    inferred: bool


class TakenStage(NamedTuple):
    """A stage of a parent role's training that the people of this role take.

    `inferred` is true if an editor worked that out; `note` says from what.
    """

    name: str
    load: amounts.PrintedTotal
    inferred: bool
    note: str


class RoleTraining(NamedTuple):
    """All training of a role.

    `routes` holds alternatives together. It is empty if the ladder of levels has all curricula.
    `elsewhere` are roles whose training also concerns this one. `of_parent` are the curricula of
    the parent role, and `own_stages` their stages for this role's people; both are empty if the
    role has training of its own. `for_all` are the curricula for all staff that stand at another
    role and do not come first on a route; no sum contains them. `in_text` is training that only a
    text of the plan states for the role; `unnamed` says what such training is. `text_elsewhere` are
    the roles above it and its parts with such a text.
    """

    routes: tuple[Routes, ...]
    offered: tuple[OfferedCourse, ...]
    elsewhere: Elsewhere
    of_parent: tuple[RouteGate, ...]
    own_stages: tuple[TakenStage, ...]
    for_all: tuple[RouteGate, ...]
    in_text: Markup
    text_elsewhere: Elsewhere
    unnamed: str

    @property
    def unordered(self) -> bool:
        """Whether the plan leaves the order of some courses open."""
        return any(one.path.unordered for group in self.routes for one in group)


def training(
    context: PlanContext,
    place: PagePlace,
    role: Role,
    elsewhere: Elsewhere,
    text_elsewhere: Elsewhere,
) -> RoleTraining:
    """The training of `role`. The last two are as in `RoleTraining`."""
    plan = context.plan
    curricula = plan.curricula_by_role.get(role.id, ())
    whole = context.facts.trained.for_part(role)
    of_parent = () if whole is None else tuple(_of_parent(context, role, whole))
    shown = () if is_in_ladder(role, curricula) else routes(context, place, curricula)
    first = {id for one in curricula for id in one.after}
    return RoleTraining(
        routes=shown,
        offered=_offered(context, place, role),
        elsewhere=elsewhere,
        of_parent=tuple(gate(context, place, one.id) for one in of_parent),
        own_stages=_own_stages(context, role, of_parent),
        for_all=tuple(
            gate(context, place, one.id)
            for one in context.facts.for_all_staff
            if one.role != role.id and one.id not in first
        ),
        in_text=place.prose(role.training_in_text),
        text_elsewhere=text_elsewhere,
        unnamed=unnamed_training(context),
    )


def is_in_ladder(role: Role, curricula: tuple[Curriculum, ...]) -> bool:
    """Whether the ladder of a role's levels can hold all its curricula.

    It cannot if some are alternatives: for other departments, or stated by another table.
    """
    return (
        any(one.level is not None for one in curricula)
        and bool(role.levels)
        and not any(one.departments for one in curricula)
        and not any(others for _, others in grouped(curricula))
    )


def _of_parent(context: PlanContext, role: Role, whole: Role) -> Iterator[Curriculum]:
    """The curricula of the parent role `whole`, without those that the people of `role` never take.

    That is so where the plan has people of the role in some departments only.
    """
    taken = {id for track in context.facts.training.of_part(role) for id in track.curricula}
    for curriculum in context.plan.curricula_by_role[whole.id]:
        if curriculum.id in taken or not curriculum.trains:
            yield curriculum


def _own_stages(
    context: PlanContext, role: Role, curricula: Iterable[Curriculum]
) -> tuple[TakenStage, ...]:
    return tuple(
        TakenStage(
            linked.stage.name,
            amounts.printed_total(linked.load),
            taker.basis is Basis.INFERRED,
            taker.note or "",
        )
        for one in curricula
        for linked in context.plan.linked_curricula[one.id].stages
        if (taker := linked.stage.only_role) is not None and taker.role == role.id
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
