"""Names that stand where an id belongs: which id somebody meant who wrote the name.

Looks names up; what is wrong with a reference is for others to say.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from jinzai.check.index import PlanIndex
from jinzai.findings.finding import Finding
from jinzai.model.curriculum import Curriculum
from jinzai.model.framework import Framework
from jinzai.model.role import Role

_NAMES = ("name", "short_title", "title", "term", "label")


def id_by_name(index: PlanIndex, kind: str, name: str) -> str:
    """The id of the one thing of `kind` that is called `name`; empty for none, or for several."""
    wanted = plain_name(name)
    found = {id for id, said in _named(index, kind) if plain_name(said) == wanted}
    return found.pop() if wanted and len(found) == 1 else ""


def with_names(index: PlanIndex, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; those about a name in place of an id with the id that was meant."""
    for finding in findings:
        kind = finding.facts.get("kind")
        if kind and "named" in finding.facts:
            id = id_by_name(index, str(kind), str(finding.facts["named"]))
            if id:
                facts = {**finding.facts, "suggestion": f"もしかして: {id}。"}
                yield replace(finding, facts=facts)
                continue
        yield finding


def _named(index: PlanIndex, kind: str) -> Iterator[tuple[str, str]]:
    """Ids of a kind, each with what the thing is called."""
    if kind == "entry":
        for file in index.site.frameworks:
            if isinstance(file.record, Framework):
                for entry in file.record.entries:
                    yield f"{file.record.id}/{entry.id}", entry.name
                    yield f"{file.record.id}/{entry.id}", entry.id
        return
    for entity in index.entities:
        record: Any = entity.record
        if entity.kind == kind:
            for field in _NAMES:
                if isinstance(said := getattr(record, field, None), str):
                    yield entity.id, said
        elif kind == "level" and isinstance(record, Role):
            yield from ((level.id, level.name) for level in record.levels)
        elif kind == "stage" and isinstance(record, Curriculum):
            yield from ((stage.id, stage.name) for stage in record.stages)


def plain_name(name: str) -> str:
    """A name without what people do not see: width, case, spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
