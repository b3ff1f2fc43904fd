"""How one plan stands among the others: what is rare in it, what it lacks, what it leaves open.

A plan is compared only with plans that state something of the same kind. A plan that asks for no
mapped skill does not show that an area is rare.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from jinzai.compare.classes import roles_by_class
from jinzai.compare.coverage import by_strength
from jinzai.compare.outline import PlanOutline, RoleOutline
from jinzai.compare.profile import RoleProfile
from jinzai.model.audience import Relation
from jinzai.model.numbers import Absence, PlaceholderValue

FEW: Final = 4
"""An area is rare if at most one in `FEW` of the other plans asks for it."""
MANY: Final = 2
"""An area is usual if more than one in `MANY` of the other plans asks for it."""


_Sets = Callable[[RoleOutline, str], bool]
"""Whether a role sets something for a class."""


class SharedEntry(NamedTuple):
    """An entry of a framework, and the other plans that have something under it.

    Attributes:
        entry: the area or the class.
        others: the other plans that have it, in their order.
        among: how many other plans state anything of the kind.
    """

    entry: str
    others: tuple[str, ...]
    among: int


class OpenClass(NamedTuple):
    """A class in which others set something that this plan's `roles` leave open.

    `others` has for each of the other plans the roles that set it.
    """

    entry: str
    roles: tuple[RoleOutline, ...]
    others: tuple[tuple[RoleOutline, ...], ...]


class PlanStanding(NamedTuple):
    """How a plan stands among others.

    Attributes:
        rare: areas that this plan asks for in its tables and few others do, the rarest first.
        missing: areas that most others ask for in their tables and this plan does not, the most
            usual first. Its texts or its training may have them (`Standings.by_strength`).
        rare_classes: classes in which this plan has a role and few others do, the rarest first.
        missing_classes: classes in which most others have a role and this plan has no role, the
            most usual first.
        open_levels: classes in which others set levels and this plan does not.
        open_targets: classes in which others give numbers (`has_number`) and this plan does not.
        compared: how many others ask for mapped skills.
        with_roles: how many others have a role in a class.
        asks: whether this plan asks for mapped skills; if not, `rare` and `missing` are empty.
        has_roles: whether this plan has a role in a class; if not, all fields about classes are
            empty.
    """

    rare: tuple[SharedEntry, ...]
    missing: tuple[SharedEntry, ...]
    rare_classes: tuple[SharedEntry, ...]
    missing_classes: tuple[SharedEntry, ...]
    open_levels: tuple[OpenClass, ...]
    open_targets: tuple[OpenClass, ...]
    compared: int
    with_roles: int
    asks: bool
    has_roles: bool
    awaiting: int


class Standings:
    """Computes how each plan stands among the others.

    Attributes:
        by_strength: for each area the plans by the strongest evidence that they have there.
        asking: for each area the plans that ask for it in their tables, in their order.
        having: for each class the plans that have a role in it, in their order.
        breadth: for each plan that asks for mapped skills, in how many areas it does.
    """

    def __init__(
        self, plans: Iterable[PlanOutline], classes: Iterable[str], areas: Iterable[str]
    ) -> None:
        every = tuple(plans)
        by_plan = roles_by_class(every, classes)
        roles = {
            entry: [role for some in having.values() for role in some]
            for entry, having in by_plan.items()
        }
        self.by_strength = by_strength(every, areas)
        self.asking = {area: found.asked for area, found in self.by_strength.items()}
        self.having = {entry: tuple(having) for entry, having in by_plan.items()}
        self.breadth = Counter(id for ids in self.asking.values() for id in ids)
        self._levels = {
            entry: _where(found, entry, _is_in_levels) for entry, found in roles.items()
        }
        self._numbers = {
            entry: _where(found, entry, _gives_number) for entry, found in roles.items()
        }
        self._say_skills = frozenset(plan.id for plan in every if plan.asks_in_areas)
        self._say_roles = frozenset(id for ids in self.having.values() for id in ids)
        self._awaiting = frozenset(plan.id for plan in every if plan.awaits)

    def of(self, plan: PlanOutline) -> PlanStanding:
        """How a plan stands among the others."""
        asks, has_roles = plan.id in self._say_skills, plan.id in self._say_roles
        compared = len(self._say_skills) - asks
        with_roles = len(self._say_roles) - has_roles
        rare, missing = _apart(self.asking, plan.id, compared) if asks else ((), ())
        rare_classes, missing_classes = (
            _apart(self.having, plan.id, with_roles) if has_roles else ((), ())
        )
        return PlanStanding(
            rare,
            missing,
            rare_classes,
            missing_classes,
            tuple(_open(plan, self._levels, _is_in_levels)),
            tuple(_open(plan, self._numbers, _gives_number)),
            compared,
            with_roles,
            asks,
            has_roles,
            len(self._awaiting - {plan.id}),
        )


def _apart(
    having: Mapping[str, tuple[str, ...]], plan_id: str, among: int
) -> tuple[tuple[SharedEntry, ...], tuple[SharedEntry, ...]]:
    """What a plan and few others have, and what most others have and the plan lacks."""
    rare: list[SharedEntry] = []
    missing: list[SharedEntry] = []
    for entry, ids in having.items():
        # Counts before names: the work for one plan must not grow with all the others.
        if plan_id in ids:
            if among and (len(ids) - 1) * FEW <= among:
                rare.append(SharedEntry(entry, tuple(id for id in ids if id != plan_id), among))
        elif len(ids) * MANY > among:
            missing.append(SharedEntry(entry, ids, among))
    rare.sort(key=lambda share: len(share.others))
    missing.sort(key=lambda share: -len(share.others))
    return tuple(rare), tuple(missing)


def _open(
    plan: PlanOutline,
    setting: Mapping[str, tuple[tuple[RoleOutline, ...], ...]],
    sets: _Sets,
) -> Iterator[OpenClass]:
    for entry, others in setting.items():
        own = plan.roles_in(entry)
        # Where none of its own sets anything, all that do are others'.
        if own and others and not any(sets(role, entry) for role in own):
            yield OpenClass(entry, own, others)


def _where(
    roles: Iterable[RoleOutline], entry: str, sets: _Sets
) -> tuple[tuple[RoleOutline, ...], ...]:
    """For each plan its roles that set something for a class."""
    found = (role for role in roles if sets(role, entry))
    return tuple(tuple(of_plan) for _, of_plan in groupby(found, lambda role: role.plan_id))


def _is_in_levels(role: RoleOutline, _: str) -> bool:
    """Whether a role has levels, or the plan lists the role itself as a level."""
    return bool(role.settings.levels)


def _gives_number(role: RoleOutline, entry: str) -> bool:
    """The same as `has_number`, of an outline."""
    return role.has_number(entry)


def has_number(role: RoleProfile, entry: str) -> bool:
    """Whether a role or a level of it has a target or a headcount that counts for the class.

    The number of a role that is wider than the class (`narrow`) does not count for the class.
    """
    link = role.in_class(entry)
    if link is None or link.relation is Relation.NARROW:
        return False
    values: list[object] = [value.value for target in role.targets for value in target.values]
    heads = (role.role.headcount, *(level.headcount for level in role.role.levels))
    values += [head.value for head in heads if head is not None]
    return any(not isinstance(value, Absence | PlaceholderValue) for value in values)
