"""Troubles with mkdocs.yml and hand-written pages as findings, for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from jinzai.command.cli import main
from jinzai.command.told import findings_of
from jinzai.findings.finding import Place
from tests.trust.project import make_project


@pytest.mark.parametrize(
    ("line", "code", "place", "message"),
    [
        ("mkdocs.yml:12:3: 直す", "broken-settings", Place("mkdocs.yml", 12, 3), "直す"),
        ("mkdocs.yml: 直す", "broken-settings", Place("mkdocs.yml"), "直す"),
        ("content/pages/a.md:3:5: a: b", "broken-page", Place("content/pages/a.md", 3, 5), "a: b"),
        ("content/pages/x/a b.md: 名", "broken-page", Place("content/pages/x/a b.md"), "名"),
        ("content/pages: 名", "broken-page", Place("content/pages"), "名"),
        ("mkdocs.yml:1:2: {title}\n  例", "broken-settings", Place("mkdocs.yml", 1, 2), "{title}"),
    ],
)
def test_a_line_with_a_place_is_a_finding(line: str, code: str, place: Place, message: str) -> None:
    (found,) = findings_of([line])
    assert (found.rule.code, found.place, found.message) == (code, place, message)


def test_a_notice_is_a_note_and_what_has_no_place_is_no_finding() -> None:
    (found,) = findings_of(["templates/x.html 1行目", "x"], ["mkdocs.yml:1:1: y", "z"])
    assert (found.rule.code, str(found.severity)) == ("unused-setting", "note")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own."""
    return make_project(tmp_path / "project")


def found_by(
    root: Path, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, list[tuple[str, str, int]]]:
    """The exit status, and code, file and line of every finding in the JSON."""
    status = main([*arguments, "--root", str(root), "--format", "json"])
    said: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return status, [(one["code"], one["file"], one["line"]) for one in said]


def test_programs_are_told_of_pages_and_settings_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"nav: [a.md]\n{text}", "utf-8")
    noted = (0, [("unused-setting", "mkdocs.yml", 1)])
    assert found_by(project, capsys, "check") == found_by(project, capsys) == noted

    about = project / "content/pages/about.md"
    about.write_text("# x\n\n[y](gone.md)\n", "utf-8")
    broken = (1, [("broken-page", "content/pages/about.md", 3)])
    assert found_by(project, capsys, "check") == found_by(project, capsys) == broken

    settings.write_text(f"site_name: [1]\n{text.replace('site_name:', '# ')}", "utf-8")
    roles = project / "content/plans/demo/roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("role: staff", "role: stuff"), "utf-8")
    broken = (
        1,
        [
            ("unknown-role", "content/plans/demo/roles.yaml", 5),
            ("broken-settings", "mkdocs.yml", 1),
        ],
    )
    assert found_by(project, capsys, "check") == found_by(project, capsys) == broken


def test_a_pull_request_shows_them_beside_the_lines(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/pages/about.md").write_text("# x\n\n[y](gone.md)\n", "utf-8")
    assert main(["check", "--root", str(project), "--format", "github"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("::error file=content/pages/about.md,line=3,endLine=3,col=5,")
    assert said.count("\n") == 1
