"""The result of loading: the documents of content/, and the findings about them as files."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from jinzai.findings.finding import Finding
from jinzai.load.tree import Tree
from jinzai.model.kinds import FileKind

ENDINGS: Final = {
    ".md": re.compile(r"\.(?:md|markdown|mdown|mkd)(?:\.txt)?$", re.IGNORECASE),
    ".yaml": re.compile(r"\.ya?ml(?:\.txt)?$|\.(?:ymal|yalm)$", re.IGNORECASE),
}
"""Each ending that a file may have, and the endings that people write by mistake."""


def stem(file: str) -> str:
    """A file's name without folder and ending, even if the ending is misspelt."""
    name = file.rpartition("/")[2]
    found = next(filter(None, (ending.search(name) for ending in ENDINGS.values())), None)
    return name[: found.start()] if found else name


@dataclass(frozen=True, slots=True)
class Document:
    """One file of content/.

    `file` is relative to the project's root, with `/` between its parts. `plan_id` is the name of
    the plan's folder; it is empty for what all plans share. `tree` is None if the file
    cannot be read as its kind; then a finding gives the reason. `source` is the decoded text
    without its byte order mark; it is empty if the file cannot be decoded.

    `complete` is False if the tree lacks a part of the file, or if there is no tree. Then ids may
    be missing, so a reference to an entity of this file must not be reported as unknown.
    """

    file: str
    kind: FileKind
    plan_id: str
    tree: Tree | None
    source: str = field(repr=False)
    complete: bool = True


class Loaded(NamedTuple):
    """The documents and findings of a load.

    The documents of frameworks come first, then the synonyms, then those of plans, by id. Within a
    plan they have the order of `jinzai.model.kinds.PLAN_FILES`, with chapters last. Findings are
    sorted by place.
    """

    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
