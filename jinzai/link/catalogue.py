"""The catalogue: the data that pages and downloads show. Nothing changes it once it is made."""

from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol, TypeVar

from jinzai.check.check import CheckedContent
from jinzai.check.lines import NO_LINES, EntityLines
from jinzai.check.suppress import JudgedFinding
from jinzai.link.attendees import Attendee, attendees
from jinzai.link.backlinks import Backlink, EntityKey, backlinks, entities
from jinzai.link.curricula import CourseUse, LinkedCurriculum, link_curricula
from jinzai.link.disagreement import Disagreement, disagreements
from jinzai.link.inferred import InferredFacts, inferred_facts
from jinzai.link.learning import LinkedCourse, link_course
from jinzai.link.requirements import Cell, cells
from jinzai.link.summary import PlanSummary, summarise, told_apart
from jinzai.model.content import FrameworkContent, PlanContent
from jinzai.model.course import Course
from jinzai.model.curriculum import Curriculum
from jinzai.model.framework import Framework, FrameworkEntry
from jinzai.model.plan import Plan
from jinzai.model.practice import Practice
from jinzai.model.role import Role
from jinzai.model.schedule import Lane, Schedule, ScheduleItem
from jinzai.model.skill import Category, Skill
from jinzai.model.target import Target


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_E = TypeVar("_E", bound=_Identified)
_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)


Entries = Mapping[str, tuple[Framework, FrameworkEntry]]
"""`framework/entry` to its framework and entry, in declared order."""

NO_ENTRIES: Final[Entries] = MappingProxyType({})


class Commons(NamedTuple):
    """What all plans share: the frameworks, their entries, and a summary of each plan.

    `synonyms` are groups of words for the search.
    """

    frameworks: tuple[Framework, ...]
    entries: Entries
    plans: Mapping[str, PlanSummary]
    synonyms: tuple[tuple[str, ...], ...] = ()


class ScheduleUse(NamedTuple):
    """An item of a schedule, with its lane and its schedule."""

    schedule: Schedule
    lane: Lane
    item: ScheduleItem


class LinkedPlan(NamedTuple):
    """One plan with every reference resolved both ways.

    A mapping `x_by_y` has the id of a y as its key. It has no key for a y without any x. Its values
    are in the plan's own order.

    `levels` maps a role's id to the names of its levels, by the ids of these. `names` has the name
    of every entity that has an address. `linked_courses` and `linked_curricula` say what training
    costs. `attendees_by_curriculum` has the people of a curriculum and of all that include it.
    `lines` has the line on which each entity begins in its file. `entries` has the entries of all
    frameworks. `judged` has all findings of the checks in the plan, accepted or not.

    Two plans with the same `made_of` are equal in everything else too.
    """

    content: PlanContent
    summary: PlanSummary
    roles: Mapping[str, Role]
    levels: Mapping[str, Mapping[str, str]]
    skills: Mapping[str, Skill]
    categories: Mapping[str, Category]
    courses: Mapping[str, Course]
    curricula: Mapping[str, Curriculum]
    names: Mapping[EntityKey, str]
    cells: tuple[Cell, ...]
    cells_by_role: Mapping[str, tuple[Cell, ...]]
    cells_by_skill: Mapping[str, tuple[Cell, ...]]
    courses_by_skill: Mapping[str, tuple[Course, ...]]
    curricula_by_role: Mapping[str, tuple[Curriculum, ...]]
    uses_by_course: Mapping[str, tuple[CourseUse, ...]]
    linked_courses: Mapping[str, LinkedCourse]
    linked_curricula: Mapping[str, LinkedCurriculum]
    attendees_by_curriculum: Mapping[str, tuple[Attendee, ...]]
    parts_by_role: Mapping[str, tuple[Role, ...]]
    extended_by_role: Mapping[str, tuple[Role, ...]]
    previous_by_role: Mapping[str, tuple[Role, ...]]
    built_on_by_skill: Mapping[str, tuple[Skill, ...]]
    followed_by_course: Mapping[str, tuple[Course, ...]]
    schedule_by_course: Mapping[str, tuple[ScheduleUse, ...]]
    schedule_by_role: Mapping[str, tuple[ScheduleUse, ...]]
    targets_by_role: Mapping[str, tuple[Target, ...]]
    practices_by_role: Mapping[str, tuple[Practice, ...]]
    disagreements: tuple[Disagreement, ...]
    inferred: tuple[InferredFacts, ...]
    backlinks: Mapping[EntityKey, tuple[Backlink, ...]]
    lines: EntityLines
    entries: Entries
    judged: tuple[JudgedFinding, ...]

    @property
    def id(self) -> str:
        """The plan's id, which is also its folder in the site."""
        return self.content.plan.id

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.content.plan

    @property
    def made_of(self) -> tuple[object, ...]:
        """Everything from which the rest is worked out."""
        return self.content, self.summary, self.lines, self.entries, self.judged


class Catalogue(NamedTuple):
    """All plans, in the order of their ids, and what they have in common."""

    commons: Commons
    plans: tuple[LinkedPlan, ...]


def link(checked: CheckedContent) -> Catalogue:
    """The catalogue of checked content. It cannot fail: the checks know every reference."""
    ordered = sorted(checked.plans, key=lambda content: content.plan.id)
    entries = framework_entries(checked.frameworks)
    plans = tuple(
        link_plan(
            content,
            checked.lines.get(content.plan.id, NO_LINES),
            entries,
            checked.judged.get(content.plan.id, ()),
        )
        for content in ordered
    )
    commons = link_commons(checked.frameworks, (plan.summary for plan in plans))
    commons = commons._replace(synonyms=checked.synonyms)
    return Catalogue(
        commons, tuple(plan._replace(summary=commons.plans[plan.id]) for plan in plans)
    )


def framework_entries(frameworks: FrameworkContent) -> Entries:
    """The entries of all frameworks."""
    return MappingProxyType(
        {
            f"{framework.id}/{entry.id}": (framework, entry)
            for framework in frameworks.frameworks
            for entry in framework.entries
        }
    )


def link_commons(frameworks: FrameworkContent, summaries: Iterable[PlanSummary]) -> Commons:
    """The part of the catalogue that all plans share."""
    return Commons(
        frameworks.frameworks,
        framework_entries(frameworks),
        MappingProxyType({summary.id: summary for summary in told_apart(summaries)}),
    )


def link_plan(
    content: PlanContent,
    lines: EntityLines = NO_LINES,
    entries: Entries = NO_ENTRIES,
    judged: tuple[JudgedFinding, ...] = (),
) -> LinkedPlan:
    """One plan of the catalogue. It is made without any other plan.

    `lines` gives the line on which each entity begins. `entries` are those of all frameworks.
    `judged` is what the checks find in the plan.
    """
    courses, curricula = _by_id(content.courses), _by_id(content.curricula)
    names = MappingProxyType({key: entity_name(entity) for key, entity in entities(content)})
    referring = backlinks(content)
    all_cells = cells(content)
    linked_courses = {course.id: link_course(course) for course in content.courses}
    linked_curricula = link_curricula(curricula, linked_courses)
    uses_by_course = _group(
        (use.course.id, use) for linked in linked_curricula.values() for use in linked.uses
    )
    attending = attendees(curricula)
    placed = [
        ScheduleUse(schedule, lane, item)
        for schedule in content.schedules
        for lane in schedule.lanes
        for item in lane.items
    ]
    return LinkedPlan(
        content=content,
        summary=summarise(content, referring, names),
        roles=_by_id(content.roles),
        levels=MappingProxyType(
            {role.id: {level.id: level.name for level in role.levels} for role in content.roles}
        ),
        skills=_by_id(content.skills),
        categories=_by_id(content.categories),
        courses=courses,
        curricula=curricula,
        names=names,
        cells=all_cells,
        cells_by_role=_group((cell.role_id, cell) for cell in all_cells),
        cells_by_skill=_group((cell.skill_id, cell) for cell in all_cells),
        courses_by_skill=_group(
            (taught.skill, course) for course in content.courses for taught in course.teaches
        ),
        curricula_by_role=_group((curriculum.role, curriculum) for curriculum in content.curricula),
        uses_by_course=uses_by_course,
        linked_courses=MappingProxyType(linked_courses),
        linked_curricula=linked_curricula,
        attendees_by_curriculum=attending,
        parts_by_role=_group((role.part_of, role) for role in content.roles if role.part_of),
        extended_by_role=_group(
            (role.extends.role, role) for role in content.roles if role.extends
        ),
        previous_by_role=_group(
            (following.role, role) for role in content.roles for following in role.next
        ),
        built_on_by_skill=_group(
            (base, skill) for skill in content.skills for base in skill.builds_on
        ),
        followed_by_course=_group(
            (before, course) for course in content.courses for before in course.prerequisites
        ),
        schedule_by_course=_group((use.item.course, use) for use in placed if use.item.course),
        schedule_by_role=_group((use.lane.role, use) for use in placed if use.lane.role),
        targets_by_role=_group((target.role, target) for target in content.targets if target.role),
        practices_by_role=_group(
            (audience.role, practice)
            for practice in content.practices
            for audience in practice.audience
        ),
        disagreements=disagreements(
            linked_courses,
            uses_by_course,
            attending,
            tuple(table.id for table in content.plan.tables),
        ),
        inferred=inferred_facts(content, all_cells),
        backlinks=referring,
        lines=lines,
        entries=entries,
        judged=judged,
    )


def entity_name(entity: object) -> str:
    """The text of a link to an entity."""
    if isinstance(entity, Skill):
        return f"{entity.name}（{entity.distinction}）" if entity.distinction else entity.name
    for attribute in ("name", "title", "term", "label"):
        name = getattr(entity, attribute, None)
        if isinstance(name, str):
            return name
    raise TypeError(f"{type(entity).__name__} has no name")


def _by_id(entities: Iterable[_E]) -> Mapping[str, _E]:
    return MappingProxyType({entity.id: entity for entity in entities})


def _group(pairs: Iterable[tuple[_K, _T]]) -> Mapping[_K, tuple[_T, ...]]:
    """Values by key, each value once per key, in order."""
    found: dict[_K, dict[int, _T]] = {}
    for key, value in pairs:
        # By identity: two things that say the same are still two.
        found.setdefault(key, {}).setdefault(id(value), value)
    return MappingProxyType({key: tuple(values.values()) for key, values in found.items()})
