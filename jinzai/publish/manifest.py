"""The manifest: the list, kept inside a site, of every file that Jinzai wrote there.

Owns the manifest's name and format, and the question whether a folder holds anything else.
Knows names only: a file that someone edited in place goes unnoticed, which is what
"output only" means.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

MANIFEST: Final = ".jinzai-manifest"
"""The manifest's address in a site."""

_FIRST_LINE: Final = "jinzai-manifest 1"

# Left behind by file browsers that merely looked into the folder.
_DROPPINGS: Final = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])


def manifest(addresses: Iterable[str]) -> bytes:
    """The manifest for a site of these addresses: sorted, one a line, the same for the same set."""
    return "\n".join([_FIRST_LINE, *sorted(addresses), ""]).encode()


def foreign_files(site: Path) -> Iterator[str]:
    """The addresses of files in `site` that are not in its manifest, sorted within each folder.

    Without a readable manifest every file is foreign. Raises `OSError` where a folder cannot be
    read.
    """
    known = _known(site)
    for address in _files(site, ""):
        name = address.rpartition("/")[2]
        if address not in known and address != MANIFEST and name not in _DROPPINGS:
            yield address


def _known(site: Path) -> frozenset[str]:
    try:
        lines = (site / MANIFEST).read_bytes().decode().splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return frozenset()
    return frozenset(lines[1:]) if lines[:1] == [_FIRST_LINE] else frozenset()


def _files(folder: Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name
