"""The command line: Japanese throughout, exit statuses, forms of output."""

import json
import re
from pathlib import Path

import pytest

from jinzai.command.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["schema", "--help"], ["explain", "--help"]]
)
def test_help_is_japanese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    assert "使い方: build.py" in shown
    assert "オプション:" in shown
    assert not re.search(r"\b(Usage|Options|Commands|Show|message|exit|default)\b", shown)


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["chek"], "そのコマンドはありません。使えるコマンド: check・explain・schema。"),
        (["check", "--fromat", "json"], "「--fromat」というオプションはありません。"),
        (["check", "--fromat", "json"], "もしかして: --format。"),
        (["check", "--format", "xml"], "使える値: text・json・github。"),
        (["check", "--root", "/no/such/folder"], "「--root」に書かれた値は使えません。"),
        (["check", "extra"], "余分な引数があるか、書き方が違います。"),
        (["check", "--format"], "「--format」"),
    ],
)
def test_wrong_use_is_2_and_japanese(
    arguments: list[str], wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert wanted in shown.err
    assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", shown.err), "an English sentence"


def test_check_counts_every_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    shown = capsys.readouterr().out
    for plan in ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"):
        assert re.search(rf"^{plan} +\d+", shown, re.MULTILINE), plan
    summary = r"^計画 5・役割 \d+・スキル \d+・研修 \d+・指摘 0・[\d.]+秒$"
    assert re.search(summary, shown, re.MULTILINE)


def test_json_is_alone_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out) == []
    assert "計画 5" in shown.err


def test_findings_give_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content/plans/x").mkdir(parents=True)
    (tmp_path / "content/plans/x/plan.yaml").write_text("id: x\n", "utf-8")
    assert main(["check", "--root", str(tmp_path), "--format", "github"]) == 1
    assert "::error file=content/plans/x/plan.yaml,line=1" in capsys.readouterr().out


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknown-skill"]) == 0
    assert "存在しないスキルを指している" in capsys.readouterr().out
    assert main(["explain", "unknown-skil"]) == 2
    assert "もしかして: unknown-skill" in capsys.readouterr().err
    assert main(["explain"]) == 0
    assert "duplicate-id" in capsys.readouterr().out


def test_schema_writes_one_file_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--out", str(tmp_path / "new")]) == 0
    written = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert "roles.schema.json" in written
    assert len(written) == len(capsys.readouterr().out.splitlines()) == 13
    assert main(["schema", "--out", str(tmp_path / "new/roles.schema.json")]) == 2


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    command = re.search(r"^    (python3 -m venv .*pytest.*)$", readme, re.MULTILINE)
    assert command is not None
    assert command[1] in (ROOT / ".ci/run").read_text("utf-8").splitlines()
