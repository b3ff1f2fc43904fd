"""Whether work grows in line with the content, for content of any shape.

Each shape (see the modules beside this one) is made in two sizes, the larger twice the smaller, and
taken through the stages. Where a stage takes four times as long for twice as much, its work grows
with the square, and a larger file, or a slip of the hand, would keep a machine busy for hours.

Owns what passes and the table. `python -m bench.shapes` prints it.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

import click

from bench.shape import Shape, TooLargeError
from bench.shapes_of_files import shapes_of_files
from bench.shapes_of_lists import shapes_of_lists
from bench.shapes_of_references import shapes_of_references
from bench.shapes_of_texts import shapes_of_texts
from bench.stages import Seconds, times

COUNT: Final = 4000
"""The larger size; less where a file would be larger than a file may be."""

MOST_TIMES: Final = 2.6
"""A stage may take so many times as long for twice as much. A square takes 4 times."""

MOST_SECONDS: Final = 5.0
"""A shape may take so long, CPU time, through all stages."""

LEAST_SECONDS: Final = 0.02
"""What takes less is too small to judge."""

RUNS: Final = 5
"""How many runs there are; their median counts. One is enough where it is far from failing."""

FAR: Final = 2.2


class Timed(NamedTuple):
    """What a shape took.

    `size` is the larger size. `small` and `large` are the seconds of each stage in both sizes.
    """

    shape: Shape
    size: int
    small: Seconds
    large: Seconds

    @property
    def seconds(self) -> float:
        """What the larger one took through all stages."""
        return sum(self.large.values())

    @property
    def worst(self) -> tuple[str, float]:
        """The stage that grew most, of those that can be judged, and how many times; or nothing."""
        judged = {
            stage: seconds / max(self.small[stage], 1e-9)
            for stage, seconds in self.large.items()
            if seconds >= LEAST_SECONDS and stage in self.small
        }
        stage = max(judged, key=lambda one: judged[one], default="")
        return stage, judged.get(stage, 0.0)

    @property
    def passes(self) -> bool:
        """Whether the work grows in line, and is done soon."""
        return self.worst[1] <= MOST_TIMES and self.seconds <= MOST_SECONDS


def all_shapes() -> Iterator[Shape]:
    """Every shape there is."""
    return chain(shapes_of_lists(), shapes_of_references(), shapes_of_texts(), shapes_of_files())


def timed(shapes: Iterable[Shape], work: Path) -> Iterator[Timed]:
    """What each shape takes; `work` is an empty folder, and is empty but for templates after."""
    compiled = work / "compiled"
    compiled.mkdir()
    for number, shape in enumerate(shapes):
        if number == 0:
            _time(shape, 8, work, compiled)  # Templates are compiled, modules loaded.
        yield _time(shape, COUNT, work, compiled)


def _time(shape: Shape, count: int, work: Path, compiled: Path) -> Timed:
    """The shape in the largest size up to `count` that its files have room for."""
    small, large = work / "small", work / "large"
    try:
        while True:
            try:
                for size, root in ((count // 2, small), (count, large)):
                    root.mkdir()
                    shape.write(size, root)
                break
            except TooLargeError:
                count //= 2
                _remove(small, large)
        runs = [Timed(shape, count, times(small, compiled), times(large, compiled))]
        if runs[0].worst[1] > FAR:
            runs += [
                Timed(shape, count, times(small, compiled), times(large, compiled))
                for _ in range(RUNS - 1)
            ]
        return Timed(
            shape,
            count,
            _medians([run.small for run in runs]),
            _medians([run.large for run in runs]),
        )
    finally:
        _remove(small, large)


def _medians(runs: list[Seconds]) -> Seconds:
    return {stage: median(run[stage] for run in runs) for stage in runs[0]}


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def row(one: Timed) -> str:
    """A line of the table."""
    stage, ratio = one.worst
    small = sum(one.small.values())
    verdict = "" if one.passes else "**fails**"
    growth = f"{ratio:.1f} ({stage})" if stage else "too small"
    return (
        f"| {one.shape.family}: {one.shape.name} | {one.size:,} | {small * 1000:,.0f} "
        f"| {one.seconds * 1000:,.0f} | {growth} | {verdict} |"
    )


HEAD: Final = "| shape | n | ms at n/2 | ms at n | times (stage) | |\n|---|--:|--:|--:|--:|---|"


def summary(found: list[Timed]) -> str:
    """A row for each family: how many shapes, the slowest of them, and what grew most."""
    families: dict[str, list[Timed]] = {}
    for one in found:
        families.setdefault(one.shape.family, []).append(one)
    lines = [
        "| shapes | number | slowest, ms | grew most, times | failing |",
        "|---|--:|--:|--:|--:|",
    ]
    for family, of_it in families.items():
        slowest = max(one.seconds for one in of_it)
        most = max(one.worst[1] for one in of_it)
        failing = sum(not one.passes for one in of_it)
        grown = f"{most:.1f}" if most else "too small"
        lines.append(f"| {family} | {len(of_it)} | {slowest * 1000:,.0f} | {grown} | {failing} |")
    return "\n".join(lines)


@click.command()
@click.option("--only", default="", help="Only shapes whose family or name holds this text.")
def main(only: str) -> None:
    """Prints a line for each shape; exits with 1 where one fails."""
    shapes = [one for one in all_shapes() if only in one.family or only in one.name]
    has_failed = False
    click.echo(HEAD)
    with tempfile.TemporaryDirectory(prefix="jinzai-shapes-") as work:
        for one in timed(shapes, Path(work)):
            has_failed = has_failed or not one.passes
            click.echo(row(one))
    raise SystemExit(1 if has_failed else 0)


if __name__ == "__main__":
    main()
