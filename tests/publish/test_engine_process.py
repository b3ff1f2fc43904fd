import re
import sys
from pathlib import Path

import pytest

from jinzai.publish import engine_process
from jinzai.publish.engine_process import EngineProcess, Settings
from jinzai.publish.failure import PublishError
from jinzai.publish.shell import Marks


def run(project: Path, mkdocs_yml: str | bytes, html: str = "") -> EngineProcess:
    data = mkdocs_yml.encode() if isinstance(mkdocs_yml, str) else mkdocs_yml
    (project / "mkdocs.yml").write_bytes(data)
    (project / "docs").mkdir()
    (project / "docs" / "a.md").write_text("# A\n")
    job = {
        "config": str(project / "mkdocs.yml"),
        "docs": str(project / "docs"),
        "html": html or str(project / "html"),
        "theme": str(project / "templates" / "theme"),
        "pages_folder": "content/pages",
        "marks": Marks.over([]).for_templates(),
    }
    return EngineProcess(job, project / "log")


def failure(project: Path, mkdocs_yml: str | bytes) -> PublishError:
    process = run(project, mkdocs_yml)
    try:
        with pytest.raises(PublishError) as caught:
            process.wait()
        return caught.value
    finally:
        process.stop()


def test_settings_come_first_and_pages_follow(project: Path) -> None:
    process = run(
        project,
        "site_name: 名前\nrepo_url: https://git.example.jp/a/b/\nedit_uri: edit/main/\n",
    )
    try:
        expected = Settings("名前", "https://git.example.jp/a/b/edit/main/")
        assert process.settings() == expected
        report = process.wait()
        assert report.notices == ()
        assert 0 < report.seconds < 60
        html = (project / "html" / "a.html").read_text("utf-8")
        assert "https://git.example.jp/a/b/edit/main/content/pages/a.md" in html
        assert "api.github.com" not in html
    finally:
        process.stop()
    assert (project / "log").read_text() == ""


def test_without_edit_uri_there_are_no_edit_links(project: Path) -> None:
    process = run(project, "site_name: x\nrepo_url: https://github.com/a/b\n")
    try:
        assert process.settings() == Settings("x", "")
        (notice,) = process.wait().notices
        assert notice.startswith("mkdocs.yml:2:1: repo_url だけでは、")
        assert "github.com" not in (project / "html" / "a.html").read_text("utf-8")
    finally:
        process.stop()


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("jinsai@example.lg.jp", "mailto:jinsai@example.lg.jp"),
        ("mailto:jinsai@example.lg.jp", "mailto:jinsai@example.lg.jp"),
        ("https://e.jp/new?t={title}", "https://e.jp/new?t={title}"),
    ],
)
def test_where_mistakes_are_reported(project: Path, said: str, given: str) -> None:
    process = run(project, f"site_name: x\nextra: {{jinzai: {{report: '{said}'}}}}\n")
    try:
        assert process.settings().report_to == given
        assert process.wait().notices == ()
    finally:
        process.stop()


def test_what_else_stands_below_extra_is_noted(project: Path) -> None:
    process = run(project, "site_name: x\nextra: {social: [], jinzai: {reports: a@b.jp}}\n")
    try:
        assert process.settings().report_to == ""
        notices = process.wait().notices
    finally:
        process.stop()
    assert notices == (
        "mkdocs.yml:2:9: extra の social は使われません。",
        "mkdocs.yml:2:30: extra の jinzai の reports は使われません。",
    )


def test_what_has_no_effect_is_noted(project: Path) -> None:
    process = run(
        project,
        "site_name: x\nsitename: y\nplugins: [search]\nnav: [a.md]\n"
        "theme: {name: material, font: {text: Roboto}, features: [navigation.instant]}\n",
    )
    try:
        notices = "\n".join(process.wait().notices)
    finally:
        process.stop()
    for word in ("plugins は使われません", "nav は使われません", "font", "navigation.instant"):
        assert word in notices
    assert "sitename: この名前の設定はありません" in notices


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_name: [\n", ("mkdocs.yml:2:1: ", "YAML")),
        ("", ("site_name",)),
        ("- x\n", ("site_name",)),
        ("3\n", ("site_name",)),
        ("theme: material\n", ("site_name: 必ず書いてください",)),
        ("theme:\n  language: jp\n", ("mkdocs.yml:2:3: ", "「jp」という言語はありません")),
        ("site_name: x\ntheme: mkdocs\n", ("mkdocs.yml:2:1: ", "material")),
        ("site_name: x\nextra: {jinzai: {report: 'javascript:a'}}\n", ("report", "javascript:a")),
        ("site_name: x\nextra: {jinzai: {report: 研修担当}}\n", ("report", "研修担当")),
        ("site_name: x\nextra_css: [gone.css]\n", ("mkdocs.yml:2:13: 「gone.css」",)),
        (
            "site_name: x\nmarkdown_extensions: [no_such]\n",
            ("mkdocs.yml:2:1: markdown_extensions", "no_such"),
        ),
        ("site_name: 計画".encode("cp932"), ("UTF-8 ではありません",)),
    ],
)
def test_a_broken_mkdocs_yml_is_explained(
    project: Path, text: str | bytes, words: tuple[str, ...]
) -> None:
    error = failure(project, text)
    assert error.message.startswith("mkdocs.yml に誤りがあります。")
    assert all(word in error.message for word in words), error.message


def test_a_missing_mkdocs_yml_is_explained(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    process = EngineProcess({"config": str(project / "mkdocs.yml")}, project / "log")
    try:
        with pytest.raises(PublishError, match=r"mkdocs\.yml: ファイルがありません"):
            process.settings()
    finally:
        process.stop()


def test_a_theme_that_breaks_keeps_the_log(project: Path) -> None:
    (project / "templates" / "theme" / "main.html").write_text("{% nonsense %}")
    error = failure(project, "site_name: x\n")
    assert "templates/theme/main.html:1: " in error.message
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
    error = failure(project, "site_name: x\n")
    assert "動きませんでした" in error.message
    assert "部品を入れ直して" in error.remedy
    monkeypatch.setattr(sys, "executable", str(project / "no-python"))
    with pytest.raises(PublishError, match="起動"):
        EngineProcess({}, project / "log")


def test_a_full_disk_is_told_as_such(project: Path) -> None:
    process = run(project, "site_name: x\n", html="/proc/jinzai/html")
    try:
        with pytest.raises(PublishError, match="/proc/jinzai") as caught:
            process.wait()
    finally:
        process.stop()
    assert "MkDocs" not in caught.value.message


def test_the_engine_ends_with_the_build_that_started_it(project: Path) -> None:
    process = run(project, "site_name: x\n")
    stdin = process._process.stdin
    assert stdin is not None
    stdin.close()
    assert process._process.wait(20) in (0, 1)
    process.stop()


def test_a_stopped_engine_is_gone(project: Path) -> None:
    process = run(project, "site_name: x\n")
    process.stop()
    process.stop()
    assert process._process.returncode is not None
