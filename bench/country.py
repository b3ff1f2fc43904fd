"""`python -m bench.country`: many plans, built cold and again after a change of one of them.

Owns which changes are made, and how it is seen what was written: a file that was taken over has the
same number in the file system as before.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import click

from bench.contest import jinzai
from bench.measure import Measured, measure
from bench.project import write_project

REPOSITORY: Final = Path(__file__).resolve().parents[1]
PLAN: Final = "content/plans/toyonaka"


class Change(NamedTuple):
    """A change of one plan: its name, the file, what is replaced, and by what."""

    name: str
    file: str
    old: str
    new: str


CHANGES: Final = (
    Change("nothing", "", "", ""),
    Change("one hours figure", "courses.yaml", r"hours: \d+", "hours: 7"),
    Change("a role's name", "roles.yaml", r"(?m)^( *)name: (.*)$", r"\1name: \2改"),
    Change("a mark", "matrix.yaml", r"marks: \{systems: ●\}", "marks: {systems: ●, digital: ●}"),
)


def rows(root: Path) -> Iterator[str]:
    """A line of the table for the cold build and for each change."""
    yield _row("cold", measure(jinzai(REPOSITORY, root)), len(_numbers(root)))
    for change in CHANGES:
        before = _numbers(root)
        if change.file:
            file = root / PLAN / change.file
            text, count = re.subn(change.old, change.new, file.read_text("utf-8"), count=1)
            if not count:
                raise ValueError(f"{file} has no {change.old}")
            file.write_text(text, "utf-8")
        run = measure(jinzai(REPOSITORY, root))
        after = _numbers(root)
        yield _row(change.name, run, sum(before.get(name) != after[name] for name in after))


def _row(name: str, run: Measured, written: int) -> str:
    memory = f"{run.largest / 1e6:,.0f} | {run.shared / 1e6:,.0f}"
    return f"| {name} | {run.seconds:.1f} | {run.cpu:.1f} | {memory} | {written:,} |"


def _numbers(root: Path) -> dict[str, int]:
    """The number of each file of the site in the file system."""
    files = (path for path in (root / "site").rglob("*") if path.is_file())
    return {path.as_posix(): path.stat().st_ino for path in files}


@click.command()
@click.option("--plans", "counts", default="100,400,1741", help="How many plans, in turn.")
def main(counts: str) -> None:
    """Prints a table for each number of plans."""
    for count in map(int, counts.split(",")):
        # A process of its own may still be removing the last old site.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
            root = Path(work) / "project"
            plans = write_project(REPOSITORY, root, count)
            click.echo(f"\n{plans} plans\n")
            click.echo("| | s | CPU s | largest process, MB | all (PSS), MB | files written |")
            click.echo("|---|--:|--:|--:|--:|--:|")
            for row in rows(root):
                click.echo(row)
                sys.stdout.flush()


if __name__ == "__main__":
    main()
