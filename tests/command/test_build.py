"""The last line of a build: whether site/ was replaced, and the figures."""

import errno
import re
import shutil
from pathlib import Path

import pytest

from jinzai.command.build import build_site
from jinzai.command.cli import main
from tests.trust.project import make_project


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was never built."""
    return make_project(tmp_path_factory.mktemp("sound") / "project")


@pytest.fixture
def project(sound: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(sound, tmp_path / "project")


def last(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_a_build_says_that_it_made_the_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project), "--timings"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("site/ を作りました: 計画 2・役割 ")
    assert "・ページ " in shown.out
    assert shown.err.splitlines()[-1].endswith("全体")


def test_with_findings_it_says_that_there_is_no_new_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roles = project / "content/plans/demo/roles.yaml"
    good = roles.read_bytes()
    roles.write_text("roles: x\n", "utf-8")
    assert main(["--root", str(project)]) == 1
    assert last(capsys).startswith("サイトは作っていません（site/ はまだありません）: 計画 ")
    roles.write_bytes(good)
    assert main(["--root", str(project)]) == 0
    roles.write_text("roles: x\n", "utf-8")
    assert main(["--root", str(project)]) == 1
    assert last(capsys).startswith("サイトは作っていません（site/ は前のままです）: 計画 ")


def test_findings_for_machines_stay_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project), "--format", "json"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "[]\n"
    assert shown.err.startswith("site/ を作りました: ")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyboardInterrupt(), "中断しました。"),
        (RecursionError(), "プログラムの誤りで止まりました（RecursionError）。"),
        (OSError(28, "No space"), "ディスクの空きが足りない"),
    ],
)
def test_however_it_stops_the_last_line_says_what_became_of_the_site(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    told: str,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("jinzai.work.examination.survey", fail)
    monkeypatch.setattr("tempfile.tempdir", str(project))
    assert build_site(project, "text")
    shown = capsys.readouterr()
    assert told in shown.out + shown.err
    assert "Traceback" not in shown.out + shown.err
    end = "。" if isinstance(error, KeyboardInterrupt) else r": 指摘 1（エラー1）・[\d.]+秒"
    last_line = shown.out.splitlines()[-1]
    assert re.fullmatch(f"サイトは作っていません（site/ はまだありません）{end}", last_line)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EIO])
def test_on_a_drive_that_cannot_lock_a_site_is_built(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(pytest.importorskip("fcntl"), "lockf", refuse)
    assert main(["--root", str(project)]) == 0
    assert last(capsys).startswith("site/ を作りました: ")
    mark = project / ".site.jinzai" / "lock.held"
    assert not mark.exists()
    mark.touch()
    assert main(["--root", str(project)]) == 1
    shown = capsys.readouterr()
    assert "エラー[site-blocked] 別のプログラムが" in shown.out
    assert f"{mark} を削除してから" in shown.out
    last_line = shown.out.splitlines()[-1]
    assert re.fullmatch(
        r"サイトは作っていません（site/ は前のままです）: 指摘 1（エラー1）・[\d.]+秒", last_line
    )


def test_stopped_after_the_swap_it_says_that_the_site_was_made(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("jinzai.command.reporter.Reporter.notices", stop)
    assert build_site(project, "text")
    assert capsys.readouterr().out == "site/ を作りました。\n"
    assert (project / "site/index.html").is_file()
