"""What is on the disk, as far as a test can see: what the system was asked to write out."""

import errno
import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jinzai.publish import durable
from jinzai.publish.durable import Writing, write_out_each, write_out_names

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a call of Linux")
POSIX = pytest.mark.skipif(os.name != "posix", reason="folders are not opened here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "run"
    for name in ("site/index.html", "site/a/b/c.html", "site/a/d.css", "record", "other/e"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The files and folders that were written out, in order, by their number."""
    found: list[int] = []
    fsync = os.fsync

    def counted(handle: int) -> None:
        found.append(os.fstat(handle).st_ino)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", counted)
    return found


def numbers(*paths: Path) -> set[int]:
    return {path.stat().st_ino for path in paths}


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    def refusing(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(name, refusing)


@LINUX
def test_on_linux_one_call_is_enough(
    folder: Path, synced: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    syncfs = durable._syncfs

    def counted(handle: int) -> bool:
        asked.append(os.fstat(handle).st_ino)
        return syncfs(handle)

    monkeypatch.setattr(durable, "_syncfs", counted)
    with closing(Writing(folder)) as writing:
        writing.finish(folder / "site", folder / "record")
    assert asked == [folder.stat().st_ino]
    assert synced == []


@LINUX
def test_the_system_is_really_asked() -> None:
    with pytest.raises(OSError, match="Bad file descriptor") as caught:
        durable._syncfs(-1)
    assert caught.value.errno == errno.EBADF


@POSIX
@pytest.mark.parametrize("has_syncfs", [True, False])
def test_where_that_call_is_not_each_file_and_folder_is_written_out(
    folder: Path, synced: list[int], monkeypatch: pytest.MonkeyPatch, has_syncfs: bool
) -> None:
    monkeypatch.setattr(durable, "_has_syncfs", lambda: has_syncfs)
    monkeypatch.setattr(durable, "_syncfs", lambda _: False)
    with closing(Writing(folder)) as writing:
        writing.finish(folder / "site", folder / "record")
    ours = [path for path in folder.rglob("*") if "other" not in path.parts]
    assert set(synced) == numbers(folder, *ours)
    files = numbers(*(path for path in ours if path.is_file()))
    assert set(synced[: len(files)]) == files, "a folder's names come after its files"


@LINUX
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_what_could_not_be_written_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with closing(Writing(folder)) as writing:
        refuse(monkeypatch, "jinzai.publish.durable._syncfs", number)
        with pytest.raises(OSError, match="refused"):
            writing.finish(folder / "site")
    refuse(monkeypatch, "os.fsync", number)
    with pytest.raises(OSError, match="refused"):
        write_out_each([folder])
    with pytest.raises(OSError, match="refused"):
        write_out_names(folder)


@POSIX
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_drive_that_cannot_write_out_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse(monkeypatch, "os.fsync", number)
    write_out_each([folder / "site", folder / "record"])
    write_out_names(folder)


@POSIX
def test_a_folder_that_may_not_be_listed_is_passed_over(
    folder: Path, synced: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refusing(path: Path, flags: int) -> int:
        if path == folder / "site":
            raise PermissionError(errno.EACCES, "refused", str(path))
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refusing)
    write_out_names(folder / "site", folder)
    assert synced == [folder.stat().st_ino]


def test_it_may_be_closed_twice(folder: Path) -> None:
    writing = Writing(folder)
    writing.close()
    writing.close()


@POSIX
def test_a_file_that_vanished_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = os.walk

    def vanishing(path: Path) -> object:
        for inside, folders, names in walk(path):
            yield inside, folders, [*names, "gone"]

    monkeypatch.setattr(os, "walk", vanishing)
    with pytest.raises(FileNotFoundError):
        write_out_each([folder / "site"])
