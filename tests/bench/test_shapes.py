"""The bench of shapes: every shape is well made, and every list and map of the models has some."""

from pathlib import Path

import pytest

from bench.fields import spots
from bench.shape import Expected, Shape, TooLargeError
from bench.shapes import all_shapes
from bench.stages import examined
from bench.timed import COUNT, Timed, timed
from jinzai.findings.finding import Severity

SHAPES = [one for one in all_shapes() if one.expected is not Expected.ANY]
SIZE = 6


@pytest.mark.parametrize("shape", SHAPES, ids=lambda one: f"{one.family}: {one.name}")
def test_a_shape_is_what_it_says(shape: Shape, tmp_path: Path) -> None:
    shape.write(SIZE, tmp_path)
    findings = examined(tmp_path, {}).checked.findings
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if shape.expected is Expected.SOUND:
        assert errors == []
    else:
        assert errors


def test_every_list_and_mapping_of_the_models_is_there() -> None:
    named = {one.name for one in all_shapes()}
    held = [spot.name for spot in spots() if spot.what in ("list", "map")]
    assert len(held) > 70
    assert set(held) <= named


def test_what_passes() -> None:
    shape = Shape("x", "y", lambda _count, _root: None)

    def of(small: float, large: float) -> Timed:
        return Timed(shape, COUNT, {"check": small}, {"check": large})

    assert of(1, 2).passes
    assert of(1, 2.6).passes
    assert not of(1, 4).passes  # a square
    assert not of(4, 6).passes  # too long
    assert of(0.001, 0.015).passes  # too short to judge
    assert of(0.1, 0.7)._replace(twice={"check": 1.4}).passes  # a step
    assert not of(0.1, 0.4)._replace(twice={"check": 1.6}).passes  # a square


def test_a_step_is_told_from_a_square_by_a_third_size(monkeypatch: pytest.MonkeyPatch) -> None:
    def took(step: bool) -> Timed:
        def seconds(root: Path, _compiled: Path) -> dict[str, float]:
            size = int((root / "size").read_text())
            return {"export": size * (5 if size > 4 else 1) if step else size**2 / 10}

        def write(size: int, root: Path) -> None:
            if size > 16:
                raise TooLargeError(root.name)
            (root / "size").write_text(str(size))

        monkeypatch.setattr("bench.timed.times", seconds)
        monkeypatch.setattr("bench.timed.MOST_SECONDS", 100)
        (found,) = timed([Shape("x", "y", write)], 8, 1)
        return found

    assert took(step=True).passes
    assert took(step=True).worst == ("export", 2)
    assert not took(step=False).passes


def test_a_shape_without_room_for_a_third_size_is_judged_by_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def write(size: int, root: Path) -> None:
        if size > 8:
            raise TooLargeError(root.name)
        (root / "size").write_text(str(size))

    monkeypatch.setattr(
        "bench.timed.times", lambda root, _: {"export": int((root / "size").read_text()) ** 2 / 99}
    )
    (found,) = timed([Shape("x", "y", write)], 8, 1)
    assert (found.twice, found.size, found.worst) == (None, 8, ("export", 4))
