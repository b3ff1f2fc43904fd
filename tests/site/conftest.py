"""The site of the five plans, built once for each worker."""

import shutil
from pathlib import Path

import pytest

from jinzai.command.cli import main

from .pages import page_of_each_kind
from .tables import Pages

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
    assert main(["--root", str(project)]) == 0
    return project / "site"


@pytest.fixture(scope="session")
def kinds(built: Path) -> tuple[str, ...]:
    """The addresses of one page of every kind."""
    return page_of_each_kind(built)


@pytest.fixture(scope="session")
def page(built: Path) -> Pages:
    """The pages of the site, to be read as trees."""
    return Pages(built)
