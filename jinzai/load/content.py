"""Loads content/ from disk: the folders and files that exist, and their order.

A plan is the unit of work: `load_plan` needs only the plan's own folder.
"""

import re
import unicodedata
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.findings import rules_file
from jinzai.findings.finding import Finding, Place, in_order
from jinzai.load.document import ENDINGS, Loaded
from jinzai.load.folder import Folder, FolderEntry, fit
from jinzai.load.one_file import load_file
from jinzai.model.kinds import CHAPTER, FRAMEWORK, PLAN_FILES, SYNONYMS, FileKind
from jinzai.model.words import SLUG_LENGTH, SLUG_PATTERN

CONTENT: Final = "content"
_TOP: Final = {"frameworks": True, "plans": True, "pages": True, SYNONYMS.file_name: False}
_CHAPTERS: Final = "chapters"


class Survey(NamedTuple):
    """What is in content/, as paths from the project's root.

    `frameworks` is empty if there is no such folder, and so is `synonyms` if there is no such file.
    `plans` are sorted by name.
    """

    frameworks: str
    plans: tuple[str, ...]
    findings: tuple[Finding, ...]
    synonyms: str = ""


def load(root: Path) -> Loaded:
    """Loads all of `root`/content except pages/, which MkDocs reads. Never raises."""
    found = survey(root)
    parts = [load_plan(root, folder) for folder in found.plans]
    if found.synonyms:
        parts.insert(0, load_synonyms(root, found.synonyms))
    if found.frameworks:
        parts.insert(0, load_frameworks(root, found.frameworks))
    findings = chain(found.findings, *(part.findings for part in parts))
    return Loaded(
        tuple(chain.from_iterable(part.documents for part in parts)),
        tuple(in_order(list(findings))),
    )


def survey(root: Path) -> Survey:
    """Finds the frameworks and the plans of the project at `root`. Reads no file."""
    content = _content(root)
    if content.exists() and not content.is_dir():
        facts = {"name": CONTENT, "found": "ファイル"}
        return Survey("", (), (Finding(rules_file.NOT_A_FOLDER, Place(CONTENT), facts),))
    if not content.is_dir():
        missing = Finding(rules_file.MISSING_CONTENT, Place(CONTENT), {"name": CONTENT})
        return Survey("", (), (missing,))
    top = Folder(content, CONTENT, content)
    picked = {
        name: entry for name, entry in top.pick(_TOP).items() if entry.is_folder == _TOP[name]
    }
    findings = [*top.findings]
    plans: list[str] = []
    if "plans" in picked:
        folder = Folder(picked["plans"].path, picked["plans"].shown, content)
        for entry in folder.entries:
            if entry.is_folder:
                plans.append(entry.shown)
                _check_plan_name(entry, folder)
            else:
                folder.unknown(entry)
        findings += folder.findings
    if not plans and not any(found.rule is rules_file.NOT_A_FOLDER for found in findings):
        findings.append(Finding(rules_file.NO_PLAN, Place(f"{CONTENT}/plans")))
    frameworks = picked["frameworks"].shown if "frameworks" in picked else ""
    synonyms = picked[SYNONYMS.file_name].shown if SYNONYMS.file_name in picked else ""
    return Survey(frameworks, tuple(plans), tuple(in_order(findings)), synonyms)


def load_plan(root: Path, folder: str) -> Loaded:
    """Loads the plan in `folder`, such as `content/plans/hirakata`. Never raises."""
    content = _content(root)
    plan_id = folder.rpartition("/")[2]
    names = Folder(root / folder, folder, content, plan_id)
    if names.findings and not names.entries:
        return Loaded((), tuple(names.findings))
    kinds = {kind.file_name: kind for kind in PLAN_FILES}
    picked = names.pick({**dict.fromkeys(kinds, False), _CHAPTERS: True})
    parts = [
        load_file(picked[name], kind, plan_id, content)
        for name, kind in kinds.items()
        if name in picked
    ]
    if PLAN_FILES[0].file_name not in picked:
        names.add(rules_file.MISSING_PLAN_FILE, folder, plan=fit(plan_id))
    chapters = picked.get(_CHAPTERS)
    if chapters is not None and chapters.is_folder:
        inside = Folder(chapters.path, chapters.shown, content, plan_id)
        parts += _load_all(inside, CHAPTER, ".md", content)
        names.findings += inside.findings
    return _joined(parts, names.findings)


def load_frameworks(root: Path, folder: str = f"{CONTENT}/frameworks") -> Loaded:
    """Loads all frameworks. Never raises."""
    content = _content(root)
    names = Folder(root / folder, folder, content)
    parts = _load_all(names, FRAMEWORK, ".yaml", content)
    return _joined(parts, names.findings)


def load_synonyms(root: Path, file: str) -> Loaded:
    """Loads the file of the synonyms. Never raises."""
    entry = FolderEntry(SYNONYMS.file_name, root / file, file, False)
    return load_file(entry, SYNONYMS, "", _content(root))


def _load_all(names: Folder, kind: FileKind, ending: str, content: Path) -> list[Loaded]:
    """Loads all files of a folder. They are of one kind.

    A file with a wrong ending is reported, but read.
    """
    found: dict[str, FolderEntry] = {
        entry.name: entry
        for entry in names.entries
        if entry.name.endswith(ending) and not entry.is_folder
    }
    for entry in names.entries:
        if entry.name in found:
            continue
        alike = ENDINGS[ending].search(entry.name)
        meant = ENDINGS[ending].sub(ending, entry.name)
        if alike is None or entry.is_folder:
            names.unknown(entry)
        elif meant in found:
            names.unknown(entry, fit(meant))
        else:
            names.misspelt(entry, fit(meant))
            found[meant] = entry
    return [load_file(found[name], kind, names.plan_id, content) for name in sorted(found)]


def _check_plan_name(entry: FolderEntry, folder: Folder) -> None:
    if re.fullmatch(SLUG_PATTERN, entry.name) and len(entry.name) <= SLUG_LENGTH:
        return
    plain = unicodedata.normalize("NFKC", entry.name).lower()
    meant = re.sub(r"[\s_.-]+", "-", plain).strip("-")[:SLUG_LENGTH]
    example = f"（例: {meant}）" if re.fullmatch(SLUG_PATTERN, meant) else ""
    folder.add(rules_file.PLAN_FOLDER_NAME, entry.shown, name=fit(entry.name), meant=example)


def _joined(parts: list[Loaded], findings: list[Finding]) -> Loaded:
    return Loaded(
        tuple(chain.from_iterable(part.documents for part in parts)),
        tuple(in_order([*findings, *chain.from_iterable(part.findings for part in parts)])),
    )


def _content(root: Path) -> Path:
    # Resolved once, so that a link can be told to lead outside even if content/ is one itself.
    return (root / CONTENT).resolve()
