import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.lock import FileLock, LockHeldError
from jinzai.publish.swap import SiteFolder

HOLD = """
import sys
from pathlib import Path
from jinzai.publish.lock import FileLock, LockHeldError
if len(sys.argv) > 2:
    import fcntl
    def refusing(*_):
        raise OSError(int(sys.argv[2]), "refused")
    fcntl.lockf = refusing
try:
    lock = FileLock(Path(sys.argv[1]))
except LockHeldError:
    print("held", flush=True)
else:
    print("taken", flush=True)
    sys.stdin.read()
    lock.release()
"""
CANNOT = [
    errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EIO, errno.EINVAL,
]  # fmt: skip
"""What drives that cannot lock say."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


@pytest.fixture
def mark(path: Path) -> Path:
    return path.with_name("lock.held")


def start(path: Path, *arguments: str) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), *arguments],
        cwd=root, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Makes every drive refuse to lock."""

    def refusing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(pytest.importorskip("fcntl"), "lockf", refusing)


def test_a_second_process_is_told_and_a_later_one_is_let_in(path: Path, mark: Path) -> None:
    lock = FileLock(path)
    assert not mark.exists()
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


@pytest.mark.parametrize("number", [errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK])
def test_only_these_mean_that_another_one_holds_it(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse(monkeypatch, number)
    with pytest.raises(LockHeldError) as caught:
        FileLock(path)
    assert caught.value.mark is None
    assert not mark.exists()


@pytest.mark.parametrize("number", CANNOT)
def test_where_the_drive_cannot_lock_a_file_does(
    path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse(monkeypatch, number)
    lock = FileLock(path)
    assert mark.exists()
    with pytest.raises(LockHeldError) as caught:
        FileLock(path)
    assert caught.value.mark == mark
    assert str(os.getpid()) in caught.value.holder
    with start(path, str(number)) as second:
        assert said(second) == "held"
    lock.release()
    assert not mark.exists()
    with start(path, str(number)) as third:
        assert said(third) == "taken"
        with pytest.raises(LockHeldError):
            FileLock(path)
        third.communicate("")
    FileLock(path).release()


def test_a_drive_that_locks_for_some_only_keeps_the_others_out(path: Path, mark: Path) -> None:
    with start(path, str(errno.ENOLCK)) as process:
        assert said(process) == "taken"
        with pytest.raises(LockHeldError) as caught:
            FileLock(path)
        assert caught.value.mark == mark
        process.communicate("")
    FileLock(path).release()


@pytest.mark.parametrize("number", CANNOT)
def test_builds_take_turns_on_a_drive_that_cannot_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse(monkeypatch, number)
    folder = SiteFolder(tmp_path / "site")
    with pytest.raises(PublishError, match="作っている最中か、途中で強制終了") as caught:
        SiteFolder(tmp_path / "site")
    assert "lock.held を削除してから" in caught.value.remedy
    assert str(os.getpid()) in caught.value.message
    folder.close()
    SiteFolder(tmp_path / "site").close()


def test_a_mark_that_a_killed_build_left_is_named_and_may_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, errno.ENOLCK)
    SiteFolder(tmp_path / "site").close()
    mark = tmp_path / ".site.jinzai" / "lock.held"
    with start(mark.with_name("lock"), str(errno.ENOLCK)) as process:
        assert said(process) == "taken"
        process.kill()
    with pytest.raises(PublishError) as caught:
        SiteFolder(tmp_path / "site")
    assert str(mark) in caught.value.remedy
    mark.write_bytes(b"\xff\x1b[31m\n" * 9)
    with pytest.raises(PublishError) as caught:
        SiteFolder(tmp_path / "site")
    assert "\x1b" not in str(caught.value)
    mark.unlink()
    SiteFolder(tmp_path / "site").close()


def test_a_disk_that_refuses_the_mark_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, errno.EIO)
    opened = os.open

    def refusing(path: Path, flags: int, *mode: int) -> int:
        if str(path).endswith("lock.held"):
            raise OSError(errno.ENOSPC, "refused", str(path))
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(PublishError, match="空きが足りない"):
        SiteFolder(tmp_path / "site")
