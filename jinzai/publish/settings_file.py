"""mkdocs.yml as data: the settings as they were typed, each with its place.

This module owns how the file is read. It is read like content (`jinzai.load`): every value is a
text, a list or a mapping. Tags, aliases, control characters and repeated keys are refused with
their place. So nothing in the file can run a program, read another file or show a variable of the
machine. This module does not know what the settings mean.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jinzai.publish.failure import PublishError
from jinzai.publish.trouble import SETTINGS, Trouble

if TYPE_CHECKING:
    from jinzai.findings.finding import Finding
    from jinzai.load.file_bytes import CannotReadError
    from jinzai.load.tree import Tree

KeyPath = tuple[str | int, ...]
"""The keys and list indices from the top of the file to a setting."""


class SettingsError(Exception):
    """mkdocs.yml cannot be used. `troubles` are all places in it that have to be mended."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__(troubles)
        self.troubles = tuple(troubles)


def trouble_with_settings(
    troubles: Iterable[Trouble | str], notices: Iterable[Trouble] = ()
) -> PublishError:
    """The failure for mistakes in mkdocs.yml. Its message lists each place and each notice."""
    return PublishError(
        f"{SETTINGS} に誤りがあります。",
        "上の箇所を直してから、もう一度実行してください。",
        troubles,
        notices,
    )


class SettingsFile(NamedTuple):
    """The content of mkdocs.yml.

    Attributes:
        values: the settings by name. A value is a text, a list or a mapping of such values, or None
            if no value was written.
        notices: notices about the file that do not stop the build.
        tree: the same values with their places, or None if the file is empty.
    """

    values: Mapping[str, Any]
    notices: tuple[Trouble, ...] = ()
    tree: "Tree | None" = None

    @property
    def source(self) -> str:
        """The text of the file."""
        return self.tree.lines.text if self.tree is not None else ""

    def trouble(self, path: KeyPath, message: str) -> Trouble:
        """A trouble at a setting's name, or at an item of a list.

        If there is nothing at `path`, the trouble is at the nearest setting above it.
        """
        while path and not self._has(path):
            path = path[:-1]
        if self.tree is None or not path:
            return Trouble(SETTINGS, message)
        place = self.tree.place_of(path, key=True)
        return Trouble(SETTINGS, message, place.line, place.column)

    def stretch(self, path: KeyPath) -> str:
        """The source with blanks in place of all characters outside the value at `path`.

        Line breaks stay, so a place in the result is a place in the file. `""` if there is no such
        value.
        """
        if self.tree is None or not self._has(path):
            return ""
        lines = self.tree.lines
        place = self.tree.place_of(path)
        start = lines.starts[place.line - 1] + place.column - 1
        end = lines.starts[place.end_line - 1] + place.end_column - 1
        return "".join(
            character if character in "\r\n" or start <= at < end else " "
            for at, character in enumerate(lines.text)
        )

    def is_empty(self, path: KeyPath) -> bool:
        """Whether there is a name at `path`, and no value or an empty text after it."""
        if not self._has(path):
            return False
        value: Any = self.values
        for part in path:
            value = value[part]
        return value is None or value == ""

    def _has(self, path: KeyPath) -> bool:
        value: Any = self.values
        for part in path:
            if isinstance(value, list):
                if not isinstance(part, int) or part >= len(value):
                    return False
            elif not isinstance(value, Mapping) or part not in value:
                return False
            value = value[part]
        return True


def read_settings_file(path: Path) -> SettingsFile:
    """Reads mkdocs.yml. Raises `SettingsError` with all mistakes that make it unreadable."""
    # The engine starts before these are imported: they take a tenth of a second.
    from jinzai.findings.finding import Severity
    from jinzai.findings.rules_file import EMPTY_FILE
    from jinzai.load.file_bytes import CannotReadError, read_bytes
    from jinzai.load.one_file import load_document
    from jinzai.model.base import Record
    from jinzai.model.kinds import FileKind

    try:
        # A link may lead to another file of the project, never out of it.
        data = read_bytes(path, path.parent.resolve())
    except CannotReadError as problem:
        raise SettingsError([Trouble(SETTINGS, _reason(path, problem))]) from problem
    # No model: `mkdocs_yml` says what may stand there.
    kind = FileKind("mkdocs", "サイトの設定", Record, holds="", lists={})
    (document,), findings = load_document(SETTINGS, kind, "", data)
    if any(finding.rule is EMPTY_FILE for finding in findings):
        return SettingsFile({})
    wrong = [_trouble(finding) for finding in findings if finding.severity is Severity.ERROR]
    tree = document.tree
    if wrong or tree is None or not isinstance(tree.value, dict):
        raise SettingsError(wrong)
    return SettingsFile(tree.value, tuple(map(_trouble, findings)), tree)


def _reason(path: Path, problem: "CannotReadError") -> str:
    """Why the file cannot be read, and what to do, in Japanese."""
    if not os.path.lexists(path):
        return f"ファイルがありません。{path.parent} に置いてください"
    if path.is_symlink():
        return "リンクではなく、ファイルそのものを置いてください"
    message = problem.rule.message.format_map(problem.facts)
    return f"{message}ファイルを確かめて、置き直してください"


def _trouble(finding: "Finding") -> Trouble:
    """A finding with its hint, as a trouble.

    A setting that is written twice has a hint of its own: mkdocs.yml has no roles and courses.
    """
    from jinzai.findings.rules_syntax import DUPLICATE_KEY

    place, hint = finding.place, finding.hint
    if finding.rule is DUPLICATE_KEY:
        first = finding.related[0].place
        hint = f"初めのものは {first.line}行目にあります。どちらかを消してください。"
    return Trouble(SETTINGS, f"{finding.message}{hint}", place.line, place.column)
