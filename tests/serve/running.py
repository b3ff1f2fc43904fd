"""A small project, and the preview running on it."""

import http.client
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.command.serve import Preview
from jinzai.serve.server import Server
from jinzai.serve.stand import PreviewState, Stand
from tests.waiting import PATIENCE, until

REPOSITORY: Final = Path(__file__).parents[2]


class Got(NamedTuple):
    """An answer."""

    status: int
    headers: dict[str, str]
    text: str


class Running:
    """The preview of a project, with a browser's part played by the tests."""

    def __init__(self, root: Path, stand: Stand, server: Server) -> None:
        self.root = root
        self.stand = stand
        self.server = server
        self.complaints: list[str] = []

    def get(self, path: str, method: str = "GET", **headers: str) -> Got:
        """An answer to a request that nothing tidies up on its way."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.getheaders()}
            return Got(response.status, named, response.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def text(self, path: str) -> str:
        """The text of an answer."""
        return self.get(path).text

    def file(self, name: str) -> Path:
        """A file of the project's content."""
        return self.root / "content" / name

    def put(self, path: Path, data: bytes) -> None:
        """Saves a file as many editors do: a new file takes its name, so nobody sees half of it.

        A file that is written in place may be seen empty for as long as its writer has to wait.
        """
        new = self.root / "new"
        new.write_bytes(data)
        new.replace(path)

    def change(self, name: str, old: str, new: str) -> None:
        """Edits a file of the content."""
        text = self.file(name).read_text("utf-8")
        assert old in text
        self.put(self.file(name), text.replace(old, new).encode())

    def until(self, true: Callable[[PreviewState], bool]) -> None:
        """Waits until the view is such."""
        until(lambda: true(self.stand.view), lambda: self.stand.view)

    def until_changed(self, since: PreviewState) -> None:
        """Waits until there is another view than `since`."""
        self.until(lambda view: view.version != since.version)


def make_project(root: Path) -> Path:
    """The content that the tests of rules begin with, the real templates, one written page."""
    shutil.copytree(REPOSITORY / "tests" / "rules" / "base", root / "content")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    (root / "content" / "pages").mkdir()
    (root / "content" / "pages" / "about.md").write_text("# このサイトについて\n\n本文\n", "utf-8")
    return root


@contextmanager
def running(root: Path, work: Path) -> Iterator[Running]:
    """The preview at work in a thread; the first build is not waited for."""
    stand, stopped = Stand(), threading.Event()
    complaints: list[str] = []
    server = Server(stand, 0, complaints.append)
    thread = threading.Thread(target=Preview(root, work, stand).run, args=(stopped,))
    thread.start()
    preview = Running(root, stand, server)
    preview.complaints = complaints
    try:
        yield preview
        assert thread.is_alive(), "the preview died"
    finally:
        stopped.set()
        thread.join()
        server.close()
    assert complaints == []
