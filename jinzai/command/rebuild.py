"""A site that is made again and again in one process, each time as `build.py` would make it.

This module owns what is kept from one time to the next: the frames, if the engine's files are
unchanged, and the pages that would be the same. Everything else is done again. site/ is neither
read nor written.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from jinzai.command.build import MKDOCS
from jinzai.command.failures import all_failures
from jinzai.publish.assemble import assemble
from jinzai.publish.failure import PublishError, disk_failure
from jinzai.publish.frames import FrameRun
from jinzai.publish.handwritten import PAGES_FOLDER
from jinzai.publish.memory import SiteInMemory
from jinzai.publish.mkdocs_yml import THEME_FOLDER
from jinzai.publish.part import GivenBack
from jinzai.publish.timing import Stopwatch
from jinzai.publish.trouble import Trouble
from jinzai.publish.undisturbed import undisturbed
from jinzai.serve.snapshot import Snapshot, Stamp
from jinzai.work.all_parts import AllParts
from jinzai.work.clock import Clock
from jinzai.work.crash import crash_failure
from jinzai.work.examination import Examination, examine
from jinzai.work.known import KnownInMemory
from jinzai.work.site_kit import TEMPLATES, TemplateFolder
from jinzai.work.workers import ThisProcess

FRAME_SOURCES: Final = (MKDOCS, THEME_FOLDER, PAGES_FOLDER)
"""The files and folders that the engine reads, from the project's root."""


class Outcome(NamedTuple):
    """The result of one build.

    Attributes:
        seconds: its duration.
        examined: the result of the checks, or None if they did not run.
        site: the site, or None.
        pages: the number of pages of the site.
        notices: notices about mkdocs.yml for the operator. They are not errors.
        failure: why the build stopped, or None. Findings are no failure.
    """

    seconds: float
    examined: Examination | None = None
    site: SiteInMemory | None = None
    pages: int = 0
    notices: tuple[Trouble, ...] = ()
    failure: PublishError | None = None


class Rebuilder:
    """Makes the site of one project, any number of times, one at a time.

    `close` must be called in the end.
    """

    def __init__(self, root: Path, work: Path) -> None:
        """`work` is a folder for this object alone. The caller made it and removes it."""
        self._root = root.resolve()
        self._work = work
        self._run: FrameRun | None = None
        self._run_folder: Path | None = None
        self._run_sources: dict[str, Stamp] = {}
        self._known = KnownInMemory()

    def build(self, snapshot: Snapshot) -> Outcome:
        """Makes the site of the present files. `snapshot` must be taken just before.

        No state of the files raises anything.
        """
        clock = Clock()
        examined: Examination | None = None
        try:
            run = self._current_run(snapshot.within(*FRAME_SOURCES))
            examined = examine(self._root, lambda _: ThisProcess(), clock, self._known)
            if examined.commons is None or run.failures():
                found = all_failures(self._root, examined, run, clock)
                notices = run.notices()
                if run.failures():  # The machine may be the reason: the engine starts anew.
                    self.close()
                return Outcome(clock.total, examined, notices=notices, failure=found)
            site, pages = self._site(examined, run, clock)
            return Outcome(clock.total, examined, site, pages, run.notices())
        except Exception as error:
            failure = crash_failure(error)
        # What the engine wrote may be the reason, so it starts anew next time.
        self.close()
        return Outcome(clock.total, examined, failure=failure)

    def close(self) -> None:
        """Stops the engine and removes its files. May be called twice."""
        if self._run is not None:
            self._run.stop()
            self._run = None
        if self._run_folder is not None:
            shutil.rmtree(self._run_folder, ignore_errors=True)
            self._run_folder = None

    def _current_run(self, sources: dict[str, Stamp]) -> FrameRun:
        """The engine's run over `sources`. A new run works while content is examined."""
        if self._run is None or sources != self._run_sources:
            self.close()
            try:
                self._run_folder = Path(tempfile.mkdtemp(prefix="run-", dir=self._work))
            except OSError as error:
                raise disk_failure(error, self._work, "に書き込み") from error
            self._run_sources = sources
            with undisturbed():  # A process that nobody knows of could not be stopped.
                self._run = FrameRun(self._root, self._root / MKDOCS, self._run_folder)
        return self._run

    def _site(self, examined: Examination, run: FrameRun, clock: Clock) -> tuple[SiteInMemory, int]:
        templates = TemplateFolder(self._root / TEMPLATES, self._work / "compiled")
        frames = run.frames()
        parts = AllParts(self._root, examined, frames, templates, GivenBack(), clock)
        site = SiteInMemory()
        made = parts.files(site.read)
        pages = assemble(site, frames, made, (), parts.around, Stopwatch())
        parts.keep()
        return site, pages
