"""Keys: digests of everything that a piece of work reads.

Two pieces of work with the same key give the same result. The key of a project's file depends on
its bytes. The key of the program depends on the sizes and times of its files. In the same way
Python knows whether a compiled module is still good.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

PACKAGES: Final = ("pydantic", "pydantic_core", "yaml", "markdown_it", "jinja2", "markupsafe")
"""The packages that may change what a plan becomes. Another version has another first file."""

_OWN: Final = (".py", ".json")


def key_of(*parts: str) -> str:
    """The key of texts in their order: 64 hexadecimal digits."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def program_files() -> tuple[Path, ...]:
    """The files of this program that may change a site: its modules, and the schemas they read."""
    package = Path(__file__).parents[1]
    return tuple(sorted(file for file in package.rglob("*") if file.suffix in _OWN))


@cache
def program_key() -> str:
    """The key of this program, of Python, and of the packages that make pages."""
    files = list(program_files())
    for name in PACKAGES:
        found = find_spec(name)
        if found is not None and found.origin is not None:
            files.append(Path(found.origin))
    stamps = [(str(file), file.stat()) for file in files]
    return key_of(sys.version, *(f"{name} {one.st_size} {one.st_mtime_ns}" for name, one in stamps))


def folder_key(folder: Path) -> str | None:
    """The key of all names and files in a folder.

    None if something in it is neither a file nor a folder, or cannot be read.
    """
    total = hashlib.sha256()
    try:
        for address, data in folder_files(folder):
            name = address.encode("utf-8", "surrogatepass")
            total.update(b"%d:%s%d:" % (len(name), name, len(data)))
            total.update(data)
    except OSError:
        return None
    return total.hexdigest()


def folder_files(folder: Path, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """The names in a folder, each after `prefix`, and the bytes of the files, in a fixed order.

    The names of folders end in `/`. Raises `OSError` if something is neither a file nor a folder,
    or cannot be read.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield f"{prefix}{entry.name}/", b""
            yield from folder_files(Path(entry.path), f"{prefix}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield f"{prefix}{entry.name}", Path(entry.path).read_bytes()
        else:
            mode = entry.stat(follow_symlinks=False).st_mode
            raise OSError(f"{entry.path}: {stat.filemode(mode)}")
