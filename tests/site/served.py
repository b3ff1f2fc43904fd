"""The built site as a web server gives it, below a folder of its host, on this machine alone."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

FOLDER: Final = "/sub/path/"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site below `FOLDER` and nothing else, with more headers, without a log."""

    def __init__(self, *args: Any, headers: Mapping[str, str], **named: Any) -> None:
        self._more = headers
        super().__init__(*args, **named)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(FOLDER)
        return super().translate_path("/" + path.removeprefix(FOLDER) if inside else "/no such")

    def end_headers(self) -> None:
        for name, value in self._more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(site: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of the site's root while it is served."""
    handler = partial(_Handler, directory=str(site), headers=headers or {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
        finally:
            server.shutdown()
            thread.join()
