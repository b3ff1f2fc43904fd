"""The state of a site's source files at one moment, and how a change is noticed.

This module owns which files are watched and how a change is noticed. It looks at the files again
and again and does not ask the system for events. That works the same on every system and on network
drives. It costs a millisecond for the files of five plans, and renamed or deleted folders are never
missed. It never opens a file.
"""

import os
import stat
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

WATCHED: Final = ("content", "templates", "mkdocs.yml", "CHANGELOG.md")
"""All files and folders that a site is made from, from the project's root."""

Stamp = tuple[int, ...]
"""Numbers that differ between two states of a file."""

_PAUSE: Final = 0.15
"""Seconds between two looks."""

_SHARE: Final = 0.1
"""The largest part of the time that looking may take. If a look is slow, looks become rare."""

_QUIET: Final = 0.04
"""Seconds without a change after which a save counts as finished."""

_PATIENCE: Final = 0.5
"""Seconds after which a change is used even if more changes follow."""


class Snapshot(NamedTuple):
    """A stamp for every file and folder, by its path from the project's root, with `/`."""

    stamps: Mapping[str, Stamp]

    def within(self, *paths: str) -> dict[str, Stamp]:
        """The stamps of these files and of all files in these folders."""
        folders = tuple(f"{path}/" for path in paths)
        return {
            path: stamp
            for path, stamp in self.stamps.items()
            if path in paths or path.startswith(folders)
        }


def look(root: Path) -> Snapshot:
    """The present files of the project at `root`. Never raises.

    A link is followed. A folder behind a link is read only if it is in the same top folder. Every
    folder is read once.
    """
    stamps: dict[str, Stamp] = {}
    for name in WATCHED:
        top = os.path.realpath(root / name)
        seen: set[tuple[int, int]] = set()
        waiting = [(root / name, name)]
        while waiting:
            path, shown = waiting.pop()
            try:
                found = path.stat()
            except (OSError, ValueError):
                if os.path.lexists(path):
                    stamps[shown] = ()  # A link that leads nowhere, or what may not be looked at.
                continue
            stamps[shown] = _stamp(found)
            folder = (found.st_dev, found.st_ino)
            if stat.S_ISDIR(found.st_mode) and folder not in seen and _is_inside(path, top):
                seen.add(folder)
                waiting += [(path / inside, f"{shown}/{inside}") for inside in _names(path)]
    return Snapshot(stamps)


def _stamp(found: os.stat_result) -> Stamp:
    if stat.S_ISDIR(found.st_mode):
        return (found.st_mode, found.st_ino)  # Its names have stamps of their own.
    times = (found.st_mtime_ns, found.st_ctime_ns)
    return (found.st_mode, found.st_ino, found.st_size, *times)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 (names, not paths)
    except OSError:
        return []


def _is_inside(path: Path, top: str) -> bool:
    if not path.is_symlink():
        return True
    real = os.path.realpath(path)
    return real == top or real.startswith(top + os.sep)


def next_change(root: Path, known: Snapshot, stopped: threading.Event) -> Snapshot | None:
    """Waits until the files differ from `known` and do not change any more.

    None once `stopped` is set.
    """
    while True:
        started = time.monotonic()
        now = look(root)
        cost = time.monotonic() - started
        if now.stamps != known.stamps:
            return _at_rest(root, now, stopped)
        if stopped.wait(max(_PAUSE, cost / _SHARE)):
            return None


def _at_rest(root: Path, now: Snapshot, stopped: threading.Event) -> Snapshot | None:
    """The files once two looks in a row are the same, or after `_PATIENCE` seconds.

    None once `stopped` is set.
    """
    end = time.monotonic() + _PATIENCE
    while not stopped.wait(_QUIET):
        before, now = now, look(root)
        if now.stamps == before.stamps or time.monotonic() > end:
            return now
    return None
