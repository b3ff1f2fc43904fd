import subprocess
import sys
from pathlib import Path

import pytest

from jinzai.publish.lock import FileLock

HOLD = """
import sys
from pathlib import Path
from jinzai.publish.lock import FileLock, LockHeldError
try:
    lock = FileLock(Path(sys.argv[1]))
except LockHeldError:
    print("held", flush=True)
else:
    print("taken", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def start(path: Path) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=root, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_process_is_told_and_a_later_one_is_let_in(path: Path) -> None:
    lock = FileLock(path)
    with start(path) as second:
        assert said(second) == "held"
    lock.release()
    with start(path) as third:
        assert said(third) == "taken"
        third.communicate("")


def test_a_killed_process_holds_nothing(path: Path) -> None:
    with start(path) as process:
        assert said(process) == "taken"
        process.kill()
    FileLock(path).release()
