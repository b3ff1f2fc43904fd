"""The server over its socket: only this machine, only the site, right headers, free ports."""

import socket
from contextlib import ExitStack, suppress

import pytest

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.server import PORTS_TRIED, NoPortError, Server
from jinzai.serve.stand import Stand
from tests.waiting import PATIENCE, until

from .running import Running


def test_it_listens_on_this_machine_alone(quiet: Running) -> None:
    assert quiet.server._http.server_address[0] == "127.0.0.1"
    assert quiet.server.url == f"http://127.0.0.1:{quiet.server.port}/"


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/demo/", "text/html; charset=utf-8"),
        ("/demo/roles/leader.html?x=1", "text/html; charset=utf-8"),
        ("/about.html", "text/html; charset=utf-8"),
        ("/assets/jinzai/base.css", "text/css; charset=utf-8"),
        ("/assets/jinzai/favicon.svg", "image/svg+xml; charset=utf-8"),
        ("/assets/search-index.js", "text/javascript; charset=utf-8"),
        ("/demo/data/roles.csv", "text/csv; charset=utf-8"),
        ("/__jinzai__/reload.js", "text/javascript; charset=utf-8"),
        ("/__jinzai__/wait.js?seen=old", "text/javascript; charset=utf-8"),
    ],
)
def test_what_is_there_is_sent_with_its_type_and_never_kept(
    quiet: Running, path: str, type_: str
) -> None:
    got = quiet.get(path)
    assert got.status == 200
    assert got.headers["content-type"] == type_
    assert got.headers["cache-control"] == "no-store"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cross-origin-resource-policy"] == "same-origin"
    assert ("reload.js" in got.text) == type_.startswith("text/html")
    head = quiet.get(path, "HEAD")
    assert head.status == 200
    assert head.text == ""
    assert head.headers["content-length"] == got.headers["content-length"]


def test_the_policy_is_sent_as_it_will_be_published(quiet: Running) -> None:
    assert "connect-src 'none'" in quiet.text("/demo/")


@pytest.mark.parametrize(
    "path",
    [
        "/demo/none.html",
        "/none/",
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/mkdocs.yml",
        "/content/plans/demo/roles.yaml",
        "/mkdocs.yml",
        "/.jinzai-manifest",
        "/assets/",
        "/assets",
        "/DEMO/",
        "//example.com/",
        "/a%00b",
        "/__jinzai__/",
        "/__jinzai__/../look.py",
        "/__jinzai__/notice.html",
    ],
)
def test_there_is_nothing_else(quiet: Running, path: str) -> None:
    got = quiet.get(path)
    assert got.status == 404
    assert "root:" not in got.text
    assert "location" not in got.headers


def test_a_folder_without_its_stroke_is_sent_on(quiet: Running) -> None:
    got = quiet.get("/demo")
    assert got.status == 302
    assert got.headers["location"] == "/demo/"


@pytest.mark.parametrize("host", ["example.com", "localhost.example.com", "192.168.1.2:8000", ""])
def test_other_names_for_this_machine_are_refused(quiet: Running, host: str) -> None:
    got = quiet.get("/demo/", host=host)
    assert got.status == 421
    assert "見本市" not in got.text


def test_localhost_is_answered(quiet: Running) -> None:
    assert quiet.get("/demo/", host="localhost:1234").status == 200
    assert quiet.get("http://example.com/demo/", host="localhost:1234").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "NONSENSE"])
def test_only_reading_is_possible(quiet: Running, method: str) -> None:
    got = quiet.get("/demo/", method)
    assert got.status == 405
    assert got.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 500 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: local",
        b"GET /demo/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
)
def test_noise_and_broken_connections_harm_nobody(
    quiet: Running, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", quiet.server.port)) as connection:
        connection.sendall(sent)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    with socket.create_connection(("127.0.0.1", quiet.server.port)) as connection:
        connection.sendall(sent)
        connection.settimeout(PATIENCE)
        with suppress(ConnectionError):
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(10_000):
                pass
    until(lambda: len(quiet.server._http.connections) == 0)
    assert quiet.get("/demo/").status == 200
    shown = capfd.readouterr()
    assert shown.out + shown.err == ""


def test_a_taken_port_leads_to_the_next() -> None:
    stands: list[str] = []
    with ExitStack() as stack:
        first = Server(Stand(), 0, stands.append)
        stack.callback(first.close)
        if first.port > 65000:
            pytest.skip("no room above")
        second = Server(Stand(), first.port, stands.append)
        stack.callback(second.close)
        assert first.port < second.port < first.port + PORTS_TRIED


def test_no_port_is_said() -> None:
    with socket.socket() as taken:
        with suppress(OSError):
            taken.bind(("127.0.0.1", 65535))
        taken.listen()
        with pytest.raises(NoPortError, match="65535"):
            Server(Stand(), 65535, print)


def test_a_fault_of_ours_is_one_japanese_line() -> None:
    class Faulty(SiteInMemory):
        def read(self, address: str) -> bytes:
            raise ZeroDivisionError

    complaints: list[str] = []
    stand = Stand()
    site = Faulty()
    site.write("a.html", b"x")
    stand.show(site, None)
    server = Server(stand, 0, complaints.append)
    try:
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(b"GET /a.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert connection.recv(100) == b""
    finally:
        server.close()
    assert complaints == ["ページを送れませんでした（ZeroDivisionError）。"]
