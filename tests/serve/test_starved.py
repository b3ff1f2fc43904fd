"""A preview that may open no more files, or meets more connections than it may have."""

import errno
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from tests.waiting import PATIENCE

from .running import REPOSITORY

pytest.importorskip("resource", reason="ファイル数の上限は、Windowsにはありません")

ASKING = b"GET /a.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


class Starved:
    """See tests/serve/starved.py."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.port: int = self.said()["port"]

    def said(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "complaint" not in said
        return said

    def told(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self.said()

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)


@contextmanager
def process() -> Iterator[Starved]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.serve.starved"],
        cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as running:  # fmt: skip
        assert running.stdin is not None
        try:
            starved = Starved(running)
            yield starved
            running.stdin.close()
            assert starved.said() == {"closed": True}
            assert running.wait(PATIENCE) == 0
        finally:
            running.kill()


def answer(connection: socket.socket) -> bytes:
    got = b""
    while chunk := connection.recv(65_536):
        got += chunk
    return got


def test_out_of_files_it_rests_and_then_answers_all_who_waited() -> None:
    with process() as starved, ExitStack() as stack:
        assert starved.told("starve") == {"starved": errno.EMFILE}
        waiting = [stack.enter_context(starved.connect()) for _ in range(20)]
        for one in waiting:
            one.sendall(ASKING)
        assert starved.told("tried") == {"tried": True}
        measured = starved.told("measure")
        assert measured["tries"] < 50
        assert measured["share"] < 0.5
        assert starved.told("free")["freed"] > 0
        for one in waiting:
            assert answer(one).startswith(b"HTTP/1.1 200 ")


def test_more_idle_connections_than_files_keep_nobody_out() -> None:
    with process() as starved, ExitStack() as stack:
        for _ in range(300):
            stack.enter_context(starved.connect())
        measured = starved.told("measure")
        assert measured["share"] < 0.5
        with starved.connect() as one:
            one.sendall(ASKING)
            assert answer(one).startswith(b"HTTP/1.1 200 ")


def test_an_idle_server_rests() -> None:
    with process() as starved:
        measured = starved.told("measure")
        assert measured["tries"] == 0
        assert measured["share"] < 0.5
