"""Projects for the tests of this folder."""

import shutil
from pathlib import Path

import pytest

from .project import edit, make_project, succeed, wrong_with


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


@pytest.fixture(scope="module")
def two_sites(model: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A built project, and the marks of its two sites by the name that tells them apart."""
    folder = tmp_path_factory.mktemp("two") / "project"
    root = shutil.copytree(model, folder, symlinks=True)
    marks = {}
    for name in ("まとめ役", "リーダー"):
        edit(root, name)
        marks[name] = succeed(root)
        assert wrong_with(root / "site") == []
    return root, marks
