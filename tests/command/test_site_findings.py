"""Troubles with mkdocs.yml and hand-written pages as findings, for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from jinzai.command.cli import main
from jinzai.command.site_findings import findings_of
from jinzai.findings.finding import Place
from jinzai.publish.trouble import Trouble
from tests.trust.project import make_project


@pytest.mark.parametrize(
    ("trouble", "code", "place", "message"),
    [
        (
            Trouble("mkdocs.yml", "直す", 12, 3),
            "broken-settings",
            Place("mkdocs.yml", 12, 3),
            "直す",
        ),
        (Trouble("mkdocs.yml", "直す"), "broken-settings", Place("mkdocs.yml"), "直す"),
        (
            Trouble("content/pages/a.md", "a: b", 3, 5),
            "broken-page",
            Place("content/pages/a.md", 3, 5),
            "a: b",
        ),
        (
            Trouble("content/pages/x/a: 3:5: b.md", "{名}"),
            "broken-page",
            Place("content/pages/x/a: 3:5: b.md"),
            "{名}",
        ),
        (
            Trouble("content/pages/mkdocs.yml", "名"),
            "broken-page",
            Place("content/pages/mkdocs.yml"),
            "名",
        ),
    ],
)
def test_a_trouble_is_a_finding(trouble: Trouble, code: str, place: Place, message: str) -> None:
    (found,) = findings_of([trouble])
    assert (found.rule.code, found.place, found.message) == (code, place, message)


@pytest.mark.parametrize(
    ("notice", "place", "message"),
    [
        (Trouble("mkdocs.yml", "効かない", 12, 3), Place("mkdocs.yml", 12, 3), "効かない"),
        (Trouble("mkdocs.yml", "効かない: x"), Place("mkdocs.yml"), "効かない: x"),
        (Trouble("mkdocs.yml", "{title}", 1, 2, ("例",)), Place("mkdocs.yml", 1, 2), "{title}"),
    ],
)
def test_a_notice_is_a_note(notice: Trouble, place: Place, message: str) -> None:
    (found,) = findings_of((), [notice])
    assert (found.rule.code, str(found.severity)) == ("unused-setting", "note")
    assert "content/pages/editing-site.md" in found.hint
    assert (found.place, found.message) == (place, message)


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


def test_a_misspelt_setting_stays_a_note_beside_an_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text("site_name: [1]\nsite_nmae: x\n", "utf-8")
    both = (1, [("broken-settings", "mkdocs.yml", 1), ("unused-setting", "mkdocs.yml", 2)])
    assert found_by(project, capsys, "check") == found_by(project, capsys) == both


def test_a_pull_request_shows_them_beside_the_lines(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/pages/about.md").write_text("# x\n\n[y](gone.md)\n", "utf-8")
    assert main(["check", "--root", str(project), "--format", "github"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("::error file=content/pages/about.md,line=3,endLine=3,col=5,")
    assert said.count("\n") == 1
