"""ほかの参照元: references to an entity that its page does not show otherwise."""

from collections.abc import Container
from typing import NamedTuple

from jinzai.link.backlinks import EntityKey
from jinzai.model.kinds import KIND_NAMES
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace, PlanContext


class Mention(NamedTuple):
    """The entities of one kind that refer to the entity of the page."""

    kind: str
    entities: tuple[Link, ...]


def mentions(
    context: PlanContext,
    place: PagePlace,
    key: EntityKey,
    shown: Container[tuple[str, str]] = frozenset(),
) -> tuple[Mention, ...]:
    """The references to `key` from elsewhere by kind, each source once, in the order of the files.

    `shown` holds pairs of a source's kind and a field. The page shows these references already.
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
