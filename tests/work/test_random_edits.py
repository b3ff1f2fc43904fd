"""After each of many edits at random, what is kept gives the site that a fresh build makes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.edits import edits
from jinzai.publish.frames import FrameRun, Frames
from jinzai.work.known import KnownOnDisk

from .built import ROOT, built, digests

EDITS = 20


@pytest.fixture
def frames(tmp_path: Path) -> Iterator[Frames]:
    """The frames of the real site."""
    (tmp_path / "run").mkdir()
    run = FrameRun(ROOT, ROOT / "mkdocs.yml", tmp_path / "run")
    yield run.frames()
    run.stop()


def test_after_each_edit_the_files_are_those_of_a_fresh_build(
    frames: Frames, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests" / "rules" / "base", root / "content")
    known = KnownOnDisk(tmp_path / "known", b"s" * 32)
    before = digests(built(root, frames, known=known))
    changed = 0
    for name in edits(root, EDITS):
        kept = digests(built(root, frames, known=known))
        assert kept == digests(built(root, frames)), name
        changed += kept != before
        before = kept
    assert changed > EDITS / 2
