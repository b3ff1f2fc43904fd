"""A project to build: this repository's templates and settings with as many plans as asked for."""

import shutil
from pathlib import Path

from bench.plans import write_plans


def write_project(repository: Path, root: Path, plans: int) -> int:
    """Makes the folder `root`, a project of at least `plans` plans; returns how many it has."""
    (root / "content").mkdir(parents=True)
    shutil.copytree(repository / "templates", root / "templates")
    shutil.copy(repository / "mkdocs.yml", root)
    for name in ("pages", "frameworks"):
        shutil.copytree(repository / "content" / name, root / "content" / name)
    return len(write_plans(repository / "content/plans", root / "content/plans", plans))
