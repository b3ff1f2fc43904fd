"""How many connections there are, which one has to go, and who has to wait."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.connections import MOST, Connections, _Doing
from jinzai.serve.server import BACKLOG, Server
from jinzai.serve.stand import Stand
from tests.waiting import PATIENCE, until

GET = b"GET /a.html HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture
def stand() -> Stand:
    made = Stand()
    site = SiteInMemory()
    site.write("a.html", b"<body>here</body>")
    made.show(site, None)
    return made


@pytest.fixture
def server(stand: Stand) -> Iterator[Server]:
    complaints: list[str] = []
    made = Server(stand, 0, complaints.append)
    yield made
    made.close()
    assert complaints == []


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as made:
        yield made


def connect(server: Server, stack: ExitStack, sent: bytes = b"") -> socket.socket:
    made = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    made.sendall(sent)
    return stack.enter_context(made)


def head(connection: socket.socket) -> bytes:
    """The head of one answer, whose body is read too."""
    got = b""
    while b"\r\n\r\n" not in got:
        chunk = connection.recv(65_536)
        if not chunk:
            return got
        got += chunk
    before, _, body = got.partition(b"\r\n\r\n")
    found = re.search(rb"Content-Length: (\d+)", before)
    assert found is not None
    left = int(found[1]) - len(body)
    while left > 0:
        left -= len(connection.recv(left))
    return before


def until_open(server: Server, number: int) -> None:
    connections = server._http.connections
    until(lambda: len(connections) == number, lambda: len(connections))


def until_all(server: Server, doing: _Doing) -> None:
    """Waits until the server has noted that this is what all connections do."""
    states = server._http.connections._open
    until(lambda: all(state.doing is doing for state in list(states.values())))


def until_called(server: Server, name: str) -> None:
    """Waits until the server has called a method of its connections twice from now on."""
    connections = server._http.connections
    method = getattr(connections, name)
    called = threading.Semaphore(0)

    def counted(*arguments: object) -> object:
        result = method(*arguments)
        called.release()
        return result

    setattr(connections, name, counted)
    for _ in range(2):
        assert called.acquire(timeout=PATIENCE)
    delattr(connections, name)


def asking_for_news(stand: Stand) -> bytes:
    path = f"/__jinzai__/wait.js?seen={stand.view.version}&n=1"
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def is_at_its_end(connection: socket.socket) -> bool:
    """Whether the server has closed it; it was sent nothing."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def test_the_bounds_are_what_is_said() -> None:
    assert MOST == 128
    assert BACKLOG == 128


def test_many_tabs_that_all_wait_for_news_leave_room_for_pages(
    server: Server, stand: Stand, stack: ExitStack
) -> None:
    tabs = [connect(server, stack, asking_for_news(stand)) for _ in range(60)]
    kept = [connect(server, stack, GET) for _ in range(60)]
    for one in kept:
        assert head(one).startswith(b"HTTP/1.1 200")
    until_open(server, 120)
    site = SiteInMemory()
    site.write("a.html", b"<body>new</body>")
    stand.show(site, None)
    for tab in tabs:
        assert head(tab).startswith(b"HTTP/1.1 200")
        tab.sendall(GET)
        assert head(tab).startswith(b"HTTP/1.1 200")


def test_beyond_the_bound_the_longest_idle_one_goes(server: Server, stack: ExitStack) -> None:
    server._http.connections = Connections(most=3)
    first, second, third = (connect(server, stack) for _ in range(3))
    until_open(server, 3)
    for one in (first, second, third, first):  # The first asks again, so the second is the oldest.
        one.sendall(GET)
        assert head(one).startswith(b"HTTP/1.1 200")
        until_all(server, _Doing.IDLE)
    fourth = connect(server, stack, GET)
    assert head(fourth).startswith(b"HTTP/1.1 200")
    assert is_at_its_end(second)
    for one in (first, third, fourth):
        one.sendall(GET)
        assert head(one).startswith(b"HTTP/1.1 200")


def test_where_none_is_idle_the_next_one_waits(
    server: Server, stand: Stand, stack: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jinzai.serve.answer.WAIT_SECONDS", PATIENCE)
    server._http.connections = Connections(most=3)
    tabs = [connect(server, stack, asking_for_news(stand)) for _ in range(3)]
    until_open(server, 3)
    until_all(server, _Doing.ANSWERING)
    late = connect(server, stack, GET)
    until_called(server, "have_room")  # It looked for room twice, in vain.
    late.setblocking(False)
    with pytest.raises(BlockingIOError):
        late.recv(1)
    assert len(server._http.connections) == 3
    stand.show(None, None)  # News, so the tabs are answered, and then idle.
    for tab in tabs:
        assert head(tab).startswith(b"HTTP/1.1 200")
    late.settimeout(PATIENCE)
    assert head(late).startswith(b"HTTP/1.1 503"), "there is no site any more"


def test_where_others_wait_the_head_of_a_request_has_less_time(
    server: Server, stack: ExitStack
) -> None:
    server._http.connections = Connections(most=3, head_seconds=1e9)
    for sent in (b"G", b"GET / HTTP/1.1\r\n", b"GET /"):
        connect(server, stack, sent)
    for _ in range(5):
        assert head(connect(server, stack, GET)).startswith(b"HTTP/1.1 200")
    assert len(server._http.connections) <= 3


@pytest.mark.parametrize("first", [b"G", b"GET / HTTP/1.1\r\nX: "], ids=["line", "headers"])
def test_a_head_that_comes_drop_by_drop_is_not_waited_for(
    server: Server, stack: ExitStack, first: bytes
) -> None:
    server._http.connections = Connections(head_seconds=0.3)
    slow = connect(server, stack, first)
    ended = threading.Event()

    def drip() -> None:
        try:
            while not ended.wait(0.05):
                slow.sendall(b"a")
        except OSError:
            pass

    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        assert is_at_its_end(slow)
    finally:
        ended.set()
        dripping.join()
    until_open(server, 0)
    # One that asks for nothing at all may stay, were there no time at all.
    idle = connect(server, stack)
    until_open(server, 1)
    server._http.connections._head_seconds = 0.0
    until_called(server, "close_slow")
    server._http.connections._head_seconds = PATIENCE
    idle.sendall(GET)
    assert head(idle).startswith(b"HTTP/1.1 200")


def test_a_thousand_connections_that_ask_nothing_keep_nobody_out(
    server: Server, stack: ExitStack
) -> None:
    for _ in range(10):
        with ExitStack() as some:
            for _ in range(100):
                connect(server, some)
            assert head(connect(server, some, GET)).startswith(b"HTTP/1.1 200")
            assert len(server._http.connections) <= MOST
    until_open(server, 0)


def test_closing_lets_everybody_go(stand: Stand, stack: ExitStack) -> None:
    server = Server(stand, 0, print)
    some = [connect(server, stack, sent) for sent in (b"", b"GET", GET, asking_for_news(stand))]
    until_open(server, 4)
    server.close()
    for one in some:
        while not is_at_its_end(one):
            pass
    until_open(server, 0)
