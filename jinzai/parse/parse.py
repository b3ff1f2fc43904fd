"""From documents to models. Everything that can be read is kept.

An entity with an error is left out of its file's model. Its id is remembered as known but
unreadable, so that references to it are not reported as further mistakes.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from jinzai.findings.finding import Finding, Place
from jinzai.load.document import Document, stem
from jinzai.model.base import Record
from jinzai.model.kinds import CHAPTER, SYNONYMS
from jinzai.model.plan import Plan
from jinzai.model.walk import Found, FoundProse, Path, walk_raw
from jinzai.model.words import PROSE_LENGTH, is_slug
from jinzai.parse import errors
from jinzai.parse.location import locate
from jinzai.parse.meant_id import id_suggestion, spelt_as_id
from jinzai.parse.salvage import salvage, stand_in_for


class ParsedFile(NamedTuple):
    """A file, and the parts of it that could be read.

    `kept` has an entry for each top-level list with unreadable items: the indices, in the file, of
    the items that the record still has. `unreadable` are the ids of the other items, by kind of
    entity, as they are written and in the form of an id. `open_kinds` are the kinds for which any
    id may exist, because some ids could not be read at all. `dropped` are the paths, in the file,
    of the parts that the record lacks. `refused` are the paths of the single values and keys with a
    finding.
    """

    document: Document
    record: Record | None
    kept: Mapping[str, tuple[int, ...]]
    unreadable: frozenset[tuple[str, str]]
    open_kinds: frozenset[str]
    dropped: frozenset[Path] = frozenset()
    refused: frozenset[Path] = frozenset()

    def is_refused(self, path: Path) -> bool:
        """Whether a finding is about the value at a path in the file, or about a key above it."""
        return any(path[:length] in self.refused for length in range(len(path) + 1))

    def file_path(self, path: Path) -> Path:
        """The path in the file for a path in the record."""
        if len(path) > 1 and path[0] in self.kept and isinstance(path[1], int):
            return (path[0], self.kept[str(path[0])][path[1]], *path[2:])
        return path

    def unread(self) -> Iterator[Found]:
        """The references and texts in the parts that were left out, with their paths in the file.

        Ids that are no ids and texts that are too long are left out, because they have findings
        already.
        """
        raw = self.document.tree.value if self.document.tree else None
        for path in sorted(self.dropped, key=str):
            value: Any = raw
            for part in path:
                value = value[part] if isinstance(value, list) or part in (value or ()) else None
            annotation = locate(self.document.kind.model, raw, path).annotation
            for found in walk_raw(annotation, value, path):
                if _is_worth_a_look(found):
                    yield found

    def place(self, path: Path, *, key: bool = False, in_file: bool = False) -> Place:
        """The place of the value at a path in the record; with `in_file`, at a path in the file."""
        if self.document.tree is None:
            return Place(self.document.file)
        path = path if in_file else self.file_path(path)
        return self.document.tree.place_of(path, key=key)

    def item_lines(self, name: str) -> tuple[int, ...]:
        """The line of each item that the record has in its top-level list `name`."""
        tree = self.document.tree
        lines = tree.item_lines(name) if tree is not None else ()
        return tuple(lines[index] for index in self.kept.get(name, range(len(lines))))

    def place_in_text(
        self, path: Path, needle: str, occurrence: int, *, in_file: bool = False
    ) -> Place:
        """The place of the n-th `needle`, from 0, in the text at a path, which is as in `place`."""
        if self.document.tree is None:
            return Place(self.document.file)
        path = path if in_file else self.file_path(path)
        return self.document.tree.text_place(path, needle, occurrence)


class Parsed(NamedTuple):
    """All files, by plan and for the frameworks, and the findings about their values.

    `synonyms` has the file of the synonyms, if there is one.
    """

    plans: Mapping[str, tuple[ParsedFile, ...]]
    frameworks: tuple[ParsedFile, ...]
    findings: tuple[Finding, ...]
    synonyms: tuple[ParsedFile, ...] = ()


def parse(documents: Iterable[Document]) -> Parsed:
    """Parses every document as far as it can be read. No content raises anything."""
    plans: dict[str, list[ParsedFile]] = {}
    frameworks: list[ParsedFile] = []
    synonyms: list[ParsedFile] = []
    findings: list[Finding] = []
    for document in documents:
        parsed, found = parse_document(document)
        findings += found
        if document.plan_id:
            plans.setdefault(document.plan_id, []).append(parsed)
        elif document.kind is SYNONYMS:
            synonyms.append(parsed)
        else:
            frameworks.append(parsed)
    return Parsed(
        {plan_id: tuple(files) for plan_id, files in plans.items()},
        tuple(frameworks),
        tuple(findings),
        tuple(synonyms),
    )


def parse_document(document: Document) -> tuple[ParsedFile, list[Finding]]:
    """Parses one document, and returns the findings about its values."""
    kinds = frozenset(document.kind.collections.values())
    raw: Any = document.tree.value if document.tree else None
    if not isinstance(raw, dict):
        stand_in = stand_in_for(document)
        nothing = Plan.model_validate(stand_in) if document.kind.model is Plan else None
        return ParsedFile(document, nothing, {}, _own_id(document), kinds), []
    record, found, dropped, refused, kept = salvage(document, raw)
    found += errors.empty_values(document, refused)
    unreadable, unknown = _dropped_ids(document, raw, dropped)
    open_kinds = kinds if record is None or not document.complete else frozenset(unknown)
    readable = {
        name: tuple(index for index in indices if (name, index) not in dropped)
        for name, indices in kept.items()
        if any((name, index) in dropped for index in indices)
    }
    if record is None:
        unreadable |= _own_id(document)
    parsed = ParsedFile(
        document,
        record,
        readable,
        frozenset(unreadable),
        open_kinds,
        frozenset(dropped),
        frozenset(refused),
    )
    return parsed, found


def _is_worth_a_look(found: Found) -> bool:
    if isinstance(found, FoundProse):
        return len(found.text) <= PROSE_LENGTH
    parts = found.id.split("/")
    return len(parts) == (2 if found.kind == "entry" else 1) and all(map(is_slug, parts))


def _own_id(document: Document) -> frozenset[tuple[str, str]]:
    """The id of a file that is itself an entity, which is a chapter."""
    if document.kind is not CHAPTER:
        return frozenset()
    return frozenset([("chapter", stem(document.file))])


def _dropped_ids(
    document: Document, raw: Any, dropped: set[Path]
) -> tuple[set[tuple[str, str]], set[str]]:
    """The ids of entities that were left out, and the kinds of those without an id."""
    ids: set[tuple[str, str]] = set()
    unknown: set[str] = set()
    collections = document.kind.collections
    for path in dropped:
        kind = collections.get(str(path[0])) if path else None
        if kind is None:
            continue
        items = [raw[path[0]][path[1]]] if len(path) == 2 else [None]
        for item in items:
            id = item.get("id") if isinstance(item, dict) else None
            if isinstance(id, str):
                ids |= {(kind, id), (kind, spelt_as_id(id))}
                if not is_slug(id) and not id_suggestion(id):
                    # References may name the id that it gets.
                    unknown.add(kind)
            else:
                unknown.add(kind)
    return ids, unknown
