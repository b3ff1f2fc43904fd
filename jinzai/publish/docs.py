"""The engine's input: one folder with the hand-written pages and the shells' sources.

This module owns the shells' addresses and sources. It does not know what the engine makes of them.
"""

from pathlib import Path
from typing import Final

from jinzai.publish.failure import disk_failure
from jinzai.publish.handwritten import (
    PAGES_FOLDER,
    SHELL_NAME,
    Handwritten,
    trouble_with_pages,
    unreadable,
)
from jinzai.publish.shell import MAX_DEPTH
from jinzai.publish.trouble import Trouble

_SHELL_SOURCE: Final = "---\ntitle: jinzai\njinzai: shell\n---\n"


def shell_address(level: int) -> str:
    """The address at which the engine puts the shell for pages that are `level` folders deep."""
    return f"{SHELL_NAME}/" * level + f"{SHELL_NAME}.html"


def write_docs(handwritten: Handwritten, docs: Path) -> None:
    """Creates the folder `docs` with the hand-written pages, the files beside them, and the shells.

    Pages are written as they were read, even if their files have changed since. Raises
    `PublishError`.
    """
    try:
        docs.mkdir()
        for page in handwritten.pages:
            copy = docs / page.source.removeprefix(f"{PAGES_FOLDER}/")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(page.for_engine, "utf-8", newline="")
        for name, source in handwritten.files:
            copy = docs / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(_read(source, name))
        for level in range(MAX_DEPTH + 1):
            shell = (docs / shell_address(level)).with_suffix(".md")
            shell.parent.mkdir(exist_ok=True)
            shell.write_text(_SHELL_SOURCE, "utf-8")
    except OSError as error:
        raise disk_failure(error, docs, "に書き込み") from error


def _read(source: Path, name: str) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise trouble_with_pages([Trouble(f"{PAGES_FOLDER}/{name}", unreadable(error))]) from error
