"""The site of the five plans, built once for each worker."""

import shutil
from pathlib import Path

import pytest

from jinzai.command.cli import main

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("content", "templates", "mkdocs.yml")


def copy_project(target: Path) -> Path:
    """A copy of what a build reads, so that tests never touch the real site/."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        else:
            shutil.copy(source, target / part)
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site's folder."""
    project = copy_project(tmp_path_factory.mktemp("project"))
    main(["--root", str(project)])
    return project / "site"
