"""What it costs to have a site on the disk, and not in memory only, before it is shown.

Run as a module, `python -m bench.sync FOLDER FILES ROUNDS`: writes FILES files of a page's size
into new folders in FOLDER, in each round once for each way, and prints a table. Every round begins
with another way, so that none always follows the same one. Linux only. Nothing is deleted before
the end: ext4 makes files slowly where it has just deleted many. It takes 75 KB of disk for each
file and round.

Owns the ways. Files are compared by the time that the whole write takes, the syncing included.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from jinzai.publish import durable

SIZE: Final = 18_600
"""Bytes of a file: what a page of a real site has on average (bench/README.md)."""

IN_A_FOLDER: Final = 70
PAUSE: Final = 2.0
"""Seconds of rest before each write."""


class Took(NamedTuple):
    """Seconds of one write, and of the syncing after it."""

    writing: float
    syncing: float

    @property
    def whole(self) -> float:
        """Both."""
        return self.writing + self.syncing


def nothing(_: Path) -> None:
    """The system writes when it likes, within half a minute."""


def whole_disk(folder: Path) -> None:
    """As a build does on Linux: syncfs(2), once for the whole file system."""
    with closing(durable.Writing(folder)) as writing:
        writing.finish(folder)


def one_by_one(folder: Path) -> None:
    """fsync(2) of each file, then of each folder."""
    for inside, _, names in os.walk(folder):
        for name in names:
            _fsync(Path(inside, name))
    for inside, _, _ in os.walk(folder, topdown=False):
        _fsync(Path(inside))


def several_at_once(folder: Path) -> None:
    """As a build does where there is no syncfs: fsync of each file, by several threads."""
    durable.write_out_each([folder])


WAYS: Final[Mapping[str, Callable[[Path], None]]] = {
    "nothing": nothing,
    "syncfs": whole_disk,
    "fsync, several at once": several_at_once,
    "fsync, one by one": one_by_one,
}


def measure(work: Path, files: int, rounds: int, pause: float = PAUSE) -> dict[str, list[Took]]:
    """Writes `files` files `rounds` times in each way; `work` is an empty folder.

    Afterwards `work` holds `<round>-<place of the way>` for every write.
    """
    data = os.urandom(SIZE)
    ways = list(WAYS.items())
    took: dict[str, list[Took]] = {name: [] for name in WAYS}
    for number in range(rounds):
        for step in range(len(ways)):
            place = (number + step) % len(ways)
            name, sync = ways[place]
            os.sync()
            time.sleep(pause)
            folder = work / f"{number}-{place}"
            started = time.perf_counter()
            _write(folder, files, data)
            written = time.perf_counter()
            sync(folder)
            took[name].append(Took(written - started, time.perf_counter() - written))
            sys.stderr.write(f"{name}: {took[name][-1].whole:.2f} s\n")
    return took


def table(files: int, took: Mapping[str, Iterable[Took]]) -> str:
    """Medians, and how many times as long as without syncing the whole write takes."""
    rows = {name: list(all_of) for name, all_of in took.items()}
    base = median(one.whole for one in rows["nothing"])
    lines = [
        f"| {files:,} files | writing s | syncing s | whole, times no sync |",
        "|---|--:|--:|--:|",
    ]
    for name, all_of in rows.items():
        writing = median(one.writing for one in all_of)
        syncing = median(one.syncing for one in all_of)
        whole = median(one.whole for one in all_of) / base
        lines.append(f"| {name} | {writing:.2f} | {syncing:.2f} | {whole:.1f} |")
    return "\n".join(lines)


def _write(folder: Path, files: int, data: bytes) -> None:
    for number in range(files):
        inside = folder / f"{number // IN_A_FOLDER}"
        if not number % IN_A_FOLDER:
            inside.mkdir(parents=True)
        with (inside / f"{number}.html").open("xb") as file:
            file.write(data)


def _fsync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def main(folder: Path, files: int, rounds: int) -> None:
    """Measures and prints the table."""
    work = Path(tempfile.mkdtemp(prefix="sync-", dir=folder))
    try:
        sys.stdout.write(f"{table(files, measure(work, files, rounds))}\n")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
