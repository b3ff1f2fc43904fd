"""The framework entries that a role or skill is mapped to, and its counterparts in other plans."""

from collections.abc import Iterable
from itertools import islice
from typing import Final, NamedTuple

from jinzai.link.address import plan_address
from jinzai.link.summary import MappedEntity
from jinzai.model.audience import FrameworkLink
from jinzai.model.base import Basis
from jinzai.model.framework import FrameworkKind
from jinzai.render.page.links import Link
from jinzai.render.page.place import LookingContext, PagePlace
from jinzai.render.words.wording import relation_to

MOST: Final = 12
"""The largest number of counterparts per entry on a page.

The closest ones are shown. The entry's page has all.
"""


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

    `more` is how many are not listed.
    """

    framework: str
    entry: Link
    relation: str
    inferred: bool
    note: str
    others: tuple[PlanCounterparts, ...]
    more: int


def correspondences(
    context: LookingContext, place: PagePlace, maps: Iterable[FrameworkLink]
) -> tuple[Correspondence, ...]:
    """The entries that an entity of the plan is mapped to, in the entity's own order."""
    return tuple(_correspondence(context, place, link) for link in maps)


def _correspondence(
    context: LookingContext, place: PagePlace, link: FrameworkLink
) -> Correspondence:
    mapped = context.mapped
    own = len(context.plan.summary.entries.get(link.entry, ()))
    nearest = list(islice(mapped.of_others(link.entry, context.plan.id), MOST))
    listed: dict[str, list[Counterpart]] = {}
    for one in nearest:
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
                place.to(plan_address(plan_id), context.commons.plans[plan_id].name),
                tuple(entities),
            )
            for plan_id, entities in listed.items()
        ),
        more=mapped.count(link.entry) - own - len(nearest),
    )


def _counterpart(place: PagePlace, mapped: MappedEntity) -> Counterpart:
    return Counterpart(
        entity=place.other(mapped.plan_id, mapped.kind, mapped.id, mapped.name),
        relation=relation_to(FrameworkKind(mapped.kind), mapped.relation),
        inferred=mapped.basis is Basis.INFERRED,
    )
