"""Requests that no browser sends, as they are: what any other program on this machine may try."""

import re
import socket
import threading

import pytest

from tests.waiting import PATIENCE

from .running import Running

HOST = "Host: localhost"


def sent(quiet: Running, data: bytes) -> bytes:
    """All that comes back until the connection is closed; the sender closes nothing itself."""
    with socket.create_connection(("127.0.0.1", quiet.server.port), timeout=PATIENCE) as one:
        writing = threading.Thread(target=one.sendall, args=(data,))
        writing.start()
        got = b""
        while chunk := one.recv(65_536):
            got += chunk
        writing.join()
        return got


def request(*lines: str, target: str = "/demo/", version: str = "HTTP/1.1") -> bytes:
    head = [f"GET {target} {version}", *lines, "Connection: close"]
    return ("\r\n".join(head) + "\r\n\r\n").encode("latin-1")


def statuses(got: bytes) -> list[int]:
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", got)]


@pytest.mark.parametrize(
    "lines",
    [
        (HOST, HOST),
        (HOST, "Host: evil.example"),
        ("Host: evil.example", HOST),
        (HOST, "Accept: */*", "HOST: 127.0.0.1"),
        (HOST, "X: 1\rHost: evil.example"),
        (),
        ("Host : localhost",),
        (" Host: localhost",),
        (HOST, "no header", "Host: evil.example"),
        (HOST, "no header"),
        (HOST, ": nameless"),
    ],
)
def test_one_host_is_named_once_and_all_lines_are_headers(
    quiet: Running, lines: tuple[str, ...]
) -> None:
    got = sent(quiet, request(*lines))
    assert statuses(got) == [400]
    assert "見本市".encode() not in got


def test_before_there_was_a_host_header_nobody_is_answered_either(quiet: Running) -> None:
    assert statuses(sent(quiet, request(version="HTTP/1.0"))) == [421]
    assert statuses(sent(quiet, request(HOST, version="HTTP/1.0"))) == [200]


@pytest.mark.parametrize(
    "host",
    [
        "localhost, evil.example",
        "localhost:80:80",
        "localhost:",
        "localhost.",
        "localhost/",
        "localhost#",
        "user@localhost",
        "[::1]:8000",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "\xa0localhost",
        "localhost\x0b",
        "localhost\r\n evil.example",
    ],
)
def test_another_name_is_not_ours_however_it_is_written(quiet: Running, host: str) -> None:
    got = sent(quiet, request(f"Host: {host}"))
    assert statuses(got) in ([421], [400])
    assert "見本市".encode() not in got


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", " \tlocalhost:65535\t ", "127.0.0.1"])
def test_our_own_names_are_answered(quiet: Running, host: str) -> None:
    assert statuses(sent(quiet, request(f"Host:{host}"))) == [200]


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://evil/", 404),
        ("http://evil.example/demo/", 404),
        ("http://localhost@evil.example/demo/", 404),
        ("http://localhost.evil.example/demo/", 404),
        ("http://localhost:80:80/demo/", 404),
        ("https://localhost/demo/", 404),
        ("http:/demo/", 404),
        ("evil.example:443", 404),
        ("*", 404),
        ("http://localhost/demo/", 200),
        ("HTTP://LOCALHOST:1/demo/", 200),
        ("http://127.0.0.1:8000/demo/?a=http://evil/", 200),
        ("http://127.0.0.1", 200),
        ("http://127.0.0.1?x", 200),
        ("http://127.0.0.1/../mkdocs.yml", 404),
    ],
)
def test_a_target_with_a_host_is_ours_or_nothing(quiet: Running, target: str, status: int) -> None:
    assert statuses(sent(quiet, request(HOST, target=target))) == [status]
    assert statuses(sent(quiet, request("Host: evil.example", target=target))) == [421]


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 5",),
        ("Content-Length: 0", "Content-Length: 5"),
        ("Content-Length: -5",),
        ("Transfer-Encoding: chunked",),
        ("Transfer-Encoding: identity", "Content-Length: 0"),
        ("Expect: 100-continue", "Content-Length: 5"),
    ],
)
def test_a_body_is_never_taken_for_the_next_request(quiet: Running, lines: tuple[str, ...]) -> None:
    kept = "\r\n".join(["GET /demo/ HTTP/1.1", HOST, *lines]) + "\r\n\r\n"
    got = sent(quiet, kept.encode() + request(HOST))
    assert statuses(got) == [400]
    assert b"\r\nConnection: close\r\n" in got


def test_an_empty_body_is_none(quiet: Running) -> None:
    assert statuses(sent(quiet, request(HOST, "Content-Length: 0"))) == [200]


def test_requests_one_after_the_other_are_answered_in_turn(quiet: Running) -> None:
    first = f"GET /none HTTP/1.1\r\n{HOST}\r\n\r\n".encode()
    assert statuses(sent(quiet, first + request(HOST))) == [404, 200]


@pytest.mark.parametrize(
    "block",
    [
        [f"X-{number}: {'a' * 2_000}" for number in range(60)],
        [f"X: {'a' * 70_000}"],
        [f"X-{number}: a" for number in range(101)],
        ["X: a", *(f" {'a' * 2_000}" for _ in range(60))],
    ],
    ids=["many long ones", "one too long", "too many", "one in many lines"],
)
def test_a_huge_head_is_refused_and_the_answer_arrives(quiet: Running, block: list[str]) -> None:
    got = sent(quiet, request(HOST, *block))
    assert statuses(got) == [431]
    assert got.endswith("この要求には応えられません。\n".encode())


def test_a_head_within_bounds_is_read(quiet: Running) -> None:
    block = [f"X-{number}: {'a' * 2_000}" for number in range(30)]
    assert statuses(sent(quiet, request(HOST, *block, target="/demo/?" + "a" * 60_000))) == [200]


def test_whoever_sends_much_that_nobody_reads_still_gets_the_answer(quiet: Running) -> None:
    lines = ["POST /demo/ HTTP/1.1", HOST, "Expect: 100-continue", "Content-Length: 500000"]
    got = sent(quiet, "\r\n".join([*lines, "", ""]).encode() + b"a" * 500_000)
    assert statuses(got) == [405]
    assert got.endswith("この要求には応えられません。\n".encode())


@pytest.mark.parametrize("start", ["OPTIONS *", "CONNECT evil.example:443", "TRACE /demo/"])
def test_only_reading_is_possible_whatever_the_target(quiet: Running, start: str) -> None:
    assert statuses(sent(quiet, f"{start} HTTP/1.1\r\n{HOST}\r\n\r\n".encode())) == [405]
