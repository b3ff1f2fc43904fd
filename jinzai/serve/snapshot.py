"""What the files that a site is made of look like at one moment, and whether they changed.

Owns which files are looked at and how a change is noticed. It looks again and again instead of
asking the system for events: that is the same on every system and on network drives, costs a
millisecond for the files of five plans, and cannot lose a renamed or deleted folder from view.
Never opens a file.
"""

import os
import stat
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

WATCHED: Final = ("content", "templates", "mkdocs.yml", "CHANGELOG.md")
"""Everything that a site is made of, from the project's root."""

Stamp = tuple[int, ...]
"""What tells one state of a file from the next."""

_PAUSE: Final = 0.15
"""Seconds between two looks."""

_SHARE: Final = 0.1
"""The part of the time that looking may take; where a look is slow, looks become rare."""

_QUIET: Final = 0.04
"""Seconds without a change after which a save counts as finished."""

_PATIENCE: Final = 0.5
"""Seconds after which a change is taken up although more changes follow."""


class Snapshot(NamedTuple):
    """A stamp for every file and folder, by its path from the project's root, with `/`."""

    stamps: Mapping[str, Stamp]

    def within(self, *paths: str) -> dict[str, Stamp]:
        """The stamps of these files and of all in these folders."""
        folders = tuple(f"{path}/" for path in paths)
        return {
            path: stamp
            for path, stamp in self.stamps.items()
            if path in paths or path.startswith(folders)
        }


def look(root: Path) -> Snapshot:
    """The files of the project at `root` as they are now. Never raises.

    A link is followed, but a folder that it leads to only where it stays in the same top folder,
    and every folder once.
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
    """Waits until the files are other than `known` and have come to rest; None once `stopped`."""
    while True:
        started = time.monotonic()
        now = look(root)
        cost = time.monotonic() - started
        if now.stamps != known.stamps:
            return _at_rest(root, now, stopped)
        if stopped.wait(max(_PAUSE, cost / _SHARE)):
            return None


def _at_rest(root: Path, now: Snapshot, stopped: threading.Event) -> Snapshot | None:
    """The files once two looks were the same, or when patience ends."""
    end = time.monotonic() + _PATIENCE
    while not stopped.wait(_QUIET):
        before, now = now, look(root)
        if now.stamps == before.stamps or time.monotonic() > end:
            return now
    return None
