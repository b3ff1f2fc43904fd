"""A running preview for each test, and one for the tests that only look."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .running import Running, make_project, running


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project without findings."""
    return make_project(tmp_path / "project")


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Iterator[Running]:
    """A preview that has made its first site."""
    work = tmp_path / "work"
    work.mkdir()
    with running(project, work) as found:
        found.until(lambda view: view.site is not None)
        yield found


@pytest.fixture(scope="session")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview for tests that break the project and mend it again."""
    root = make_project(tmp_path_factory.mktemp("mended") / "project")
    with running(root, tmp_path_factory.mktemp("work")) as found:
        found.until(lambda view: view.site is not None)
        yield found


@pytest.fixture(scope="session")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview whose project nobody edits."""
    root = make_project(tmp_path_factory.mktemp("quiet") / "project")
    with running(root, tmp_path_factory.mktemp("work")) as found:
        found.until(lambda view: view.site is not None)
        yield found
