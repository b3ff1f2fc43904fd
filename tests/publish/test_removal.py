"""Folders that nobody needs any more go away, and nobody waits for large ones."""

import subprocess
from pathlib import Path

import pytest

from jinzai.publish import removal
from jinzai.publish.removal import remove, remove_leftovers
from tests.waiting import until


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder. A folder with more than three files is large."""
    monkeypatch.setattr(removal, "MANY", 3)
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def filled(folder: Path, files: int) -> Path:
    (folder / "a" / "b").mkdir(parents=True)
    for number in range(files):
        (folder / "a" / "b" / f"{number}").write_bytes(b"1")
    return folder


def test_a_small_folder_is_gone_at_once(work: Path) -> None:
    remove(filled(work / "run-1", 3), work)
    assert list(work.iterdir()) == []
    remove(work / "none", work)


def test_a_large_one_has_gone_out_of_the_way_and_goes(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[Path]] = []
    monkeypatch.setattr(removal, "_remove_elsewhere", started.append)
    remove(filled(work / "run-1", 4), work)
    (gone,) = work.iterdir()
    assert gone.name.startswith("gone-")
    assert started == [[gone]]
    monkeypatch.undo()
    remove_leftovers(work)
    until(lambda: list(work.iterdir()) == [], lambda: "an empty folder")


def test_without_another_process_it_is_removed_here(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    remove(filled(work / "run-1", 4), work)
    assert list(work.iterdir()) == []


def test_what_cannot_be_moved_is_removed_here(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    folder = filled(work / "run-1", 4)
    monkeypatch.setattr(Path, "rename", refuse)
    remove(folder, work)
    assert list(work.iterdir()) == []
