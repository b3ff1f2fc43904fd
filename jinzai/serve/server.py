"""The server: it answers browsers on this machine, each connection in a thread of its own.

This module owns the socket, the port and the headers. It listens only on 127.0.0.1 and never shows
a traceback. An error in one request is reported in one line and does not affect others.
`jinzai/serve/connections.py` owns the number of connections.
"""

import errno
import io
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.client import LineTooLong
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from jinzai.serve.answer import ServedAnswer, answer, plain
from jinzai.serve.connections import Connections
from jinzai.serve.look import Look
from jinzai.serve.request import trouble_with
from jinzai.serve.stand import Stand

HOST: Final = "127.0.0.1"
PORTS_TRIED: Final = 50
LAST_PORT: Final = 65535
BACKLOG: Final = 128
"""The number of connections that the system keeps waiting for their turn."""

HEAD_BYTES: Final = 65_536
"""The largest size of all headers of a request together, in bytes.

The line before them may be as long.
"""

_IDLE_SECONDS: Final = 60.0

_PAUSE: Final = 0.25
"""Seconds until the next try if no connection can be opened."""

_LINGER: Final = 2.0
"""Seconds in which the rest of a refused request is read.

If the connection were closed earlier, the system would throw away the answer.
"""

# Windows says "not permitted" of a port that another program holds exclusively.
_TAKEN: Final = frozenset([errno.EADDRINUSE, errno.EACCES, 10013, 10048])


class NoPortError(Exception):
    """No port that was tried is free. The message names the ports."""


class Server:
    """A running server. `close` must be called in the end.

    Attributes:
        port: the port that it listens on.
    """

    def __init__(self, stand: Stand, port: int, complain: Callable[[str], None]) -> None:
        """Starts on `port` or the next free one. 0 takes any free port.

        `complain` is called with a Japanese line for each request that failed through our fault.

        Raises `NoPortError`.
        """
        self._stand = stand
        self._http = _bind(port, stand, complain)
        self.port: int = self._http.server_address[1]
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{HOST}:{self.port}/"

    def close(self) -> None:
        """Closes the port. Requests that are still being answered end with the program."""
        self._stand.close()
        self._http.shutdown()
        self._http.connections.close_all()
        self._http.server_close()
        self._thread.join()


def _bind(port: int, stand: Stand, complain: Callable[[str], None]) -> "_Http":
    last = min(port + PORTS_TRIED, LAST_PORT + 1) - 1
    for candidate in range(port, last + 1):
        try:
            return _Http(candidate, stand, complain)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise NoPortError(f"{candidate}（{error.strerror}）") from error
    raise NoPortError(f"{port}〜{last}" if last > port else str(port))


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = BACKLOG
    # On Windows the option means that two programs may share a port.
    allow_reuse_address = sys.platform != "win32"
    allow_reuse_port = False

    def __init__(self, port: int, stand: Stand, complain: Callable[[str], None]) -> None:
        self.stand = stand
        self.look = Look()
        self.connections = Connections()
        self._complain = complain
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        # Not HTTPServer's, which asks the network for our name and may wait for it.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def get_request(self) -> tuple[socket.socket, Any]:
        # The caller does so again at once, as long as somebody is waiting to be let in.
        if not self.connections.have_room(_PAUSE):
            raise BlockingIOError
        try:
            connection, address = super().get_request()
        except (BlockingIOError, ConnectionAbortedError):
            raise
        except OSError:
            # Out of files or memory (EMFILE, ENFILE, ENOBUFS, ENOMEM), which takes time to mend.
            time.sleep(_PAUSE / 5 if self.connections.close_useless() else _PAUSE)
            raise
        self.connections.opened(connection)
        return connection, address

    def service_actions(self) -> None:
        self.connections.close_slow()

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        self.connections.closed(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):  # a browser that went away
            self._complain(f"ページを送れませんでした（{type(error).__name__}）。")


class _Head(io.BufferedReader):
    """The data that a browser sends.

    If `left` is a number, only so many bytes may be read as lines.
    """

    left: int | None = None

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        if self.left is not None:
            self.left -= len(line)
            if self.left < 0:
                raise LineTooLong("headers")
            if not line.endswith(b"\n"):
                raise ConnectionAbortedError  # In the middle of the headers.
        return line


class _Handler(BaseHTTPRequestHandler):
    server: _Http
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS

    def setup(self) -> None:
        super().setup()
        self.rfile = self._head = _Head(self.rfile.detach())
        self._is_refused = False

    def handle_one_request(self) -> None:
        self.server.connections.idle(self.connection)
        self._head.left = None
        try:
            self._head.peek(1)
        except TimeoutError:
            self.close_connection = True
            return
        self.server.connections.reading(self.connection)
        super().handle_one_request()

    def parse_request(self) -> bool:
        self._head.left = HEAD_BYTES
        return super().parse_request()

    def handle_expect_100(self) -> bool:
        return True  # It asks whether to send a body, which is refused in any case.

    def finish(self) -> None:
        if self._is_refused:
            end = time.monotonic() + _LINGER
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_WR)
                self.connection.settimeout(_LINGER / 2)
                while time.monotonic() < end and self.connection.recv(HEAD_BYTES):
                    pass
        super().finish()

    def do_GET(self) -> None:
        self.server.connections.answering(self.connection)
        trouble = trouble_with(self.request_version, self.headers)
        if trouble:
            self._refuse(plain(HTTPStatus.BAD_REQUEST, trouble))
            return
        self._send(answer(self.path, self.headers.get("Host"), self.server.stand, self.server.look))

    do_HEAD = do_GET  # noqa: N815 (http.server's names)

    def send_error(
        self,
        code: int,
        message: str | None = None,  # noqa: ARG002
        explain: str | None = None,  # noqa: ARG002
    ) -> None:
        # Also what http.server calls for a method that is not here, and for no HTTP at all.
        status = HTTPStatus(code)
        if status is HTTPStatus.NOT_IMPLEMENTED:
            status = HTTPStatus.METHOD_NOT_ALLOWED
        self._refuse(plain(status, "この要求には応えられません。"))

    def version_string(self) -> str:
        return "Jinzai"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _refuse(self, given: ServedAnswer) -> None:
        self._is_refused = self.close_connection = True
        self._send(given)

    def _send(self, given: ServedAnswer) -> None:
        self.send_response(given.status)
        self.send_header("Content-Type", given.type)
        self.send_header("Content-Length", str(len(given.data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # A page of another site must not load ours, drafts that they are, as scripts or images.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if given.location:
            self.send_header("Location", given.location)
        if given.status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(given.data)
