"""The references of a plan, by the entity that they point to."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel

from jinzai.model.content import PlanContent
from jinzai.model.kinds import PLAN_FILES
from jinzai.model.prose import links
from jinzai.model.walk import FoundProse, walk


class EntityKey(NamedTuple):
    """An entity of one plan. Kind `entry` has the id `framework/entry`; kind `plan` a plan's id."""

    kind: str
    id: str


class Backlink(NamedTuple):
    """A reference from `source` to some entity; `field` is the top-level field that holds it."""

    source: EntityKey
    field: str


_COLLECTIONS = {file.name: file.collections for file in PLAN_FILES}


def entities(content: PlanContent) -> Iterator[tuple[EntityKey, BaseModel]]:
    """All entities of a plan that have an address, file by file in declared order."""
    for name, record in content.files():
        if name.startswith("chapters/"):
            yield EntityKey("chapter", name.removeprefix("chapters/")), record
            continue
        for attribute, kind in _COLLECTIONS[name].items():
            for entity in getattr(record, attribute):
                yield EntityKey(kind, entity.id), entity


def _sources(content: PlanContent) -> Iterator[tuple[EntityKey, BaseModel]]:
    yield EntityKey("plan", content.plan.id), content.plan
    yield from entities(content)


def backlinks(content: PlanContent) -> Mapping[EntityKey, tuple[Backlink, ...]]:
    """For each entity, the references that other entities make to it, in the order of the files.

    A reference that plan.yaml makes for the whole plan has a source of kind `plan`.
    """
    found: dict[EntityKey, dict[Backlink, None]] = {}

    def note(target: EntityKey, source: EntityKey, field: str) -> None:
        if target != source:
            found.setdefault(target, {})[Backlink(source, field)] = None

    for source, record in _sources(content):
        for item in walk(record):
            field = str(item.path[0])
            if source.kind == "plan" and field in _COLLECTIONS["plan"]:
                continue  # an entity of its own
            if isinstance(item, FoundProse):
                for link in links(item.text):
                    note(EntityKey(link.kind, link.id), source, field)
            elif item.kind not in ("level", "column", "stage"):
                note(EntityKey(item.kind, item.id), source, field)
    return MappingProxyType({key: tuple(sources) for key, sources in found.items()})
