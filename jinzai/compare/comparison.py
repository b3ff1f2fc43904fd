"""All plans side by side: profiles, the frameworks to compare them by, and the finders."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from jinzai.compare.among import Among
from jinzai.compare.counterparts import Counterparts
from jinzai.compare.likeness import LikePlans
from jinzai.compare.mapped import MappedEntities
from jinzai.compare.neighbours import Neighbours
from jinzai.compare.outline import PlanOutline, outline
from jinzai.compare.profile import PlanProfile, profile
from jinzai.compare.standing import Standings
from jinzai.link.catalogue import Catalogue, Commons
from jinzai.model.framework import Framework, FrameworkKind


class Comparison:
    """The data of all comparison pages. Two comparisons are equal if they compare the same content.

    Attributes:
        plans: by id, in the order of the ids.
        class_frameworks: the frameworks that sort roles.
        area_frameworks: those that sort skills.
        scales: those that sort levels, for `jinzai.compare.scale.axis`.
        classes: the classes of roles as `framework/entry`, in declared order.
        areas: the areas of skills as `framework/entry`, in declared order.
        outlines: what other plans' pages can show of each plan. All that follows is made of them.
        mapped: what all plans map to each entry of the frameworks.
        counterparts: finds the nearest roles of other plans.
        standings: computes how a plan stands among the others.
        like: finds the plans that are most like a plan.
        neighbours: gives what a plan's own pages show of others, beside what they say of the plan.
        among: gives what the page shows that compares a plan with all others.
    """

    def __init__(
        self,
        plans: Mapping[str, PlanProfile],
        class_frameworks: tuple[Framework, ...],
        area_frameworks: tuple[Framework, ...],
        scales: tuple[Framework, ...] = (),
        outlines: Mapping[str, PlanOutline] | None = None,
    ) -> None:
        """`outlines` are those of the plans, if they are worked out already.

        With them, no profile is asked for until a page needs it.
        """
        self.plans = plans
        self.class_frameworks = class_frameworks
        self.area_frameworks = area_frameworks
        self.scales = scales
        self.classes = entries_of_kind(class_frameworks, FrameworkKind.ROLE)
        self.areas = entries_of_kind(area_frameworks, FrameworkKind.SKILL)
        self.outlines = outlines or {id: outline(plan) for id, plan in plans.items()}
        every = self.outlines.values()
        self.mapped = MappedEntities(every)
        self.counterparts = Counterparts(every)
        self.standings = Standings(every, self.classes, self.areas)
        self.like = LikePlans(every, self.standings.asking, self.standings.having)
        self.neighbours = Neighbours(self.outlines, self.counterparts, self.mapped)
        self.among = Among(self.outlines, self.standings, self.like)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Comparison) and self._compared == other._compared

    __hash__ = None  # type: ignore[assignment]

    @property
    def _compared(self) -> tuple[object, ...]:
        return self.plans, self.class_frameworks, self.area_frameworks, self.scales


def compare(catalogue: Catalogue) -> Comparison:
    """The comparison of all plans of a catalogue."""
    return comparison(catalogue.commons, (profile(plan) for plan in catalogue.plans))


def comparison(commons: Commons, profiles: Iterable[PlanProfile]) -> Comparison:
    """The comparison of plans by their profiles."""
    return comparison_of(commons, MappingProxyType({plan.id: plan for plan in profiles}))


def comparison_of(
    commons: Commons,
    plans: Mapping[str, PlanProfile],
    outlines: Mapping[str, PlanOutline] | None = None,
) -> Comparison:
    """The comparison of plans by their profiles. `Comparison` explains `outlines`."""
    return Comparison(
        plans,
        _of_kind(commons, FrameworkKind.ROLE),
        _of_kind(commons, FrameworkKind.SKILL),
        _of_kind(commons, FrameworkKind.LEVEL),
        outlines,
    )


def entries_of_kind(frameworks: Iterable[Framework], kind: FrameworkKind) -> tuple[str, ...]:
    """The entries of the frameworks of a kind as `framework/entry`, in declared order."""
    return tuple(
        f"{framework.id}/{entry.id}"
        for framework in frameworks
        if framework.kind is kind
        for entry in framework.entries
    )


def _of_kind(commons: Commons, kind: FrameworkKind) -> tuple[Framework, ...]:
    return tuple(framework for framework in commons.frameworks if framework.kind is kind)
