"""The file of each plan for the page of a reader's own roles: what the plan asks of each role.

A file depends on its plan, and on which other plans the same municipality has. Names, marks and
ways to take a course are HTML of the site's own macros; each stands once in a list, and all else
names it by its place there. Loads are those of `jinzai.link.curricula`. Which roles a reader
holds is known only in the browser, so no sum over several roles stands here:
templates/theme/assets/jinzai/own-roles-sums.js adds up.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from markupsafe import Markup, escape

from jinzai.export.plain import plain_text
from jinzai.link.address import (
    OWN_ROLES_PAGE,
    entity_address,
    level_step_address,
    role_step_address,
)
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.curricula import CourseUse, LinkedChoice, LinkedStage
from jinzai.link.learning import Load, Span
from jinzai.link.parent_roles import Stated
from jinzai.link.requirements import Cell
from jinzai.model import kinds
from jinzai.model.base import Basis, Ordering
from jinzai.model.curriculum import Curriculum
from jinzai.model.matrix import Requirement
from jinzai.model.role import Role
from jinzai.publish.page import SiteFile
from jinzai.render.page.data_script import OWN_ROLE_FILES, data_script
from jinzai.render.page.links import Link
from jinzai.render.page.place import PlanContext
from jinzai.render.page.ways import ways
from jinzai.render.page.whom import within_role
from jinzai.render.words import amounts
from jinzai.render.words.marks import mark
from jinzai.render.words.target_times import time_of, time_words, times

MOST_DUTIES: Final = 3
"""The largest number of a role's duties in a file. The role's page has all."""


def own_role_file(context: PlanContext, beside: tuple[str, ...]) -> SiteFile:
    """The file of one plan. `beside` are the ids of the other plans of the same municipality."""
    plan = context.plan
    return data_script(OWN_ROLE_FILES, "jinzaiPlan", plan.id, _PlanFile(context).value(beside))


class _Listed:
    """Values of a list in the file, each once, and the place of each."""

    def __init__(self) -> None:
        self._places: dict[object, int] = {}
        self.items: list[object] = []

    def place(self, key: object, value: object) -> int:
        """The place of the value with a key. It is added if no value has the key."""
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.items)
            self.items.append(value)
        return place


class _PlanFile:
    """The file of one plan while it is written."""

    def __init__(self, context: PlanContext) -> None:
        self._context = context
        self._plan = context.plan
        self._place = context.place(OWN_ROLES_PAGE)
        templates = context.site.templates
        self._mark: Callable[..., Markup] = templates.macro("plan/marks.html", "mark")
        self._ways: Callable[..., Markup] = templates.macro("page/ways.html", "ways")
        self._amount: Callable[..., Markup] = templates.macro("page/state.html", "amount")
        self._scale = _scale(self._plan)
        self._marks, self._forms, self._loads = _Listed(), _Listed(), _Listed()
        self._roles = _numbered(self._plan.roles)
        self._levels = {role_id: _numbered(levels) for role_id, levels in self._plan.levels.items()}
        self._courses = _numbered(self._plan.courses)
        self._curricula = _numbered(self._plan.curricula)
        asked = {cell.skill_id for cell in self._plan.cells}
        self._skills = _numbered(id for id in self._plan.skills if id in asked)

    def value(self, beside: tuple[str, ...]) -> dict[str, object]:
        """The content of the file. `beside` are the other plans of the same municipality."""
        plan, facts = self._plan, self._context.facts
        curricula = [self._curriculum(one) for one in plan.curricula.values()]
        roles = [self._role(role) for role in plan.content.roles]
        named = {id for one in plan.curricula.values() for id in one.departments}
        return {
            "name": plan.summary.name,
            "issuer": plan.plan.issuer.name,
            "beside": list(beside),
            "href": self._place.href(self._context.address("index.html")),
            "scale": self._scale,
            "departments": [[id, name] for id, name in facts.departments.items() if id in named],
            "tables": dict(facts.tables),
            "roles": roles,
            "skills": [self._skill(id) for id in self._skills],
            "courses": [_html(self._place.link("course", id)) for id in plan.courses],
            "curricula": curricula,
            "forAll": [self._curricula[one.id] for one in facts.for_all_staff],
            "marks": self._marks.items,
            "forms": self._forms.items,
            "loads": self._loads.items,
        }

    def _skill(self, id: str) -> list[object]:
        """A skill: its link, the courses that teach it, and the curricula that cover it."""
        plan, facts = self._plan, self._context.facts
        return [
            _html(self._place.link("skill", id)),
            [
                [self._courses[course.id], _all_inferred(facts.taught(course.id, id))]
                for course in plan.courses_by_skill.get(id, ())
            ],
            [
                [self._curricula[curriculum.id], int(basis is Basis.INFERRED)]
                for curriculum, basis in facts.covering.get(id, ())
            ],
        ]

    def _role(self, role: Role) -> dict[str, object]:
        plan, facts, place = self._plan, self._context.facts, self._place
        own = plan.curricula_by_role.get(role.id, ())
        return {
            "id": role.id,
            "name": role.name,
            "link": _html(place.link("role", role.id)),
            "levels": [
                [
                    level.id,
                    level.name,
                    _html(place.role(role.id, level.id)),
                    place.href(level_step_address(plan.id, role.id, level.id)) if number else "",
                ]
                for number, level in enumerate(role.levels)
            ],
            "cells": [self._cell(cell) for cell in plan.cells_by_role.get(role.id, ())],
            "skillsOf": self._holder(role, facts.with_skills),
            "curricula": [self._curricula[one.id] for one in own],
            "coursesOf": self._holder(role, facts.trained),
            "offered": [
                [
                    self._courses[course.id],
                    int(all(one.basis is Basis.INFERRED for one in wanted)),
                    "、".join(
                        within_role(self._context, role.id, one.level, one.departments)
                        for one in wanted
                    ),
                ]
                for course, wanted in facts.offered.get(role.id, ())
                if (role.id, course.id) not in facts.planned
            ],
            "inText": plain_text(role.training_in_text or ""),
            "duties": self._duties(role),
            "targets": self._targets(role),
            "next": [
                [
                    _html(place.role(one.role, one.level)),
                    place.href(role_step_address(plan.id, role.id, one.role, one.level)),
                ]
                for one in role.next
            ],
            "parts": [self._roles[part.id] for part in plan.parts_by_role.get(role.id, ())],
            "lacks": list(self._lacks(role)),
        }

    def _holder(self, role: Role, stated: Stated) -> int:
        """The place of the role that states something for `role`: itself, or one above it.

        It is -1 if no role does.
        """
        if role.id in stated:
            return self._roles[role.id]
        above = stated.above(role)
        return -1 if above is None else self._roles[above.id]

    def _lacks(self, role: Role) -> Iterator[str]:
        """What the plan states neither for the role nor for the roles above it or its parts."""
        facts = self._context.facts
        if not facts.with_duties.is_around(role):
            yield "担うこと"
        if not facts.with_skills.is_around(role):
            yield kinds.SKILL.name
        is_trained = (
            facts.trained.is_around(role)
            or facts.with_training_text.is_around(role)
            or role.id in facts.offered
        )
        if not is_trained and not facts.for_all_staff:
            yield kinds.COURSE.name
        if not facts.with_targets.is_around(role):
            yield kinds.TARGET.name

    def _cell(self, cell: Cell) -> list[object]:
        """A requirement: skill, level or -1, mark, whether required, from whom it is inherited."""
        shown = mark(cell)
        via = "" if cell.via is None else _html(self._place.link("role", cell.via))
        return [
            self._skills[cell.skill_id],
            self._level(cell.role_id, cell.level_id),
            self._marks.place(shown, str(self._mark(shown))),
            int(cell.requirement is Requirement.REQUIRED),
            via,
        ]

    def _level(self, role_id: str, level_id: str | None) -> int:
        return -1 if level_id is None else self._levels[role_id][level_id]

    def _duties(self, role: Role) -> dict[str, object]:
        """What people of the role do, in plain text; level by level if that is all there is."""
        lines = [[-1, plain_text(duty)] for duty in role.duties[:MOST_DUTIES]]
        if not role.duties:
            lines = [
                [number, plain_text(level.definition)]
                for number, level in enumerate(role.levels)
                if level.definition
            ]
        address = entity_address(self._plan.id, kinds.ROLE.id, role.id)
        return {
            "lines": lines,
            "more": max(0, len(role.duties) - MOST_DUTIES),
            "href": self._place.href(f"{address}#duties"),
            "of": self._holder(role, self._context.facts.with_duties),
        }

    def _targets(self, role: Role) -> list[object]:
        """The targets of the role: level or -1, name, and its values from the earliest."""
        found: list[object] = []
        for target in self._plan.targets_by_role.get(role.id, ()):
            values = {time_of(value): value for value in target.values}
            found.append(
                [
                    self._level(role.id, target.level),
                    self._place.link("target", target.id).href,
                    amounts.share_of(target),
                    int(target.basis is Basis.INFERRED),
                    [
                        [time_words(*time), self._value(target, values[time].value)]
                        for time in times([target])
                    ],
                ]
            )
        return found

    def _value(self, target: Any, value: amounts.Quantity) -> str:
        shown = self._place.value(amounts.target_value(value, target.unit, target.bound))
        return str(self._amount(shown)).strip()

    def _curriculum(self, curriculum: Curriculum) -> dict[str, object]:
        linked = self._plan.linked_curricula[curriculum.id]
        return {
            "link": _html(self._place.link("curriculum", curriculum.id)),
            "role": self._roles[curriculum.role],
            "level": self._level(curriculum.role, curriculum.level),
            "table": curriculum.table or "",
            "departments": list(curriculum.departments),
            "after": [_html(self._place.link("curriculum", id)) for id in curriculum.after],
            "includes": -1 if linked.included is None else self._curricula[linked.included.id],
            "stages": [self._stage(curriculum, stage) for stage in linked.stages],
        }

    def _stage(self, curriculum: Curriculum, linked: LinkedStage) -> dict[str, object]:
        stage = linked.stage
        names = {one.id: one.name for one in curriculum.stages}
        before = [Markup("受講条件の段階：{}").format(names[id]) for id in stage.requires]
        several = len(curriculum.stages) > 1
        items = []
        for number, item in enumerate(linked.items, 1):
            where = f"「{stage.name}」の" if several else ""
            order = [Markup("{}{}番目").format(where, number)] if _is_ordered(curriculum) else []
            items.append(self._item(item, [*before, *order]))
        return {
            "only": stage.only or "",
            "onlyRole": -1 if stage.only_role is None else self._roles[stage.only_role.role],
            "items": items,
        }

    def _item(self, item: CourseUse | LinkedChoice, conditions: list[Markup]) -> object:
        if isinstance(item, CourseUse):
            return self._use(item, conditions)
        total = len(item.options)
        return {
            "inferred": int(item.item.basis is Basis.INFERRED),
            "options": [
                [
                    self._use(
                        use,
                        [
                            *conditions,
                            Markup("{}組のうち1組を選ぶ：{}組目（{}件）").format(
                                total, number, len(option.uses)
                            ),
                        ],
                    )
                    for use in option.uses
                ]
                for number, option in enumerate(item.options, 1)
            ],
        }

    def _use(self, use: CourseUse, conditions: list[Markup]) -> list[object]:
        """A course in a curriculum: course, form and time, load, whether inferred, conditions."""
        before = [self._place.link("course", id) for id in use.course.prerequisites]
        if before:
            named = Markup("、").join(map(_link, before))
            conditions = [*conditions, Markup("受講条件の研修：{}").format(named)]
        if use.item.note:
            conditions = [*conditions, escape(use.item.note)]
        form = str(self._ways(ways(self._place, use.stated))).strip()
        load = self._load(use.load)
        return [
            self._courses[use.course.id],
            self._forms.place(form, form),
            self._loads.place(repr(load), load),
            int(use.basis is Basis.INFERRED),
            str(Markup("。").join(conditions)),
        ]

    def _load(self, load: Load) -> list[object]:
        """A load as own-roles-sums.js reads it. Amounts are whole numbers of `1 / scale`."""
        return [
            *self._span(load.hours),
            *self._span(load.days),
            load.unknown,
            load.exempt,
            int(load.given),
            int(load.choices),
            int(load.inferred),
            int(load.courses.least),
            int(load.courses.most),
            [self._load(way) for way in load.ways],
        ]

    def _span(self, span: Span) -> list[int]:
        return [int(span.least * self._scale), int(span.most * self._scale)]


def _is_ordered(curriculum: Curriculum) -> bool:
    return curriculum.order is Ordering.STATED


def _all_inferred(said: Iterable[Any]) -> int:
    return int(all(one.basis is Basis.INFERRED for one in said))


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {id: number for number, id in enumerate(ids)}


def _link(link: Link) -> Markup:
    return Markup(link.__html__())


def _html(link: Link) -> str:
    return link.__html__()


def _scale(plan: LinkedPlan) -> int:
    """A power of ten by which all hours and days of the plan become whole numbers."""
    spans = (
        span
        for course in plan.linked_courses.values()
        for one in course.deliveries
        for span in (one.load.hours, one.load.days)
    )
    digits = (-int(_exponent(end)) for span in spans for end in (span.least, span.most))
    most: int = 10 ** max(0, *digits, 0)
    return most


def _exponent(amount: Decimal) -> int:
    """The power of ten of the last digit: -1 for 1.5."""
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
