"""Facts of one plan that many of its pages need, each computed once.

A plan may have thousands of entities with a page each. No page may search through all of them to
find its own facts. This module has no wording and no links.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile

from jinzai.compare.training import Training
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.disagreement import Disagreement
from jinzai.link.parent_roles import Stated, trained_roles
from jinzai.link.requirements import Cell, CellOrigin
from jinzai.link.same_curriculum import grouped
from jinzai.model.audience import Audience
from jinzai.model.base import Basis
from jinzai.model.course import Course, Teaches
from jinzai.model.curriculum import Curriculum, ForWhom
from jinzai.model.practice import Practice
from jinzai.model.role import Role
from jinzai.model.skill import Category
from jinzai.render.page.level_facts import LevelFacts
from jinzai.render.words.marks import Legends, LegendView, legend, legends


class PlanFacts:
    """Facts of one plan, by the ids of the entities.

    Each fact is computed when it is first needed.
    """

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._taught: dict[str, dict[str, tuple[Teaches, ...]]] = {}
        self._legends: dict[str, tuple[LegendView, ...]] = {}
        self._loose: dict[str, int] = {}
        self.at_levels = LevelFacts(plan)

    @cached_property
    def departments(self) -> Mapping[str, str]:
        """The names of the departments, in the plan's order."""
        return {department.id: department.name for department in self._plan.plan.departments}

    @cached_property
    def department_order(self) -> Mapping[str, int]:
        """The position of each department in the plan's order."""
        return {id: number for number, id in enumerate(self.departments)}

    @cached_property
    def tables(self) -> Mapping[str, str]:
        """The names of the tables of courses."""
        return {table.id: table.name for table in self._plan.plan.tables}

    @cached_property
    def practices_for_all(self) -> tuple[tuple[Practice, tuple[str, ...]], ...]:
        """The practices for all staff, each with the names of its departments."""
        found = []
        for practice in self._plan.content.practices:
            if practice.meant_for is ForWhom.ALL_STAFF:
                among = {id for one in practice.audience for id in one.departments}
                names = (name for id, name in self.departments.items() if id in among)
                found.append((practice, tuple(names)))
        return tuple(found)

    @cached_property
    def practice_audiences(self) -> Mapping[tuple[str, str], tuple[Audience, ...]]:
        """Whom each practice is for, by the ids of the practice and the role."""
        found: dict[tuple[str, str], list[Audience]] = {}
        for practice in self._plan.content.practices:
            for audience in practice.audience:
                found.setdefault((practice.id, audience.role), []).append(audience)
        return {key: tuple(every) for key, every in found.items()}

    @cached_property
    def for_all_staff(self) -> tuple[Curriculum, ...]:
        """The curricula that the plan says are for all staff."""
        every = self._plan.content.curricula
        return tuple(one for one in every if one.audience is ForWhom.ALL_STAFF)

    @cached_property
    def trained(self) -> Stated:
        """The roles with training of their own."""
        return Stated(self._plan.roles, trained_roles(self._plan))

    @cached_property
    def training(self) -> Training:
        """What one member of each role takes, by departments and tables."""
        return Training(self._plan)

    @cached_property
    def with_duties(self) -> Stated:
        """The roles whose duties the plan states, for the role itself or level by level."""
        roles = self._plan.roles
        having = (
            role.id
            for role in roles.values()
            if role.duties or any(level.definition for level in role.levels)
        )
        return Stated(roles, frozenset(having))

    @cached_property
    def parts_with_duties(self) -> Mapping[str, tuple[Role, ...]]:
        """The parts of each role whose duties the plan states."""
        return {
            role: tuple(part for part in parts if part.id in self.with_duties)
            for role, parts in self._plan.parts_by_role.items()
        }

    @cached_property
    def with_skills(self) -> Stated:
        """The roles that ask for skills."""
        return Stated(self._plan.roles, self._plan.cells_by_role)

    @cached_property
    def with_training_text(self) -> Stated:
        """The roles with training that stands in a text of the plan alone."""
        roles = self._plan.roles
        having = frozenset(role.id for role in roles.values() if role.training_in_text)
        return Stated(roles, having)

    @cached_property
    def with_targets(self) -> Stated:
        """The roles with targets, for the role itself or one of its levels."""
        return Stated(self._plan.roles, self._plan.targets_by_role)

    @cached_property
    def legends(self) -> Legends:
        """What the marks of the matrices mean."""
        return legends(self._plan.content.matrices)

    def legend_of(self, role_id: str) -> tuple[LegendView, ...]:
        """What the marks of a role mean."""
        if role_id not in self._legends:
            self._legends[role_id] = legend(self._plan.cells_by_role.get(role_id, ()), self.legends)
        return self._legends[role_id]

    @cached_property
    def skill_counts(self) -> Mapping[str, int]:
        """The number of skills for which each role asks."""
        asking = self._plan.cells_by_role
        return {role: len({cell.skill_id for cell in cells}) for role, cells in asking.items()}

    @cached_property
    def skill_order(self) -> Mapping[str, int]:
        """The position of each skill in the plan's own order."""
        return {id: number for number, id in enumerate(self._plan.skills)}

    @cached_property
    def own_cells(self) -> Mapping[str, tuple[Cell, ...]]:
        """The requirements in each matrix, without those that roles inherit."""
        found: dict[str, list[Cell]] = {}
        for cell in self._plan.cells:
            if cell.origin is CellOrigin.OWN:
                found.setdefault(cell.matrix_id, []).append(cell)
        return {id: tuple(cells) for id, cells in found.items()}

    @cached_property
    def covering(self) -> Mapping[str, tuple[tuple[Curriculum, Basis], ...]]:
        """The curricula that cover each skill, with the basis; one pair for each statement."""
        found: dict[str, list[tuple[Curriculum, Basis]]] = {}
        for curriculum in self._plan.content.curricula:
            for covered in curriculum.covers:
                found.setdefault(covered.skill, []).append((curriculum, covered.basis))
        return {id: tuple(curricula) for id, curricula in found.items()}

    @cached_property
    def followed_by(self) -> Mapping[str, tuple[Curriculum, ...]]:
        """The curricula that ask for each curriculum first."""
        found: dict[str, list[Curriculum]] = {}
        for curriculum in self._plan.content.curricula:
            for before in dict.fromkeys(curriculum.after):
                found.setdefault(before, []).append(curriculum)
        return {id: tuple(curricula) for id, curricula in found.items()}

    @cached_property
    def included_by(self) -> Mapping[str, tuple[Curriculum, ...]]:
        """The curricula that include each curriculum."""
        found: dict[str, list[Curriculum]] = {}
        for curriculum in self._plan.content.curricula:
            if curriculum.includes is not None:
                found.setdefault(curriculum.includes, []).append(curriculum)
        return {id: tuple(curricula) for id, curricula in found.items()}

    @cached_property
    def goals_below(self) -> Mapping[str, Curriculum | None]:
        """For each curriculum, the nearest one with goals that it includes."""
        return self._nearest_included(lambda curriculum: bool(curriculum.goals))

    @cached_property
    def skills_below(self) -> Mapping[str, Curriculum | None]:
        """For each curriculum, the nearest one that covers skills and that it includes."""
        return self._nearest_included(lambda curriculum: bool(curriculum.covers))

    def _nearest_included(
        self, has: Callable[[Curriculum], bool]
    ) -> Mapping[str, Curriculum | None]:
        found: dict[str, Curriculum | None] = {}
        for linked in self._plan.linked_curricula.values():
            # From the innermost one outwards, so that a long chain is walked once.
            waiting = list(takewhile(lambda part: part.id not in found, linked.parts()))
            for part in reversed(waiting):
                inner = part.included
                if inner is None:
                    found[part.id] = None
                else:
                    own = has(inner.curriculum)
                    found[part.id] = inner.curriculum if own else found[inner.id]
        return found

    def all_including(self, curriculum_id: str) -> Iterator[Curriculum]:
        """The curricula that include a curriculum, then those that include these, and so on."""
        waiting = deque(self.included_by.get(curriculum_id, ()))
        while waiting:
            curriculum = waiting.popleft()
            yield curriculum
            waiting.extend(self.included_by.get(curriculum.id, ()))

    @cached_property
    def by_department(self) -> bool:
        """Whether the plan divides some curricula by departments."""
        return any(curriculum.departments for curriculum in self._plan.content.curricula)

    @cached_property
    def groups(self) -> Mapping[str, tuple[Curriculum, ...]]:
        """For each curriculum, itself and those that other tables state for the same people."""
        groups = (
            (first, *others)
            for curricula in self._plan.curricula_by_role.values()
            for first, others in grouped(curricula)
        )
        return {curriculum.id: group for group in groups for curriculum in group}

    @cached_property
    def course_counts(self) -> Mapping[str, int]:
        """The number of different courses in each curriculum."""
        uses = (
            {use.curriculum.id for use in of_course}
            for of_course in self._plan.uses_by_course.values()
        )
        return Counter(id for ids in uses for id in ids)

    def loose_courses(self, role: Role) -> int:
        """The number of courses in the curricula of a role that are for no particular level."""
        if role.id not in self._loose:
            every = self.at_levels.curricula.get((role.id, None), ())
            self._loose[role.id] = sum(self.course_counts.get(one.id, 0) for one in every)
        return self._loose[role.id]

    @cached_property
    def planned(self) -> frozenset[tuple[str, str]]:
        """The courses that the people of each role attend, as pairs of the ids of role and course.

        They stand in a curriculum of the role, or in one that it includes.
        """
        attending = self._plan.attendees_by_curriculum
        return frozenset(
            (people.role_id, course_id)
            for course_id, uses in self._plan.uses_by_course.items()
            for use in uses
            for people, _ in attending[use.curriculum.id]
        )

    @cached_property
    def taken(self) -> Mapping[str, frozenset[str]]:
        """The ids of the courses of each role: those of `planned`, and those that name the role."""
        found: dict[str, set[str]] = {}
        for role, course in self.planned:
            found.setdefault(role, set()).add(course)
        for role, offered in self.offered.items():
            found.setdefault(role, set()).update(course.id for course, _ in offered)
        return {role: frozenset(courses) for role, courses in found.items()}

    @cached_property
    def offered(self) -> Mapping[str, tuple[tuple[Course, tuple[Audience, ...]], ...]]:
        """For each role, the courses that name it as their audience, with these statements."""
        found: dict[str, dict[str, tuple[Course, list[Audience]]]] = {}
        for course in self._plan.content.courses:
            for audience in course.audience:
                of_role = found.setdefault(audience.role, {})
                of_role.setdefault(course.id, (course, []))[1].append(audience)
        return {
            role: tuple((course, tuple(said)) for course, said in courses.values())
            for role, courses in found.items()
        }

    @cached_property
    def category_parts(self) -> Mapping[str, tuple[Category, ...]]:
        """The categories that are part of each category."""
        found: dict[str, list[Category]] = {}
        for category in self._plan.content.categories:
            if category.part_of is not None:
                found.setdefault(category.part_of, []).append(category)
        return {id: tuple(parts) for id, parts in found.items()}

    @cached_property
    def disagreements(self) -> Mapping[str, Disagreement]:
        """The differences between the plan's tables, by the id of the course."""
        return {found.course_id: found for found in self._plan.disagreements}

    def taught(self, course_id: str, skill_id: str) -> tuple[Teaches, ...]:
        """A course's statements about one of its skills; empty if it does not teach the skill."""
        if course_id not in self._taught:
            found: dict[str, list[Teaches]] = {}
            for taught in self._plan.courses[course_id].teaches:
                found.setdefault(taught.skill, []).append(taught)
            self._taught[course_id] = {id: tuple(said) for id, said in found.items()}
        return self._taught[course_id].get(skill_id, ())
