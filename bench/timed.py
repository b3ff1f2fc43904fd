"""What a shape takes in two sizes, and whether that passes.

A larger size may cross into another way of working: the search gets shards from some number of
records on, and the step from none to some looks like growth. So where a stage grows too much and
the shape is not too slow anyway, the shape is made once more, twice as large, if its files have
room. Then its growth is that to this third size. A true square grows too much in each pair of
sizes, and a step only in one.

Owns how often a shape is run, which of its runs counts, and the limits. Shapes can be shared out
among several processes. Refuses to know which shapes there are, and how a result is shown.
"""

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Final, NamedTuple

from bench.shape import Shape, TooLargeError
from bench.stages import Seconds, times

COUNT: Final = 4000
"""The larger size; less where a file would be larger than a file may be."""

MOST_TIMES: Final = 2.6
"""A stage may take so many times as long for twice as much. A square takes 4 times."""

MOST_SECONDS: Final = 5.0
"""A shape may take so long, CPU time, through all stages."""

LEAST_SECONDS: Final = 0.02
"""What takes less is too small to judge."""

RUNS: Final = 6
"""So many runs at most. One is enough where it is far from failing, or takes too long anyway."""

FAR: Final = 2.2
"""What grew less is far from failing."""


class Timed(NamedTuple):
    """What a shape took.

    `size` is the larger size. `small` and `large` are the seconds of each stage in both sizes.
    `twice` are those of twice the size, if it was measured; growth is then that from `large`.
    """

    shape: Shape
    size: int
    small: Seconds
    large: Seconds
    twice: Seconds | None = None

    @property
    def seconds(self) -> float:
        """What the larger one took through all stages."""
        return sum(self.large.values())

    @property
    def worst(self) -> tuple[str, float]:
        """The stage that grew most, of those that can be judged, and how many times; or nothing."""
        before, after = (self.small, self.large) if self.twice is None else (self.large, self.twice)
        judged = {
            stage: seconds / max(before[stage], 1e-9)
            for stage, seconds in after.items()
            if seconds >= LEAST_SECONDS and stage in before
        }
        stage = max(judged, key=lambda one: judged[one], default="")
        return stage, judged.get(stage, 0.0)

    @property
    def passes(self) -> bool:
        """Whether the work grows in line, and is done soon."""
        return self.worst[1] <= MOST_TIMES and self.seconds <= MOST_SECONDS


def timed(shapes: Sequence[Shape], count: int, processes: int) -> Iterator[Timed]:
    """What each shape takes in the size `count` and in half of it, in the order of the shapes.

    So many processes work beside this one.
    """
    with (
        TemporaryDirectory(prefix="jinzai-shapes-") as folder,
        ProcessPoolExecutor(
            processes, get_context("fork"), _begin, (shapes, count, Path(folder))
        ) as pool,
    ):
        for shape, found in zip(shapes, pool.map(_at, range(len(shapes))), strict=True):
            yield Timed(shape, *found)


_Found = tuple[int, Seconds, Seconds, Seconds | None]
"""The fields of `Timed` without the shape."""


class _Worker:
    """A process that runs shapes: it has all of them and gets the number of one.

    A shape cannot be sent to another process, since the functions that make it have no names.
    """

    def __init__(self, shapes: Sequence[Shape], count: int, folder: Path) -> None:
        """`folder` is for all processes; each makes one of its own in it."""
        self._shapes = shapes
        self._count = count
        self._work = Path(mkdtemp(dir=folder))
        self._compiled = self._work / "compiled"
        self._compiled.mkdir()
        if shapes:
            _time(shapes[0], 8, self._work, self._compiled)  # Templates compiled, modules loaded.

    def __call__(self, number: int) -> _Found:
        return _time(self._shapes[number], self._count, self._work, self._compiled)


_worker: _Worker


def _begin(shapes: Sequence[Shape], count: int, folder: Path) -> None:
    global _worker  # noqa: PLW0603
    _worker = _Worker(shapes, count, folder)


def _at(number: int) -> _Found:
    return _worker(number)


def _time(shape: Shape, count: int, work: Path, compiled: Path) -> _Found:
    """The shape in the largest size up to `count` that its files have room for."""
    small, large, twice = work / "small", work / "large", work / "twice"
    try:
        count = _written(shape, count, small, large)
        found = _measured(Timed(shape, count, {}, {}), small, large, compiled, MOST_SECONDS)
        is_step_likely = found.worst[1] > MOST_TIMES and found.seconds <= MOST_SECONDS
        if is_step_likely and _has_room(shape, count * 2, twice):
            most = MOST_SECONDS * 2
            after = _measured(Timed(shape, count * 2, {}, {}), large, twice, compiled, most)
            least = _least(found.large, after.small)
            found = found._replace(large=least, twice=after.large)
        return found.size, found.small, found.large, found.twice
    finally:
        _remove(small, large, twice)


def _measured(empty: Timed, small: Path, large: Path, compiled: Path, most: float) -> Timed:
    """Two sizes of a shape in several runs; each stage's shortest counts.

    Whatever disturbs a run makes it longer. There is one run if it takes more than `most` seconds.
    """
    found = empty._replace(small=times(small, compiled), large=times(large, compiled))
    for _ in range(RUNS - 1):
        if found.worst[1] <= FAR or found.seconds > most:
            break
        found = found._replace(
            small=_least(found.small, times(small, compiled)),
            large=_least(found.large, times(large, compiled)),
        )
    return found


def _has_room(shape: Shape, size: int, root: Path) -> bool:
    """Whether the files of a shape may be that large; it is then written."""
    root.mkdir()
    try:
        shape.write(size, root)
    except TooLargeError:
        return False
    return True


def _written(shape: Shape, count: int, small: Path, large: Path) -> int:
    """Writes both sizes; the larger size."""
    while True:
        try:
            for size, root in ((count // 2, small), (count, large)):
                root.mkdir()
                shape.write(size, root)
        except TooLargeError:
            count //= 2
            _remove(small, large)
        else:
            return count


def _least(one: Seconds, other: Seconds) -> Seconds:
    return {stage: min(one[stage], other[stage]) for stage in one}


def _remove(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
