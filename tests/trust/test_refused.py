"""Folders that may not be written or read: what can be done is done, the rest is reported."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .project import build, edit, mark, refuse

_SAID = "このテストには、何でもできる利用者(root)の権限を手放せることが必要です"


def someone() -> None:
    """Makes this process one that is not allowed everything, as root is; runs in the child.

    A user that is not root is so already. Root keeps owning its files, so their modes count.
    """
    if os.geteuid() != 0:
        return
    import ctypes

    # prctl(2): PR_CAPBSET_DROP of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH; exec then lacks them.
    libc = ctypes.CDLL(None)
    for capability in (1, 2):
        libc.prctl(24, capability, 0, 0, 0)


@pytest.fixture(scope="module", autouse=True)
def modes_count(tmp_path_factory: pytest.TempPathFactory) -> None:
    """These tests prove something only where a folder's mode can keep the build out."""
    if os.name != "posix":
        pytest.skip("権限はWindowsでは別の仕組みです")
    folder = tmp_path_factory.mktemp("closed")
    folder.chmod(0o555)
    tried = subprocess.run(
        [sys.executable, "-c", "import sys; open(sys.argv[1], 'w')", str(folder / "x")],
        capture_output=True, check=False, preexec_fn=someone,
    )  # fmt: skip
    if tried.returncode == 0:
        if os.environ.get("JINZAI_REQUIRE_BROWSER"):
            pytest.fail(_SAID)
        pytest.skip(_SAID)


@pytest.fixture
def theirs(built: Path) -> Path:
    """A built project whose next site would be another one."""
    edit(built, "まとめ役")
    return built


def test_where_the_project_may_not_be_written_the_site_stays(
    theirs: Path,
) -> None:
    before = mark(theirs / "site")
    shutil.rmtree(theirs / ".site.jinzai")
    theirs.chmod(0o555)
    refuse(build(theirs, preexec_fn=someone), "書き込みが許可されていません", "権限を確かめて")
    assert mark(theirs / "site") == before
    theirs.chmod(0o755)
    assert build(theirs, preexec_fn=someone).returncode == 0
    assert mark(theirs / "site") != before


def test_where_the_site_may_not_be_written_it_stays(theirs: Path) -> None:
    before = mark(theirs / "site")
    (theirs / "site").chmod(0o555)
    refuse(build(theirs, preexec_fn=someone), "site", "書き込みが許可されていません")
    assert mark(theirs / "site") == before
    (theirs / "site").chmod(0o755)
    assert build(theirs, preexec_fn=someone).returncode == 0


def test_a_first_build_that_may_not_write_says_there_is_no_site(
    project: Path,
) -> None:
    project.chmod(0o555)
    refuse(build(project, preexec_fn=someone), "書き込みが許可されていません", had_site=False)
    project.chmod(0o755)


def test_content_that_may_only_be_read_is_enough(theirs: Path) -> None:
    before = mark(theirs / "site")
    for path in (theirs / "content", *(theirs / "content").rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = build(theirs, preexec_fn=someone)
    assert done.returncode == 0, done.stderr
    assert mark(theirs / "site") != before
    for path in (theirs / "content", *(theirs / "content").rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize(
    "told",
    [
        {
            "content/pages/about.md": (
                "content/pages/about.md: エラー[broken-page] 読み取りが許可されていません"
            ),
            "content/plans/demo/roles.yaml": "content/plans/demo/roles.yaml",
            "mkdocs.yml": "mkdocs.yml: エラー[broken-settings] 開くことができません（読む権限が",
        },
        {"content/pages": "content/pages: エラー[broken-page] 読み取りが許可されていません"},
        {"templates": "templates"},
    ],
    ids=["files", "pages", "templates"],
)
def test_what_may_not_be_read_is_named(theirs: Path, told: dict[str, str]) -> None:
    before = mark(theirs / "site")
    usual = {theirs / name: (theirs / name).stat().st_mode for name in told}
    for path in usual:
        path.chmod(0)
    done = build(theirs, preexec_fn=someone)
    checked = build(theirs, "check", preexec_fn=someone)
    for path, mode in usual.items():
        path.chmod(mode)
    refuse(done, *told.values())
    assert checked.returncode == 1
    for words in told.values():
        assert words in checked.stdout + checked.stderr
    assert mark(theirs / "site") == before
