"""The training of a role as tracks: one track for each group of departments and each table.

Curricula of one role for different levels are added up. Curricula for different departments are
alternatives, and so are those that another table states for the same people: they are never added
up. Hours and days come from `jinzai.link.learning`. Courses without a published amount are counted
separately. Courses that only some people of a track take are counted separately too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.learning import Load, Span, course_load, deliveries_in, stage_load, total
from jinzai.link.same_curriculum import grouped
from jinzai.model.base import Basis
from jinzai.model.course import Format
from jinzai.model.curriculum import AnyOf, CourseItem, Curriculum, Stage

_Group = tuple[Curriculum, tuple[Curriculum, ...]]
"""A curriculum, with those that other tables state for the same people."""

_Forms = dict[str, set[Format]]
"""Courses by id, in order, each with the formats in which it can be taken."""


class Extra(NamedTuple):
    """What only some people of a track take besides. `only` says in the plan's words who they are.

    `courses`, `formats` and `formless` mean the same as in `Track`.
    """

    only: str
    load: Load
    courses: int
    formats: Mapping[Format, int]
    formless: int


class NamedCourse(NamedTuple):
    """A course that people of a track may take."""

    id: str
    name: str


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
    taken: tuple[NamedCourse, ...] = ()


class Reach(NamedTuple):
    """The range over several loads, for hours and days separately.

    Attributes:
        hours: the range over the loads with a published amount; None if there is no such load.
        days: the same for days.
        unknown: the fewest and the most courses without published hours that a load has.
        loads: how many loads there are.
        untold: how many of them have no published amount at all.
    """

    hours: Span | None
    days: Span | None
    unknown: tuple[int, int]
    loads: int
    untold: int


def tracks(plan: LinkedPlan, role_id: str) -> tuple[Track, ...]:
    """The tracks of a role; empty if no curriculum of the role has training."""
    return _tracks(plan, plan.curricula_by_role.get(role_id, ()))


def level_tracks(plan: LinkedPlan, role_id: str) -> Mapping[str | None, tuple[Track, ...]]:
    """The tracks of each level's own curricula.

    The key None has those of curricula without a level.
    """
    by_level: dict[str | None, list[Curriculum]] = {}
    for curriculum in plan.curricula_by_role.get(role_id, ()):
        by_level.setdefault(curriculum.level, []).append(curriculum)
    return {level: _tracks(plan, curricula) for level, curricula in by_level.items()}


def _tracks(plan: LinkedPlan, every: Iterable[Curriculum]) -> tuple[Track, ...]:
    curricula = [
        curriculum
        for curriculum in every
        if curriculum.includes or any(stage.items for stage in curriculum.stages)
    ]
    groups = grouped(curricula)
    tables = _differing_tables(groups)
    found: dict[tuple[str, ...], Track] = {}
    for department, of_it in _by_department(groups):
        for table in tables:
            taken = tuple(_of_track(of_it, table))
            ids = tuple(curriculum.id for curriculum in taken)
            if taken and ids not in found:
                found[ids] = _track(plan, department, table, taken)
    return tuple(found.values())


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
        len(every) - len(known),
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


def _track(
    plan: LinkedPlan, department: str | None, table: str | None, taken: tuple[Curriculum, ...]
) -> Track:
    chains = [tuple(_with_included(plan, curriculum)) for curriculum in taken]
    parts = {part.id: part for chain in chains for part in chain}.values()
    forms: _Forms = {}
    extras: list[Extra] = []
    for part in parts:
        for stage in part.stages:
            if stage.only is None:
                _add_forms(forms, plan, stage, part.table)
            else:
                extras.append(_extra(plan, stage, stage.only, part.table))
    return Track(
        department,
        table,
        tuple(curriculum.id for curriculum in taken),
        total(plan.loads[curriculum.id] for curriculum in taken),
        *_mix(forms),
        *_gates(taken, parts),
        _repeats(plan, chains),
        tuple(extras),
        tuple(NamedCourse(id, plan.courses[id].name) for id in forms),
    )


def _gates(taken: Iterable[Curriculum], parts: Iterable[Curriculum]) -> tuple[int, bool]:
    """How many conditions there are, and whether one is inferred."""
    bases = [curriculum.basis for curriculum in taken if curriculum.after]
    bases += [part.basis for part in parts for stage in part.stages if stage.requires]
    return len(bases), Basis.INFERRED in bases


def _repeats(plan: LinkedPlan, chains: Iterable[tuple[Curriculum, ...]]) -> bool:
    taken = Counter(
        (course_id, part.table)
        for chain in chains
        for part in chain
        for stage in part.stages
        if stage.only is None
        for item in stage.items
        for course_id in set(_courses_of(item))
    )
    return any(
        course_load(plan.courses[course_id], table).unknown
        for (course_id, table), times in taken.items()
        if times > 1
    )


def _extra(plan: LinkedPlan, stage: Stage, only: str, table: str | None) -> Extra:
    forms: _Forms = {}
    _add_forms(forms, plan, stage, table)
    return Extra(only, stage_load(stage, plan.courses, table), *_mix(forms))


def _add_forms(forms: _Forms, plan: LinkedPlan, stage: Stage, table: str | None) -> None:
    """Adds the courses of a stage, with the formats in which `table` has them."""
    for course_id in _course_ids(stage):
        deliveries = deliveries_in(plan.courses[course_id], table)
        forms.setdefault(course_id, set()).update(
            form.format for delivery in deliveries for form in (delivery, *delivery.plus)
        )


def _mix(forms: _Forms) -> tuple[int, dict[Format, int], int]:
    """How many courses there are, how many in each format, and how many in none."""
    count = Counter(form for found in forms.values() for form in found)
    formats = {form: count[form] for form in Format if count[form]}
    return len(forms), formats, sum(not found for found in forms.values())


def _with_included(plan: LinkedPlan, curriculum: Curriculum) -> Iterator[Curriculum]:
    part: Curriculum | None = curriculum
    while part is not None:
        yield part
        part = None if part.includes is None else plan.curricula[part.includes]


def _course_ids(stage: Stage) -> Iterator[str]:
    for item in stage.items:
        yield from _courses_of(item)


def _courses_of(item: CourseItem | AnyOf) -> Iterator[str]:
    """The courses of an item; one that several of its options have, more than once."""
    if isinstance(item, CourseItem):
        yield item.course
    else:
        yield from (taken.course for option in item.any_of for taken in option.courses)
