"""The connections of browsers: the largest number, and which one is closed beyond it.

This module owns the count and what each connection is doing. It does not know requests or answers.

A browser keeps up to six connections to a server, and each visible tab has one that waits for news.
Any other program on this machine can open as many as it likes. So there is a limit. Beyond it, the
connection that has been idle longest is closed, as a server may at any time (RFC 9112, 9.5). A
browser then opens another one. If no connection is idle, one is closed that has not sent the whole
head of its request for a while. If there is no such connection either, a new one has to wait.
"""

import socket
import threading
import time
from contextlib import suppress
from enum import Enum
from typing import Final, NamedTuple

MOST: Final = 128
"""The largest number of connections. Each has a thread. A system may allow a process 256 files."""

HEAD_SECONDS: Final = 20.0
"""Seconds for the whole head of a request, from its first byte."""


_PRESSED_SECONDS: Final = 1.0
"""The same while others wait. A browser sends a head in one piece."""


class _Doing(Enum):
    IDLE = "waiting for a request"
    READING = "reading a request"
    ANSWERING = "answering it"


class _State(NamedTuple):
    doing: _Doing
    since: float


class Connections:
    """The open connections. Any number of threads may use it."""

    def __init__(self, most: int = MOST, head_seconds: float = HEAD_SECONDS) -> None:
        self._most = most
        self._head_seconds = head_seconds
        self._changed = threading.Condition()
        self._open: dict[socket.socket, _State] = {}
        self._leaving: set[socket.socket] = set()

    def __len__(self) -> int:
        return len(self._open)

    def have_room(self, seconds: float) -> bool:
        """Whether one more connection may be opened.

        It closes a useless connection if there is no room, and waits up to `seconds`.
        """
        with self._changed:
            while len(self._open) - len(self._leaving) >= self._most and self._close_useless():
                pass
            return self._changed.wait_for(lambda: len(self._open) < self._most, seconds)

    def close_useless(self) -> bool:
        """Closes a connection that is sending nothing at the moment.

        Returns whether there was one.
        """
        with self._changed:
            return self._close_useless()

    def opened(self, connection: socket.socket) -> None:
        """Notes that a connection was opened and is idle."""
        self._note(connection, _Doing.IDLE)

    def idle(self, connection: socket.socket) -> None:
        """Notes that a connection waits for its next request."""
        self._note(connection, _Doing.IDLE)

    def reading(self, connection: socket.socket) -> None:
        """Notes that the first byte of a request has arrived."""
        self._note(connection, _Doing.READING)

    def answering(self, connection: socket.socket) -> None:
        """Notes that the head of the request has been read."""
        self._note(connection, _Doing.ANSWERING)

    def closed(self, connection: socket.socket) -> None:
        """Notes that a connection is closed. Does nothing for an unknown connection."""
        with self._changed:
            self._open.pop(connection, None)
            self._leaving.discard(connection)
            self._changed.notify_all()

    def close_slow(self) -> None:
        """Closes every connection that takes too long for the head of a request."""
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
        """Closes all connections, whatever they are doing."""
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
        """Ends both directions of a connection. Its thread notices that and closes it."""
        self._leaving.add(connection)
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
