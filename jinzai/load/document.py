"""What loading gives: the documents of content/ and what is wrong with them as files."""

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
"""Each ending that a file may have, and what people write for it."""


def stem(file: str) -> str:
    """A file's name without folder and ending, also where the ending is misspelt."""
    name = file.rpartition("/")[2]
    found = next(filter(None, (ending.search(name) for ending in ENDINGS.values())), None)
    return name[: found.start()] if found else name


@dataclass(frozen=True, slots=True)
class Document:
    """One file of content/.

    `file` is relative to the project's root, with `/` between its parts. `plan_id` is the name of
    the plan's folder, empty for a framework. `tree` is None where the file cannot be read as
    what it should be; a finding says why. `source` is the decoded text without its byte order
    mark, empty where it cannot be decoded.

    `complete` is False where something that stands in the file is not in the tree, or there is
    no tree: ids may be missing, so a reference to this kind of file must not be called unknown.
    """

    file: str
    kind: FileKind
    plan_id: str
    tree: Tree | None
    source: str = field(repr=False)
    complete: bool = True


class Loaded(NamedTuple):
    """Documents and findings of a load.

    Documents come in the order frameworks, then plans by id; within a plan in the order of
    `jinzai.model.kinds.PLAN_FILES`, chapters last. Findings come by place.
    """

    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
