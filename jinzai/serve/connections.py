"""The connections of browsers: how many there may be, and which has to go.

Owns the count and what each connection is doing. Knows nothing of what is asked or answered.

A browser keeps up to six connections to a server, and each tab in view has one that waits for news.
Any other program on this machine can open as many as it likes. So there is a bound. Beyond it, the
connection that has been idle longest is closed, as a server may at any time (RFC 9112, 9.5);
a browser then opens another. Next is one that has not sent the whole head of its request for a
while. Where there is no such one, a newcomer waits until there is.
"""

import socket
import threading
import time
from contextlib import suppress
from enum import Enum
from typing import Final, NamedTuple

MOST: Final = 128
"""Connections at the same time, each with a thread; a system may allow a process 256 files."""

HEAD_SECONDS: Final = 20.0
"""Seconds for the whole head of a request, from its first byte."""


_PRESSED_SECONDS: Final = 1.0
"""The same, where others wait; a browser sends a head in one piece."""


class _Doing(Enum):
    IDLE = "waiting for a request"
    READING = "reading a request"
    ANSWERING = "answering it"


class _State(NamedTuple):
    doing: _Doing
    since: float


class Connections:
    """The connections that are open now, for any number of threads."""

    def __init__(self, most: int = MOST, head_seconds: float = HEAD_SECONDS) -> None:
        self._most = most
        self._head_seconds = head_seconds
        self._changed = threading.Condition()
        self._open: dict[socket.socket, _State] = {}
        self._leaving: set[socket.socket] = set()

    def __len__(self) -> int:
        return len(self._open)

    def have_room(self, seconds: float) -> bool:
        """Whether one more may be opened; closes one if need be, and waits up to `seconds`."""
        with self._changed:
            while len(self._open) - len(self._leaving) >= self._most and self._close_useless():
                pass
            return self._changed.wait_for(lambda: len(self._open) < self._most, seconds)

    def close_useless(self) -> bool:
        """Closes a connection that sends nothing just now; returns whether there was one."""
        with self._changed:
            return self._close_useless()

    def opened(self, connection: socket.socket) -> None:
        """A connection was opened, and is idle."""
        self._note(connection, _Doing.IDLE)

    def idle(self, connection: socket.socket) -> None:
        """It waits for the next request."""
        self._note(connection, _Doing.IDLE)

    def reading(self, connection: socket.socket) -> None:
        """The first byte of a request is here."""
        self._note(connection, _Doing.READING)

    def answering(self, connection: socket.socket) -> None:
        """The head of the request has been read."""
        self._note(connection, _Doing.ANSWERING)

    def closed(self, connection: socket.socket) -> None:
        """It is no longer there. Nothing happens where it was not."""
        with self._changed:
            self._open.pop(connection, None)
            self._leaving.discard(connection)
            self._changed.notify_all()

    def close_slow(self) -> None:
        """Closes every connection that takes longer than it may for the head of a request."""
        limit = time.monotonic() - self._head_seconds
        with self._changed:
            slow = [
                connection
                for connection, state in self._open.items()
                if state.doing is _Doing.READING and state.since < limit
            ]
            for connection in slow:
                self._shut(connection)

    def close_all(self) -> None:
        """Closes all, whatever they are doing."""
        with self._changed:
            for connection in self._open:
                self._shut(connection)

    def _note(self, connection: socket.socket, doing: _Doing) -> None:
        with self._changed:
            self._open[connection] = _State(doing, time.monotonic())

    def _close_useless(self) -> bool:
        limit = time.monotonic() - _PRESSED_SECONDS
        useless = [
            (state.doing is _Doing.READING, state.since, number, connection)
            for number, (connection, state) in enumerate(self._open.items())
            if connection not in self._leaving
            and (
                state.doing is _Doing.IDLE
                or (state.doing is _Doing.READING and state.since < limit)
            )
        ]
        if not useless:
            return False
        self._shut(min(useless)[-1])
        return True

    def _shut(self, connection: socket.socket) -> None:
        """Its thread, which reads or writes, then finds it at its end, and closes it."""
        self._leaving.add(connection)
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
