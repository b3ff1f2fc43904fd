"""What the pages of one plan show of other plans beside its own: near roles, same entries, namings.

A plan's neighbours are few, and they follow from the outlines of the plans (`PlanOutline`). Nothing
among them is a count or a rank over all plans. So if another plan changes, the neighbours of most
plans stay equal, and so do their pages.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from jinzai.compare.counterparts import Counterparts, Near, Resemblance
from jinzai.compare.mapped import MappedEntities
from jinzai.compare.outline import AskedSkills, MappedOutline, PlanName, PlanOutline
from jinzai.link.summary import PlanMention
from jinzai.model.plan import DocumentRelation
from jinzai.model.strength import Strength

MOST_MAPPED: Final = 12
"""The largest number of roles or skills of other plans under an entry, the closest first."""


class NearSeen(NamedTuple):
    """A near role of another plan as pages show it.

    `areas` and `weak` are as in `RoleOutline`, without areas that are not compared. `ties` are the
    ids and names of the other roles of that plan that are as near.
    """

    plan_id: str
    id: str
    name: str
    resemblance: Resemblance
    areas: Mapping[str, AskedSkills]
    weak: Mapping[str, Strength]
    ties: tuple[tuple[str, str], ...]


class OthersMapped(NamedTuple):
    """What other plans map to an entry: at most `MOST_MAPPED`, and whether there are more."""

    first: tuple[MappedOutline, ...]
    are_more: bool


NONE_MAPPED: Final = OthersMapped((), False)


class PlanNaming(NamedTuple):
    """Another plan that names a plan: as a related document, or else in an entity.

    Either `relation` or `mention` is None.
    """

    plan: PlanName
    relation: DocumentRelation | None
    mention: PlanMention | None


class PlanNeighbours(NamedTuple):
    """What a plan's pages show of other plans, except the page that compares it with all others.

    `is_alone` is true if there is no other plan. `names` has, by id, the names of the plans in
    `near` and `mapped`. `near` has the nearest roles of other plans, by the id of the plan's role.
    `mapped` has what other plans map to each entry to which this plan maps something. `naming` are
    the plans that name this one.
    """

    is_alone: bool
    names: Mapping[str, str]
    near: Mapping[str, tuple[NearSeen, ...]]
    mapped: Mapping[str, OthersMapped]
    naming: tuple[PlanNaming, ...]


class Neighbours:
    """Finds the neighbours of each plan."""

    def __init__(
        self,
        plans: Mapping[str, PlanOutline],
        counterparts: Counterparts,
        mapped: MappedEntities,
    ) -> None:
        self._plans = plans
        self._counterparts = counterparts
        self._mapped = mapped
        self._naming: dict[str, list[PlanNaming]] = {}
        for plan in plans.values():
            for id, naming in _namings(plan):
                self._naming.setdefault(id, []).append(naming)

    def of(self, plan: PlanOutline) -> PlanNeighbours:
        """The neighbours of one plan."""
        near = {
            role.id: tuple(map(_seen, found))
            for role in plan.roles.values()
            if (found := self._counterparts.of(role))
        }
        mapped = {entry: self._mapped_by_others(plan, entry) for entry in plan.mapped}
        shown = [one.plan_id for found in near.values() for one in found]
        shown += [one.plan_id for others in mapped.values() for one in others.first]
        return PlanNeighbours(
            len(self._plans) == (plan.id in self._plans),
            {id: self._plans[id].name for id in sorted(set(shown))},
            near,
            mapped,
            tuple(self._naming.get(plan.id, ())),
        )

    def _mapped_by_others(self, plan: PlanOutline, entry: str) -> OthersMapped:
        first = islice(self._mapped.of_others(entry, plan.id), MOST_MAPPED)
        # No such page says what is asked of a skill.
        others = tuple(one._replace(requirement=None) for one in first)
        every = self._mapped.count(entry) - len(plan.mapped[entry])
        return OthersMapped(others, every > len(others))


def _seen(near: Near) -> NearSeen:
    role, found, ties = near
    are_compared = found.area_points is not None
    return NearSeen(
        role.plan_id,
        role.id,
        role.name,
        found,
        role.areas if are_compared else {},
        {area: role.weak[area] for area in found.extra if are_compared and area in role.weak},
        tuple((tie.id, tie.name) for tie in ties),
    )


def _namings(plan: PlanOutline) -> Iterator[tuple[str, PlanNaming]]:
    for id, relations in plan.related.items():
        for relation in relations:
            yield id, PlanNaming(plan.title, relation, None)
    for id, mentions in plan.mentions.items():
        for mention in mentions:
            yield id, PlanNaming(plan.title, None, mention)
