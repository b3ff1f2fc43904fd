"""The offers of curricula: real choices, and courses for the right people."""

from collections.abc import Iterator

from jinzai.check.ancestry import role_ancestry
from jinzai.check.index import Entity, PlanIndex
from jinzai.check.resolution import dangling
from jinzai.findings.finding import Finding, RelatedPlace
from jinzai.findings.rules_content import (
    CHOICE_OF_ONE,
    COURSE_NOT_FOR_ROLE,
    OPTION_WITHOUT_COURSE,
)
from jinzai.model.audience import Audience
from jinzai.model.course import Course
from jinzai.model.curriculum import AnyOf, Curriculum
from jinzai.model.plan import Department
from jinzai.model.role import Role
from jinzai.model.walk import Path

_MOST_DEPARTMENTS = 20
"""The largest number of departments that a message names. Curricula have one or two."""

_Group = tuple[str, str | None, tuple[str, ...]]
"""The people of a curriculum: role, level, departments."""


def curricula(index: PlanIndex) -> Iterator[Finding]:
    """Choices with a single option, and courses that are offered to roles they are not for.

    An offer is not checked if a reference in the course or the curriculum is broken.
    """
    offers = _Offers(index)
    for entity in index.of_kind("curriculum"):
        curriculum = entity.record
        if not isinstance(curriculum, Curriculum):
            continue
        for row, stage in enumerate(curriculum.stages):
            for number, item in enumerate(stage.items):
                path: Path = ("stages", row, "items", number)
                if not isinstance(item, AnyOf):
                    yield from offers.judge(entity, curriculum, item.course, (*path, "course"))
                    continue
                if len(item.any_of) < 2:
                    count = len(item.any_of)
                    yield index.at(CHOICE_OF_ONE, entity, path=(*path, "any_of"), count=count)
                for option, choice in enumerate(item.any_of):
                    if not choice.courses:
                        inner = (*path, "any_of", option, "courses")
                        yield index.at(OPTION_WITHOUT_COURSE, entity, path=inner)
                    for position, taken in enumerate(choice.courses):
                        inner = (*path, "any_of", option, "courses", position, "course")
                        yield from offers.judge(entity, curriculum, taken.course, inner)


class _Offers:
    """Whether courses are for the people to whom they are offered.

    The result for a course and a group of people is kept for further offers.
    """

    def __init__(self, index: PlanIndex) -> None:
        self._index = index
        self._broken = frozenset(
            located.entity.key for located, _ in dangling(index) if located.entity
        )
        roles = [e for e in index.of_kind("role") if isinstance(e.record, Role)]
        self._parts = {(e.record.part_of, e.id) for e in roles if isinstance(e.record, Role)}
        self._ancestry = role_ancestry(index)
        self._departments: dict[str, list[tuple[int, str]]] = {}
        for number, entity in enumerate(index.of_kind("department")):
            if isinstance(entity.record, Department):
                named = self._departments.setdefault(entity.id, [])
                named.append((number, entity.record.name))
        self._fits: dict[tuple[str, _Group], bool] = {}
        self._names: dict[_Group, str] = {}

    def judge(
        self, entity: Entity, curriculum: Curriculum, course_id: str, path: Path
    ) -> Iterator[Finding]:
        """A finding if a curriculum offers a course to people whom the course is not for."""
        index = self._index
        found = index.find("course", course_id)
        course = found.record if found else None
        if found is None or not isinstance(course, Course) or not course.audience:
            return
        if not index.whole("role") or self._broken & {entity.key, found.key}:
            return
        group = curriculum.role, curriculum.level, curriculum.departments
        if (course_id, group) not in self._fits:
            self._fits[course_id, group] = any(
                self._is_for(audience, group) for audience in course.audience
            )
        if self._fits[course_id, group]:
            return
        place = found.file.place((*found.path, "audience"))
        yield index.at(
            COURSE_NOT_FOR_ROLE,
            entity,
            path=path,
            related=(RelatedPlace(place, "研修の対象"),),
            course=course.name,
            line=place.line,
            role=self._name(group),
        )

    def _is_for(self, audience: Audience, group: _Group) -> bool:
        """Whether some people of the group belong to the audience.

        An audience of a role includes the parts of this role, at any depth, and the role that it is
        part of.
        """
        role, level, departments = group
        level_fits = audience.level is None or level in (None, audience.level)
        departments_fit = (
            not audience.departments
            or not departments
            or not set(audience.departments).isdisjoint(departments)
        )
        role_fits = (role, audience.role) in self._parts or self._ancestry.is_within(
            role, audience.role
        )
        return level_fits and departments_fit and role_fits

    def _name(self, group: _Group) -> str:
        """The people of a curriculum by name: role, level, departments."""
        if group not in self._names:
            self._names[group] = self._named(*group)
        return self._names[group]

    def _named(self, role_id: str, level_id: str | None, departments: tuple[str, ...]) -> str:
        found = self._index.find("role", role_id)
        if found is None or not isinstance(found.record, Role):
            return role_id
        role = found.record
        words = [role.name, *(level.name for level in role.levels if level.id == level_id)]
        ranked = sorted(one for id in set(departments) for one in self._departments.get(id, ()))
        names = [name for _, name in ranked]
        shown = "・".join(names[:_MOST_DEPARTMENTS])
        more = f"ほか{len(names) - _MOST_DEPARTMENTS}" if len(names) > _MOST_DEPARTMENTS else ""
        return " ".join(words) + (f"（{shown}{more}）" if names else "")
