"""Ctrl-C, SIGTERM, SIGHUP at any moment: all is tidied up, and the last line says what stands."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

from tests.waiting import PATIENCE

from .project import KEPT, command, mark, succeed, turn, wrong_with
from .running import InTerminal, Run, caught

SIGNALS = ["SIGINT", "SIGTERM", *(["SIGHUP"] if hasattr(signal, "SIGHUP") else [])]
MADE = "site/ を作りました"
AS_BEFORE = "サイトは作っていません（site/ は前のままです）。"

TwoSites = tuple[Path, dict[str, str]]


@pytest.fixture(autouse=True)
def proc() -> None:
    if not Path("/proc/self/environ").exists():
        pytest.skip("processes are looked for in /proc")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    made: list[Run] = []

    def start(line: list[str], *, ignored: str = "") -> Run:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(Run(folder, line, ignored=ignored))
        return made[-1]

    yield start
    for one in made:
        one.process.kill()
        one.process.wait()


def left(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".site.jinzai").iterdir())


def stands(root: Path, run: Run, old: str, new: str) -> None:
    """Asserts that nothing is left but a whole site, and that the last line tells which."""
    assert wrong_with(root / "site") == []
    assert left(root) == KEPT
    if mark(root / "site") == new:
        assert run.last().startswith(MADE)
    else:
        assert mark(root / "site") == old
        assert run.last() == AS_BEFORE


def work(pattern: str) -> Callable[[Path], Callable[[Run], bool]]:
    """Whether there is such a file in the working folder of a build."""
    return lambda root: lambda _: any((root / ".site.jinzai").glob(pattern))


def each_of(moments: Iterable[str]) -> list[tuple[str, str]]:
    """Every moment with SIGTERM, and with one of the other signals in turn."""
    others = cycle(name for name in SIGNALS if name != "SIGTERM")
    return [pair for one in moments for pair in (("SIGTERM", one), (next(others), one))]


BUILD: dict[str, Callable[[Path], Callable[[Run], bool]]] = {
    "a run has begun": work("run-*"),
    "the engine's sources are written": work("run-*/docs/jinzai-shell"),
    "the engine runs": lambda root: Run.has_engine,
    "the engine works": work("run-*/html/assets"),
    "pages are poured": work("run-*/site/index.html"),
    "plans are poured": work("run-*/site/demo"),
    "the staged site is whole": work("run-*/site/.jinzai-manifest"),
}


@pytest.mark.parametrize(("name", "moment"), each_of(BUILD))
def test_a_build_that_is_stopped_leaves_one_whole_site_and_nothing_else(
    two_sites: TwoSites, run: Callable[..., Run], moment: str, name: str
) -> None:
    root, marks = two_sites
    old = new = ""

    def start() -> Run:
        nonlocal old, new
        old = mark(root / "site")
        new = marks[turn(root, marks)]
        return run(command(root))

    times = 30 if name == "SIGTERM" else 1  # All but the first while it tidies up.
    started = caught(start, BUILD[moment](root), getattr(signal, name), times=times)
    status = started.ended()
    stands(root, started, old, new)
    # Where the signal came after all was done, nothing was left to be stopped.
    assert status == (1 if "中断しました。" in started.said() else 0)
    if mark(root / "site") == old:
        assert status == 1
        assert succeed(root) == new


@pytest.mark.parametrize(
    ("name", "pattern"), each_of(["jinzai-check-*", "*/docs", "*/html/assets", "engine"])
)
def test_a_check_that_is_stopped_leaves_nothing(
    two_sites: TwoSites, run: Callable[..., Run], pattern: str, name: str
) -> None:
    root, _ = two_sites
    before = mark(root / "site")

    def moment(one: Run) -> bool:
        return one.has_engine() if pattern == "engine" else any(one.temporary.glob(pattern))

    started = caught(lambda: run(command(root, "check")), moment, getattr(signal, name), times=5)
    assert started.ended() == 1
    assert started.said().strip().endswith("中断しました。")
    assert mark(root / "site") == before


@pytest.mark.parametrize(
    ("name", "pattern"), each_of(["jinzai-serve-*", "*/run-*/docs", "*/run-*/html", "engine"])
)
def test_a_preview_that_is_stopped_leaves_nothing(
    two_sites: TwoSites, run: Callable[..., Run], pattern: str, name: str
) -> None:
    root, _ = two_sites

    def moment(one: Run) -> bool:
        return one.has_engine() if pattern == "engine" else any(one.temporary.glob(pattern))

    line = [*command(root, "serve"), "--port", "0"]
    started = caught(lambda: run(line), moment, getattr(signal, name), times=5)
    assert started.ended() == 0
    assert started.last() == "終了しました。"


@pytest.mark.parametrize("arguments", [[], ["check"]], ids=["build", "check"])
def test_what_was_started_with_nohup_goes_on_when_the_terminal_is_closed(
    two_sites: TwoSites, run: Callable[..., Run], arguments: list[str]
) -> None:
    if "SIGHUP" not in SIGNALS:
        pytest.skip("このシステムには SIGHUP がありません")
    root, marks = two_sites
    new = ""

    def start() -> Run:
        nonlocal new
        new = marks[turn(root, marks)]
        return run(command(root, *arguments), ignored="SIGHUP")

    started = caught(start, Run.has_engine, signal.SIGHUP, times=30)
    assert started.ended() == 0
    assert "中断しました。" not in started.said()
    assert (mark(root / "site") == new) == (not arguments)
    succeed(root)


# A terminal of its own, as the one that a person works in.
IN_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.parametrize("moment", ["the engine runs", "pages are poured"])
def test_when_the_terminal_is_closed_all_is_tidied_up(
    two_sites: TwoSites, tmp_path: Path, moment: str
) -> None:
    pytest.importorskip("termios", reason="このシステムには端末(pty)がありません")
    root, marks = two_sites
    old = mark(root / "site")
    new = marks[turn(root, marks)]
    ours, theirs = os.openpty()
    started = InTerminal(tmp_path, [sys.executable, "-c", IN_TERMINAL, *command(root)], theirs)
    os.close(theirs)
    try:
        assert started.comes_to(BUILD[moment](root)), "it was over before"
    finally:
        os.close(ours)
    started.process.wait(PATIENCE)
    assert started.processes() == []
    assert left(root) == KEPT
    assert mark(root / "site") in (old, new)
    assert wrong_with(root / "site") == []


# Builds, and sends itself a signal just before or just after one step of the swap.
SWAP = """
import os, signal, sys
from pathlib import Path
from jinzai.command.cli import main
from jinzai.publish import swap
step, before, name, root = sys.argv[1], sys.argv[2] == "before", sys.argv[3], sys.argv[4]
def disturbed(call):
    def called(*arguments):
        if before:
            os.kill(os.getpid(), getattr(signal, name))
        result = call(*arguments)
        if not before:
            os.kill(os.getpid(), getattr(signal, name))
        return result
    return called
exchange, rename = swap.exchange, Path.rename
if step == "exchange":
    swap.exchange = disturbed(exchange)
else:
    swap.exchange = lambda *_: False
    swapping = []
    def renamed(path, target):
        if path.name == "site":
            swapping.append(path)
            if len(swapping) == int(step):
                return disturbed(rename)(path, target)
        return rename(path, target)
    Path.rename = renamed
sys.exit(main(["--root", root]))
"""


@pytest.mark.parametrize(
    ("name", "moment"),
    each_of([f"{side} {step}" for step in ("exchange", "1", "2") for side in ("before", "after")]),
)
def test_a_signal_in_the_middle_of_the_swap_waits_for_its_end(
    two_sites: TwoSites, run: Callable[..., Run], moment: str, name: str
) -> None:
    side, step = moment.split()
    root, marks = two_sites
    new = marks[turn(root, marks)]
    started = run([sys.executable, "-c", SWAP, step, side, name, str(root)])
    assert started.ended() == 1
    assert "中断しました。" in started.said()
    assert started.last() == f"{MADE}。"
    assert mark(root / "site") == new
    assert left(root) == KEPT
