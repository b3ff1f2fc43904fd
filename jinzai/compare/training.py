"""The training of a role as tracks: one track for each group of departments and each table.

Curricula of one role for different levels are added up. Curricula for different departments are
alternatives, and so are those that another table states for the same people: they are never added
up. Hours and days come from `jinzai.link.learning`. Courses without a published amount are counted
separately. Courses that only some people of a track take are counted separately too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jinzai.compare.learning import Extra, Track
from jinzai.compare.offered import Offered, Offers, TakenCourse, both, of_stages
from jinzai.compare.steps import EarlierStep, Steps
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.curricula import LinkedStage
from jinzai.link.learning import Load, total_load
from jinzai.link.parent_roles import Stated, trained_roles
from jinzai.link.same_curriculum import grouped
from jinzai.model.audience import RoleAt
from jinzai.model.base import Basis
from jinzai.model.course import Format
from jinzai.model.curriculum import Curriculum, ForWhom
from jinzai.model.role import Role

_Group = tuple[Curriculum, tuple[Curriculum, ...]]
"""A curriculum, with those that other tables state for the same people."""


class Training:
    """The training of each role of one plan."""

    def __init__(self, plan: LinkedPlan) -> None:
        self._plan = plan
        self._offers = Offers()
        self._trained = Stated(plan.roles, trained_roles(plan))
        self._steps = Steps(plan)
        self._extras: dict[int, Extra] = {}
        self._bases: dict[str, RoleAt | None] = {}
        self._of_bases: dict[RoleAt, tuple[Track, ...]] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._of_parts: dict[str, tuple[Track, ...]] = {}
        self._of_levels: dict[str, Mapping[str | None, tuple[Track, ...]]] = {}

    def of_role(self, role_id: str) -> tuple[Track, ...]:
        """The tracks of a role; empty if no curriculum of the role has training."""
        return self._tracks(self._plan.curricula_by_role.get(role_id, ()))

    def parent_of(self, role: Role) -> Role | None:
        """The parent role whose training the plan states for a role too.

        None for a role that has training of its own, and for one without such a parent role.
        """
        return self._trained.for_part(role)

    def of_part(self, part: Role) -> tuple[Track, ...]:
        """The tracks of the parent role, as they hold for a part without training of its own.

        A stage for the people of the part counts like the stages for everybody. A stage for the
        people of another part is left out. Where only some tracks of a table have a stage for the
        part, these alone are the part's: the others are for departments without such people.
        """
        parent = self.parent_of(part)
        if parent is None:
            return ()
        takers = self._takers(part, parent)
        if not takers:
            if parent.id not in self._of_parts:
                every = self._plan.curricula_by_role[parent.id]
                self._of_parts[parent.id] = self._tracks(every, takers)
            return self._of_parts[parent.id]
        tracks = self._tracks(self._plan.curricula_by_role[parent.id], takers)
        having = {track.table for track in tracks if track.counted}
        return tuple(track for track in tracks if track.counted or track.table not in having)

    def _takers(self, part: Role, parent: Role) -> frozenset[str]:
        """The part and the roles between it and its parent role, as far as stages name them."""
        if parent.id not in self._named:
            self._named[parent.id] = frozenset(
                stage.stage.only_role.role
                for curriculum in self._plan.curricula_by_role[parent.id]
                for stage in self._plan.linked_curricula[curriculum.id].apart
                if stage.stage.only_role is not None
            )
        named = self._named[parent.id]
        found: set[str] = set()
        role = part
        while named and role.id != parent.id and role.part_of is not None:
            found.add(role.id)
            role = self._plan.roles[role.part_of]
        return named & found

    def for_all_staff(self) -> tuple[Track, ...]:
        """The tracks of the training that the plan gives to all staff."""
        return self._tracks(
            one for one in self._plan.content.curricula if one.audience is ForWhom.ALL_STAFF
        )

    def base_of(self, role: Role) -> RoleAt | None:
        """The nearest of the roles that a role extends that has training besides that for all.

        Its level is None if the role extends a role as a whole. None without such a role.
        """
        passed: list[Role] = []
        while role.id not in self._bases and role.extends is not None:
            # Without this, roles that extend each other would be walked for ever.
            self._bases[role.id] = None
            passed.append(role)
            if self._has_own(role.extends.role):
                self._bases[role.id] = role.extends
                break
            role = self._plan.roles[role.extends.role]
        found = self._bases.get(role.id)
        for one in passed:
            self._bases[one.id] = found
        return found

    def _has_own(self, role_id: str) -> bool:
        return any(
            one.trains and one.audience is ForWhom.ROLE
            for one in self._plan.curricula_by_role.get(role_id, ())
        )

    def of_base(self, base: RoleAt) -> tuple[Track, ...]:
        """The tracks of a role that another one extends, up to the level that it extends.

        Training for all staff is left out, since it stands apart.
        """
        if base not in self._of_bases:
            levels = [level.id for level in self._plan.roles[base.role].levels]
            below = frozenset(levels[: levels.index(base.level) + 1] if base.level else levels)
            self._of_bases[base] = self._tracks(
                one
                for one in self._plan.curricula_by_role[base.role]
                if one.audience is ForWhom.ROLE and (one.level is None or one.level in below)
            )
        return self._of_bases[base]

    def of_levels(self, role_id: str) -> Mapping[str | None, tuple[Track, ...]]:
        """The tracks of each level's own curricula.

        The key None has those of curricula without a level.
        """
        if role_id not in self._of_levels:
            by_level: dict[str | None, list[Curriculum]] = {}
            for curriculum in self._plan.curricula_by_role.get(role_id, ()):
                by_level.setdefault(curriculum.level, []).append(curriculum)
            self._of_levels[role_id] = {
                level: self._tracks(curricula) for level, curricula in by_level.items()
            }
        return self._of_levels[role_id]

    def _tracks(
        self, every: Iterable[Curriculum], takers: frozenset[str] | None = None
    ) -> tuple[Track, ...]:
        """The tracks that these curricula make, one for each department and each table.

        `takers` is as in `_track`.

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
                    found[ids] = self._track(department, table, taken, takers)
        return tuple(found.values())

    def _track(
        self,
        department: str | None,
        table: str | None,
        taken: tuple[Curriculum, ...],
        takers: frozenset[str] | None,
    ) -> Track:
        """A track. `takers` are the roles whose stages count; None leaves all stages apart.

        With `takers`, a stage for the people of another role is left out.
        """
        linked = [self._plan.linked_curricula[curriculum.id] for curriculum in taken]
        offered = self._offers.together(linked)
        apart, counted = offered.apart, tuple[LinkedStage, ...]()
        if takers is not None:
            named = [stage for stage in apart if stage.stage.only_role is not None]
            counted = tuple(stage for stage in named if _taker(stage) in takers)
            apart = tuple(stage for stage in apart if stage.stage.only_role is None)
            for stage in counted:
                offered = both(offered, of_stages((stage,)))
        load = total_load(
            (*(one.load for one in linked), *(_load_of_taker(stage) for stage in counted))
        )
        step = self._steps.before(taken)
        return Track(
            department,
            table,
            tuple(curriculum.id for curriculum in taken),
            load,
            *_mix(offered.courses),
            *_gates(taken, offered),
            offered.repeats,
            tuple(map(self._extra, apart)),
            offered.courses,
            tuple(map(self._extra, counted)),
            step,
            _whole_way(step, taken, load),
            offered.all_staff or (step is not None and step.all_staff),
            table or _one_table(taken),
        )

    def _extra(self, stage: LinkedStage) -> Extra:
        if id(stage) not in self._extras:
            self._extras[id(stage)] = Extra(
                stage.stage.only or "",
                stage.load,
                *_mix(of_stages((stage,)).courses),
            )
        return self._extras[id(stage)]


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


def _one_table(taken: Iterable[Curriculum]) -> str | None:
    tables = {curriculum.table for curriculum in taken}
    return tables.pop() if len(tables) == 1 else None


def _taker(stage: LinkedStage) -> str | None:
    return None if stage.stage.only_role is None else stage.stage.only_role.role


def _load_of_taker(stage: LinkedStage) -> Load:
    """The load of a stage for one role. It is inferred if an editor worked the role out."""
    taker = stage.stage.only_role
    inferred = taker is not None and taker.basis is Basis.INFERRED and stage.load.given
    return replace(stage.load, inferred=True) if inferred else stage.load


def _whole_way(step: EarlierStep | None, taken: Iterable[Curriculum], load: Load) -> Load | None:
    """The load of a training with all steps before it; None if several tables state them."""
    if step is None:
        return None
    tables = step.tables | {one.table for one in taken if one.table is not None}
    return None if len(tables) > 1 else step.load + load
