"""The framework entries that a role or skill is mapped to, and its counterparts in other plans."""

from collections.abc import Iterable
from typing import NamedTuple

from jinzai.compare.neighbours import NONE_MAPPED
from jinzai.compare.outline import MappedOutline
from jinzai.link.address import plan_address
from jinzai.model.audience import FrameworkLink
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.render.page.links import Link
from jinzai.render.page.place import NeighbourContext, PagePlace
from jinzai.render.words.wording import relation_to


class Counterpart(NamedTuple):
    """A role or skill of another plan under the same entry."""

    entity: Link
    relation: str
    inferred: bool


class PlanCounterparts(NamedTuple):
    """The counterparts in one plan."""

    plan: Link
    entities: tuple[Counterpart, ...]


class Correspondence(NamedTuple):
    """An entry that a role or skill is mapped to, with its counterparts.

    `are_more` is true if not all of them are listed. How many there are in all is said by the
    entry's page, which has them all.
    """

    framework: str
    entry: Link
    relation: str
    inferred: bool
    note: str
    others: tuple[PlanCounterparts, ...]
    are_more: bool


def correspondences(
    context: NeighbourContext, place: PagePlace, maps: Iterable[FrameworkLink]
) -> tuple[Correspondence, ...]:
    """The entries that an entity of the plan is mapped to, in the entity's own order."""
    return tuple(_correspondence(context, place, link) for link in maps)


def _correspondence(
    context: NeighbourContext, place: PagePlace, link: FrameworkLink
) -> Correspondence:
    others = context.neighbours.mapped.get(link.entry, NONE_MAPPED)
    listed: dict[str, list[Counterpart]] = {}
    for one in others.first:
        listed.setdefault(one.plan_id, []).append(_counterpart(place, one))
    framework = context.site.entries[link.entry][0]
    return Correspondence(
        framework=framework.title,
        entry=place.link("entry", link.entry),
        relation=relation_to(framework.kind, link.relation),
        inferred=link.basis is Basis.INFERRED,
        note=link.note or "",
        others=tuple(
            PlanCounterparts(
                place.to(plan_address(plan_id), context.neighbours.names[plan_id]), tuple(entities)
            )
            for plan_id, entities in listed.items()
        ),
        are_more=others.are_more,
    )


def _counterpart(place: PagePlace, mapped: MappedOutline) -> Counterpart:
    return Counterpart(
        entity=place.other(mapped.plan_id, mapped.kind, mapped.id, mapped.name),
        relation=relation_to(FrameworkKind(mapped.kind), mapped.relation),
        inferred=mapped.basis is Basis.INFERRED,
    )
