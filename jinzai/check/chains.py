"""Chains: relations that are followed to their end do not go on for ever.

What a role takes over from the one that it extends, which whole a part belongs to, what a
curriculum includes: pages and sums follow these step by step, and so does a reader.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from jinzai.check.cycles import RELATIONS
from jinzai.check.index import Entity, PlanIndex
from jinzai.findings.finding import Finding
from jinzai.findings.rules_chains import LONG_CHAIN
from jinzai.model.walk import Path

MOST_STEPS: Final = 50
"""Steps from a thing to the end of its chain; plans have up to four."""


def chains(index: PlanIndex) -> Iterator[Finding]:
    """One finding for each thing with which a chain becomes too long."""
    for kind, field, name, inner in RELATIONS:
        entities = index.by_kind.get(kind, {})
        steps = _steps({id: _next(entity, field) for id, entity in entities.items()})
        for id, entity in entities.items():
            if steps[id] == MOST_STEPS + 1:
                path: Path = (field, *inner)
                yield index.at(LONG_CHAIN, entity, path=path, relation=name, limit=MOST_STEPS)


def _next(entity: Entity, field: str) -> str | None:
    """The thing that follows in the chain; None where none does, or where several may."""
    value: Any = getattr(entity.record, field)
    return value if isinstance(value, str | None) else getattr(value, "role", None)


def _steps(following: Mapping[str, str | None]) -> dict[str, int]:
    """How many steps there are from each thing to the end of its chain; 0 where it is a ring."""
    found: dict[str, int] = {}
    for start in following:
        trail: dict[str, None] = {}
        one: str | None = start
        while one is not None and one in following and one not in found and one not in trail:
            trail[one] = None
            one = following[one]
        is_ring = one in trail
        behind = found.get(one, -1) if one is not None else -1
        for number, passed in enumerate(reversed(trail), 1):
            found[passed] = 0 if is_ring else behind + number
    return found
