"""A full disk: the last good site stays, and the message says what is missing."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .project import KEPT, REPOSITORY, build, edit, mark, refuse, succeed

FULL = "ディスクの空きが足りない"


def small_disk_works() -> bool:
    """Whether this user may mount a small disk of its own."""
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"],
        capture_output=True, check=False,
    )  # fmt: skip
    return tried.returncode == 0


def test_on_a_full_disk_the_last_site_stays(tmp_path: Path) -> None:
    if not small_disk_works():
        pytest.skip(
            "小さなディスクを作る権限(unshare -rm と mount)がないので、"
            "ファイルの大きさの上限で試す次のテストだけが動きます"
        )
    mount = tmp_path / "disk"
    mount.mkdir()
    ran = subprocess.run(
        ["unshare", "-rm", sys.executable, "-m", "tests.trust.small_disk", str(mount)],
        cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert len(told["full"]) >= 4
    for one in told["full"]:
        refuse(subprocess.CompletedProcess([], one["status"], one["out"], one["err"]), FULL)
        assert one["mark"] == told["before"], one["free"]
        assert one["left"] == KEPT, one["free"]
    assert told["after"] not in ("", told["before"])


def test_where_files_may_not_grow_the_last_site_stays(built: Path) -> None:
    resource = pytest.importorskip("resource")
    before = mark(built / "site")
    edit(built, "まとめ役")
    for limit in (0, 2_000, 20_000):
        done = build(
            built,
            preexec_fn=lambda size=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (size,) * 2),
        )
        refuse(done, "上限")
        assert mark(built / "site") == before
    assert succeed(built) != before
