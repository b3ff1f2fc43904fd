"""The plans that are most like a plan, by a score that one sentence can explain.

The score is from 0 to 100. It is the sum of two parts, each rounded: 50 times the number of shared
areas, divided by the number of areas that either plan asks for (Jaccard's index), and the same for
the classes in which the plans have roles. If one of the two plans asks for no mapped skill, the
areas give no points, and the page says so. The same holds for classes.

Areas and classes are bits of a number, so that one comparison of two plans takes well under a
microsecond. Plans with the same areas and classes are scored once.
"""

from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import Final, NamedTuple

from jinzai.compare.profile import PlanProfile

HALF: Final = 50
"""The most points for areas, and the most points for classes."""
MOST: Final = 5
"""The largest number of plans that are called near."""


class PlanFeatures(NamedTuple):
    """What the score depends on, as sets of bits."""

    areas: int
    classes: int


class Likeness(NamedTuple):
    """How similar another plan is to a plan.

    Attributes:
        plan: the other plan.
        score: 0 to 100, the sum of the points.
        area_points: 0 to 50; None if one of the two plans asks for no mapped skill.
        class_points: 0 to 50; None if one of the two plans has no role in a class.
        areas: how many areas both plans ask for, and how many at least one asks for.
        classes: in how many classes both plans have roles, and in how many at least one has.
    """

    plan: PlanProfile
    score: int
    area_points: int | None
    class_points: int | None
    areas: tuple[int, int]
    classes: tuple[int, int]


class LikePlans:
    """Finds the plans that are most like each plan."""

    def __init__(
        self,
        plans: Iterable[PlanProfile],
        having_areas: Mapping[str, Iterable[str]],
        having_classes: Mapping[str, Iterable[str]],
    ) -> None:
        """`having_areas` gives the plans that ask for each area.

        `having_classes` gives the plans with a role in each class.
        """
        areas, classes = _bits(having_areas), _bits(having_classes)
        self._plans: dict[PlanFeatures, list[PlanProfile]] = {}
        self._shapes: dict[str, PlanFeatures] = {}
        for plan in plans:
            shape = PlanFeatures(areas.get(plan.id, 0), classes.get(plan.id, 0))
            self._shapes[plan.id] = shape
            self._plans.setdefault(shape, []).append(plan)

    def of(self, plan: PlanProfile) -> tuple[Likeness, ...]:
        """The plans most like a plan, the nearest first, at most `MOST`, each with a score above 0.

        Plans with equal scores stand in the order of their ids.
        """
        shape = self._shapes[plan.id]
        # In one shape plans stand in their order, so of `MOST` plans and this one none is missed.
        nearest = nsmallest(
            MOST + 1,
            (
                (-score, plans[0].id, other)
                for other, plans in self._plans.items()
                if (score := _score(shape, other))
            ),
        )
        candidates = sorted(
            (score, one.id, other, one)
            for score, _, other in nearest
            for one in self._plans[other][: MOST + 1]
            if one.id != plan.id
        )
        return tuple(_likeness(shape, other, one) for _, _, other, one in candidates[:MOST])


def _bits(having: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """For each plan the entries that it has, as bits of a number."""
    found: dict[str, int] = {}
    for place, ids in enumerate(having.values()):
        for id in ids:
            found[id] = found.get(id, 0) | 1 << place
    return found


def _points(one: int, other: int) -> int:
    """The points for the shared bits of two plans; 0 if one of them has no bits.

    Half a point is rounded up. It uses whole numbers, so that no float decides a rank.
    """
    every = (one | other).bit_count()
    return (2 * HALF * (one & other).bit_count() + every) // (2 * every) if one and other else 0


def _score(one: PlanFeatures, other: PlanFeatures) -> int:
    return _points(one.areas, other.areas) + _points(one.classes, other.classes)


def _likeness(one: PlanFeatures, other: PlanFeatures, plan: PlanProfile) -> Likeness:
    return Likeness(
        plan,
        _score(one, other),
        _points(one.areas, other.areas) if one.areas and other.areas else None,
        _points(one.classes, other.classes) if one.classes and other.classes else None,
        _counts(one.areas, other.areas),
        _counts(one.classes, other.classes),
    )


def _counts(one: int, other: int) -> tuple[int, int]:
    return (one & other).bit_count(), (one | other).bit_count()
