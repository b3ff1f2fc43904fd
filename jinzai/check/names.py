"""Names in the place of ids: the id that the writer of a name meant.

This module only looks names up. Other modules report what is wrong with a reference.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from jinzai.check.index import PlanIndex, SiteIndex
from jinzai.findings.finding import Finding
from jinzai.model.curriculum import Curriculum
from jinzai.model.framework import Framework
from jinzai.model.role import Role

_NAMES = ("name", "short_title", "title", "term", "label")


def id_by_name(index: PlanIndex, kind: str, name: str) -> str:
    """The id of the only thing of `kind` with the name `name`; `""` without such a thing.

    It is `""` too if several things have the name.
    """
    wanted = plain_name(name)
    known = _entry_ids(index.site) if kind == "entry" else _ids(index).get(kind, {})
    found = known.get(wanted, ())
    return next(iter(found)) if wanted and len(found) == 1 else ""


def with_names(index: PlanIndex, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings. If one is about a name in the place of an id, it gets the id that was meant."""
    for finding in findings:
        kind = finding.facts.get("kind")
        if kind and "named" in finding.facts:
            id = id_by_name(index, str(kind), str(finding.facts["named"]))
            if id:
                facts = {**finding.facts, "suggestion": f"もしかして: {id}。"}
                yield replace(finding, facts=facts)
                continue
        yield finding


_Ids = Mapping[str, dict[str, None]]
"""The ids of the things with a name. The keys are names as `plain_name` returns them."""


@lru_cache(maxsize=1)
def _ids(index: PlanIndex) -> Mapping[str, _Ids]:
    """The names of a plan, by kind. Many references ask for them, one plan after the other."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for kind, id, said in _named(index):
        found.setdefault(kind, {}).setdefault(plain_name(said), {})[id] = None
    return found


@lru_cache(maxsize=1)
def _entry_ids(site: SiteIndex) -> _Ids:
    found: dict[str, dict[str, None]] = {}
    for file in site.frameworks:
        if isinstance(file.record, Framework):
            for entry in file.record.entries:
                for said in (entry.name, entry.id):
                    id = f"{file.record.id}/{entry.id}"
                    found.setdefault(plain_name(said), {})[id] = None
    return found


def _named(index: PlanIndex) -> Iterator[tuple[str, str, str]]:
    """Kinds and ids, each with a name of the thing."""
    for entity in index.entities:
        record: Any = entity.record
        for field in _NAMES:
            if isinstance(said := getattr(record, field, None), str):
                yield entity.kind, entity.id, said
        if isinstance(record, Role):
            yield from (("level", level.id, level.name) for level in record.levels)
        elif isinstance(record, Curriculum):
            yield from (("stage", stage.id, stage.name) for stage in record.stages)


def plain_name(name: str) -> str:
    """A name without differences that people do not see: width, case, spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
