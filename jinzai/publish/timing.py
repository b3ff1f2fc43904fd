"""The durations of the parts of publishing.

This module owns the stopwatch and its report. It does not know what is timed.
"""

import time
from typing import NamedTuple


class Seconds(NamedTuple):
    """Durations in seconds of wall clock.

    Attributes:
        waiting: waiting for the engine, after the first page was asked for.
        pour: joining and writing pages and files, without the time to render them.
        swap: replacing the site and deleting the old one.
        engine: the engine's own duration. Most of it runs beside other work.
    """

    waiting: float
    pour: float
    swap: float
    engine: float

    def as_dict(self) -> dict[str, float]:
        """The durations by name."""
        return self._asdict()


class Stopwatch:
    """Measures laps in seconds. `counted` is the sum of the laps that count."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.counted = 0.0

    def lap(self) -> float:
        """Ends a lap without counting it. Returns its seconds."""
        now = time.perf_counter()
        passed, self._last = now - self._last, now
        return passed

    def count(self) -> None:
        """Ends a lap that counts."""
        self.counted += self.lap()
