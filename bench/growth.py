"""Sites of more and more plans, built by Jinzai alone: what must not grow, and what may in line.

Owns which files are looked at. A comparing page, a framework's page and a plan's data are to weigh
the same however many plans there are; the time and the memory are to grow with the plans.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.contest import PAUSE, jinzai
from bench.measure import Measured, measure
from bench.project import write_project

KINDS: Final = {
    "comparing page": "compare/*.html",
    "framework page": "frameworks/**/*.html",
    "page of all": "**/*.html",
    "plan's sides": "compare/data/*.js",
    "plan's cells": "compare/cells/*.js",
    "prefecture's plans": "compare/prefectures/*.js",
    "search index": "assets/search-index.js",
}
"""Groups of files by name, as a pattern from the site's root; the heaviest file is reported."""


@dataclass(frozen=True, slots=True)
class Grown:
    """A site: plans, pages, what building it took, and by kind the bytes of the heaviest file."""

    plans: int
    pages: int
    run: Measured
    heaviest: dict[str, int]


def growth(repository: Path, work: Path, counts: Iterable[int]) -> Iterator[Grown]:
    """Builds a site of each number of plans; `work` is an empty folder, and is empty afterwards."""
    for count in counts:
        root = work / f"{count}"
        plans = write_project(repository, root, count)
        os.sync()
        time.sleep(PAUSE)
        run = measure(jinzai(repository, root))
        sys.stderr.write(f"{plans} plans: {run.seconds:.2f} s\n")
        site = root / "site"
        pages = sum(1 for _ in site.rglob("*.html"))
        yield Grown(plans, pages, run, {kind: _heaviest(site, p) for kind, p in KINDS.items()})
        shutil.rmtree(root)


def _heaviest(site: Path, pattern: str) -> int:
    return max((path.stat().st_size for path in site.glob(pattern)), default=0)
