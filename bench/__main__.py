"""`python -m bench`: makes the plans, runs everybody, prints the tables."""

import shutil
import tempfile
from pathlib import Path

import click

from bench import report, weight
from bench.contest import JINZAI, contest
from bench.growth import growth
from bench.project import write_project
from bench.real import real_builds

REPOSITORY = Path(__file__).resolve().parents[1]


@click.command()
@click.option("--plans", default=100, show_default=True, help="How many plans to build.")
@click.option("--runs", default=3, show_default=True, help="How often everybody builds them.")
@click.option(
    "--only-real", is_flag=True, help="Only the repository's own plans, and what they weigh."
)
@click.option(
    "--growth",
    "counts",
    type=int,
    multiple=True,
    help="Instead of all that, builds a site of so many plans with Jinzai alone; can be repeated.",
)
@click.option(
    "--work",
    type=click.Path(file_okay=False, path_type=Path),
    default=REPOSITORY / "build",
    help="Where a new folder is made for all that is written; needs 1 GB for 100 plans and a run.",
)
@click.option("--keep", is_flag=True, help="Keep that folder.")
def main(
    plans: int, runs: int, only_real: bool, counts: tuple[int, ...], work: Path, keep: bool
) -> None:
    """Measures Jinzai against Material for MkDocs, Hugo and the floor."""
    work.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=work.resolve()))
    try:
        click.echo(report.machine())
        if counts:
            click.echo(f"\n{report.growth_table(growth(REPOSITORY, folder, counts))}")
            return
        if not only_real:
            _contest(folder, plans, runs)
        _real(folder, runs)
    finally:
        if keep:
            click.echo(folder)
        else:
            shutil.rmtree(folder)


def _contest(folder: Path, plans: int, runs: int) -> None:
    number = write_project(REPOSITORY, folder / "project", plans)
    (folder / "sites").mkdir()
    results = contest(REPOSITORY, folder / "project", folder / "sites", runs)
    click.echo(f"\n## {number} plans, medians of {runs}\n")
    click.echo(report.contest_table(results))
    click.echo(f"\n### Jinzai, stage by stage\n\n{report.stages_table(results[JINZAI])}")
    heaviest = weight.pages(folder / "sites" / "0-0")
    click.echo(f"\n### The heaviest pages of {number} plans\n\n{report.pages_table(heaviest)}")


def _real(folder: Path, runs: int) -> None:
    (folder / "real").mkdir()
    builds = real_builds(REPOSITORY, folder / "real", runs)
    click.echo(f"\n## The repository's own plans\n\n{report.real_table(builds)}")
    site = folder / "real" / "0-warm" / "site"
    heaviest = weight.pages(site)
    click.echo(f"\n### Page weight\n\n{report.pages_table(heaviest)}")
    loads = [weight.first_load(site, page.name) for page in heaviest]
    click.echo(f"\n### First load\n\n{report.load_table(loads)}")


if __name__ == "__main__":
    main()
