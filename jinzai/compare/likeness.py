"""The plans that are most like a plan, by a score that one sentence can explain.

The score is from 0 to 100. It is the sum of two parts, rounded once, half a point up: 50 times the
number of shared areas, divided by the number of areas that either plan asks for (Jaccard's index),
and the same for the classes in which the plans have roles. If one of the two plans asks for no
mapped skill, the areas give no points, and the page says so. The same holds for classes.

Scores that differ by a few points say nothing: one mapping more or less moves a score so far. Plans
whose scores differ by at most `SAME` points share a rank.

A template is no municipality's plan, so it has no rank. It is found apart from the plans.

Areas and classes are bits of a number, so that one comparison of two plans takes well under a
microsecond. Plans with the same areas and classes are scored once.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from heapq import nsmallest
from typing import Final, NamedTuple

from jinzai.compare.outline import PlanName, PlanOutline

HALF: Final = 50
"""The most points for areas, and the most points for classes."""
MOST: Final = 5
"""The largest number of plans that are called near, and of templates."""
SAME: Final = 5
"""Plans whose scores differ by at most so many points share a rank."""


class PlanFeatures(NamedTuple):
    """What the score depends on, as sets of bits."""

    areas: int
    classes: int


class SharedEntries(NamedTuple):
    """Entries of two plans: in both, only in the one, only in the other; in declared order."""

    both: tuple[str, ...]
    own: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def every(self) -> int:
        """How many entries at least one of the two plans has."""
        return len(self.both) + len(self.own) + len(self.other)


class Likeness(NamedTuple):
    """How similar another plan is to a plan.

    Attributes:
        plan: the other plan.
        rank: 1 for the nearest plans; None for a template.
        score: 0 to 100, the sum of the points, rounded.
        area_points: 0 to 50, exact; None if one of the two plans asks for no mapped skill.
        class_points: 0 to 50, exact; None if one of the two plans has no role in a class.
        areas: the areas that both plans ask for, that only this plan asks for, and that only the
            other asks for.
        classes: the same for the classes in which the plans have roles.
    """

    plan: PlanName
    rank: int | None
    score: int
    area_points: Fraction | None
    class_points: Fraction | None
    areas: SharedEntries
    classes: SharedEntries


class LikePlans:
    """Finds the plans that are most like each plan."""

    def __init__(
        self,
        plans: Iterable[PlanOutline],
        having_areas: Mapping[str, Iterable[str]],
        having_classes: Mapping[str, Iterable[str]],
    ) -> None:
        """`having_areas` gives the plans that ask for each area.

        `having_classes` gives the plans with a role in each class.
        """
        self._areas, self._classes = tuple(having_areas), tuple(having_classes)
        areas, classes = _bits(having_areas), _bits(having_classes)
        self._plans: dict[PlanFeatures, list[PlanOutline]] = {}
        self._templates: dict[PlanFeatures, list[PlanOutline]] = {}
        self._shapes: dict[str, PlanFeatures] = {}
        for plan in plans:
            shape = PlanFeatures(areas.get(plan.id, 0), classes.get(plan.id, 0))
            self._shapes[plan.id] = shape
            alike = self._templates if plan.is_template else self._plans
            alike.setdefault(shape, []).append(plan)

    def of(self, plan: PlanOutline) -> tuple[Likeness, ...]:
        """The plans most like a plan, the nearest first, at most `MOST`, each with a score above 0.

        Plans with equal scores stand in the order of their ids. Templates are left out.
        """
        ranked: list[Likeness] = []
        rank, highest = 0, 0
        for place, one in enumerate(self._nearest(plan, self._plans), start=1):
            if not ranked or one.score < highest - SAME:
                rank, highest = place, one.score
            ranked.append(one._replace(rank=rank))
        return tuple(ranked)

    def templates(self, plan: PlanOutline) -> tuple[Likeness, ...]:
        """The templates most like a plan, as `of` gives plans, but without a rank."""
        return self._nearest(plan, self._templates)

    def _nearest(
        self, plan: PlanOutline, among: Mapping[PlanFeatures, list[PlanOutline]]
    ) -> tuple[Likeness, ...]:
        shape = self._shapes[plan.id]
        # In one shape plans stand in their order, so of `MOST` plans and this one none is missed.
        nearest = nsmallest(
            MOST + 1,
            (
                (-score, plans[0].id, other)
                for other, plans in among.items()
                if (score := _score(shape, other))
            ),
        )
        candidates = sorted(
            (score, one.id, other, one)
            for score, _, other in nearest
            for one in among[other][: MOST + 1]
            if one.id != plan.id
        )
        return tuple(self._likeness(shape, other, one) for _, _, other, one in candidates[:MOST])

    def _likeness(self, one: PlanFeatures, other: PlanFeatures, plan: PlanOutline) -> Likeness:
        return Likeness(
            plan.title,
            None,
            _score(one, other),
            _points(one.areas, other.areas),
            _points(one.classes, other.classes),
            _shared(self._areas, one.areas, other.areas),
            _shared(self._classes, one.classes, other.classes),
        )


def _bits(having: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """For each plan the entries that it has, as bits of a number."""
    found: dict[str, int] = {}
    for place, ids in enumerate(having.values()):
        for id in ids:
            found[id] = found.get(id, 0) | 1 << place
    return found


def _points(one: int, other: int) -> Fraction | None:
    """The points for the shared bits of two plans; None if one of them has no bits."""
    if not one or not other:
        return None
    return Fraction(HALF * (one & other).bit_count(), (one | other).bit_count())


def _score(one: PlanFeatures, other: PlanFeatures) -> int:
    """The sum of the points for areas and classes, rounded.

    It uses whole numbers, not fractions, since it runs for each pair of plans.
    """
    shared, every = _counts(one.areas, other.areas)
    also, whole = _counts(one.classes, other.classes)
    points, of = HALF * (shared * whole + also * every), every * whole
    return (2 * points + of) // (2 * of)


def _counts(one: int, other: int) -> tuple[int, int]:
    """How many bits are shared, and of how many; 0 of 1 if one of the two has no bits."""
    return ((one & other).bit_count(), (one | other).bit_count()) if one and other else (0, 1)


def _shared(entries: Iterable[str], one: int, other: int) -> SharedEntries:
    found: tuple[list[str], list[str], list[str]] = ([], [], [])
    for place, entry in enumerate(entries):
        here, there = one >> place & 1, other >> place & 1
        if here or there:
            found[0 if here and there else 1 if here else 2].append(entry)
    return SharedEntries(*map(tuple, found))
