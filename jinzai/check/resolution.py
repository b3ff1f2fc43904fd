"""The ids that a reference may name, as far as the plan could be read.

This module knows where ids are looked up. Other modules report references to nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from jinzai.check.index import Located, PlanIndex
from jinzai.model.base import Record
from jinzai.model.curriculum import Curriculum, Stage
from jinzai.model.kinds import CHAPTER, PLAN_FILES
from jinzai.model.matrix import Column, Matrix
from jinzai.model.prose import PROSE_KINDS, links
from jinzai.model.role import Level, Role
from jinzai.model.walk import FoundProse, FoundReference


def candidates(index: PlanIndex, located: Located, kind: str, id: str) -> Iterable[str] | None:
    """The ids that a reference of `kind` may have; None if `id` is accepted.

    `id` is accepted if it is one of them. It is also accepted if it may belong to something that
    could not be read.
    """
    known: Iterable[str] | None
    if kind == "plan":
        known = index.site.plans
    elif kind == "entry":
        is_open = index.site.may_have(id.partition("/")[0])
        known = None if is_open else index.site.entries
    elif kind == "level":
        known = _levels(index, located)
    elif kind == "column":
        known = _columns(index, located)
    elif kind == "stage":
        known = _stages(index, located)
    else:
        known = None if index.knows(kind, id) else index.by_kind.get(kind, {})
    return None if known is None or id in known else known


def absent_kinds(index: PlanIndex) -> dict[str, str]:
    """The kinds of entity whose file the plan lacks, with the name of the file."""
    present = {file.document.kind.name for file in index.files}
    absent = {
        kind: file.file_name
        for file in PLAN_FILES[1:]
        if file.name not in present
        for kind in file.collections.values()
    }
    if CHAPTER.name not in present and not index.has_unlisted("chapters"):
        absent["chapter"] = "chapters/"
    return absent


def role_of(found: FoundReference) -> str | None:
    """The role that a level belongs to: the role that is named beside the level."""
    owner = found.owner
    role = owner.get("role") if isinstance(owner, Mapping) else getattr(owner, "role", None)
    return role if isinstance(role, str) else None


@lru_cache(maxsize=1)
def dangling(index: PlanIndex) -> tuple[tuple[Located, str], ...]:
    """Every reference to nothing, in fields and in prose, with its kind.

    If a reference is misspelt, the thing that was meant only seems to be unused. So rules about
    missing things report nothing then. Several rules ask for the result, one plan after the other.
    """
    return tuple(_dangling(index))


def _dangling(index: PlanIndex) -> Iterator[tuple[Located, str]]:
    for located in index.located:
        found = located.found
        if isinstance(found, FoundProse):
            for link in links(found.text):
                named = link.kind in PROSE_KINDS and not link.image
                if named and candidates(index, located, link.kind, link.id) is not None:
                    yield located, link.kind
        elif candidates(index, located, found.kind, found.id) is not None:
            yield located, found.kind


@lru_cache(maxsize=1)
def mentions(index: PlanIndex) -> Mapping[tuple[str, str], int]:
    """How often a plan names each kind and id, in fields and in prose.

    Ids that do not exist are counted too.
    """
    return Counter(
        named
        for located in index.located
        for named in (
            [(located.found.kind, located.found.id)]
            if isinstance(located.found, FoundReference)
            else [(link.kind, link.id) for link in links(located.found.text)]
        )
    )


def _levels(index: PlanIndex, located: Located) -> Iterable[str] | None:
    found = located.found
    role = index.find("role", role_of(found)) if isinstance(found, FoundReference) else None
    if role is None or not isinstance(role.record, Role) or not role.file.document.complete:
        return None
    return _ids_within(index, role.record, role.record.levels)


def _columns(index: PlanIndex, located: Located) -> Iterable[str] | None:
    record = located.entity.record if located.entity else None
    if not isinstance(record, Matrix) or not located.file.document.complete:
        return None
    return _ids_within(index, record, record.columns)


def _stages(index: PlanIndex, located: Located) -> Iterable[str] | None:
    record = located.entity.record if located.entity else None
    if not isinstance(record, Curriculum) or not located.file.document.complete:
        return None
    return _ids_within(index, record, record.stages)


def _ids_within(
    index: PlanIndex, record: Record, things: Iterable[Level | Column | Stage]
) -> Iterable[str]:
    """The ids within an entity. They are listed once for all references."""
    known = _known_within(index)
    if id(record) not in known:
        known[id(record)] = dict.fromkeys(thing.id for thing in things)
    return known[id(record)]


@lru_cache(maxsize=1)
def _known_within(index: PlanIndex) -> dict[int, dict[str, None]]:  # noqa: ARG001
    """The ids within each entity, by the identity of its record.

    A record lives as long as its index, so the identity stays unique.
    """
    return {}
