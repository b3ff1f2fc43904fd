"""How long the parts of publishing take.

Owns the stopwatch and the report of it. Knows nothing of what is being timed.
"""

import time
from typing import NamedTuple


class Seconds(NamedTuple):
    """Where the time went, in seconds of wall clock.

    Attributes:
        waiting: for the engine, after the first page was asked for.
        pour: joining and writing pages and files, without the time taken to render them.
        swap: replacing the site and deleting the old one.
        engine: the engine's own duration, most of it beside other work.
    """

    waiting: float
    pour: float
    swap: float
    engine: float

    def as_dict(self) -> dict[str, float]:
        """The same by name."""
        return self._asdict()


class Stopwatch:
    """Seconds between laps, and in `counted` the sum of those laps that count."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.counted = 0.0

    def lap(self) -> float:
        """Seconds since the last lap, of either sort."""
        now = time.perf_counter()
        passed, self._last = now - self._last, now
        return passed

    def count(self) -> None:
        """Ends a lap that counts."""
        self.counted += self.lap()
