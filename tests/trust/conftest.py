"""Projects for the tests of this folder."""

import shutil
from pathlib import Path

import pytest

from .project import make_project, succeed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was never built."""
    return make_project(tmp_path / "project")


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once, to be copied."""
    root = make_project(tmp_path_factory.mktemp("model") / "project")
    succeed(root)
    return root


@pytest.fixture
def built(model: Path, tmp_path: Path) -> Path:
    """A project that was built once."""
    return shutil.copytree(model, tmp_path / "project", symlinks=True)
