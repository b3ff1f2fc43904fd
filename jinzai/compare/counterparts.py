"""The roles of other plans that are nearest to a role, by a score that one sentence can explain.

The score is from 0 to 100. Half of it is for the class: 50 points if both roles are mapped to one
class as exact or close, 25 if they share a class in another way. The other half is for the areas:
50 times the number of shared areas, divided by the number of areas that either role asks for
(Jaccard's index). The sum is rounded once, half a point up. If one of the two roles asks for no
mapped skill, the areas give no points, and the page says so. Roles that share a class loosely and
no area are not near.

Roles of one shape (the same classes in the same way, the same areas) score alike, so shapes are
scored, not roles, and all of them at once: a set of shapes is one whole number with a bit for each
shape, and what scores so much is a union of a few intersections of such sets. The search goes down
from the highest score and ends as soon as enough plans are found. With 1,741 plans of eight roles a
role takes well under a millisecond.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from jinzai.compare.outline import PlanOutline, RoleOutline

CLASS_POINTS: Final = 50
LOOSE_CLASS_POINTS: Final = 25
AREA_POINTS: Final = 50

LEAST: Final = 25
"""Roles with a lower score are not near, nor are roles that only share a class loosely."""
MOST: Final = 5
"""The largest number of counterparts in a list, at most one from each plan."""


class RoleFeatures(NamedTuple):
    """What the score of a role depends on: its classes, firmly or loosely mapped, and its areas."""

    firm: frozenset[str]
    loose: frozenset[str]
    areas: frozenset[str]


class Resemblance(NamedTuple):
    """How near two roles are.

    Attributes:
        score: 0 to 100, the sum of `class_points` and `area_points`.
        class_points: 0, 25 or 50; see the module.
        area_points: 0 to 50; None if one of the two roles asks for no mapped skill.
        classes: the shared classes.
        shared: the areas that both ask for.
        missing: the areas that only the other role asks for.
        extra: the areas that only this role asks for.

    Classes and areas stand in alphabetical order, so that equal resemblances are equal bytes.
    """

    score: int
    class_points: int
    area_points: int | None
    classes: tuple[str, ...]
    shared: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]


class Near(NamedTuple):
    """A role of another plan, and how near it is.

    `ties` are the other roles of that plan that are as near.
    """

    role: RoleOutline
    resemblance: Resemblance
    ties: tuple[RoleOutline, ...] = ()


def shape(role: RoleOutline) -> RoleFeatures:
    """What the score of a role depends on."""
    firm = frozenset(role.firm)
    return RoleFeatures(firm, frozenset(role.classes) - firm, frozenset(role.areas))


def resemblance(one: RoleFeatures, other: RoleFeatures) -> Resemblance:
    """How near `other` is to `one`."""
    points = _points(one, other)
    return Resemblance(
        _score(points),
        *points,
        tuple(sorted((one.firm | one.loose) & (other.firm | other.loose))),
        tuple(sorted(one.areas & other.areas)),
        tuple(sorted(other.areas - one.areas)),
        tuple(sorted(one.areas - other.areas)),
    )


def is_near(score: int, class_points: int, shared: int) -> bool:
    """Whether roles with so many points and shared areas are near each other; see the module."""
    return score >= LEAST and (shared > 0 or class_points != LOOSE_CLASS_POINTS)


def _points(one: RoleFeatures, other: RoleFeatures) -> tuple[int, int | None]:
    """The points for classes and for areas; for areas None if one role asks for no mapped skill."""
    area_points = None
    if one.areas and other.areas:
        shared = len(one.areas & other.areas)
        area_points = _area_points(shared, len(one.areas) + len(other.areas) - shared)
    return _class_points(one, other), area_points


def _score(points: tuple[int, int | None]) -> int:
    for_classes, for_areas = points
    return for_classes + (for_areas or 0)


def _class_points(one: RoleFeatures, other: RoleFeatures) -> int:
    if one.firm & other.firm:
        return CLASS_POINTS
    shared = (one.firm | one.loose) & (other.firm | other.loose)
    return LOOSE_CLASS_POINTS if shared else 0


def _area_points(shared: int, every: int) -> int:
    """The points for so many shared areas of all; half a point up, since no float may rank."""
    return (2 * AREA_POINTS * shared + every) // (2 * every)


class _Way(NamedTuple):
    """A way to score: class points, and how many areas the other has and shares."""

    score: int
    points: int
    size: int
    shared: int


@cache
def _ways(size: int, sizes: frozenset[int]) -> tuple[tuple[int, tuple[_Way, ...]], ...]:
    """All ways to score against a shape of so many areas, by score, the highest first."""
    found: dict[int, list[_Way]] = {}
    for points in (CLASS_POINTS, LOOSE_CLASS_POINTS, 0):
        for other in sizes:
            for shared in range(min(size, other) + 1):
                both = _area_points(shared, size + other - shared) if size and other else 0
                if is_near(points + both, points, shared):
                    way = _Way(points + both, points, other, shared)
                    found.setdefault(way.score, []).append(way)
    return tuple((score, tuple(found[score])) for score in sorted(found, reverse=True))


class Counterparts:
    """Finds the counterparts of the roles of many plans."""

    def __init__(self, plans: Iterable[PlanOutline]) -> None:
        # By shape the first role of each plan with its number among all roles, of as many plans
        # as any list can need.
        self._roles: dict[RoleFeatures, dict[str, tuple[int, RoleOutline]]] = {}
        self._of_plan: dict[str, list[tuple[RoleFeatures, RoleOutline]]] = {}
        every = (role for plan in plans for role in plan.roles.values())
        for number, role in enumerate(every):
            own = shape(role)
            self._of_plan.setdefault(role.plan_id, []).append((own, role))
            known = self._roles.setdefault(own, {})
            if len(known) <= MOST:
                known.setdefault(role.plan_id, (number, role))
        self._shapes = tuple(self._roles)
        self._firm: dict[str, int] = {}
        self._mapped: dict[str, int] = {}
        self._asking: dict[str, int] = {}
        self._sized: dict[int, int] = {}
        for number, one in enumerate(self._shapes):
            bit = 1 << number
            for entry in one.firm:
                self._firm[entry] = self._firm.get(entry, 0) | bit
            for entry in one.firm | one.loose:
                self._mapped[entry] = self._mapped.get(entry, 0) | bit
            for area in one.areas:
                self._asking[area] = self._asking.get(area, 0) | bit
            self._sized[len(one.areas)] = self._sized.get(len(one.areas), 0) | bit
        self._ranked: dict[RoleFeatures, tuple[RoleOutline, ...]] = {}

    def of(self, role: RoleOutline) -> tuple[Near, ...]:
        """The nearest roles of other plans, the nearest first, at most one of each plan.

        Plans with equal scores stand in their own order. `Near.ties` names the roles of one plan
        with equal scores.
        """
        wanted = shape(role)
        if wanted not in self._ranked:
            self._ranked[wanted] = tuple(self._ranking(wanted))
        others = [other for other in self._ranked[wanted] if other.plan_id != role.plan_id]
        return tuple(self._near(wanted, other) for other in others[:MOST])

    def _near(self, wanted: RoleFeatures, role: RoleOutline) -> Near:
        found = resemblance(wanted, shape(role))
        ties = tuple(
            other
            for own, other in self._of_plan[role.plan_id]
            if other.id != role.id
            and _score(points := _points(wanted, own)) == found.score
            and is_near(found.score, points[0], len(wanted.areas & own.areas))
        )
        return Near(role, found, ties)

    def _ranking(self, wanted: RoleFeatures) -> Iterator[RoleOutline]:
        """The nearest role of each plan, of one plan more than a list can hold."""
        sharing = self._sharing(wanted)
        by_points = self._by_points(wanted)
        taken: set[str] = set()
        for _, ways in _ways(len(wanted.areas), frozenset(self._sized)):
            alike = 0
            for way in ways:
                alike |= by_points[way.points] & self._sized[way.size] & sharing[way.shared]
            roles = [role for one in self._members(alike) for role in self._roles[one].values()]
            for _, role in sorted(roles, key=lambda found: found[0]):
                if role.plan_id not in taken:
                    taken.add(role.plan_id)
                    yield role
                    if len(taken) > MOST:
                        return

    def _by_points(self, wanted: RoleFeatures) -> dict[int, int]:
        """The shapes by their class points."""
        firm = mapped = 0
        for entry in wanted.firm:
            firm |= self._firm.get(entry, 0)
        for entry in wanted.firm | wanted.loose:
            mapped |= self._mapped.get(entry, 0)
        everything = (1 << len(self._shapes)) - 1
        return {
            CLASS_POINTS: firm,
            LOOSE_CLASS_POINTS: mapped & ~firm,
            0: everything & ~mapped,
        }

    def _sharing(self, wanted: RoleFeatures) -> list[int]:
        """By number, the shapes that share exactly so many of the wanted areas."""
        exactly = [(1 << len(self._shapes)) - 1]
        for area in wanted.areas:
            asking = self._asking.get(area, 0)
            exactly.append(0)
            for number in range(len(exactly) - 1, 0, -1):
                exactly[number] = exactly[number] & ~asking | exactly[number - 1] & asking
            exactly[0] &= ~asking
        return exactly

    def _members(self, shapes: int) -> Iterator[RoleFeatures]:
        while shapes:
            lowest = shapes & -shapes
            yield self._shapes[lowest.bit_length() - 1]
            shapes ^= lowest
