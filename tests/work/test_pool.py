"""Work on several processes: the same results, and nothing is left when it ends in any way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinzai.publish.failure import PublishError
from jinzai.work.pool import FEW, ProcessPool, cores, local_workers
from jinzai.work.workers import ThisProcess
from tests.trust.project import heeding
from tests.waiting import until

from . import doing

ROOT = Path(__file__).parents[2]
NUMBERS = list(range(1, 12))


@pytest.fixture(params=["forked", "started"])
def pool(request: pytest.FixtureRequest) -> ProcessPool:
    """Two processes, in both ways in which they can come to be."""
    if request.param == "forked" and sys.platform != "linux":
        pytest.skip("processes are forked on Linux alone")
    return ProcessPool(2, forks=request.param == "forked")


def test_every_task_has_its_result(pool: ProcessPool) -> None:
    found = dict(pool.each(doing.square, None, NUMBERS))
    assert found == {number: one * one for number, one in enumerate(NUMBERS)}
    assert found == dict(ThisProcess().each(doing.square, None, NUMBERS))
    assert list(pool.each(doing.square, None, [])) == []


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1, 200):
            taken.append(number)
            yield number

    results = ProcessPool(2, forks=True).each(doing.square, None, tasks())
    next(results)
    assert len(taken) < 20
    del results


def test_a_lost_process_ends_the_work_in_plain_words(pool: ProcessPool) -> None:
    with pytest.raises(PublishError, match="途中で止まりました") as caught:
        list(pool.each(doing.die, None, NUMBERS))
    assert "メモリー" in caught.value.remedy


def test_a_refusal_comes_as_it_is(pool: ProcessPool) -> None:
    with pytest.raises(PublishError) as caught:
        list(pool.each(doing.refuse, None, NUMBERS))
    assert str(caught.value) == str(PublishError("書けません。", "空けてください。", ["a.html"]))


def test_a_fault_of_the_program_is_told_with_its_record(pool: ProcessPool) -> None:
    with pytest.raises(PublishError, match="ZeroDivisionError") as caught:
        list(pool.each(doing.fail, None, NUMBERS))
    (log,) = (Path(word) for word in caught.value.remedy.split() if word.endswith(".txt"))
    assert "ZeroDivisionError" in log.read_text("utf-8")
    log.unlink()


_PROGRAM = """
import sys
from pathlib import Path
from jinzai.work.pool import ProcessPool
from tests.work import doing
pool = ProcessPool(2, forks=sys.argv[2] == "forked")
try:
    list(pool.each(doing.note_and_wait, Path(sys.argv[1]), [1, 2, 3]))
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.parametrize("way", ["forked", "started"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_the_main_one(tmp_path: Path, way: str, number: signal.Signals) -> None:
    if not Path("/proc/self").exists():
        pytest.skip("processes are looked for in /proc")
    command = heeding([sys.executable, "-c", _PROGRAM, str(tmp_path), way])
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        until(lambda: len(list(tmp_path.iterdir())) == 2, lambda: "two processes at work")
        pids = [int(path.name) for path in tmp_path.iterdir()]
        assert all(map(_runs, pids))
        process.send_signal(number)
        said, failed = process.communicate()
    until(lambda: not any(map(_runs, pids)), lambda: "processes that ended")
    if number == signal.SIGINT:
        assert (said, failed) == ("stopped\n", "")


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def test_few_plans_are_done_here_and_many_on_all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jinzai.work.pool.cores", lambda: 4)
    assert isinstance(local_workers(FEW - 1), ThisProcess)
    assert isinstance(local_workers(FEW), ProcessPool)
    monkeypatch.setattr("jinzai.work.pool.cores", lambda: 1)
    assert isinstance(local_workers(1000), ThisProcess)
    assert cores() >= 1
    assert os.cpu_count() is None or cores() <= (os.cpu_count() or 1)
