"""A small project and its built site, made by a real run of the engine."""

import shutil
from pathlib import Path

import pytest

from jinzai.publish.publish import PublishReport, begin_shells, publish

from .project import FILES, PAGES, REPOSITORY, around


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two hand-written pages and the real theme and mkdocs.yml."""
    return make_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, PublishReport]:
    """The published site of `PAGES`, to be looked at only."""
    root = make_project(tmp_path_factory.mktemp("built") / "project")
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        return root / "site", publish(shells, PAGES, FILES, around)


def make_project(root: Path) -> Path:
    """Copies the theme and mkdocs.yml and writes two pages."""
    pages = root / "content" / "pages"
    pages.mkdir(parents=True)
    shutil.copytree(REPOSITORY / "templates" / "theme", root / "templates" / "theme")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    (pages / "about.md").write_text(
        "# このサイトについて\n\n"
        "[手引き](editing.md#roles)と[役割](alpha/roles/leader.html#skills)\n",
        "utf-8",
    )
    (pages / "editing.md").write_text("# 項目の一覧\n\n## 役割 {#roles}\n\n文章\n", "utf-8")
    return root
