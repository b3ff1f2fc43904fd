"""What all pages show of a thing in the same way: name, texts, source, references to it.

This module owns the view for page/entity.html. Facts that only one kind of thing has belong to the
page of that kind.
"""

from collections.abc import Container
from typing import NamedTuple, Protocol

from markupsafe import Markup

from jinzai.link.address import anchor
from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import entity_name
from jinzai.model.base import Basis
from jinzai.model.kinds import KIND_NAMES, Kind
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext, is_inferred, source_text


class Mention(NamedTuple):
    """The entities of one kind that refer to the entity of the page."""

    kind: str
    entities: tuple[Link, ...]


class EntityView(NamedTuple):
    """A thing of a plan. Parts that the plan does not state are empty."""

    anchor: str
    name: str
    inferred: bool = False
    description: Markup = Markup()
    note: Markup = Markup()
    source: str = ""
    mentions: tuple[Mention, ...] = ()


class _Entity(Protocol):
    @property
    def id(self) -> str: ...


def entity(
    context: PlanContext,
    place: PagePlace,
    kind: Kind,
    one: _Entity,
    shown: Container[tuple[str, str]] = frozenset(),
) -> EntityView:
    """The view of the thing `one`. `shown` means the same as in `mentions`."""
    return EntityView(
        anchor(kind.id, one.id),
        entity_name(one),
        is_inferred(getattr(one, "basis", Basis.STATED)),
        place.prose(getattr(one, "description", None)),
        place.prose(getattr(one, "note", None)),
        source_text(getattr(one, "source", None)),
        mentions(context, place, EntityKey(kind.id, one.id), shown),
    )


def mentions(
    context: PlanContext,
    place: PagePlace,
    key: EntityKey,
    shown: Container[tuple[str, str]] = frozenset(),
) -> tuple[Mention, ...]:
    """The entities that refer to `key`, by kind, each once, in the order of the files.

    `shown` holds pairs of an entity's kind and a field. Entities with such a reference are left
    out, because the page shows them already.
    """
    links = context.plan.backlinks.get(key, ())
    known = {link.source for link in links if (link.source.kind, link.field) in shown}
    by_kind: dict[str, dict[str, Link]] = {}
    for link in links:
        source = link.source
        if source not in known:
            by_kind.setdefault(source.kind, {})[source.id] = place.link(source.kind, source.id)
    return tuple(
        Mention(KIND_NAMES[kind], tuple(found.values())) for kind, found in by_kind.items()
    )
