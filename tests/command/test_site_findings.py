"""Troubles with mkdocs.yml and hand-written pages as findings, for programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jinzai.command.cli import main
from jinzai.command.site_findings import findings_of, notice_findings
from jinzai.findings.finding import Place
from jinzai.findings.lines import Lines
from jinzai.findings.rules_site import USUAL_HINTS
from jinzai.findings.text import write_text
from jinzai.publish.failure import ProgramFaultError, PublishError, all_of, disk_failure
from jinzai.publish.trouble import Trouble
from tests.trust.project import make_project


def no_lines(_: str) -> None:
    """No file has a text."""


def lines_of(text: str) -> Callable[[str], Lines]:
    """All files have the same text."""
    return lambda _: Lines(text)


@pytest.mark.parametrize(
    ("trouble", "code", "message"),
    [
        (Trouble("mkdocs.yml", "直す", 12, 3), "broken-settings", "直す。"),
        (Trouble("mkdocs.yml", "直す"), "broken-settings", "直す。"),
        (Trouble("content/pages/a.md", "a: b", 3, 5), "broken-page", "a: b。"),
        (Trouble("content/pages/x/a: 3:5: b.md", "{名}。"), "broken-page", "{名}。"),
        (Trouble("content/pages/mkdocs.yml", "名"), "broken-page", "名。"),
        (Trouble("content/pages/a.md", "ない", 1, 1, "link"), "broken-page-link", "ない。"),
        (Trouble("templates/site/home.html", "だめ", 2, 1), "broken-template", "だめ。"),
    ],
)
def test_a_trouble_is_a_finding(trouble: Trouble, code: str, message: str) -> None:
    (found,) = findings_of(PublishError("だめ", "直す", [trouble]), no_lines)
    place = Place(trouble.file, trouble.line, trouble.column)
    assert (found.rule.code, found.place, found.message) == (code, place, message)
    assert found.hint.endswith("。")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("使えません。消してください", "使えません。", "消してください。"),
        (
            "印（「。」など。）があります。消す。直す",
            "印（「。」など。）があります。",
            "消す。直す。",
        ),
        ("「あ。い」は使えません。直す", "「あ。い」は使えません。", "直す。"),
        ("開いた（ままです。直す", "開いた（ままです。直す。", ""),
    ],
)
def test_advice_is_what_follows_the_first_sentence(text: str, message: str, hint: str) -> None:
    failure = PublishError("だめ", "直す", [Trouble("content/pages/a.md", text)])
    (found,) = findings_of(failure, no_lines)
    assert found.message == message
    assert found.hint == (hint or USUAL_HINTS["broken-page"])


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("[y](gone.md)と", 5, "gone.md"),
        ("x <script src=a> y", 3, "<script src=a>"),
        ("</div></article>", 7, "</article>"),
        ("site_name: [1]", 1, "site_name"),
        ("  - 拡張。次", 5, "拡張"),
        ("[y](javascript:a)", 5, "javascript:a"),
        ("「」", 1, "「"),
    ],
)
def test_what_a_trouble_is_about_is_marked(line: str, column: int, marked: str) -> None:
    trouble = Trouble("content/pages/a.md", "だめ", 2, column)
    (found,) = findings_of(PublishError("", "", [trouble]), lines_of(f"# x\n{line}\n"))
    place = found.place
    assert (place.line, place.end_line) == (2, 2)
    assert line[place.column - 1 : place.end_column - 1] == marked


@pytest.mark.parametrize(
    ("notice", "place", "message"),
    [
        (Trouble("mkdocs.yml", "効かない", 12, 3), Place("mkdocs.yml", 12, 3), "効かない。"),
        (Trouble("mkdocs.yml", "効かない: x"), Place("mkdocs.yml"), "効かない: x。"),
        (Trouble("mkdocs.yml", "{title}", 1, 2), Place("mkdocs.yml", 1, 2), "{title}。"),
    ],
)
def test_a_notice_is_a_note(notice: Trouble, place: Place, message: str) -> None:
    (found,) = notice_findings([notice], no_lines)
    assert (found.rule.code, str(found.severity)) == ("unused-setting", "note")
    assert "content/pages/editing-site.md" in found.hint
    assert (found.place, found.message) == (place, message)


def test_every_failure_is_at_least_one_error() -> None:
    disk = disk_failure(OSError(28, ""), Path("/x"), "に書き込み")
    listed = PublishError("ほかのファイルがあります。", "移す。", ["a.txt", "b.txt"])
    page = PublishError("直す", "直す", [Trouble("content/pages/a.md", "だめ")])
    ours = ProgramFaultError("プログラムの誤り。", "伝える。")
    found = list(findings_of(all_of([disk, all_of([listed, page]), ours]), no_lines))
    assert [one.rule.code for one in found] == [
        "site-blocked",
        "site-blocked",
        "broken-page",
        "program-fault",
    ]
    assert found[0].hint == disk.remedy
    assert [other.message for other in found[1].related] == ["a.txt", "b.txt"]
    assert write_text(found[1:2], {}) == (
        "エラー[site-blocked] ほかのファイルがあります。\n"
        "  ヒント: 移す。\n  関連: a.txt\n  関連: b.txt\n"
    )


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
    about_link = ("broken-page-link", "content/pages/about.md", 3)
    broken = (1, [about_link, ("unused-setting", "mkdocs.yml", 1)])
    assert found_by(project, capsys, "check") == found_by(project, capsys) == broken

    settings.write_text(f"site_name: [1]\n{text.replace('site_name:', '# ')}", "utf-8")
    roles = project / "content/plans/demo/roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("role: staff", "role: stuff"), "utf-8")
    broken = (
        1,
        [
            ("broken-page-link", "content/pages/about.md", 3),
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
