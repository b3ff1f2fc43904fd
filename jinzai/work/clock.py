"""The time that each stage takes."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

_T = TypeVar("_T")


class Clock:
    """Wall-clock seconds by stage. The stages have the order in which they first ran."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Adds the time spent inside to the stage `name`."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.add(name, time.perf_counter() - start)

    def each(self, name: str, items: Iterable[_T]) -> Iterator[_T]:
        """The items one by one.

        The time to make each of them, without its use, is added to `name`.
        """
        started = time.perf_counter()
        for item in items:
            self.add(name, time.perf_counter() - started)
            yield item
            started = time.perf_counter()
        self.add(name, time.perf_counter() - started)

    @contextmanager
    def rest(self, name: str) -> Iterator[None]:
        """Adds the time spent inside to the stage `name`, except that of other stages inside."""
        start, others = time.perf_counter(), sum(self._seconds.values())
        try:
            yield
        finally:
            inside = sum(self._seconds.values()) - others
            self.add(name, time.perf_counter() - start - inside)

    def add(self, name: str, seconds: float) -> None:
        """Adds seconds that were measured elsewhere to the stage `name`."""
        self._seconds[name] = self._seconds.get(name, 0.0) + seconds

    def add_all(self, measured: Iterable[Mapping[str, float]]) -> None:
        """Adds the stages of other clocks."""
        for stages in measured:
            for name, seconds in stages.items():
                self.add(name, seconds)

    @property
    def stages(self) -> dict[str, float]:
        """Seconds by stage."""
        return dict(self._seconds)

    @property
    def total(self) -> float:
        """The seconds since the clock was made."""
        return time.perf_counter() - self._start
