"""Steps that a signal must not interrupt, because half of a step would be the worst result.

This module owns which signals ask a program to stop, and how a signal waits until a step is done.
The commands decide what a signal does then.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

STOPPING: Final[tuple[signal.Signals, ...]] = tuple(
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if name in signal.Signals.__members__
)
"""The signals that ask a program to stop, if this system has them."""


def heeded() -> dict[signal.Signals, Any]:
    """The present handler of each signal in `STOPPING`, without the ignored signals.

    Empty outside the main thread, because Python changes and runs handlers only in the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        return {}
    handlers = {number: signal.getsignal(number) for number in STOPPING}
    # None: not set by Python, so nothing that Python could put back.
    return {
        number: handler
        for number, handler in handlers.items()
        if handler not in (None, signal.SIG_IGN)
    }


@contextmanager
def undisturbed() -> Iterator[None]:
    """Delays a signal that arrives inside until the end, even if the code inside fails."""
    arrived: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        arrived.append(number)

    before = heeded()
    try:
        for number in before:
            signal.signal(number, note)
        yield
    finally:
        put_back(before)
        if arrived:
            signal.raise_signal(arrived[0])


def put_back(handlers: dict[signal.Signals, Any]) -> None:
    """Sets the handlers that `heeded` returned.

    It sets all of them, even if a signal arrives meanwhile. Raises what that signal's handler
    raises.
    """
    try:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    except BaseException:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        raise
