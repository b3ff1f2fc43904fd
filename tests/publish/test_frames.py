"""A run of the engine: asked again it says the same, and what it built is sorted."""

from pathlib import Path

import pytest

from jinzai.publish.frames import FrameRun


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def test_what_was_built_outlives_the_engine(project: Path, work: Path) -> None:
    run = FrameRun(project, project / "mkdocs.yml", work)
    try:
        frames = run.frames()
    finally:
        run.stop()
    run.stop()
    assert run.frames() is frames
    assert run.settings().site_name == "デジタル人材育成計画カタログ"
    assert len(frames.by_depth) == 3
    assert [page.address for page, _ in frames.hand_pages] == ["about.html", "editing.html"]
    assert "assets/jinzai/base.css" in frames.assets
    assert [address for address in frames.assets if address.endswith(".html")] == ["404.html"]
    assert list(frames.assets) == sorted(frames.assets)
    assert all(file.is_file() for file in frames.assets.values())
