"""Builds that meet what people do meanwhile: other builds, other files, content that vanishes."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.waiting import PATIENCE_FOR_PROGRAMS

from .project import (
    build,
    command,
    edit,
    make_project,
    mark,
    refuse,
    succeed,
    wrong_with,
)


def start(root: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_of_several_builds_at_once_one_is_done_and_the_others_say_so(built: Path) -> None:
    edit(built, "まとめ役")
    running = [
        subprocess.Popen(
            command(built),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for _ in range(4)
    ]
    ended = [(process, *process.communicate(timeout=PATIENCE_FOR_PROGRAMS)) for process in running]
    assert any(process.returncode == 0 for process, _, _ in ended)
    for process, out, err in ended:
        if process.returncode:
            refuse(
                subprocess.CompletedProcess([], process.returncode, out, err),
                "別のプログラムが", "終わってから",
            )  # fmt: skip
    assert wrong_with(built / "site") == []
    assert "まとめ役" in (built / "site/demo/roles/leader.html").read_text("utf-8")
    after = mark(built / "site")
    assert succeed(built) == after


@pytest.mark.parametrize("name", ["memo.txt", "demo/表.xlsx", "demo/roles/old.html"])
def test_what_others_put_into_the_site_stays(built: Path, name: str) -> None:
    edit(built, "まとめ役")
    mine = built / "site" / name
    mine.write_text("大事", "utf-8")
    before = mark(built / "site")
    refuse(build(built), name, "別の場所へ移すか削除してから")
    assert mark(built / "site") == before
    mine.rename(built / "elsewhere")
    assert succeed(built) != before


def test_a_site_folder_that_is_not_ours_is_left_alone(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("よそのサイト", "utf-8")
    refuse(build(project), "このプログラムが作ったフォルダーではない")
    assert (project / "site" / "index.html").read_text("utf-8") == "よそのサイト"


def test_a_file_in_place_of_the_site_is_left_alone(project: Path) -> None:
    (project / "site").write_text("大事", "utf-8")
    refuse(build(project), "フォルダーではありません", "別の場所へ移して")
    assert (project / "site").read_text("utf-8") == "大事"


def test_through_a_link_the_site_it_points_at_is_replaced(built: Path, tmp_path: Path) -> None:
    real = tmp_path / "公開 フォルダー" / "site"
    real.parent.mkdir()
    (built / "site").rename(real)
    (built / "site").symlink_to(real, target_is_directory=True)
    edit(built, "まとめ役")
    done = build(built)
    assert done.returncode == 0, done.stderr
    assert (built / "site").is_symlink()
    assert "まとめ役" in (real / "demo/roles/leader.html").read_text("utf-8")
    assert wrong_with(real) == []


def test_a_link_that_leads_nowhere_is_refused(project: Path) -> None:
    (project / "site").symlink_to("site")
    refuse(build(project), "リンクを消して", had_site=False)


@pytest.mark.parametrize("what", ["content", "content/pages", "templates", "mkdocs.yml"])
@pytest.mark.parametrize("moment", ["at once", "run", "html", "poured"])
def test_what_vanishes_while_building_does_no_harm(disturbed: Path, what: str, moment: str) -> None:
    before = mark(disturbed / "site")
    glob = {"run": "run-*", "html": "run-*/html", "poured": "run-*/site"}.get(moment)
    process = subprocess.Popen(
        command(disturbed),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    work = disturbed / ".site.jinzai"
    while glob and not any(work.glob(glob)) and process.poll() is None:
        time.sleep(0.001)
    gone = disturbed / what
    gone.rename(disturbed / "gone")
    out, err = process.communicate(timeout=PATIENCE_FOR_PROGRAMS)
    (disturbed / "gone").rename(gone)
    assert process.returncode in (0, 1)
    if process.returncode:
        refuse(subprocess.CompletedProcess([], 1, out, err))
    # The content is the same, so a site that was built in time has the same bytes, but where
    # the pages had gone before anything was read.
    if mark(disturbed / "site") != before:
        assert what == "content/pages"
        assert process.returncode == 0
        assert wrong_with(disturbed / "site") == []
        succeed(disturbed)
    assert mark(disturbed / "site") == before


@pytest.fixture(scope="module")
def disturbed(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project for tests that leave it as it was."""
    folder = tmp_path_factory.mktemp("disturbed") / "project"
    return shutil.copytree(model, folder, symlinks=True)


def test_a_project_may_lie_anywhere(tmp_path: Path) -> None:
    root = make_project(tmp_path / "人材 育成(第2版)" / "計画の 🗾 フォルダー #1 %20 'x'")
    succeed(root)
    assert wrong_with(root / "site") == []
    assert build(root, "check").returncode == 0
    shutil.rmtree(root / "content")
    refuse(build(root), "content")
