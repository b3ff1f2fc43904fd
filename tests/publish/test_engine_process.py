import re
import sys
import time
from pathlib import Path

import pytest

from jinzai.publish import engine_process
from jinzai.publish.engine_process import EngineProcess
from jinzai.publish.failure import PublishError
from jinzai.publish.shell import Marks
from tests.waiting import PATIENCE


def run(project: Path, html: str = "") -> EngineProcess:
    (project / "docs").mkdir()
    (project / "docs" / "a.md").write_text("# A\n")
    process = EngineProcess(project / "log")
    process.begin(
        {
            "settings": {
                "site_name": "x",
                "theme": {"name": "material", "custom_dir": str(project / "templates" / "theme")},
            },
            "docs": str(project / "docs"),
            "html": html or str(project / "html"),
            "extra": {**Marks.over([]).for_templates(), "copyright": []},
        }
    )
    return process


def failure(project: Path) -> PublishError:
    process = run(project)
    try:
        with pytest.raises(PublishError) as caught:
            process.wait()
        return caught.value
    finally:
        process.stop()


def test_a_job_is_done(project: Path) -> None:
    started = time.perf_counter()
    process = run(project)
    try:
        report = process.wait()
    finally:
        process.stop()
    assert report.notices == ()
    assert 0 < report.seconds < time.perf_counter() - started
    html = (project / "html" / "a.html").read_text("utf-8")
    assert "<title>A - x</title>" in html
    assert (project / "log").read_text() == ""


def test_what_mkdocs_refuses_is_told(project: Path) -> None:
    process = EngineProcess(project / "log")
    process.begin({"settings": {}, "docs": str(project), "html": str(project / "h"), "extra": {}})
    try:
        with pytest.raises(PublishError) as caught:
            process.wait()
    finally:
        process.stop()
    assert caught.value.message.startswith("mkdocs.yml に誤りがあります。")
    assert str(caught.value.troubles[0]).startswith("mkdocs.yml: site_name: この値は使えません")


def test_a_theme_that_breaks_keeps_the_log(project: Path) -> None:
    (project / "templates" / "theme" / "main.html").write_text("{% nonsense %}")
    error = failure(project)
    assert "templates/theme/main.html:1:1: " in error.message
    assert "nonsense" in error.message
    assert "templates/theme" in error.remedy
    assert "Traceback" not in str(error)
    log = re.search(r"詳しい記録 (\S+) を", error.remedy)
    assert log is not None
    assert "Traceback" in Path(log[1]).read_text("utf-8")
    Path(log[1]).unlink()


def test_an_engine_that_cannot_start_is_explained(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_process, "_ENGINE", project / "gone.py")
    error = failure(project)
    assert "動きませんでした" in error.message
    assert "部品を入れ直して" in error.remedy
    monkeypatch.setattr(sys, "executable", str(project / "no-python"))
    with pytest.raises(PublishError, match="起動"):
        EngineProcess(project / "log")


def test_a_full_disk_is_told_as_such(project: Path) -> None:
    process = run(project, html="/proc/jinzai/html")
    try:
        with pytest.raises(PublishError, match="/proc/jinzai") as caught:
            process.wait()
    finally:
        process.stop()
    assert "MkDocs" not in caught.value.message


def test_the_engine_ends_with_the_build_that_started_it(project: Path) -> None:
    process = run(project)
    stdin = process._process.stdin
    assert stdin is not None
    stdin.close()
    assert process._process.wait(PATIENCE) in (0, 1)
    process.stop()


def test_a_stopped_engine_is_gone(project: Path) -> None:
    process = run(project)
    process.stop()
    process.stop()
    assert process._process.returncode is not None
