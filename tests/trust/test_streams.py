"""Streams that are closed, full or left by their reader, and Pythons that start in other ways."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jinzai.command.reporter import shows_color
from jinzai.command.streams import Outlet
from tests.waiting import PATIENCE_FOR_PROGRAMS

from .project import KEPT, REPOSITORY, edit, mark, wrong_with

LOST = "表示を最後まで書き出せませんでした"
TRACEBACK = ("Traceback", "Exception ignored", "プログラムの誤り")
posix = pytest.mark.skipif(os.name != "posix", reason="シェルと /dev/full で試します")

# How a shell starts the command, and what then reaches the other stream.
STREAMS = {
    "no output": ">&-",
    "no errors": "2>&-",
    "nothing": "<&- >&- 2>&-",
    "full output": ">/dev/full",
    "full errors": "2>/dev/full",
    "all full": ">/dev/full 2>/dev/full",
    "no reader": "| true",
    "one line read": "2>&1 | head -n 1",
}


def in_shell(root: Path, arguments: str, streams: str) -> tuple[int, str]:
    """A command of the project with the streams; its status, and all that it printed."""
    line = f'"$0" build.py {arguments} --root "$1" {streams}; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", line, sys.executable, str(root)],
        cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False,
        timeout=PATIENCE_FOR_PROGRAMS,
    )  # fmt: skip
    said = done.stdout + done.stderr
    for word in TRACEBACK:
        assert word not in said, said
    return done.returncode, said


@posix
@pytest.mark.parametrize("streams", STREAMS.values(), ids=STREAMS)
def test_the_site_decides_the_status_of_a_build(built: Path, streams: str) -> None:
    before = mark(built / "site")
    edit(built, "まとめ役")
    status, said = in_shell(built, "", streams)
    assert status == 0
    assert (LOST in said) == (streams == ">/dev/full")
    assert mark(built / "site") != before
    assert wrong_with(built / "site") == []
    assert sorted(path.name for path in (built / ".site.jinzai").iterdir()) == KEPT
    (built / "content/plans/demo/plan.yaml").unlink()
    before = mark(built / "site")
    assert in_shell(built, "", streams)[0] == 1
    assert mark(built / "site") == before


@posix
@pytest.mark.parametrize("streams", ["<&- >&- 2>&-", ">/dev/full", "| true"])
@pytest.mark.parametrize("arguments", ["check", "check --format json", "--help"])
def test_other_commands_end_as_they_would(built: Path, arguments: str, streams: str) -> None:
    assert in_shell(built, arguments, streams)[0] == 0


@posix
def test_no_file_gets_the_number_of_a_closed_stream(built: Path) -> None:
    edit(built, "まとめ役")
    program = (
        "import os, sys\n"
        "for number in (0, 1, 2): os.close(number)\n"
        "from jinzai.command.cli import main\n"
        "status = main(sys.argv[1:])\n"
        "kept = [os.readlink(f'/proc/self/fd/{number}') for number in (0, 1, 2)]\n"
        "os._exit(status if kept == [os.devnull] * 3 else 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--root", str(built)], cwd=REPOSITORY, check=False
    )
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("/proc で確かめます")
    assert done.returncode == 0


class Broken:
    """A stream that raises the given errors, the last one first, and then keeps what it gets."""

    def __init__(self, errors: list[OSError]) -> None:
        self.errors = errors
        self.kept = ""

    def write(self, text: str) -> int:
        if self.errors:
            raise self.errors.pop()
        self.kept += text
        return len(text)

    def flush(self) -> None:
        if self.errors:
            raise self.errors.pop()

    def fileno(self) -> int:
        raise OSError("no number")


@pytest.mark.parametrize("error", [BrokenPipeError(32, "x"), OSError(28, "x"), OSError(5, "x")])
def test_an_outlet_keeps_its_first_failure(error: OSError) -> None:
    stream = Broken([OSError(9, "later"), error])
    outlet = Outlet(stream)  # type: ignore[arg-type]
    assert outlet.write("one") == 3
    outlet.flush()
    outlet.writelines(["two", "three"])
    assert outlet.failure is error
    assert stream.kept == "twothree"


# What follows is about how Python itself is started.


@pytest.mark.parametrize("flags", [["-P"], ["-I"], ["-I", "-X", "utf8=0"]], ids=" ".join)
def test_a_python_that_does_not_look_beside_the_script_finds_the_program(
    built: Path, tmp_path: Path, flags: list[str]
) -> None:
    edit(built, "まとめ役")
    before = mark(built / "site")
    done = subprocess.run(
        [sys.executable, *flags, str(REPOSITORY / "build.py"), "--root", str(built)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert mark(built / "site") != before


def test_the_processes_of_such_a_python_find_it_too(built: Path, tmp_path: Path) -> None:
    plans = built / "content" / "plans"
    for number in range(12):
        shutil.copytree(plans / "other", plans / f"other-{number}")
        plan = plans / f"other-{number}" / "plan.yaml"
        text = plan.read_text("utf-8").replace("id: other", f"id: other-{number}")
        plan.write_text(text.replace("title: ", f"title: 第{number}の", 1), "utf-8")
    program = (
        "import runpy, sys\n"
        "import threading\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"  # so: spawned
        "sys.argv = sys.argv[1:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')\n"
    )
    start = tmp_path / "start.py"
    start.write_text(
        "if __name__ == '__main__':\n" + "".join(f"    {line}\n" for line in program.splitlines())
    )
    done = subprocess.run(
        [sys.executable, "-I", str(start), str(REPOSITORY / "build.py"), "--root", str(built)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (built / "site" / "other-7" / "index.html").exists()


@pytest.mark.parametrize(
    "program",
    [
        "print('hello')",
        "sys.stdout.write('{\"done\": {}}\\nwithout an end'); sys.stdout.flush()",
        "os.write(1, b'\\xff\\x82\\n' * 500)",
        "os.write(2, b'warning\\n')",
    ],
    ids=["line", "half a line", "no text", "errors"],
)
def test_a_sitecustomize_that_prints_does_not_disturb_the_engine(
    built: Path, tmp_path: Path, program: str
) -> None:
    edit(built, "まとめ役")
    before = mark(built / "site")
    (tmp_path / "custom").mkdir()
    (tmp_path / "custom" / "sitecustomize.py").write_text(f"import os, sys\n{program}\n")
    path = os.pathsep.join([str(tmp_path / "custom"), *filter(None, [os.getenv("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, str(REPOSITORY / "build.py"), "--root", str(built)],
        env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert mark(built / "site") != before


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "0"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "NO_COLOR": ""}, False),
        ({"TERM": "xterm-256color"}, True),
    ],
)
def test_colours_are_shown_where_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, wanted: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert shows_color() is wanted
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert not shows_color()


def test_every_text_of_the_project_has_the_same_line_ends_on_every_system() -> None:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("git のない場所です")
    names = ["README.md", "content/plans/hirakata/roles.yaml", "templates/base.html", ".ci/run"]
    shown = subprocess.run(
        ["git", "check-attr", "eol", "--", *names],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert shown.stdout.splitlines() == [f"{name}: eol: lf" for name in names]
