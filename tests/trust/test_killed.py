"""kill -9 at any moment: site/ is the whole old or the whole new site, and the next build works."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.waiting import PATIENCE, until

from .project import command, mark, succeed, turn
from .running import TRIES

GLANCE = 0.0005
"""Seconds between two looks; without them, looking takes as much of the machine as the build."""


def start(root: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command(root), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """Kills the build alone: its engine finds out by itself, as after a kill -9 by hand."""
    process.send_signal(signal.SIGKILL)
    process.wait()


def kill_when(root: Path, true: Callable[[Path], bool]) -> bool:
    """Builds until `true` of the working folder; whether it came to that before the end."""
    work = root / ".site.jinzai"
    deadline = time.monotonic() + PATIENCE
    process = start(root)
    while time.monotonic() < deadline:
        if true(work):
            kill(process)
            return True
        if process.poll() is not None:
            return False
        time.sleep(GLANCE)
    kill(process)
    return False


def test_killed_after_any_time_the_site_is_whole(
    two_sites: tuple[Path, dict[str, str]],
) -> None:
    root, marks = two_sites
    started = time.monotonic()
    succeed(root)
    lasted = time.monotonic() - started
    for tenths in range(1, 12):
        turn(root, marks)
        process = start(root)
        time.sleep(lasted * tenths / 10)
        kill(process)
        assert mark(root / "site") in marks.values(), f"after {tenths} tenths of a build"
    name = turn(root, marks)
    assert succeed(root) == marks[name]


STAGES: dict[str, Callable[[Path], bool]] = {
    "a run has begun": lambda work: any(work.glob("run-*")),
    "the engine's sources are written": lambda work: any(work.glob("run-*/docs/jinzai-shell")),
    "the engine works": lambda work: any(work.glob("run-*/html/assets")),
    "pages are poured": lambda work: any(work.glob("run-*/site/index.html")),
    "plans are poured": lambda work: any(work.glob("run-*/site/demo")),
    "the staged site is whole": lambda work: any(work.glob("run-*/site/.jinzai-manifest")),
}


@pytest.mark.parametrize("stage", STAGES)
def test_killed_at_a_stage_the_next_build_mends_all(
    two_sites: tuple[Path, dict[str, str]], stage: str
) -> None:
    root, marks = two_sites
    for _ in range(TRIES):  # On a busy machine a build may be over before anybody looked.
        name = turn(root, marks)
        if kill_when(root, STAGES[stage]):
            break
    else:
        pytest.fail("all builds were over before")
    assert mark(root / "site") in marks.values()
    assert succeed(root) == marks[name]


def test_killed_right_after_the_swap_the_new_site_stands(
    two_sites: tuple[Path, dict[str, str]],
) -> None:
    root, marks = two_sites
    name = turn(root, marks)
    before = (root / "site").stat().st_ino

    def swapped(_: Path) -> bool:
        return (root / "site").stat().st_ino != before

    assert kill_when(root, swapped) or mark(root / "site") == marks[name]
    assert mark(root / "site") == marks[name]
    assert succeed(root) == marks[name]


def test_the_engine_does_not_outlive_a_killed_build(
    two_sites: tuple[Path, dict[str, str]],
) -> None:
    root, _ = two_sites
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("processes are looked for in /proc")
    process = start(root)
    children: list[int] = []
    while not children and process.poll() is None:
        children = [pid for pid in _pids() if _parent(pid) == process.pid]
    kill(process)
    assert children
    until(lambda: all(_parent(pid) < 0 for pid in children), lambda: "the engine still runs")


def _pids() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208


def _parent(pid: int) -> int:
    """The parent of a process; -1 of one that is gone or a zombie."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return -1
    return -1 if status[0] == "Z" else int(status[1])
