"""The power fails: what the disk holds at that moment is a whole site, the old or the new one.

A disk in a file stands for the machine's. The file holds what was written to the disk, and not what
is still in memory; so a copy of it is what a machine finds when the power comes back.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.waiting import PATIENCE

from .project import command, make_project, mark, succeed, turn, wrong_with

MEGABYTES = 96
LAZY = "loop,commit=600"
"""The system writes nothing of its own accord for ten minutes but data older than half a minute."""


def mount(image: Path, folder: Path) -> bool:
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-o", LAZY, str(image), str(folder)], capture_output=True, check=False
    )
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own; its file is `disk.img` beside it."""
    image, folder = tmp_path / "disk.img", tmp_path / "disk"
    reason = "ファイルをディスクとして使う権限(mount -o loop)がないので、停電は試せません"
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip(reason)
    with image.open("wb") as file:
        file.truncate(MEGABYTES * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    if not mount(image, folder):
        pytest.skip(reason)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def found_after(disk: Path, look: Callable[[Path], None]) -> None:
    """Looks at a copy of what is on the disk, as after the power failed now."""
    copy, folder = disk.with_name("copy.img"), disk.with_name("copy")
    shutil.copyfile(disk.with_name("disk.img"), copy)
    assert mount(copy, folder)
    try:
        look(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def two_sites(disk: Path) -> tuple[Path, dict[str, str]]:
    root = make_project(disk / "project")
    marks = {"リーダー": succeed(root)}
    (root / "content/plans/demo/roles.yaml").write_text(
        (root / "content/plans/demo/roles.yaml").read_text("utf-8").replace("リーダー", "まとめ役"),
        "utf-8",
    )
    marks["まとめ役"] = succeed(root)
    os.sync()
    return root, marks


def test_once_a_build_says_that_the_site_is_made_it_is_on_the_disk(
    disk: Path, two_sites: tuple[Path, dict[str, str]]
) -> None:
    root, marks = two_sites
    for _ in range(2):
        name = turn(root, marks)
        assert succeed(root) == marks[name]

        def look(found: Path) -> None:
            assert wrong_with(found / "project/site") == []
            assert mark(found / "project/site") == marks[name]  # noqa: B023 (called at once)
            edited = found / "project"
            assert succeed(edited) in marks.values()

        found_after(disk, look)


MOMENTS = {
    "pages are poured": "run-*/site/demo",
    "the staged site is whole": "run-*/site/.jinzai-manifest",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_in_the_middle_of_a_build_the_disk_holds_one_whole_site(
    disk: Path, two_sites: tuple[Path, dict[str, str]], moment: str
) -> None:
    root, marks = two_sites
    name = turn(root, marks)
    with subprocess.Popen(
        command(root), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        end = time.monotonic() + PATIENCE
        while not any((root / ".site.jinzai").glob(MOMENTS[moment])):
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.0005)
        process.send_signal(signal.SIGSTOP)

        def look(found: Path) -> None:
            assert wrong_with(found / "project/site") == []
            assert mark(found / "project/site") in marks.values()
            assert succeed(found / "project") in marks.values()

        try:
            found_after(disk, look)
        finally:
            process.send_signal(signal.SIGCONT)
        assert process.wait(PATIENCE) == 0
    assert mark(root / "site") == marks[name]
