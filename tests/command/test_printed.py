"""Whatever files, folders and texts are called, what a command prints commands nothing.

Hostile trees, each command in each form, standard output and standard error as bytes: GitHub's
runner reads both, takes `::name::` at the beginning of a line after any blanks, and `##[name]`
anywhere (actions/runner, src/Runner.Common/ActionCommand.cs).
"""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from jinzai.command.cli import main
from jinzai.findings.github import MOST
from jinzai.findings.printable import harmless, printable
from tests.trust.project import REPOSITORY, make_project
from tests.waiting import PATIENCE_FOR_PROGRAMS

# A line of ours, as `write_github` makes it.
OURS = re.compile(r"::(?:error|warning|notice) (?:file=[^:]+|title=ほかの指摘)::.*")
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
ESC = "\x1b[2J"
TURN = "\u202e"
# What stands in names and texts: begins a line, hides, turns, is no character.
EVIL = (
    "\n::error file=evil::evil",
    "\r\n  ::add-mask::evil",
    "\u2028::set-output name=evil::evil",
    "##[add-mask]evil",
    f"a{ESC}b{TURN}c",
    "\x85::error::evil",
    os.fsdecode(b"\xff\xfe"),
)


def run(root: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """A command in a process of its own, to its end."""
    return subprocess.run(
        [sys.executable, str(REPOSITORY / "build.py"), *arguments, "--root", root],
        capture_output=True,
        check=False,
        timeout=PATIENCE_FOR_PROGRAMS,
        env={**os.environ, **environment},
    )


def assert_harmless(printed: bytes, *, commands: int = 0) -> str:
    """Nothing printed commands a terminal or a runner, but for `commands` lines of ours."""
    text = printed.decode("utf-8")
    lines = text.split("\n")
    hidden = {
        ascii(sign) for line in lines for sign in line if unicodedata.category(sign) in HIDDEN
    }
    assert not hidden, text
    begins = [line for line in lines if line.lstrip().startswith("::")]
    assert all(OURS.fullmatch(line) for line in begins), text
    assert len(begins) == commands, text
    assert not [line for line in lines if "##[" in line and line not in begins], text
    assert "Traceback" not in text
    assert "プログラムの誤り" not in text
    return text


def annotations(written: bytes) -> int:
    """How many annotations GitHub gets for findings that are written as JSON.

    It shows ten of a kind. One notice stands for the others.
    """
    numbers: Counter[str] = Counter(one["severity"] for one in json.loads(written))
    if max(numbers.values()) <= MOST:
        return numbers.total()
    return 1 + sum(min(number, MOST - (kind == "note")) for kind, number in numbers.items())


def names_of_pages(root: Path) -> None:
    """Files and folders beside and below pages."""
    pages = root / "content" / "pages"
    for evil in EVIL:
        for name in (f"x{evil}.md", f"x{evil}.png", f"x{evil}"):
            (pages / name).write_text("# x\n")
        (pages / f"folder{evil}").mkdir()
        (pages / f"folder{evil}" / "a.md").write_text("# x\n")
        (pages / f"link{evil}.md").symlink_to(f"gone{evil}.md")
        (pages / f"out{evil}.md").symlink_to(root / "mkdocs.yml")
        os.mkfifo(pages / f"pipe{evil}.md")
    (pages / "a: b.md: 3:5: c.md").write_text("# x\n")


def texts_of_pages(root: Path) -> None:
    """What stands in pages and in files beside them, told in messages."""
    pages = root / "content" / "pages"
    for number, evil in enumerate(EVIL[:-1]):
        quoted = json.dumps(evil)
        references = "".join(f"&#{ord(sign)};" for sign in evil)
        (pages / f"front{number}.md").write_text(f"---\n{quoted}: x\ntitle: {quoted}\n---\n# x\n")
        (pages / f"raw{number}.md").write_text(f"# x\n\n{evil}\n", newline="")
        (pages / f"link{number}.md").write_text(
            f'# x\n\n<a href="gone{references}">x</a> <p id="{references}" title="{references}"\n'
            f'target="{references}" class="md-{references}">x</p>\n<!{references}>\n'
        )
        (pages / f"picture{number}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg">'
            f'<use href="{references if number in (0, 1, 2, 3) else "x"}"/><x\u202ey/></svg>'
        )
        (pages / f"style{number}.css").write_text(
            f"a{{b:url('{''.join(f'{chr(92)}{ord(sign):06x}' for sign in evil)}')}}"
        )


def readable_pages(root: Path) -> None:
    """What only the engine's answer brings to light, where all files can be read."""
    pages = root / "content" / "pages"
    for number, evil in enumerate(EVIL[:-1]):
        references = "".join(f"&#{ord(sign)};" for sign in evil)
        (pages / f"link{number}.md").write_text(
            f'# x\n\n<a href="gone{references}">x</a>\n\n<p id="{references}">y</p>\n\n'
            f'<q\u3000::error::x title="{references}">\n\n<a href="#{references}">y</a>\n'
        )


def names_of_plans(root: Path) -> None:
    """Plans, chapters, frameworks, and what lies beside them."""
    content = root / "content"
    for evil in EVIL:
        plan = content / "plans" / f"plan{evil}"
        plan.mkdir()
        (plan / "plan.yaml").write_text("x: 1\n")
        (plan / f"roles{evil}.yaml").write_text("x")
        (content / "plans" / "demo" / f"x{evil}.yaml").write_text("x")
        (content / "plans" / "demo" / "chapters" / f"x{evil}.md").write_text("x")
        (content / "frameworks" / f"x{evil}.yaml").write_text("x")
        (content / f"x{evil}").write_text("x")
        (content / "plans" / f"x{evil}").symlink_to(f"gone{evil}")


def texts_of_plans(root: Path) -> None:
    """Ids, values and keys of a plan, and the lines of a file that an excerpt shows."""
    demo = root / "content" / "plans" / "demo"
    for name in ("roles", "skills", "courses"):
        path = demo / f"{name}.yaml"
        text = path.read_text("utf-8")
        for number, evil in enumerate(EVIL[:-1]):
            quoted = json.dumps(evil)
            text += f"  - id: {quoted}\n    name: {quoted}\n    {quoted}: {quoted}\n"
            text += f"  - id: x{number}\n    name: x\n    level: ##[error]x\n"
        path.write_text(text, "utf-8")
    (demo / "glossary.yaml").write_text(
        "terms:\n  - id: x\n::error file=x::evil\n  ::error::evil: [\n", "utf-8"
    )
    (demo / "chapters" / "evil.md").write_text(
        "---\ntitle: x\n---\n\n::error file=x::evil [x](role:gone)\n\n"
        "   ::error::evil [x](role:gone) ##[error]evil\n\n\u3000::error::evil [x](role:gone)\n",
        "utf-8",
    )


TREES: dict[str, Callable[[Path], None]] = {
    "names of pages": names_of_pages,
    "texts of pages": texts_of_pages,
    "pages that can be read": readable_pages,
    "names of plans": names_of_plans,
    "texts of plans": texts_of_plans,
}


@pytest.mark.parametrize("tree", [*TREES])
def test_nothing_that_people_write_commands_a_log(
    tree: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    root = make_project(tmp_path / "project")
    TREES[tree](root)
    for command in (["check"], []):
        found = 0
        for form in ("json", "github", "text"):
            assert main([*command, "--root", str(root), "--format", form]) == 1
            printed, told = capfdbinary.readouterr()
            if form == "json":
                found = annotations(printed)
                assert found > 3
            text = assert_harmless(printed, commands=found if form == "github" else 0)
            text += assert_harmless(told)
            assert "evil" in text


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_the_folder_of_the_project_may_have_any_name(
    evil: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    root = make_project(tmp_path / f"project{evil}")
    (root / f"y{evil}").write_text("x")
    foreign = root / "site" / f"mine{evil}"
    foreign.mkdir(parents=True)
    (foreign / f"x{evil}.txt").write_text("x")

    def said(status: int, *arguments: str, commands: int = 0) -> str:
        assert main([*arguments, "--root", str(root)]) == status
        printed, told = capfdbinary.readouterr()
        return assert_harmless(printed, commands=commands) + assert_harmless(told)

    assert "プログラムが作ったものではないファイル" in said(1)
    assert harmless(f"x{printable(evil)}") in said(0, "schema", "--out", f"x{evil}")
    assert "に書き込めません" in said(1, "schema", "--out", f"y{evil}")
    (root / "mkdocs.yml").unlink()
    assert "ファイルがありません" in said(1, "check")
    said(1, "check", "--format", "github", commands=1)


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_what_is_asked_for_may_have_any_name(
    evil: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for asked in (["explain", evil], ["explain", f"--{evil}"], [evil], ["check", f"--x={evil}"]):
        assert main(asked) == 2
        assert_harmless(b"".join(capfdbinary.readouterr()))


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}],
    ids=["ascii", "C", "no-utf8"],
)
def test_it_is_printed_in_any_environment(environment: dict[str, str], tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    names_of_pages(root)
    done = run(root, "check", "--format", "github", **environment)
    assert done.returncode == 1
    count = annotations(run(root, "check", "--format", "json", **environment).stdout)
    assert count > 3
    assert_harmless(done.stdout, commands=count)
    assert_harmless(done.stderr)


@pytest.mark.parametrize("evil", EVIL[:-1], ids=range(len(EVIL) - 1))
def test_a_template_says_nothing_to_a_log(
    evil: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    root = make_project(tmp_path / "project")
    including = f"{{% include {json.dumps(evil)} %}}\n"
    (root / "templates" / "site" / "home.html").write_text(including, "utf-8")
    assert main(["check", "--root", str(root)]) == 1
    printed, told = capfdbinary.readouterr()
    assert "テンプレート" in assert_harmless(printed)
    assert_harmless(told)
    (root / "templates" / "theme" / "main.html").write_text(including, "utf-8")
    assert main(["--root", str(root)]) == 1
    assert_harmless(b"".join(capfdbinary.readouterr()))


def test_one_module_alone_prints() -> None:
    printing = re.compile(r"\bclick\.echo\(|(?<!\.)\bprint\(|\bstd(?:out|err)\.write\(")
    found = [
        path.relative_to(REPOSITORY).as_posix()
        for path in sorted((REPOSITORY / "jinzai").rglob("*.py"))
        if printing.search(path.read_text("utf-8").replace("Console(", ""))
    ]
    # The engine's own process prints to nobody: its output is its answers and its log.
    assert [path for path in found if path != "jinzai/publish/engine.py"] == [
        "jinzai/command/say.py"
    ]
