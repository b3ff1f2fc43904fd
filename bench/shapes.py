"""Whether work grows in line with the content, for content of any shape.

Each shape (see the modules beside this one) is made in two sizes, the larger twice the smaller, and
taken through the stages. Where a stage takes four times as long for twice as much, its work grows
with the square, and a larger file, or a slip of the hand, would keep a machine busy for hours.

Owns the list of all shapes and the tables. `python -m bench.shapes` prints them.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

import click

from bench.shape import Shape
from bench.shapes_of_files import shapes_of_files
from bench.shapes_of_levels import shapes_of_levels
from bench.shapes_of_lists import shapes_of_lists
from bench.shapes_of_references import shapes_of_references
from bench.shapes_of_texts import shapes_of_texts
from bench.timed import COUNT, Timed, timed


def all_shapes() -> Iterator[Shape]:
    """Every shape there is."""
    return chain(
        shapes_of_lists(),
        shapes_of_references(),
        shapes_of_levels(),
        shapes_of_texts(),
        shapes_of_files(),
    )


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
    """A row for each family: how many shapes, the slowest of them, and what grew most.

    All constructs of Markdown count as one family.
    """
    families: dict[str, list[Timed]] = {}
    for one in found:
        families.setdefault(one.shape.family.partition(":")[0], []).append(one)
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
@click.option("--only", default="", help="Only shapes whose line of the table holds this text.")
@click.option("--count", default=COUNT, help="The larger size. A quarter of it is a quick look.")
@click.option("--processes", default=1, help="So many shapes are run at the same time.")
def main(only: str, count: int, processes: int) -> None:
    """Prints a line for each shape and one for each family; exits with 1 where a shape fails."""
    shapes = [one for one in all_shapes() if only in f"{one.family}: {one.name}"]
    click.echo(HEAD)
    found = []
    for one in timed(shapes, count, processes):
        found.append(one)
        click.echo(row(one))
    click.echo(f"\n{summary(found)}")
    raise SystemExit(0 if all(one.passes for one in found) else 1)


if __name__ == "__main__":
    main()
