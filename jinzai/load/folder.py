"""The names in a folder: expected, misspelt or unknown ones, and names that some systems confuse.

This module knows names and kinds of entries. It never opens a file.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinzai.findings import rules_file
from jinzai.findings.finding import Finding, Place, RelatedPlace, Rule
from jinzai.load.file_bytes import CannotReadError, check_inside, unreadable
from jinzai.load.leftovers import is_no_content

_YAML_ENDING: Final = re.compile(r"\.ya?ml?(?:\.txt)?$|\.(?:ymal|yalm)$", re.IGNORECASE)
_CLOSE: Final = 0.7
_SHEETS: Final = (".xlsx", ".xls", ".xlsm", ".csv", ".docx", ".doc", ".pdf", ".pptx")


class FolderEntry(NamedTuple):
    """A file or folder. `shown` is its path from the project's root, safe to show."""

    name: str
    path: Path
    shown: str
    is_folder: bool


class Folder:
    """One folder of content/ and the findings about the names in it."""

    def __init__(self, path: Path, shown: str, content: Path, plan_id: str = "") -> None:
        """Lists `path`. `content` is the resolved content folder. Never raises."""
        self.path = path
        self.shown = shown
        self.plan_id = plan_id
        self.findings: list[Finding] = []
        self.entries: list[FolderEntry] = []
        try:
            check_inside(path, content)
            names = sorted(found.name for found in path.iterdir())
        except CannotReadError as problem:
            self.add(problem.rule, shown, **problem.facts)
        except NotADirectoryError:
            self.add(rules_file.NOT_A_FOLDER, shown, name=fit(path.name), found="ファイル")
        except OSError as error:
            refused = unreadable(error)
            self.add(refused.rule, shown, **refused.facts)
        else:
            kept = [name for name in names if not is_no_content(name)]
            self.entries = [self._entry(name) for name in kept]
            self._report_clashes()

    def add(
        self, rule: Rule, shown: str, related: tuple[RelatedPlace, ...] = (), **facts: Any
    ) -> None:
        """Adds a finding about the file or folder `shown` as a whole."""
        self.findings.append(Finding(rule, Place(shown), facts, related, self.plan_id))

    def pick(self, expected: Mapping[str, bool]) -> dict[str, FolderEntry]:
        """The entries that are meant by the `expected` names, by these names.

        `expected` says for each name whether it is a folder. If an expected entry is missing, a
        misspelt one is reported and taken for it. All other entries are reported as unknown.
        """
        picked = {entry.name: entry for entry in self.entries if entry.name in expected}
        for entry in list(picked.values()):
            if entry.is_folder != expected[entry.name]:
                rule = rules_file.NOT_A_FILE if entry.is_folder else rules_file.NOT_A_FOLDER
                found = "フォルダー" if entry.is_folder else "ファイル"
                self.add(rule, entry.shown, name=entry.name, found=found)
        for entry in self.entries:
            if entry.name in expected:
                continue
            alike = [name for name, folder in expected.items() if folder == entry.is_folder]
            meant = _meant(entry, alike)
            if meant is not None and meant not in picked:
                self.misspelt(entry, meant)
                picked[meant] = entry
            else:
                self.unknown(entry, meant, alike or expected)
        return picked

    def misspelt(self, entry: FolderEntry, meant: str) -> None:
        """Reports an entry whose name should be `meant`."""
        self.add(rules_file.MISSPELT_FILE_NAME, entry.shown, name=fit(entry.name), meant=meant)

    def unknown(
        self, entry: FolderEntry, twin: str | None = None, names: Iterable[str] = ()
    ) -> None:
        """Reports an entry that is not read.

        `twin` is the file that it looks like. `names` are the names that are allowed here.
        """
        ending = Path(entry.name).suffix.lower()
        if twin is not None:
            way = f"読まれるのは {twin} だけです。コピーなら content/ の外に移してください。"
        elif ending in _SHEETS:
            way = "元の資料は content/ の外に移し、内容を YAML に書き写してください。"
        else:
            way = "要らなければ content/ の外に移してください。"
            listed = "、".join(names)
            way += f"ここに置ける名前: {listed}" if listed else ""
        self.add(rules_file.UNKNOWN_FILE, entry.shown, name=fit(entry.name), way=way)

    def _entry(self, name: str) -> FolderEntry:
        path = self.path / name
        return FolderEntry(name, path, f"{self.shown}/{fit(name)}", path.is_dir())

    def _report_clashes(self) -> None:
        seen: dict[str, FolderEntry] = {}
        for entry in self.entries:
            first = seen.setdefault(fold(entry.name), entry)
            if first is not entry:
                related = RelatedPlace(Place(first.shown), "もう一方はここです")
                self.add(
                    rules_file.CLASHING_NAMES,
                    entry.shown,
                    (related,),
                    name=fit(entry.name),
                    other=fit(first.name),
                )


def fold(name: str) -> str:
    """A name in the form in which some systems compare names.

    They ignore case, and the difference between Unicode's two ways to write が.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fit(name: str) -> str:
    """A name that can be shown: bytes that are not UTF-8 become `?`."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _meant(entry: FolderEntry, names: Iterable[str]) -> str | None:
    """The one of `names` that was meant by the entry's name, or None."""
    name = unicodedata.normalize("NFKC", entry.name).casefold().strip()
    stem = name if entry.is_folder else _YAML_ENDING.sub("", name)
    if not entry.is_folder and stem == name:
        return None
    stems = {wanted.removesuffix(".yaml"): wanted for wanted in names}
    close = get_close_matches(stem, stems, n=1, cutoff=_CLOSE)
    return stems[close[0]] if close else None
