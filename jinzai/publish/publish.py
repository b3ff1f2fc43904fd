"""The last stage: from pages with addresses to the site on the disk.

This module owns the order of the steps. The engine is started first, so that it builds the shells
on another core while content is loaded, checked and rendered. Pages are poured as they come. The
site is replaced at the end, or not at all. This module does not know what pages are about.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from jinzai.publish.assemble import HandPageExtras, assemble
from jinzai.publish.failure import disk_failure
from jinzai.publish.frames import FrameRun
from jinzai.publish.handwritten import HandPage
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.part import PartFiles
from jinzai.publish.staging import Staging
from jinzai.publish.swap import SiteFolder
from jinzai.publish.timing import Seconds, Stopwatch
from jinzai.publish.trouble import Trouble

FILES_AT_ONCE: Final = 8000
"""How many files are written before they are brought to the disk. A smaller site waits once."""


class PublishReport(NamedTuple):
    """The result of publishing.

    Attributes:
        pages: the number of pages in the site, including hand-written ones.
        files: the number of other files, including assets, without the manifest.
        notices: notices about mkdocs.yml for the operator. They are not errors.
        seconds: the durations of the steps.
    """

    pages: int
    files: int
    notices: tuple[Trouble, ...]
    seconds: Seconds


class Shells:
    """Shells that are being built in another process.

    Use it as a context manager, or call `cancel` in the end.

    Attributes:
        folder: the site's folder, locked.
        run: the engine's run, in the folder of this build.
        staged: the folder in which the new site is put together. `publish` makes it.
    """

    def __init__(self, project_root: Path, mkdocs_yml: Path, site_dir: Path) -> None:
        """Starts the engine. See `begin_shells`."""
        self.folder = SiteFolder(site_dir)
        self.staged = self.folder.run / "site"
        try:
            self.run = FrameRun(project_root, mkdocs_yml, self.folder.run)
        except BaseException:
            self.folder.close()
            raise

    def read(self, address: str) -> bytes:
        """The bytes that a part has put at an address. Raises `PublishError`."""
        path = self.staged / address
        try:
            return path.read_bytes()
        except OSError as error:
            raise disk_failure(error, path, "を読み込み") from error

    def cancel(self) -> None:
        """Stops the engine and removes everything written for this build. May be called twice."""
        self.run.stop()
        self.folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cancel()


def begin_shells(project_root: Path, mkdocs_yml: Path, site_dir: Path) -> Shells:
    """Locks `site_dir` for this build and starts building the shells in another process.

    Returns at once. The result is a context manager. Leaving it ends the build, whether the site is
    published or not.

    Raises `PublishError` if another build is running, if `site_dir` contains files that are not
    ours, or if the disk refuses.
    """
    return Shells(project_root.resolve(), mkdocs_yml, site_dir)


def publish(
    shells: Shells,
    pages: Iterable[Page | PartFiles],
    files: Iterable[SiteFile],
    around: Callable[[HandPage], HandPageExtras],
) -> PublishReport:
    """Pours `pages` into their shells, adds `files`, and replaces the site as a whole.

    `assemble` says what the arguments must be.

    Raises `PublishError`, and whatever the iterables raise. Then the site is unchanged.
    """
    watch = Stopwatch()
    frames = shells.run.frames()
    waiting = watch.lap()
    staging = Staging(shells.staged)
    made = _written_out(pages, shells.folder)
    count = assemble(staging, frames, made, files, around, watch)
    staging.write_record(shells.folder.record)
    staging.write_manifest()
    watch.count()
    shells.folder.replace_with(staging.root)
    swap = watch.lap()
    return PublishReport(
        pages=count,
        files=len(staging) - count,
        notices=frames.engine.notices,
        seconds=Seconds(waiting, watch.counted, swap, frames.engine.seconds),
    )


def _written_out(
    pages: Iterable[Page | PartFiles], folder: SiteFolder
) -> Iterator[Page | PartFiles]:
    """The pages. Of a large site, what is written is brought to the disk while others are made."""
    waiting = 0
    for page in pages:
        yield page
        waiting += len(page.digests) if isinstance(page, PartFiles) else 1
        if waiting >= FILES_AT_ONCE:
            folder.write_out_so_far()
            waiting = 0
