"""`python -m bench.steps`: single steps of the repository's own plans, in processor time.

Owns the steps that are too short to be seen in a whole build: the comparison, the downloads, and
the build that follows a save in the preview. Each is done several times; the median is printed.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Final

import click

from bench import report
from jinzai.check.check import check
from jinzai.command.rebuild import Rebuilder
from jinzai.compare.comparison import compare
from jinzai.export.downloads import plan_downloads
from jinzai.export.table import Subject
from jinzai.link.catalogue import Catalogue, link
from jinzai.load.content import load
from jinzai.parse.parse import parse
from jinzai.serve.snapshot import look

REPOSITORY: Final = Path(__file__).resolve().parents[1]


def steps(root: Path, runs: int) -> Mapping[str, float]:
    """The median milliseconds of processor time of each step, over the plans of `root`."""
    catalogue = _catalogue(root)
    profiles = compare(catalogue).plans
    subjects = [Subject(plan, profiles[plan.id]) for plan in catalogue.plans]
    with tempfile.TemporaryDirectory() as work:
        project = Path(work) / "project"
        for name in ("content", "templates"):
            shutil.copytree(root / name, project / name)
        shutil.copy(root / "mkdocs.yml", project)
        rebuilder = Rebuilder(project, Path(work))
        try:
            rebuilder.build(look(project))
            return {
                "compare": _median(runs, lambda: compare(catalogue)),
                "export": _median(runs, lambda: list(map(plan_downloads, subjects))),
                "save": _median(runs, lambda: _save(project, rebuilder)),
            }
        finally:
            rebuilder.close()


def _catalogue(root: Path) -> Catalogue:
    loaded = load(root)
    content = check(parse(loaded.documents), loaded.findings).content
    if content is None:
        raise ValueError(f"{root} has errors")
    return link(content)


def _save(project: Path, rebuilder: Rebuilder) -> None:
    """One term of one plan changes, and the site is made anew."""
    glossary = next(iter(sorted(project.glob("content/plans/*/glossary.yaml"))))
    text = glossary.read_text("utf-8")
    glossary.write_text(text.replace("term: ", "term: 新", 1), "utf-8")
    outcome = rebuilder.build(look(project))
    if outcome.site is None:
        raise ValueError(f"{glossary} cannot be changed so")


def _median(runs: int, step: Callable[[], object]) -> float:
    taken = []
    for _ in range(runs):
        started = time.process_time()
        step()
        taken.append(time.process_time() - started)
    return 1000 * median(taken)


@click.command()
@click.option("--runs", default=5, show_default=True, help="How often each step is done.")
def main(runs: int) -> None:
    """Prints what single steps take."""
    click.echo(f"{report.machine()}\n")
    for name, milliseconds in steps(REPOSITORY, runs).items():
        click.echo(f"{name:8} {milliseconds:8.1f} ms")


if __name__ == "__main__":
    main()
