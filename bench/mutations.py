"""`python -m bench.mutations`: slips of the hand and of tools in the real plans, thousands of them.

Owns how a plan is changed at random, always in the same way for one number, and what is asked of
the program: that load, parse and check end soon and raise nothing.
"""

import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import click

from bench import report
from jinzai.check.check import Checked, check
from jinzai.load.content import load_frameworks
from jinzai.load.document import Loaded
from jinzai.load.one_file import load_document
from jinzai.model.kinds import CHAPTER, PLAN_FILES
from jinzai.parse.parse import parse

REPOSITORY: Final = Path(__file__).resolve().parents[1]

MOST_SECONDS: Final = 5.0
"""A changed plan may take so long, CPU time."""

KINDS: Final = {kind.file_name: kind for kind in PLAN_FILES}
_WORDS: Final = (
    *("", "~", "null", "no", "12:30", "0123", "１２", "R7", "○", "2,3", "[a, b]", "{a: b}", "- x"),
    *(
        "!!python/name:os.system",
        "&a x",
        "*a",
        "|",
        ">",
        "'",
        '"',
        "#",
        ": ",
        "：",
        "“x”",
        "\u202e",
    ),
    *("\x00", "\ufeff", "\u00a0", "x" * 20_000, "[" * 500, "{a: " * 40, "（role:x）", "**「x」**"),
)

Change = Callable[[str, Random], str]


def _lines(text: str, change: Callable[[list[str], int, Random], None], random: Random) -> str:
    lines = text.split("\n")
    change(lines, random.randrange(len(lines)), random)
    return "\n".join(lines)


def _lose(lines: list[str], at: int, random: Random) -> None:
    del lines[at : at + random.randrange(1, 4)]


def _double(lines: list[str], at: int, random: Random) -> None:
    lines[at:at] = lines[at : at + random.randrange(1, 40)]


def _repeat(lines: list[str], at: int, random: Random) -> None:
    lines[at:at] = lines[at : at + 3] * random.randrange(2, 300)


def _move(lines: list[str], at: int, random: Random) -> None:
    lines.insert(random.randrange(len(lines)), lines.pop(at))


def _indent(lines: list[str], at: int, random: Random) -> None:
    lines[at] = random.choice(["  ", "    ", "\t", "\u3000", " "]) + lines[at]


def _outdent(lines: list[str], at: int, random: Random) -> None:
    lines[at] = lines[at][random.randrange(1, 4) :]


def _value(lines: list[str], at: int, random: Random) -> None:
    key, colon, _ = lines[at].partition(": ")
    lines[at] = f"{key}{colon or ': '}{random.choice(_WORDS)}"


def _key(lines: list[str], at: int, random: Random) -> None:
    lines[at] = lines[at].replace("e", random.choice(["", "ee", "a", "é"]), 1)


def _letter(lines: list[str], at: int, random: Random) -> None:
    line = lines[at]
    where = random.randrange(len(line) + 1)
    lines[at] = line[:where] + random.choice(_WORDS)[:3] + line[where + random.randrange(2) :]


_CHANGES: Final = (_lose, _double, _repeat, _move, _indent, _outdent, _value, _key, _letter)


class Mutated(NamedTuple):
    """What became of one changed plan: CPU seconds, and the traceback if there was one."""

    number: int
    seconds: float
    crash: str


def plans(root: Path) -> list[dict[str, bytes]]:
    """The files of each plan of a project, by their names."""
    return [
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        for folder in sorted((root / "content" / "plans").iterdir())
    ]


def mutated(files: dict[str, bytes], number: int) -> dict[str, bytes]:
    """The files with one to four changes in one to three of them, the same for the same number."""
    random = Random(number)
    changed = dict(files)
    for name in random.sample(sorted(files), random.randrange(1, 4)):
        data = changed[name]
        if random.random() < 0.1:
            where = random.randrange(len(data))
            data = data[:where] + random.randbytes(random.randrange(1, 5)) + data[where + 1 :]
        else:
            text = data.decode("utf-8", "replace")
            for _ in range(random.randrange(1, 5)):
                text = _lines(text, random.choice(_CHANGES), random)
            data = text.encode("utf-8", "replace")
        changed[name] = data
    return changed


def examine(files: dict[str, bytes], frameworks: Loaded, number: int) -> Mutated:
    """Takes the files of one plan through load, parse and check."""
    started = time.process_time()
    crash = ""
    try:
        checked(files, frameworks, "demo")
    except Exception:
        crash = traceback.format_exc()
    return Mutated(number, time.process_time() - started, crash)


def checked(files: dict[str, bytes], frameworks: Loaded, plan_id: str) -> Checked:
    """The files of one plan after load, parse and check."""
    loaded = [
        load_document(f"content/plans/{plan_id}/{name}", KINDS.get(name, CHAPTER), plan_id, data)
        for name, data in files.items()
    ]
    documents = [*frameworks.documents, *(one.documents[0] for one in loaded)]
    return check(parse(documents), [finding for one in loaded for finding in one.findings])


def survey(root: Path, count: int) -> list[Mutated]:
    """What became of `count` changed plans of a project, plan by plan in turn."""
    real, frameworks = plans(root), load_frameworks(root)
    return [
        examine(mutated(real[number % len(real)], number), frameworks, number)
        for number in range(count)
    ]


@click.command()
@click.option("--count", default=20_000, show_default=True, help="How many plans to change.")
def main(count: int) -> None:
    """Prints the slowest and every traceback; exits with 1 where there is one or one is slow."""
    found = survey(REPOSITORY, count)
    slowest = sorted(found, key=lambda one: -one.seconds)[:5]
    crashes = [one for one in found if one.crash]
    click.echo(f"{report.machine()}\n\n{count:,} changed plans, {len(crashes)} tracebacks")
    for one in slowest:
        click.echo(f"number {one.number}: {one.seconds:.2f} s")
    for one in crashes[:5]:
        click.echo(f"number {one.number}:\n{one.crash}")
    raise SystemExit(1 if crashes or slowest[0].seconds > MOST_SECONDS else 0)


if __name__ == "__main__":
    main()
