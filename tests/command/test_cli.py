"""The command line: Japanese throughout, exit statuses, forms of output."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jinzai.command.cli import main

ROOT = Path(__file__).resolve().parents[2]
PLAN = "id: x\ntitle: 計画\nissuer: {name: 市}\nstatus: draft\nsummary: 概要。\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own with one small plan."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "content/plans/x").mkdir(parents=True)
    (tmp_path / "content/plans/x/plan.yaml").write_text(PLAN, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["schema", "--help"],
        ["explain", "--help"],
        ["serve", "--help"],
    ],
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
        (["chek"], "そのコマンドはありません。使えるコマンド: check・explain・schema・serve。"),
        (["build"], "サイトを作るには、コマンドを書かずに build.py とだけ実行します。"),
        (["check", "--fromat", "json"], "「--fromat」というオプションはありません。"),
        (["check", "--fromat", "json"], "もしかして: --format。"),
        (["check", "--format", "xml"], "使える値: text・json・github。"),
        (["check", "--root", "/no/such/folder"], "「--root」に書かれた値は使えません。"),
        (["check", "extra"], "余分な引数があるか、書き方が違います。"),
        (["check", "--format"], "「--format」"),
        (["--cluster", "192.0.2.1:8786"], "tcp://名前:番号 か tls://名前:番号 と書いてください。"),
        (["--cluster", "http://192.0.2.1:8786"], "「--cluster」に書かれた値は使えません。"),
        (["--cluster", "tcp://192.0.2.1:87860"], "「--cluster」に書かれた値は使えません。"),
        (["--cluster", "tls://192.0.2.1:8786"], "「--cluster-ca」が足りません。"),
        (["--cluster-key", __file__], "使えるのは、--cluster に tls:// で始まるアドレスを書くとき"),
        (["--cluster-ca", "/no/such/file"], "あるファイルを書いてください。"),
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
    assert main(["check", "--strict"]) == 0
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


def test_errors_give_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content/plans/x").mkdir(parents=True)
    (tmp_path / "content/plans/x/plan.yaml").write_text("id: x\n", "utf-8")
    assert main(["check", "--root", str(tmp_path), "--format", "github"]) == 1
    assert "::error file=content/plans/x/plan.yaml,line=1" in capsys.readouterr().out


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknown-skill"]) == 0
    assert "存在しないスキルを指している" in capsys.readouterr().out
    assert main(["explain", "unknown-skil"]) == 2
    assert "もしかして: unknown-skill" in capsys.readouterr().err
    assert main(["explain", "role-without-class"]) == 0
    assert "  - {entry: role-classes/" in capsys.readouterr().out
    assert main(["explain"]) == 0
    assert "duplicate-id" in capsys.readouterr().out


def test_schema_writes_one_file_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--out", str(tmp_path / "new")]) == 0
    written = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert "roles.schema.json" in written
    assert len(written) == len(capsys.readouterr().out.splitlines()) == 14
    assert main(["schema", "--out", str(tmp_path / "new/roles.schema.json")]) == 2


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    command = re.search(r"^    (python3 -m venv .*pytest.*)$", readme, re.MULTILINE)
    assert command is not None
    assert command[1] in (ROOT / ".ci/run").read_text("utf-8").splitlines()


def test_ci_lets_no_warning_pass() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert ".venv/bin/python build.py check --strict" in lines


@pytest.mark.parametrize(
    ("made", "severity", "usual", "strict"),
    [
        ({}, "", 0, 0),
        ({"plugins": "x"}, "参考", 0, 0),
        ({"memo.txt": "x"}, "警告", 0, 1),
        ({"roles.yaml": "roles: [\n"}, "エラー", 1, 1),
        ({"roles.yaml": "roles: [\n", "memo.txt": "x"}, "エラー", 1, 1),
    ],
)
def test_warnings_give_1_only_if_they_are_to_fail(
    project: Path,
    made: dict[str, str],
    severity: str,
    usual: int,
    strict: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, text in made.items():
        if name == "plugins":
            with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
                settings.write("\nplugins: [x]\n")
        else:
            (project / "content/plans/x" / name).write_text(text, "utf-8")
    root = ["--root", str(project)]
    assert main(["check", *root]) == usual
    assert severity in capsys.readouterr().out
    assert main(["check", "--strict", *root]) == main(["--strict", "check", *root]) == strict
    assert main(root) == usual
    assert (project / "site").is_dir() is (severity != "エラー")
    shutil.rmtree(project / "site", ignore_errors=True)
    assert main(["--strict", *root]) == strict
    # A warning never keeps a site from being made.
    assert (project / "site").is_dir() is (severity != "エラー")


@pytest.mark.parametrize(
    "arguments",
    [["check", "--no-such"], ["--strict=1"], ["explain", "no-such-code"], ["explain", "--strict"]],
)
def test_wrong_use_gives_2_even_beside_strict(arguments: list[str]) -> None:
    assert main(arguments) == 2


def test_schema_takes_the_folder_given_before_the_command(tmp_path: Path) -> None:
    assert main(["--root", str(tmp_path), "schema"]) == 0
    assert (tmp_path / "build/schema/roles.schema.json").is_file()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{% if %}", "templates/site/home.html:1:1: エラー[broken-template] テンプレートに誤り"),
        (
            "\n{{ nope }}",
            "templates/site/home.html:2:1: エラー[broken-template] テンプレートに誤り",
        ),
    ],
)
def test_a_broken_template_is_told_in_japanese(
    project: Path, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "templates/site/home.html").write_text(text, "utf-8")
    assert main(["--root", str(project)]) == 1
    shown = capsys.readouterr()
    assert told in shown.out
    assert "Traceback" not in shown.out + shown.err
    assert not (project / "site").exists()


def test_a_fault_of_the_program_is_no_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("jinzai.work.examination.survey", fail)
    monkeypatch.setattr("tempfile.tempdir", str(project))
    assert main(["check", "--root", str(project)]) == 1
    printed = capsys.readouterr()
    shown = printed.out + printed.err
    assert "エラー[program-fault] プログラムの誤りで止まりました（RecursionError）。" in shown
    assert re.search(r"(?m)^指摘 1（エラー1）・", shown)
    assert "Traceback" not in shown
    (log,) = project.glob("jinzai-error-*.txt")
    assert str(log) in shown
    assert "too deep" in log.read_text("utf-8")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_machine_without_a_temporary_folder_is_no_fault_of_ours(
    project: Path,
    form: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_: object, **__: object) -> None:
        # What Python says if it can write to none of the folders that it tries.
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    monkeypatch.setattr("tempfile.gettempdir", refuse)
    monkeypatch.setenv("TMPDIR", "/full")
    assert main(["check", "--root", str(project), "--format", form]) == 1
    shown = capsys.readouterr()
    assert "一時ファイルのフォルダー（/full など）に書き込めませんでした" in shown.out
    assert "site-blocked" in shown.out
    assert "プログラムの誤り" not in shown.out + shown.err
    assert "指摘 1（エラー1）・" in shown.out + shown.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), "run-stopped"),
        (RecursionError(), "program-fault"),
        (OSError(28, "No space"), "site-blocked"),
        (MemoryError(), "program-fault"),
    ],
)
@pytest.mark.parametrize("arguments", [["check"], []])
def test_programs_always_get_a_document(
    project: Path,
    error: BaseException,
    code: str,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("jinzai.work.examination.survey", fail)
    monkeypatch.setattr("tempfile.tempdir", str(project))
    assert main([*arguments, "--root", str(project), "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["severity"], found["file"]) == (code, "error", None)
    assert main([*arguments, "--root", str(project), "--format", "github"]) == 1
    assert re.fullmatch(rf"::error title=[^:]* \[{code}\]::.*\n", capsys.readouterr().out)


def test_a_python_without_the_packages_is_told_so_in_japanese() -> None:
    # -I and -S leave out the environment's packages, as a Python that lacks them would.
    ran = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "build.py"), "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "必要な部品が、このPythonに入っていません。" in ran.stderr
    assert "Traceback" not in ran.stderr
