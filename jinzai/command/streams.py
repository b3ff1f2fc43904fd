"""The standard streams as they may be: closed, full, or with nobody at their other end any more.

This module owns what happens then: the work goes on, and what cannot be printed is lost. Whether a
site was made does not depend on a terminal. This module does not know
what a command prints.
"""

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final, TextIO, cast

_STANDARD: Final = (0, 1, 2)
_OUTLETS: Final = ("stdout", "stderr")


class Outlet:
    """A stream for text that never raises `OSError`. All else is as in the stream that it wraps.

    Attributes:
        failure: the first error of the stream, or None.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.failure: OSError | None = None

    def write(self, text: str) -> int:
        """Writes a text, if that is possible."""
        try:
            self._stream.write(text)
        except OSError as error:
            self._give_up(error)
        return len(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Writes several texts."""
        for text in texts:
            self.write(text)

    def flush(self) -> None:
        """Writes what is still in memory, if that is possible."""
        try:
            self._stream.flush()
        except OSError as error:
            self._give_up(error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _give_up(self, error: OSError) -> None:
        """Leads the stream to nowhere, so that what is still in memory raises no more errors."""
        self.failure = self.failure or error
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
            self._stream.flush()


def make_streams_safe() -> None:
    """Replaces `sys.stdout` and `sys.stderr`, so that they write UTF-8 and raise no `OSError`.

    A stream that was closed leads to nowhere. Its number is taken, so that no file of ours gets it:
    what a program prints would go into that file. May be called again.
    """
    for number in _STANDARD:
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is taken, and the lower ones are open.
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 (open to the end)
    for name in _OUTLETS:
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        if isinstance(stream, Outlet):
            continue
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
            _wait_for_readers(stream)
        setattr(sys, name, cast("TextIO", Outlet(stream)))


def why_output_was_lost() -> str:
    """Why standard output could not be written, in Japanese.

    `""` if it was written, or if its reader wanted no more of it.
    """
    failure = sys.stdout.failure if isinstance(sys.stdout, Outlet) else None
    if failure is None or isinstance(failure, BrokenPipeError):
        return ""
    if failure.errno == errno.ENOSPC:
        return "ディスクの空きが足りません"
    return f"エラー番号 {failure.errno}"


def _wait_for_readers(stream: TextIO) -> None:
    """Makes a pipe wait for its reader, even if the program that made the pipe wants no waiting."""
    with suppress(OSError, ValueError, AttributeError):  # On Windows since Python 3.12.
        if not stream.isatty():
            os.set_blocking(stream.fileno(), True)
