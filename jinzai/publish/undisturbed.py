"""Steps that a signal must not break into: half of them would be worse than all or nothing.

Owns which signals ask a program to stop, and how one waits until a step is done. What a signal
does then is the business of the commands.
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
"""The signals that ask a program to stop, as far as this system has them."""


def heeded() -> dict[signal.Signals, Any]:
    """What each of `STOPPING` does now, without the signals that are ignored.

    Empty outside the main thread: only there can that be changed, and only there Python acts on
    signals.
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
    """A signal that arrives inside takes effect at the end, whether or not what is inside fails."""
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
    """Makes the signals do what `heeded` said; all of them, even where one takes effect meanwhile.

    Raises what that signal's handler raises.
    """
    try:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    except BaseException:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        raise
