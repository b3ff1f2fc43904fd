"""The engine's input: one folder with the hand-written pages and the shells' sources.

Owns the shells' names and sources. Knows nothing of what the engine makes of them.
"""

from pathlib import Path
from typing import Final

from jinzai.publish.failure import disk_failure
from jinzai.publish.handwritten import is_hidden
from jinzai.publish.shell import MAX_DEPTH

_SHELL_NAME: Final = "jinzai-shell"
_SHELL_SOURCE: Final = "---\ntitle: jinzai\njinzai: shell\n---\n"


def shell_address(level: int) -> str:
    """Where the engine puts the shell for pages that lie `level` folders deep."""
    return f"{_SHELL_NAME}/" * level + f"{_SHELL_NAME}.html"


def write_docs(pages_folder: Path, docs: Path) -> None:
    """Makes the folder `docs`: a copy of what lies in `pages_folder`, and the shells.

    Hidden files are left out: editors and systems put them there, sometimes as links that lead
    nowhere. Raises `PublishError`.
    """
    try:
        docs.mkdir()
        for source in sorted(pages_folder.rglob("*")):
            inside = source.relative_to(pages_folder)
            if source.is_file() and not is_hidden(inside.as_posix()):
                copy = docs / inside
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(source.read_bytes())
        for level in range(MAX_DEPTH + 1):
            shell = (docs / shell_address(level)).with_suffix(".md")
            shell.parent.mkdir(exist_ok=True)
            shell.write_text(_SHELL_SOURCE, "utf-8")
    except OSError as error:
        raise disk_failure(error, docs, "に書き込み") from error
