"""What the training of a plan teaches in areas: courses, curricula and practices.

A course teaches an area if it teaches a skill that is mapped to the area, or if its own text has a
link to the area. The same holds for curricula (`covers`) and practices (`develops`). This module
knows no table of skills. `jinzai.compare.evidence` says what roles take over from each other.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinzai.compare.sayings import EvidenceOrigin, linked_areas
from jinzai.link.catalogue import LinkedPlan, entity_name
from jinzai.link.curricula import LinkedCurriculum
from jinzai.model.base import Basis
from jinzai.model.course import Course
from jinzai.model.curriculum import Curriculum
from jinzai.model.practice import Practice
from jinzai.model.walk import FoundProse, walk


class Lesson(NamedTuple):
    """Training of a role that teaches skills of an area.

    Attributes:
        area: the area as `framework/entry`.
        role_id: the role with the training; None among the evidence of the whole plan.
        kind: `course`, `curriculum` (its `covers`) or `practice` (its `develops`).
        id: the id of that thing.
        name: its name in the plan.
        skills: the names of the skills of the area that it teaches; empty if not a skill but a
            text of the thing itself has a link to the area.
        basis: inferred if an editor worked out that it is for the role, or that it teaches them.
        origin: from which role it comes.
    """

    area: str
    role_id: str | None
    kind: str
    id: str
    name: str
    skills: tuple[str, ...]
    basis: Basis
    origin: EvidenceOrigin = EvidenceOrigin.OWN

    @property
    def key(self) -> tuple[object, ...]:
        """What two lessons in one area have in common if they are the same."""
        return self.kind, self.id


class _Teaching(NamedTuple):
    """What one course, curriculum or practice teaches in an area, whichever role it is for."""

    area: str
    skills: tuple[str, ...]
    basis: Basis


class Lessons:
    """The lessons of a plan. What each course, curriculum and practice teaches is found once."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._teaching_parts: dict[LinkedCurriculum, LinkedCurriculum | None] = {}
        self._by_course = {
            one.id: self._taught(one, ((skill.skill, skill.basis) for skill in one.teaches))
            for one in plan.content.courses
        }
        self._by_curriculum = {
            one.id: self._taught(one, ((skill.skill, skill.basis) for skill in one.covers))
            for one in plan.content.curricula
        }
        self._by_practice = {
            one.id: self._taught(one, ((skill, Basis.STATED) for skill in one.develops))
            for one in plan.content.practices
        }

    def of_plan(self) -> Iterator[Lesson]:
        """All lessons of the plan, each once, for no role."""
        content = self._plan.content
        for course in content.courses:
            yield from self._course(course, None, Basis.STATED)
        for curriculum in content.curricula:
            yield from self._curriculum(curriculum, None)
        for practice in content.practices:
            yield from self._practice(practice, None, Basis.STATED)

    def of_roles(self) -> Iterator[tuple[tuple[str, str | None], Lesson]]:
        """The lessons of each role's own training.

        The id of a role stands before each, with that of a level or None for the whole role.
        """
        for role_id, curricula in self._plan.curricula_by_role.items():
            yield from self._of_curricula(role_id, curricula)
        yield from self._of_audiences()

    def as_written(self) -> Iterator[tuple[tuple[str, str | None], Lesson]]:
        """As `of_roles`, without the training of included curricula.

        It grows with what the plan writes, however long a chain of included curricula is.
        """
        for curriculum in self._plan.content.curricula:
            at = (curriculum.role, curriculum.level)
            for use in self._plan.linked_curricula[curriculum.id].uses:
                for lesson in self._course(use.course, curriculum.role, use.basis):
                    yield at, lesson
            for lesson in self._curriculum(curriculum, curriculum.role):
                yield at, lesson
        yield from self._of_audiences()

    def _of_audiences(self) -> Iterator[tuple[tuple[str, str | None], Lesson]]:
        for course in self._plan.content.courses:
            for audience in course.audience:
                for lesson in self._course(course, audience.role, audience.basis):
                    yield (audience.role, audience.level), lesson
        for practice in self._plan.content.practices:
            for audience in practice.audience:
                for lesson in self._practice(practice, audience.role, audience.basis):
                    yield (audience.role, audience.level), lesson

    def _of_curricula(
        self, role_id: str, curricula: Iterable[Curriculum]
    ) -> Iterator[tuple[tuple[str, str | None], Lesson]]:
        # A curriculum may be included by many others: each is visited once for a role and level.
        visited: set[tuple[str | None, str]] = set()
        for curriculum in curricula:
            at = (role_id, curriculum.level)
            part = self._teaching_part(self._plan.linked_curricula[curriculum.id])
            while part is not None and (curriculum.level, part.id) not in visited:
                visited.add((curriculum.level, part.id))
                for use in part.uses:
                    for lesson in self._course(use.course, role_id, use.basis):
                        yield at, lesson
                for lesson in self._curriculum(part.curriculum, role_id):
                    yield at, lesson
                part = None if part.included is None else self._teaching_part(part.included)

    def _teaching_part(self, curriculum: LinkedCurriculum) -> LinkedCurriculum | None:
        """The first part of a curriculum that teaches in an area by itself; None without one.

        A long chain of others is walked once for all roles, not again for each.
        """
        passed: list[LinkedCurriculum] = []
        found: LinkedCurriculum | None = None
        for part in curriculum.parts():
            if part in self._teaching_parts:
                found = self._teaching_parts[part]
                break
            passed.append(part)
            if self._by_curriculum[part.id] or any(
                self._by_course[use.course.id] for use in part.uses
            ):
                found = part
                break
        self._teaching_parts.update(dict.fromkeys(passed, found))
        return found

    def _course(self, course: Course, role_id: str | None, basis: Basis) -> Iterator[Lesson]:
        for one in self._by_course[course.id]:
            yield _lesson(one, role_id, "course", course, basis)

    def _curriculum(self, curriculum: Curriculum, role_id: str | None) -> Iterator[Lesson]:
        for one in self._by_curriculum[curriculum.id]:
            yield _lesson(one, role_id, "curriculum", curriculum, curriculum.basis)

    def _practice(self, practice: Practice, role_id: str | None, basis: Basis) -> Iterator[Lesson]:
        for one in self._by_practice[practice.id]:
            yield _lesson(one, role_id, "practice", practice, basis)

    def _taught(
        self, thing: Course | Curriculum | Practice, taught: Iterable[tuple[str, Basis]]
    ) -> tuple[_Teaching, ...]:
        """The areas of the taught skills, and those to which the thing's own texts have links."""
        found: dict[str, dict[str, Basis]] = {}
        for skill_id, basis in taught:
            skill = self._plan.skills[skill_id]
            for link in skill.areas:
                found.setdefault(link.entry, {})[entity_name(skill)] = basis
        by_skills = [
            _Teaching(area, tuple(skills), _either(skills.values()))
            for area, skills in found.items()
        ]
        texts = (one for one in walk(thing) if isinstance(one, FoundProse))
        linked: dict[str, list[Basis]] = {}
        for text in texts:
            if "note" not in text.path:
                for area, _, basis in linked_areas(self._plan, text.text):
                    linked.setdefault(area, []).append(basis)
        by_texts = (
            _Teaching(area, (), _either(bases))
            for area, bases in linked.items()
            if area not in found
        )
        return (*by_skills, *by_texts)


def _lesson(
    taught: _Teaching,
    role_id: str | None,
    kind: str,
    thing: Course | Curriculum | Practice,
    basis: Basis,
) -> Lesson:
    inferred = Basis.INFERRED in (taught.basis, basis)
    return Lesson(
        taught.area,
        role_id,
        kind,
        thing.id,
        thing.name,
        taught.skills,
        Basis.INFERRED if inferred else Basis.STATED,
    )


def _either(bases: Iterable[Basis]) -> Basis:
    """Stated if one of several grounds is."""
    return Basis.STATED if Basis.STATED in set(bases) else Basis.INFERRED
