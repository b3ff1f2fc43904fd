"""Mappings that are missing or contradict each other, and entries without any mapping.

The relations are those of SKOS. `exact` says that two things are the same. It is transitive: if an
entity is exactly one entry of a framework, it cannot be another entry of it, it cannot lie within
another one, and no other one can lie within it. For the same reason two things of one plan cannot
be exactly the same entry: they would be the same thing. `close` is not transitive, so it
contradicts nothing. If an item is mapped twice to one entry, that is a repeat
(`jinzai.check.repeats`).
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jinzai.check.index import Entity, Located, PlanIndex, SiteIndex, framework_entities
from jinzai.findings.finding import Finding, Place, RelatedPlace
from jinzai.findings.rules_completeness import (
    MAPPED_AND_UNMAPPED,
    ROLE_WITHOUT_CLASS,
    SKILL_WITHOUT_AREA,
)
from jinzai.findings.rules_mapping import (
    CONTRADICTING_RELATIONS,
    ENTRY_NOT_USED,
    EXACT_TWICE,
    MAPPED_AND_NEAR,
    MAPPING_WITHOUT_REASON,
    SCALE_REVERSED,
)
from jinzai.model.audience import FrameworkLink, Relation
from jinzai.model.framework import Framework
from jinzai.model.kinds import FRAMEWORK, KIND_NAMES
from jinzai.model.names import NAMES
from jinzai.model.prose import links
from jinzai.model.role import Role
from jinzai.model.skill import Skill
from jinzai.model.walk import FoundProse, Path

_EXCLUDED: Final = (Relation.EXACT, Relation.BROAD, Relation.NARROW)


class _Mapping(NamedTuple):
    """An entity's mapping to an entry. `of` is the name of its field, `path` the path to it."""

    entity: Entity
    of: str
    path: Path
    link: FrameworkLink

    @property
    def framework(self) -> str:
        return self.link.entry.partition("/")[0]

    @property
    def place(self) -> Place:
        return self.entity.file.place((*self.entity.path, *self.path, "entry"))


def answers(index: PlanIndex) -> Iterator[Finding]:
    """Roles and skills without a mapping and without a reason for that, or with both."""
    for entity in index.entities:
        record = entity.record
        if isinstance(record, Role):
            linked, missing = bool(record.classes), ROLE_WITHOUT_CLASS
        elif isinstance(record, Skill):
            linked, missing = bool(record.areas), SKILL_WITHOUT_AREA
        else:
            continue
        if not linked and record.unmapped is None:
            yield index.at(missing, entity, name=entity.name)
        elif linked and record.unmapped is not None:
            yield index.at(
                MAPPED_AND_UNMAPPED,
                entity,
                path=("unmapped",),
                kind=KIND_NAMES[entity.kind],
                name=entity.name,
            )


def nearness(index: PlanIndex) -> Iterator[Finding]:
    """Roles that are mapped to a class and also say why they are not mapped to it."""
    for entity in index.of_kind("role"):
        record = entity.record
        if not isinstance(record, Role):
            continue
        mapped = {link.entry: number for number, link in enumerate(record.classes)}
        for number, near in enumerate(record.near_classes):
            if near.entry in mapped:
                path = (*entity.path, "classes", mapped[near.entry], "entry")
                yield index.at(
                    MAPPED_AND_NEAR,
                    entity,
                    path=("near_classes", number, "entry"),
                    related=(RelatedPlace(entity.file.place(path), "対応付け"),),
                    name=entity.name,
                    entry=_called(index, near.entry),
                )


def reasons(index: PlanIndex) -> Iterator[Finding]:
    """Roles and skills with a mapping that has no reason: one finding for each role or skill."""
    for entity in index.entities:
        record = entity.record
        if not isinstance(record, Role | Skill):
            continue
        missing = [one for one in _mappings(entity) if one.link.note is None]
        if missing:
            yield index.at(
                MAPPING_WITHOUT_REASON,
                entity,
                path=(*missing[0].path, "entry"),
                related=tuple(RelatedPlace(one.place, "理由のない対応付け") for one in missing[1:]),
                kind=KIND_NAMES[entity.kind],
                name=entity.name,
                entries="・".join(one.link.entry for one in missing),
            )


def contradictions(index: PlanIndex) -> Iterator[Finding]:
    """Relations that cannot all be true, of one entity or of two entities of a plan."""
    first: dict[tuple[str, str], _Mapping] = {}
    for entity in index.entities:
        if index.find(entity.kind, entity.id) is not entity:
            continue  # its id stands twice, and a finding says so
        mappings = list(_mappings(entity))
        yield from _inside(index, mappings)
        for mapping in mappings:
            if mapping.link.relation is Relation.EXACT:
                known = first.setdefault((mapping.of, mapping.link.entry), mapping)
                if known.entity is not entity:
                    yield _twice(index, mapping, known)


def scales(index: PlanIndex) -> Iterator[Finding]:
    """Levels of a role in the wrong order on a common scale, or two levels on exactly one step."""
    steps = {entry: number for number, entry in enumerate(index.site.entries)}
    for entity in index.of_kind("role"):
        role = entity.record
        if not isinstance(role, Role):
            continue
        exact: dict[str, int] = {}
        highest: dict[str, int] = {}
        for number, level in enumerate(role.levels):
            if level.scale is None or level.scale.entry not in steps:
                continue
            entry = level.scale.entry
            framework = entry.partition("/")[0]
            path: Path = ("levels", number, "scale")
            before = highest.get(framework)
            if before is not None:
                lower = role.levels[before]
                assert lower.scale is not None
                if steps[entry] < steps[lower.scale.entry]:
                    yield index.at(
                        SCALE_REVERSED,
                        entity,
                        path=(*path, "entry"),
                        related=(RelatedPlace(_scale_place(entity, before), "低いほうのレベル"),),
                        name=level.name,
                        entry=_called(index, entry),
                        lower=lower.name,
                        lower_entry=_called(index, lower.scale.entry),
                    )
                    continue
            highest[framework] = number
            if level.scale.relation is Relation.EXACT:
                known = exact.setdefault(entry, number)
                if known != number:
                    yield index.at(
                        EXACT_TWICE,
                        entity,
                        path=(*path, "entry"),
                        related=(
                            RelatedPlace(_scale_place(entity, known), "先に書かれている対応"),
                        ),
                        kind=KIND_NAMES["level"],
                        name=level.name,
                        other=role.levels[known].name,
                        entry=_called(index, entry),
                    )


def _linked_entries(index: PlanIndex) -> Iterator[str]:
    """The entries to which texts of roles have links (`jinzai.compare.sayings`)."""
    for located in index.located:
        if isinstance(located.found, FoundProse) and isinstance(_record_of(located), Role):
            yield from (link.id for link in links(located.found.text) if link.kind == "entry")


def _record_of(located: Located) -> object:
    return located.entity.record if located.entity is not None else None


class EntryUse(NamedTuple):
    """The entries that a plan uses: by a mapping, or by a link in a role's text.

    `is_whole` is false if a role or a skill of the plan is not mapped yet.
    """

    used: frozenset[str]
    is_whole: bool


def entry_use(index: PlanIndex) -> EntryUse:
    """The entries that a plan uses. The content must have no errors."""
    used = set(_linked_entries(index))
    is_whole = True
    for entity in index.entities:
        mappings = list(_mappings(entity, levels=True))
        used.update(mapping.link.entry for mapping in mappings)
        record = entity.record
        if not mappings and isinstance(record, Role | Skill) and record.unmapped is None:
            is_whole = False
    return EntryUse(frozenset(used), is_whole)


def unused_entries(site: SiteIndex, plans: Iterable[EntryUse]) -> Iterator[Finding]:
    """Entries without any mapping and without a link in a role's text.

    If that holds for all entries of a framework, it is one finding.

    The content must have no errors. Nothing is reported if there is no plan, or if a role or a
    skill is not mapped yet. That has its own finding.
    """
    used: set[str] = set()
    any_plan = False
    for mapped in plans:
        any_plan = True
        if not mapped.is_whole:
            return
        used |= mapped.used
    for file in site.frameworks if any_plan else ():
        framework = file.record
        if not isinstance(framework, Framework):
            continue
        names = {f"{framework.id}/{entry.id}": entry.name for entry in framework.entries}
        unused = names.keys() - used
        if names and len(unused) == len(names):
            facts = {"kind": FRAMEWORK.title, "name": framework.title}
            yield Finding(ENTRY_NOT_USED, file.place(("id",)), facts)
            continue
        for entity in framework_entities(file):
            key = f"{framework.id}/{entity.id}"
            if key in unused:
                facts = {"kind": KIND_NAMES["entry"], "name": names[key]}
                yield Finding(ENTRY_NOT_USED, entity.place, facts, (), "", entity.key)


def _mappings(entity: Entity, *, levels: bool = False) -> Iterator[_Mapping]:
    """The mappings of an entity; with `levels`, also those of its levels."""
    record = entity.record
    if isinstance(record, Role):
        for number, link in enumerate(record.classes):
            yield _Mapping(entity, "classes", ("classes", number), link)
        for number, level in enumerate(record.levels if levels else ()):
            if level.scale is not None:
                yield _Mapping(entity, "scale", ("levels", number, "scale"), level.scale)
    elif isinstance(record, Skill):
        for number, link in enumerate(record.areas):
            yield _Mapping(entity, "areas", ("areas", number), link)


def _inside(index: PlanIndex, mappings: list[_Mapping]) -> Iterator[Finding]:
    """One finding for each mapping that an `exact` mapping of the same entity excludes."""
    exact: dict[str, _Mapping] = {}
    for mapping in mappings:
        if mapping.link.relation is Relation.EXACT:
            exact.setdefault(mapping.framework, mapping)
    for mapping in mappings:
        same = exact.get(mapping.framework)
        if same is None or mapping is same or mapping.link.entry == same.link.entry:
            continue
        if mapping.link.relation in _EXCLUDED:
            yield index.at(
                CONTRADICTING_RELATIONS,
                mapping.entity,
                path=(*mapping.path, "relation"),
                related=(RelatedPlace(same.place, "exact とした対応"),),
                kind=KIND_NAMES[mapping.entity.kind],
                name=mapping.entity.name,
                exact=_called(index, same.link.entry),
                other=_called(index, mapping.link.entry),
                relation=NAMES[Relation][mapping.link.relation],
            )


def _twice(index: PlanIndex, mapping: _Mapping, known: _Mapping) -> Finding:
    return index.at(
        EXACT_TWICE,
        mapping.entity,
        path=(*mapping.path, "entry"),
        related=(RelatedPlace(known.place, "先に書かれている対応"),),
        kind=KIND_NAMES[mapping.entity.kind],
        name=mapping.entity.name,
        other=known.entity.name,
        entry=_called(index, mapping.link.entry),
    )


def _scale_place(entity: Entity, number: int) -> Place:
    return entity.file.place((*entity.path, "levels", number, "scale", "entry"))


def _called(index: PlanIndex, entry: str) -> str:
    """An entry in the brackets of a quotation: by its name, or by its id if it could not be read.

    The name is looked up only for a finding, so the frameworks are searched one after the other.
    """
    names = (
        one.name
        for file in index.site.frameworks
        if isinstance(file.record, Framework) and file.record.id == entry.partition("/")[0]
        for one in framework_entities(file)
        if one.id == entry.partition("/")[2]
    )
    return f"「{next(names, entry)}」"
