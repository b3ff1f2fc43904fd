"""The training of a role as tracks: one track for each group of departments and each table.

Curricula of one role for different levels are added up. Curricula for different departments are
alternatives, and so are those that another table states for the same people: they are never added
up. Hours and days come from `jinzai.link.learning`. Courses without a published amount are counted
separately. Courses that only some people of a track take are counted separately too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from jinzai.link.catalogue import LinkedPlan
from jinzai.link.curricula import CourseUse, LinkedCurriculum, LinkedStage
from jinzai.link.learning import Load, Span, total_load
from jinzai.link.same_curriculum import grouped
from jinzai.model.base import Basis
from jinzai.model.course import Format
from jinzai.model.curriculum import Curriculum

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
    """

    hours: Span | None
    days: Span | None
    unknown: tuple[int, int]
    loads: int


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
    """The tracks that these curricula make, one for each department and each table.

    A track must hold what one person takes, and count nothing twice. Curricula of different
    departments or tables are alternatives. Curricula that are for all departments, or that only
    one table states, belong to each track.

    Example: tables t and u both state a curriculum for department d, as x and y. A curriculum z is
    for all departments. Then there are two tracks for d: (x, z) as t states it, and (y, z) as u
    states it. If two departments get the same curricula, only the first makes a track.
    """
    groups = grouped(curriculum for curriculum in every if curriculum.trains)
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
    linked = [plan.linked_curricula[curriculum.id] for curriculum in taken]
    counts = _counts(linked)
    forms: _Forms = {}
    extras: list[Extra] = []
    for part in counts:
        for stage in part.stages:
            if stage.stage.only is None:
                _add_forms(forms, stage)
            else:
                extras.append(_extra(stage, stage.stage.only))
    return Track(
        department,
        table,
        tuple(curriculum.id for curriculum in taken),
        total_load(one.load for one in linked),
        *_mix(forms),
        *_gates(taken, counts),
        _repeats(counts),
        tuple(extras),
        tuple(NamedCourse(id, plan.courses[id].name) for id in forms),
    )


def _counts(taken: Iterable[LinkedCurriculum]) -> Mapping[LinkedCurriculum, int]:
    """How often each curriculum counts in the sum of `taken`, in the order of the parts.

    Example: b and c both include a, and all three are taken. Then a counts three times: once for
    itself, once within b, once within c. Each curriculum is visited once, however many curricula
    include it: walking the chain again for each would be the square of a long chain.
    """
    counts: dict[LinkedCurriculum, int] = {}
    from_below: list[LinkedCurriculum] = []
    for one in taken:
        unknown = list(takewhile(lambda part: part not in counts, one.parts()))
        counts.update(dict.fromkeys(unknown, 0))
        from_below += reversed(unknown)
    for one in taken:
        counts[one] += 1
    for part in reversed(from_below):
        if part.included is not None:
            counts[part.included] += counts[part]
    return counts


def _gates(taken: Iterable[Curriculum], parts: Iterable[LinkedCurriculum]) -> tuple[int, bool]:
    """How many conditions there are, and whether one is inferred."""
    bases = [curriculum.basis for curriculum in taken if curriculum.after]
    bases += [
        part.curriculum.basis for part in parts for stage in part.stages if stage.stage.requires
    ]
    return len(bases), Basis.INFERRED in bases


def _repeats(counts: Mapping[LinkedCurriculum, int]) -> bool:
    """Whether a course without published hours counts more than once in one sum.

    A course counts separately for each table that states it. A course in two options of one choice
    is taken once.
    """
    times: Counter[tuple[str, str | None]] = Counter()
    for part, count in counts.items():
        for stage in part.stages:
            if stage.stage.only is not None:
                continue
            for item in stage.items:
                uses = (
                    (item,)
                    if isinstance(item, CourseUse)
                    else (use for option in item.options for use in option.uses)
                )
                unknown = {use.course.id for use in uses if use.stated.load.unknown}
                times.update({(id, part.curriculum.table): count for id in unknown})
    return any(count > 1 for count in times.values())


def _extra(stage: LinkedStage, only: str) -> Extra:
    forms: _Forms = {}
    _add_forms(forms, stage)
    return Extra(only, stage.load, *_mix(forms))


def _add_forms(forms: _Forms, stage: LinkedStage) -> None:
    """Adds the courses of a stage, with the formats in which its table has them."""
    for use in stage.uses:
        forms.setdefault(use.course.id, set()).update(
            form.format for way, _ in use.stated.deliveries for form in (way, *way.plus)
        )


def _mix(forms: _Forms) -> tuple[int, dict[Format, int], int]:
    """How many courses there are, how many in each format, and how many in none."""
    count = Counter(form for found in forms.values() for form in found)
    formats = {form: count[form] for form in Format if count[form]}
    return len(forms), formats, sum(not found for found in forms.values())
