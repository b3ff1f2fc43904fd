"""The index: every entity of a plan with its place, and the facts that all plans share.

The index knows which kinds are incomplete because a file or an entity could not be read. Rules ask
for that. So one broken file does not cause findings about everything that refers to it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from pydantic import BaseModel

from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule
from jinzai.load.document import stem
from jinzai.model.base import Record
from jinzai.model.chapter import Chapter
from jinzai.model.content import PlanContent
from jinzai.model.framework import Framework, FrameworkKind
from jinzai.model.kinds import PLAN_FILES
from jinzai.model.plan import Plan
from jinzai.model.prose import ProseLink
from jinzai.model.walk import Found, FoundReference, Path, walk
from jinzai.parse.parse import ParsedFile

_R = TypeVar("_R", bound=Record)
_NAME_FIELDS = ("name", "title", "term", "label")


class Entity(NamedTuple):
    """An entity with its file and the path to it in the file's record."""

    kind: str
    id: str
    file: ParsedFile
    path: Path
    record: BaseModel

    @property
    def place(self) -> Place:
        """The place of the entity's id."""
        return self.file.place((*self.path, "id"))

    @property
    def key(self) -> str:
        """`kind:id`, as a suppression names it."""
        return f"{self.kind}:{self.id}"

    @property
    def name(self) -> str:
        """The name in messages. It has the distinction of a skill, as on the site."""
        record: Any = self.record
        for one in _NAME_FIELDS:
            if one in type(record).model_fields:
                said = str(getattr(record, one))
                apart = getattr(record, "distinction", None)
                return f"{said}（{apart}）" if apart else said
        return self.id


class Located(NamedTuple):
    """A reference or a text in a file.

    `entity` is the entity that contains it, or None. If `is_read` is false, it belongs to a part
    that could not be read. Then `entity` is None, and its path is a path in the file.
    """

    file: ParsedFile
    found: Found
    entity: Entity | None
    is_read: bool = True

    @property
    def place(self) -> Place:
        """The place of the reference or of the text."""
        found = self.found
        is_key = isinstance(found, FoundReference) and found.is_key
        return self.file.place(found.path, key=is_key, in_file=not self.is_read)

    def place_of(self, link: ProseLink) -> Place:
        """The place of a link in the text."""
        return self.place_of_text(link.sought, link.occurrence)

    def place_of_text(self, sought: str, occurrence: int) -> Place:
        """The place of characters in the text, which stand `occurrence` times before."""
        return self.file.place_in_text(
            self.found.path, sought, occurrence, in_file=not self.is_read
        )


@dataclass(frozen=True, eq=False)
class PlanIndex:
    """One plan as far as it could be read. It equals only itself, so that it can be a key."""

    plan_id: str
    files: tuple[ParsedFile, ...]
    site: "SiteIndex"

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """All entities of the plan with ids, file by file."""
        return tuple(entity for file in self.files for entity in _entities(file))

    @cached_property
    def by_kind(self) -> Mapping[str, Mapping[str, Entity]]:
        """The first entity of each kind and id."""
        found: dict[str, dict[str, Entity]] = {}
        for entity in self.entities:
            found.setdefault(entity.kind, {}).setdefault(entity.id, entity)
        return found

    @cached_property
    def unreadable(self) -> frozenset[tuple[str, str]]:
        """Kind and id of the entities that could not be read."""
        return frozenset(pair for file in self.files for pair in file.unreadable)

    @cached_property
    def open_kinds(self) -> frozenset[str]:
        """Kinds for which any id may exist, because a part of the plan could not be read."""
        kinds = {kind for file in self.files for kind in file.open_kinds}
        if not any(file.document.kind.model is Plan for file in self.files):
            # That plan.yaml is missing is a finding of its own.
            kinds.update(PLAN_FILES[0].collections.values())
        if self.has_unlisted("chapters"):
            kinds.add("chapter")
        return frozenset(kinds | self._doubled_kinds)

    @cached_property
    def _doubled_kinds(self) -> set[str]:
        """Kinds in which an id stands twice. One of the two should have another id.

        That has its own finding, and references may name the other id.
        """
        counted = Counter((entity.kind, entity.id) for entity in self.entities)
        return {kind for (kind, _), count in counted.items() if count > 1}

    def has_unlisted(self, folder: str) -> bool:
        """Whether the content of a folder of the plan could not be listed."""
        return f"content/plans/{self.plan_id}/{folder}" in self.site.unlisted

    @cached_property
    def located(self) -> tuple[Located, ...]:
        """Every reference and every text of the plan, file by file."""
        return tuple(located for file in self.files for located in _located(file))

    @cached_property
    def content(self) -> PlanContent | None:
        """All models of the plan together; None without plan.yaml."""
        plan = self._record("plan", Plan)
        if plan is None:
            return None
        names = [kind.name for kind in PLAN_FILES if kind.model is not Plan]
        named = {f"{name}_file": self._record(name, Record) for name in names}
        chapters = [file.record for file in self.files if isinstance(file.record, Chapter)]
        chapters.sort(key=lambda chapter: (chapter.order, chapter.id))
        return PlanContent(plan, chapters=tuple(chapters), **cast("dict[str, Any]", named))

    def knows(self, kind: str, id: str) -> bool:
        """Whether a reference to this entity is accepted.

        It is accepted if the entity exists, or if it may exist in a part that could not be read.
        """
        return (
            id in self.by_kind.get(kind, {})
            or (kind, id) in self.unreadable
            or kind in self.open_kinds
        )

    def whole(self, *kinds: str) -> bool:
        """Whether every entity of these kinds could be read."""
        return self._broken_kinds.isdisjoint(kinds)

    @cached_property
    def _broken_kinds(self) -> frozenset[str]:
        return self.open_kinds | {kind for kind, _ in self.unreadable}

    def find(self, kind: str, id: str | None) -> Entity | None:
        """An entity that could be read, or None."""
        return self.by_kind.get(kind, {}).get(id) if id is not None else None

    def called(self, kind: str, id: str) -> str:
        """What messages call an entity: its name, or its id if it could not be read."""
        entity = self.find(kind, id)
        return id if entity is None else entity.name

    def of_kind(self, kind: str) -> Iterator[Entity]:
        """The entities of one kind, in order, duplicates included."""
        return (entity for entity in self.entities if entity.kind == kind)

    def at(
        self,
        rule: Rule,
        entity: Entity,
        *,
        path: Path | None = None,
        related: tuple[RelatedPlace, ...] = (),
        **facts: object,
    ) -> Finding:
        """A finding about an entity.

        Its place is the entity's id, or the path within the entity.
        """
        place = entity.file.place((*entity.path, *path)) if path is not None else entity.place
        return Finding(rule, place, facts, related, self.plan_id, entity.key)

    def _record(self, name: str, model: type[_R]) -> _R | None:
        for file in self.files:
            if file.document.kind.name == name and isinstance(file.record, model):
                return file.record
        return None


class TitledPlan(NamedTuple):
    """A plan, by its folder, and its title with its place.

    `key` is the same for two plans if people could not tell their titles, issuers, editions and
    dates apart.
    """

    plan_id: str
    title: str
    key: tuple[str, ...]
    place: Place


Titles = Mapping[tuple[str, ...], TitledPlan]


@dataclass(frozen=True, eq=False)
class SiteIndex:
    """The facts that all plans share: the ids of all plans, and the entries of all frameworks.

    `entries` gives for `framework/entry` the kind of the framework. `open_frameworks` are the ids
    of frameworks that could not be read as a whole. `unlisted` are the paths of folders whose
    content could not be listed. `titles` gives for a plan's title, with issuer, edition and date,
    the first plan that has it, in the order of the folders. It equals only itself, so that it can
    be a key.
    """

    plans: frozenset[str]
    frameworks: tuple[ParsedFile, ...]
    entries: Mapping[str, FrameworkKind]
    open_frameworks: frozenset[str]
    unlisted: frozenset[str] = frozenset()
    titles: "Titles" = field(default_factory=dict)

    def may_have(self, framework: str) -> bool:
        """Whether such a framework may exist and could not be read."""
        return framework in self.open_frameworks or "content/frameworks" in self.unlisted


def site_index(
    plan_ids: Iterable[str],
    frameworks: tuple[ParsedFile, ...],
    unlisted: frozenset[str] = frozenset(),
    titles: Titles = MappingProxyType({}),
) -> SiteIndex:
    """The index that all plans share. `SiteIndex` explains the optional arguments."""
    entries: dict[str, FrameworkKind] = {}
    unread: set[str] = set()
    for file in frameworks:
        if isinstance(file.record, Framework):
            for entry in file.record.entries:
                entries[f"{file.record.id}/{entry.id}"] = file.record.kind
        if file.record is None or file.unreadable or file.open_kinds:
            unread.add(stem(file.document.file))
    return SiteIndex(frozenset(plan_ids), frameworks, entries, frozenset(unread), unlisted, titles)


def framework_entities(file: ParsedFile) -> Iterator[Entity]:
    """The entries of a framework."""
    return _entities(file)


def _entities(file: ParsedFile) -> Iterator[Entity]:
    record = file.record
    if isinstance(record, Chapter):
        yield Entity("chapter", record.id, file, (), record)
    for name, kind in file.document.kind.collections.items():
        for number, item in enumerate(getattr(record, name, ())):
            yield Entity(kind, item.id, file, (name, number), item)


def _located(file: ParsedFile) -> Iterator[Located]:
    for found in file.unread():
        yield Located(file, found, None, is_read=False)
    if file.record is None:
        return
    owners = {entity.path: entity for entity in _entities(file)}
    for found in walk(file.record):
        entity = owners.get(found.path[:2]) or owners.get(())
        yield Located(file, found, entity)


FindingSource = Callable[[PlanIndex], Iterator[Finding]]
"""A rule, or several rules about the same thing: a pure generator over a plan's index."""
