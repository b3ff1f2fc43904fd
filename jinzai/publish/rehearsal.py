"""A site that is put together and thrown away, so that `build.py check` proves a build works.

This module owns what is kept of the site meanwhile: all addresses, and the pages that hand-written
pages link to. It uses the disk only for the engine's run, in a temporary folder of the system.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinzai.publish.assemble import HandPageExtras, assemble
from jinzai.publish.claims import Claims
from jinzai.publish.frames import FrameRun, Frames, written
from jinzai.publish.handwritten import HandPage
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.part import PartFiles
from jinzai.publish.shell import Shell, pour
from jinzai.publish.temporary import temporary_folder
from jinzai.publish.timing import Stopwatch
from jinzai.publish.written_links import linked_addresses


@contextmanager
def begin_rehearsal(project_root: Path, mkdocs_yml: Path) -> Iterator[FrameRun]:
    """The engine at work as in a build, but without the site's folder. Raises `PublishError`."""
    with temporary_folder("jinzai-check-") as work:
        run = FrameRun(project_root.resolve(), mkdocs_yml, work)
        try:
            yield run
        finally:
            run.stop()


def rehearse(
    frames: Frames,
    pages: Iterable[Page | PartFiles],
    files: Iterable[SiteFile],
    around: Callable[[HandPage], HandPageExtras],
) -> int:
    """Does everything that `publish` does except writing. Returns the number of pages.

    Raises `PublishError` if a build would, except for errors of the disk.
    """
    return assemble(_Rehearsal(wanted(frames)), frames, pages, files, around, Stopwatch())


def wanted(frames: Frames) -> frozenset[str]:
    """The addresses to which hand-written pages and the line at the foot link."""
    parts = [(page, written(shell)) for page, shell in frames.hand_pages]
    if line := frames.settings.copyright:
        parts.append((line.page, line.html))
    return frozenset(address for page, html in parts for address in linked_addresses(page, html))


class _Rehearsal:
    """Takes all pages and files, and keeps only those at the `wanted` addresses."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._claims = Claims()
        self._kept: dict[str, bytes] = {}

    def __contains__(self, address: str) -> bool:
        return address in self._claims

    def write_page(self, page: Page, shell: Shell) -> None:
        self._claims.claim(page.address)
        if page.address in self._wanted:
            self._kept[page.address] = pour(page, shell)

    def take(self, part: PartFiles) -> None:
        for address in part.digests:
            self._claims.claim(address)
        self._kept.update(part.data)

    def write(self, address: str, data: bytes) -> None:
        self._claims.claim(address)
        if address in self._wanted:
            self._kept[address] = data

    def move_in(self, address: str, file: Path) -> None:
        self._claims.claim(address)
        if address in self._wanted:
            self._kept[address] = file.read_bytes()

    def read(self, address: str) -> bytes:
        return self._kept[address]
