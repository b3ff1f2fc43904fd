"""Runs a command and says what it took. Linux only: memory is read from /proc.

Owns the meaning of the figures: `seconds` is wall clock from the start of the process to its end,
interpreter included; `cpu` is user and system time of the process and its children; `peak` is the
sum of the high-water marks of all of its processes, and so never less than what they held at once.
"""

import os
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAMPLING: Final = 0.02
"""Seconds between two looks at the processes; marks only rise, so the last look counts."""


_SELDOM: Final = 25
"""Only each such look counts shared memory, because the kernel has to go through all of it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds of wall clock, seconds of CPU, bytes at the peak, what it printed.

    `largest` is the high-water mark of its largest process. `shared` is the most that all processes
    held at once, where what several of them share counts once (PSS).
    """

    seconds: float
    cpu: float
    peak: int
    output: str
    largest: int = 0
    shared: int = 0


def measure(
    command: list[str], *, cwd: Path | None = None, extra: Mapping[str, str] | None = None
) -> Measured:
    """Runs `command` to its end. Raises RuntimeError with its output where it fails.

    `extra` is added to the environment.
    """
    environment = {**os.environ, **(extra or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    watch = _Watch(process.pid)
    watch.start()
    assert process.stdout is not None, "a pipe"
    with process.stdout:
        output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{output}")
    peak = max(watch.peak, usage.ru_maxrss * 1024)
    largest = max(watch.largest, usage.ru_maxrss * 1024)
    cpu = usage.ru_utime + usage.ru_stime
    return Measured(seconds, cpu, peak, output, largest, watch.shared)


class _Watch(threading.Thread):
    """Keeps the high-water mark of a process and of every process below it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._ended = threading.Event()
        self._strangers = _running() - {pid}
        self._marks = {pid: 0}
        self.shared = 0

    @property
    def largest(self) -> int:
        """The largest mark, in bytes."""
        return max(self._marks.values())

    @property
    def peak(self) -> int:
        """The sum of the marks, in bytes."""
        return sum(self._marks.values())

    def run(self) -> None:
        looks = 0
        while not self._ended.wait(SAMPLING):
            looks += 1
            if looks % _SELDOM == 0:
                self.shared = max(self.shared, sum(map(_shared, self._marks)))
            for pid in sorted(_running() - self._strangers):
                status = _status(pid)
                if pid in self._marks or status.get("PPid", 0) in self._marks:
                    mark = status.get("VmHWM", 0) * 1024
                    self._marks[pid] = max(self._marks.get(pid, 0), mark)
                elif status:
                    self._strangers.add(pid)

    def stop(self) -> None:
        """Ends the watch."""
        self._ended.set()
        self.join()


def _running() -> set[int]:
    return {int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdecimal()}


def _shared(pid: int) -> int:
    """The bytes that a process holds, where shared ones count in parts; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _status(pid: int) -> dict[str, int]:
    """The numbers in a process's status; empty where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return {}
    fields = (line.split() for line in lines)
    return {
        part[0].rstrip(":"): int(part[1]) for part in fields if part[1:] and part[1].isdecimal()
    }
