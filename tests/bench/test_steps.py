"""The bench of single steps does each of them."""

from pathlib import Path

from bench.steps import REPOSITORY, steps


def test_every_step_is_done(tmp_path: Path) -> None:
    taken = steps(REPOSITORY, 1)
    assert list(taken) == ["compare", "export", "save"]
    assert all(milliseconds > 0 for milliseconds in taken.values())
