"""What loading gives: the documents of content/ and what is wrong with them as files."""

from dataclasses import dataclass, field

from jinzai.findings.finding import Finding
from jinzai.load.tree import Tree
from jinzai.model.kinds import FileKind


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


@dataclass(frozen=True, slots=True)
class Loaded:
    """Documents and findings of a load.

    Documents come in the order frameworks, then plans by id; within a plan in the order of
    `jinzai.model.kinds.PLAN_FILES`, chapters last. Findings come by place.
    """

    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
