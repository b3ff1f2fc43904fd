"""The early end of a command: by Ctrl-C, by SIGTERM, and by SIGHUP on systems that have it.

This module owns when a signal may interrupt a command. While a folder, a process or a port is taken
or given back, a signal waits. During the long work between, it raises `KeyboardInterrupt`. So
everything that was taken is given back, at whatever moment a signal arrives.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any, Self

from jinzai.publish.undisturbed import heeded, put_back


class Stoppable:
    """A command that a signal ends in good order. Use it as a context manager.

    Inside it, a signal waits for `work`. A signal that was ignored when the program was started
    stays ignored: `nohup` starts programs in such a way that they ignore SIGHUP.
    """

    def __init__(self) -> None:
        self._before: dict[signal.Signals, Any] = {}
        self._is_asked = False
        self._has_raised = False
        self._is_working = False

    def __enter__(self) -> Self:
        self._before = heeded()
        for number in self._before:
            signal.signal(number, self._take)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        put_back(self._before)

    @contextmanager
    def work(self) -> Iterator[None]:
        """The long work. The first signal raises `KeyboardInterrupt`, at any point of the work.

        A signal that waited raises it at once. Later signals have no effect, so that they do not
        interrupt the tidying up.
        """
        self._is_working = True
        self._raise_if_asked()
        try:
            yield
        finally:
            self._is_working = False

    def _take(self, _number: int, _frame: FrameType | None) -> None:
        self._is_asked = True
        self._raise_if_asked()

    def _raise_if_asked(self) -> None:
        if self._is_asked and self._is_working and not self._has_raised:
            self._has_raised = True
            raise KeyboardInterrupt
