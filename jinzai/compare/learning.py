"""The training of a role as tracks: one track for each group of departments and each table.

Curricula of one role for different levels are added up. Curricula for different departments are
alternatives, and so are those that another table states for the same people: they are never added
up. Hours and days come from `jinzai.link.learning`. Courses without a published amount are counted
separately. Courses that only some people of a track take are counted separately too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jinzai.compare.offered import Offered, Offers, TakenCourse, of_stages
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.curricula import LinkedStage
from jinzai.link.learning import Load, Span, total_load
from jinzai.link.parent_roles import Stated, trained_roles
from jinzai.link.same_curriculum import grouped
from jinzai.model.base import Basis
from jinzai.model.course import Format
from jinzai.model.curriculum import Curriculum
from jinzai.model.role import Role

_Group = tuple[Curriculum, tuple[Curriculum, ...]]
"""A curriculum, with those that other tables state for the same people."""


class Extra(NamedTuple):
    """What only some people of a track take besides. `only` says in the plan's words who they are.

    `courses`, `formats` and `formless` mean the same as in `Track`.
    """

    only: str
    load: Load
    courses: int
    formats: Mapping[Format, int]
    formless: int


class Track(NamedTuple):
    """What one member of a role takes, as one table states it.

    Attributes:
        department: the group of departments that it is for, or None for all.
        table: the table that states it, or None where the plan's tables do not differ.
        curricula: the ids of the curricula that it consists of.
        load: the sum of their loads.
        courses: how many different courses may be taken, alternatives among them.
        formats: how many of these courses can be taken, wholly or in part, in each format. A course
            with several formats counts in each. A format that the plan leaves open counts as a
            format.
        formless: how many of these courses state no format at all; they count in no format.
        gates: how many conditions there are: curricula and stages that ask for another one first.
        gates_inferred: whether an editor worked one of them out.
        repeats: whether `load` counts a course without published hours more than once, since
            several of the curricula have it.
        extras: what only some of its people take. No sum above contains it.
        taken: the courses that `courses` counts, in the order in which the curricula have them.
    """

    department: str | None
    table: str | None
    curricula: tuple[str, ...]
    load: Load
    courses: int
    formats: Mapping[Format, int]
    formless: int
    gates: int
    gates_inferred: bool
    repeats: bool
    extras: tuple[Extra, ...] = ()
    taken: tuple[TakenCourse, ...] = ()


class Reach(NamedTuple):
    """The range over several loads, for hours and days separately.

    Attributes:
        hours: the range over the loads with a published amount; None if there is no such load.
        days: the same for days.
        unknown: the fewest and the most courses without published hours that a load has.
        loads: how many loads there are.
    """

    hours: Span | None
    days: Span | None
    unknown: tuple[int, int]
    loads: int


class Training:
    """The training of each role of one plan."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._offers = Offers()
        self._trained = Stated(plan.roles, trained_roles(plan))
        self._extras: dict[int, Extra] = {}

    def of_role(self, role_id: str) -> tuple[Track, ...]:
        """The tracks of a role; empty if no curriculum of the role has training."""
        return self._tracks(self._plan.curricula_by_role.get(role_id, ()))

    def parent_of(self, role: Role) -> Role | None:
        """The parent role whose training the plan states for a role too.

        None for a role that has training of its own, and for one without such a parent role.
        """
        return self._trained.for_part(role)

    def of_levels(self, role_id: str) -> Mapping[str | None, tuple[Track, ...]]:
        """The tracks of each level's own curricula.

        The key None has those of curricula without a level.
        """
        by_level: dict[str | None, list[Curriculum]] = {}
        for curriculum in self._plan.curricula_by_role.get(role_id, ()):
            by_level.setdefault(curriculum.level, []).append(curriculum)
        return {level: self._tracks(curricula) for level, curricula in by_level.items()}

    def _tracks(self, every: Iterable[Curriculum]) -> tuple[Track, ...]:
        """The tracks that these curricula make, one for each department and each table.

        A track must hold what one person takes, and count nothing twice. Curricula of different
        departments or tables are alternatives. Curricula that are for all departments, or that
        only one table states, belong to each track.

        Example: tables t and u both state a curriculum for department d, as x and y. A curriculum z
        is for all departments. Then there are two tracks for d: (x, z) as t states it, and (y, z)
        as u states it. If two departments get the same curricula, only the first makes a track.
        """
        groups = grouped(curriculum for curriculum in every if curriculum.trains)
        tables = _differing_tables(groups)
        found: dict[tuple[str, ...], Track] = {}
        for department, of_it in _by_department(groups):
            for table in tables:
                taken = tuple(_of_track(of_it, table))
                ids = tuple(curriculum.id for curriculum in taken)
                if taken and ids not in found:
                    found[ids] = self._track(department, table, taken)
        return tuple(found.values())

    def _track(
        self, department: str | None, table: str | None, taken: tuple[Curriculum, ...]
    ) -> Track:
        linked = [self._plan.linked_curricula[curriculum.id] for curriculum in taken]
        offered = self._offers.together(linked)
        return Track(
            department,
            table,
            tuple(curriculum.id for curriculum in taken),
            total_load(one.load for one in linked),
            *_mix(offered.courses),
            *_gates(taken, offered),
            offered.repeats,
            tuple(map(self._extra, offered.apart)),
            offered.courses,
        )

    def _extra(self, stage: LinkedStage) -> Extra:
        if id(stage) not in self._extras:
            courses = of_stages((stage,), None).courses
            self._extras[id(stage)] = Extra(stage.stage.only or "", stage.load, *_mix(courses))
        return self._extras[id(stage)]


def either(loads: Iterable[Load]) -> Load | None:
    """The range over several alternative loads; None without loads."""
    combined: Load | None = None
    for load in loads:
        combined = load if combined is None or combined == load else combined | load
    return combined


def reach(loads: Iterable[Load]) -> Reach | None:
    """The range over several loads; None without loads. A missing amount never counts as 0."""
    every = tuple(loads)
    if not every:
        return None
    known = [load for load in every if load.given]
    unknown = [load.unknown for load in every]
    both = either(known)
    return Reach(
        None if both is None else both.hours,
        None if both is None else both.days,
        (min(unknown), max(unknown)),
        len(every),
    )


def _by_department(groups: tuple[_Group, ...]) -> Iterator[tuple[str | None, list[_Group]]]:
    """Each department that is named, with the groups for it or for all, in their order.

    Where none is named, all groups once.
    """
    for_all: list[int] = []
    named: dict[str, dict[int, None]] = {}
    for number, (first, others) in enumerate(groups):
        if not first.departments:
            for_all.append(number)
        for curriculum in (first, *others):
            for department in curriculum.departments:
                named.setdefault(department, {})[number] = None
    if not named:
        yield None, list(groups)
    for department, numbers in named.items():
        yield department, [groups[number] for number in sorted([*for_all, *numbers])]


def _differing_tables(groups: tuple[_Group, ...]) -> tuple[str | None, ...]:
    named = dict.fromkeys(
        curriculum.table for first, others in groups if others for curriculum in (first, *others)
    )
    return tuple(named) or (None,)


def _of_track(groups: Iterable[_Group], table: str | None) -> Iterator[Curriculum]:
    for first, others in groups:
        if not others:
            yield first
        else:
            yield from (one for one in (first, *others) if one.table == table)


def _gates(taken: Iterable[Curriculum], offered: Offered) -> tuple[int, bool]:
    """How many conditions there are, and whether one is inferred."""
    inferred = [curriculum.basis is Basis.INFERRED for curriculum in taken if curriculum.after]
    inferred += [gate.inferred for gate in offered.gates]
    return len(inferred), any(inferred)


def _mix(courses: tuple[TakenCourse, ...]) -> tuple[int, dict[Format, int], int]:
    """How many courses there are, how many in each format, and how many in none."""
    count = Counter(form for course in courses for form in course.formats)
    formats = {form: count[form] for form in Format if count[form]}
    return len(courses), formats, sum(not course.formats for course in courses)
