"""The site is the same, byte for byte, for all workers, and with anything known before."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinzai.publish.frames import FrameRun, Frames
from jinzai.publish.part import InFolder
from jinzai.work.known import KnownOnDisk
from jinzai.work.pool import ProcessPool
from jinzai.work.workers import ThisProcess, Workers

from .built import ROOT, built, digests

SECRET = b"s" * 32


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Frames]:
    """The frames of the real site."""
    run = FrameRun(ROOT, ROOT / "mkdocs.yml", tmp_path_factory.mktemp("run"))
    yield run.frames()
    run.stop()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the five plans."""
    root = tmp_path_factory.mktemp("same") / "project"
    shutil.copytree(ROOT / "content", root / "content")
    return root


@pytest.fixture(scope="module")
def expected(project: Path, frames: Frames) -> dict[str, str]:
    """The files as this process makes them."""
    return digests(built(project, frames, ThisProcess()))


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_by_several_processes(
    project: Path, frames: Frames, expected: dict[str, str], workers: int
) -> None:
    forks = sys.platform == "linux" and workers != 2
    assert digests(built(project, frames, ProcessPool(workers, forks=forks))) == expected


class Site:
    """A site in a folder, made by a cache on the disk."""

    def __init__(self, root: Path, project: Path, frames: Frames) -> None:
        self.cache = root / "cache"
        self.folder = root / "site"
        self._next = root / "next"
        self._project = project
        self._frames = frames

    def make(self, workers: Workers | None = None) -> dict[str, str]:
        """Makes the site anew and puts it in the place of the old one."""
        taker = InFolder(self._next, self.folder)
        known = KnownOnDisk(self.cache, SECRET)

        def read(address: str) -> bytes:
            return (self._next / address).read_bytes()

        found = built(self._project, self._frames, workers, known, taker, read)
        shutil.rmtree(self.folder, ignore_errors=True)
        self._next.rename(self.folder)
        return digests(found)

    def numbers(self) -> dict[str, int]:
        """The number of each file in the file system, by its address."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.stat().st_ino for path in files}


@pytest.fixture
def site(project: Path, frames: Frames, tmp_path: Path) -> Site:
    """A site that was made once."""
    found = Site(tmp_path, project, frames)
    found.make()
    return found


def test_unchanged_files_are_taken_over(site: Site, expected: dict[str, str]) -> None:
    before = site.numbers()
    assert site.make() == expected
    assert site.numbers() == before
    assert site.make(ProcessPool(2)) == expected
    assert site.numbers() == before


def test_a_file_that_somebody_changed_is_made_again(site: Site, expected: dict[str, str]) -> None:
    before = site.numbers()
    changed = ["index.html", "hirakata/roles/dx-leader.html", "data/roles.csv"]
    for address in changed:
        with (site.folder / address).open("ab") as file:
            file.write(b"<!-- by hand -->")
    (site.folder / "toyonaka/index.html").unlink()
    assert site.make() == expected
    after = site.numbers()
    anew = {address for address in after if after[address] != before[address]}
    assert anew == {*changed, "toyonaka/index.html"}
    assert b"by hand" not in (site.folder / "index.html").read_bytes()


def test_a_file_of_the_same_size_and_time_behind_a_link_is_not_taken_over(
    site: Site, expected: dict[str, str], tmp_path: Path
) -> None:
    page = site.folder / "index.html"
    found = page.stat()
    other = tmp_path / "other"
    other.write_bytes(b"x" * found.st_size)
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    page.unlink()
    page.symlink_to(other)
    assert site.make() == expected
    assert not page.is_symlink()
    assert page.read_bytes() != other.read_bytes()


def test_a_cache_that_nobody_can_trust_is_not_believed(
    site: Site, expected: dict[str, str], tmp_path: Path
) -> None:
    files = sorted(site.cache.iterdir())
    # Damaged in the middle, cut short, empty, in each other's places, of another project.
    files[0].write_bytes(files[0].read_bytes()[:-9] + b"123456789")
    files[1].write_bytes(files[1].read_bytes()[:20])
    files[2].write_bytes(b"")
    third, fourth = files[3].read_bytes(), files[4].read_bytes()
    files[3].write_bytes(fourth)
    files[4].write_bytes(third)
    other = KnownOnDisk(tmp_path / "elsewhere", SECRET)
    other.keep("x", "k" * 64, [1])
    (foreign,) = (tmp_path / "elsewhere").iterdir()
    files[5].write_bytes(foreign.read_bytes())
    assert site.make() == expected


class _Run:
    """A value whose bytes run a program when they are read."""

    def __init__(self, note: Path) -> None:
        self._note = note

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self._note,)


def test_a_hostile_cache_runs_nothing(site: Site, expected: dict[str, str], tmp_path: Path) -> None:
    note = tmp_path / "ran"
    hostile = KnownOnDisk(site.cache, b"h" * 32)
    for name in ("shared", "joined", "above/0", "plan/hirakata", "content/plans/hirakata"):
        hostile.keep(name, "0" * 64, _Run(note))
    assert site.make() == expected
    assert not note.exists()
    # The same bytes with our code would run: the code is what stands in the way.
    KnownOnDisk(site.cache, SECRET).keep("x", "0" * 64, _Run(note))
    KnownOnDisk(site.cache, SECRET).last("x")
    assert note.exists()


def test_a_cache_that_cannot_be_written_costs_only_time(
    project: Path, frames: Frames, expected: dict[str, str], tmp_path: Path
) -> None:
    site = Site(tmp_path, project, frames)
    site.cache.write_bytes(b"")  # A file in the place of the folder.
    assert site.make() == expected
    assert site.make() == expected
