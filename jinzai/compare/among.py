"""What the page that compares one plan with all others shows of them.

It follows from the outlines of the plans (`PlanOutline`). Its counts and ranks are over all plans,
so it changes with many of them. Lists of other plans are cut where the page cuts them, so it is
small.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from jinzai.compare.coverage import FirstPlans, weaker_plans
from jinzai.compare.likeness import Likeness, LikePlans
from jinzai.compare.outline import (
    MappedOutline,
    PlanName,
    PlanOutline,
    RoleOutline,
    RoleSettings,
)
from jinzai.compare.standing import OpenClass, PlanStanding, SharedEntry, Standings

MOST_NAMED: Final = 6
"""The largest number of named plans. The page of the area or the class names all."""


class OtherMapped(NamedTuple):
    """Another plan, and its skills or roles under an entry."""

    plan: PlanName
    mapped: tuple[MappedOutline, ...]


class EntryAmong(NamedTuple):
    """An area or a class, and the other plans that have something under it.

    `having` is how many other plans have it, and `among` how many state anything of the kind.
    `others` are the first of those that have it, at most `MOST_NAMED`. Of an area, `weaker` are the
    plans whose tables have nothing there, as `weaker_plans` gives them; of a class it is empty.
    """

    entry: str
    having: int
    among: int
    others: tuple[OtherMapped, ...]
    weaker: tuple[FirstPlans, ...]


class SettingRole(NamedTuple):
    """A role, and what it sets: its levels alone, or its numbers alone."""

    id: str
    name: str
    sets: RoleSettings


class OtherSetting(NamedTuple):
    """Another plan, and its roles that set something for a class."""

    plan: PlanName
    roles: tuple[SettingRole, ...]


class OpenAmong(NamedTuple):
    """A class in which `having` others set something that this plan's `roles` leave open.

    `roles` are ids. `others` are the first of the others, at most `MOST_NAMED`.
    """

    entry: str
    roles: tuple[str, ...]
    having: int
    others: tuple[OtherSetting, ...]


class Breadths(NamedTuple):
    """In how many areas a plan asks for skills, and the fewest and most areas of another plan."""

    own: int
    least: int
    most: int


class PlanAmong(NamedTuple):
    """How a plan stands among all others.

    `others` is the number of other plans. `names` has the names, by id, of the plans in `weaker`.
    `breadths` is None if this plan or all others ask for no mapped skill. `like` are the plans that
    are most like it, and `templates` the templates. All else is as in `PlanStanding`.
    """

    others: int
    compared: int
    with_roles: int
    asks: bool
    has_roles: bool
    awaiting: int
    breadths: Breadths | None
    rare: tuple[EntryAmong, ...]
    missing: tuple[EntryAmong, ...]
    rare_classes: tuple[EntryAmong, ...]
    missing_classes: tuple[EntryAmong, ...]
    open_levels: tuple[OpenAmong, ...]
    open_targets: tuple[OpenAmong, ...]
    like: tuple[Likeness, ...]
    templates: tuple[Likeness, ...]
    names: Mapping[str, str]


class Among:
    """Finds how each plan stands among all others."""

    def __init__(
        self, plans: Mapping[str, PlanOutline], standings: Standings, like: LikePlans
    ) -> None:
        self._plans = plans
        self._standings = standings
        self._like = like
        self._breadth_of_all = sorted(standings.breadth.values())

    def of(self, plan: PlanOutline) -> PlanAmong:
        """How one plan stands among all others."""
        found = self._standings.of(plan)
        rare, missing = self._areas(plan, found.rare), self._areas(plan, found.missing)
        named = (id for one in (*rare, *missing) for group in one.weaker for id in group.ids)
        return PlanAmong(
            len(self._plans) - (plan.id in self._plans),
            found.compared,
            found.with_roles,
            found.asks,
            found.has_roles,
            found.awaiting,
            self._breadths(plan),
            rare,
            missing,
            *self._classes(found),
            self._open(found.open_levels, _levels_alone),
            self._open(found.open_targets, _numbers_alone),
            self._like.of(plan),
            self._like.templates(plan),
            {id: self._plans[id].name for id in sorted(set(named))},
        )

    def _breadths(self, plan: PlanOutline) -> Breadths | None:
        every, own = self._breadth_of_all, self._standings.breadth[plan.id]
        if not own or len(every) < 2:
            return None
        # The plan itself is among all, so without it the next one comes first, or last.
        least, most = every[own == every[0]], every[-1 - (own == every[-1])]
        return Breadths(own, least, most)

    def _areas(self, plan: PlanOutline, shares: Iterable[SharedEntry]) -> tuple[EntryAmong, ...]:
        by_strength = self._standings.by_strength
        return tuple(
            self._share(share, "skill", weaker_plans(by_strength[share.entry], plan.id))
            for share in shares
        )

    def _classes(
        self, found: PlanStanding
    ) -> tuple[tuple[EntryAmong, ...], tuple[EntryAmong, ...]]:
        rare, missing = found.rare_classes, found.missing_classes
        return (
            tuple(self._share(share, "role") for share in rare),
            tuple(self._share(share, "role") for share in missing),
        )

    def _share(
        self, share: SharedEntry, kind: str, weaker: tuple[FirstPlans, ...] = ()
    ) -> EntryAmong:
        named = (self._plans[id] for id in share.others[:MOST_NAMED])
        return EntryAmong(
            share.entry,
            len(share.others),
            share.among,
            tuple(OtherMapped(one.title, one.under(share.entry, kind)) for one in named),
            weaker,
        )

    def _open(
        self, every: Iterable[OpenClass], alone: Callable[[RoleSettings], RoleSettings]
    ) -> tuple[OpenAmong, ...]:
        return tuple(self._open_class(one, alone) for one in every)

    def _open_class(
        self, one: OpenClass, alone: Callable[[RoleSettings], RoleSettings]
    ) -> OpenAmong:
        named = one.others[:MOST_NAMED]
        return OpenAmong(
            one.entry,
            tuple(role.id for role in one.roles),
            len(one.others),
            tuple(
                OtherSetting(
                    self._plans[roles[0].plan_id].title,
                    tuple(_setting(role, alone) for role in roles),
                )
                for roles in named
            ),
        )


def _setting(role: RoleOutline, alone: Callable[[RoleSettings], RoleSettings]) -> SettingRole:
    return SettingRole(role.id, role.name, alone(role.settings))


def _levels_alone(sets: RoleSettings) -> RoleSettings:
    return RoleSettings(levels=sets.levels)


def _numbers_alone(sets: RoleSettings) -> RoleSettings:
    return RoleSettings(numbers=sets.numbers)
