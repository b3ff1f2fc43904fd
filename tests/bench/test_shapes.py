"""The bench of shapes: every shape is well made, and every list and map of the models has some."""

from pathlib import Path

import pytest

from bench.fields import spots
from bench.shape import Expected, Shape
from bench.shapes import all_shapes
from bench.stages import examined
from bench.timed import COUNT, Timed
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

    def timed(small: float, large: float) -> Timed:
        return Timed(shape, COUNT, {"check": small}, {"check": large})

    assert timed(1, 2).passes
    assert timed(1, 2.6).passes
    assert not timed(1, 4).passes  # a square
    assert not timed(4, 6).passes  # too long
    assert timed(0.001, 0.015).passes  # too short to judge
