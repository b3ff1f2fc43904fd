"""Loads one file: bytes, text, values. It does not know which files should exist."""

import re
from pathlib import Path
from typing import Any, Final

from jinzai.findings import rules_file
from jinzai.findings.finding import Finding, Place, Rule, in_order
from jinzai.findings.lines import Lines
from jinzai.load.chapter_text import read_chapter
from jinzai.load.decode import decode
from jinzai.load.document import Document, Loaded, stem
from jinzai.load.file_bytes import MAX_BYTES, CannotReadError, read_bytes
from jinzai.load.folder import FolderEntry
from jinzai.load.invisible import replace_invisible
from jinzai.load.report import FileReport
from jinzai.load.tree import Nodes, Tree
from jinzai.load.yaml_text import Read, read_yaml
from jinzai.model.kinds import CHAPTER, FileKind

# `=======` alone is also Markdown's underline of a heading; the other two always go with it.
_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})(?= |\r?$)", re.MULTILINE)


def load_document(file: str, kind: FileKind, plan_id: str, data: bytes | str) -> Loaded:
    """Loads one file from its bytes, or from the text in an editor. Does not touch the disk.

    `file` is its path from the project's root. A chapter's id comes from this path. The result has
    exactly one document. Never raises.
    """
    if len(data) > MAX_BYTES:
        size = f"{len(data) / MAX_BYTES:.1f}MB"
        return _refused(file, kind, plan_id, rules_file.FILE_TOO_LARGE, size=size, limit="1MB")
    findings: list[Finding] = []
    source = data
    if isinstance(source, bytes):
        decoded = decode(source, file, plan_id)
        findings += decoded.findings
        if decoded.text is None:
            return Loaded((_unreadable(file, kind, plan_id),), tuple(findings))
        source = decoded.text
    lines = Lines(source)
    report = FileReport(file, plan_id, lines)
    read = _read(file, kind, source, report)
    tree = None if read.value is None else Tree(read.value, file, lines, read.nodes)
    document = Document(file, kind, plan_id, tree, source, read.complete)
    return Loaded((document,), tuple(in_order([*findings, *report.findings])))


def load_file(entry: FolderEntry, kind: FileKind, plan_id: str, content: Path) -> Loaded:
    """Loads one file from disk. `content` is the resolved content folder.

    The result has exactly one document. Never raises.
    """
    if entry.is_folder:
        # The folder that lists the entry has said so already.
        return Loaded((_unreadable(entry.shown, kind, plan_id),))
    try:
        data = read_bytes(entry.path, content)
    except CannotReadError as problem:
        return _refused(entry.shown, kind, plan_id, problem.rule, **problem.facts)
    return load_document(entry.shown, kind, plan_id, data)


def _read(file: str, kind: FileKind, source: str, report: FileReport) -> Read:
    conflict = _CONFLICT.search(source)
    if conflict is not None:
        report.add(rules_file.CONFLICT_MARKER, conflict.start(), conflict.end(), mark=conflict[0])
        return Read(None, Nodes(), complete=False)
    text = replace_invisible(source, report)
    if kind is CHAPTER:
        return read_chapter(text, stem(file), report)
    return read_yaml(text, report, top_key=_top_key(kind))


def _top_key(kind: FileKind) -> str:
    """A top-level key that a file of this kind usually has, for advice."""
    if len(kind.collections) == 1:
        return next(iter(kind.collections))
    return next((name for name in kind.model.model_fields if name != "note"), "")


def _refused(file: str, kind: FileKind, plan_id: str, rule: Rule, **facts: Any) -> Loaded:
    finding = Finding(rule, Place(file), facts, (), plan_id)
    return Loaded((_unreadable(file, kind, plan_id),), (finding,))


def _unreadable(file: str, kind: FileKind, plan_id: str) -> Document:
    return Document(file, kind, plan_id, None, "", complete=False)
