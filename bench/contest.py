"""All contenders, one after the other, again and again: A B C D E, A B C D E.

Owns the order of the runs and what stands between them. Every run writes into a folder that did
not exist, and nothing is deleted before the last run: ext4 makes files slowly where it has just
deleted many. Before each run what is still to be written to the disk is written.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from bench import floor
from bench.built import pages
from bench.hugo import HugoProject
from bench.material import MaterialProject
from bench.measure import Measured, measure
from jinzai.command.report import STAGE_NAMES

JINZAI: Final = "Jinzai"
MATERIAL: Final = "Material for MkDocs"
MATERIAL_SEARCH: Final = "Material for MkDocs, search on"
HUGO: Final = "Hugo"
FLOOR: Final = "floor"
PAUSE: Final = 2.0
"""Seconds of rest before each run."""

_timing: Final = re.compile(r"^ *(\d+) ms {2}(.+)$", re.MULTILINE)
_stages: Final = {japanese: name for name, japanese in STAGE_NAMES.items()} | {"全体": "total"}


@dataclass(slots=True)
class Result:
    """What one contender did.

    Attributes:
        runs: one for each round.
        pages: HTML pages in its site.
        html: bytes of them.
        files: all files of its site.
        stages: of Jinzai alone, milliseconds by stage, one list a stage.
    """

    name: str
    runs: list[Measured] = field(default_factory=list)
    pages: int = 0
    html: int = 0
    files: int = 0
    stages: dict[str, list[int]] = field(default_factory=dict)

    def seconds(self) -> float:
        """The median of wall clock."""
        return median(run.seconds for run in self.runs)

    def cpu(self) -> float:
        """The median of CPU time."""
        return median(run.cpu for run in self.runs)

    def peak(self) -> float:
        """The median of peak memory in bytes."""
        return median(run.peak for run in self.runs)


Contender = tuple[str, Callable[[Path], Measured]]


def contest(repository: Path, root: Path, work: Path, runs: int) -> dict[str, Result]:
    """Builds the project at `root` with everybody, `runs` times each; `work` is an empty folder.

    One build before the others gives the pages that they take as Markdown, and warms our caches.

    Afterwards `work` holds every site that was built: `<round>-<contender>`.
    """
    contenders = list(_contenders(repository, root, work))
    results = {name: Result(name) for name, _ in contenders}
    for number in range(runs):
        for place, (name, run) in enumerate(contenders):
            os.sync()
            time.sleep(PAUSE)
            site = work / f"{number}-{place}"
            result = results[name]
            result.runs.append(run(site))
            sys.stderr.write(f"{name}: {result.runs[-1].seconds:.2f} s\n")
            if not number:
                _count(result, site)
            if name == JINZAI:
                for stage, milliseconds in stages_of(result.runs[-1]):
                    result.stages.setdefault(stage, []).append(milliseconds)
    return results


def stages_of(run: Measured) -> Iterator[tuple[str, int]]:
    """Stage and milliseconds, as `build.py --timings` printed them; the last is `total`."""
    for milliseconds, japanese in _timing.findall(run.output):
        yield _stages[japanese], int(milliseconds)


def jinzai(repository: Path, root: Path) -> list[str]:
    """The command that builds the project at `root`."""
    return [sys.executable, str(repository / "build.py"), "--root", str(root), "--timings"]


def _contenders(repository: Path, root: Path, work: Path) -> Iterator[Contender]:
    source = work / "source"
    measure(jinzai(repository, root))
    (root / "site").rename(source)
    material = MaterialProject(work / "material")
    hugo = HugoProject(work / "hugo", source)
    for page in pages(source):
        material.add(page)
        hugo.add(page)
    material.finish()

    def build(site: Path) -> Measured:
        done = measure([*jinzai(repository, root), "--no-cache"])
        (root / "site").rename(site)
        return done

    def write(site: Path) -> Measured:
        done = measure([sys.executable, floor.__file__, str(source), str(site)])
        return Measured(float(done.output), 0.0, 0, "")

    yield JINZAI, build
    yield MATERIAL, lambda site: measure(material.command(site, search=False), extra=QUIET)
    yield MATERIAL_SEARCH, lambda site: measure(material.command(site, search=True), extra=QUIET)
    yield HUGO, lambda site: measure(hugo.command(site))
    yield FLOOR, write


QUIET: Final = {"NO_MKDOCS_2_WARNING": "1"}


def _count(result: Result, site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            result.files += 1
            if path.suffix == ".html":
                result.pages += 1
                result.html += path.stat().st_size
