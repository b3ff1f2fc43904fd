"""The last stage: from pages with addresses to the site on the disk.

Owns the order of things: the engine is started first, so that it builds the shells on another
core while content is loaded, checked and rendered; pages are poured as they come; the site is
replaced at the end, or not at all. Knows nothing of what pages are about.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from jinzai.publish.address import depth
from jinzai.publish.docs import shell_address, write_docs
from jinzai.publish.engine_process import EngineProcess, EngineReport, Settings
from jinzai.publish.failure import PublishError, disk_failure
from jinzai.publish.handwritten import PAGES_FOLDER, HandPage, broken_links, hand_pages
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.shell import MAX_DEPTH, Marks, Shell, ShellError, pour
from jinzai.publish.staging import Staging
from jinzai.publish.swap import SiteFolder
from jinzai.publish.timing import Seconds, Stopwatch

THEME_FOLDER: Final = "templates/theme"
"""Our overrides of the theme, from the project's root."""


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What was published.

    Attributes:
        pages: pages in the site, hand-written ones among them.
        files: other files, assets among them, without the manifest.
        notices: Japanese lines the operator should read; not errors.
        seconds: where the time went.
    """

    pages: int
    files: int
    notices: tuple[str, ...]
    seconds: Seconds


class Shells:
    """Shells being built in another process. Use as a context manager, or call `cancel`.

    Attributes:
        hand_pages: the hand-written pages that the site will have.
    """

    def __init__(self, project_root: Path, mkdocs_yml: Path, site_dir: Path) -> None:
        """Starts the engine. See `begin_shells`."""
        self.hand_pages: tuple[HandPage, ...] = hand_pages(project_root)
        self.folder = SiteFolder(site_dir)
        self._engine: EngineProcess | None = None
        try:
            self._marks = Marks.over(page.text.encode() for page in self.hand_pages)
            self.html = self.folder.run / "html"
            docs = self.folder.run / "docs"
            write_docs(project_root / PAGES_FOLDER, docs)
            job = {
                "config": str(mkdocs_yml),
                "docs": str(docs),
                "html": str(self.html),
                "theme": str(project_root / THEME_FOLDER),
                "pages_folder": PAGES_FOLDER,
                "marks": self._marks.for_templates(),
            }
            self._engine = EngineProcess(job, self.folder.run / "engine.log")
        except BaseException:
            self.cancel()
            raise

    def settings(self) -> Settings:
        """What mkdocs.yml says; waits until it has been read. Raises `PublishError`."""
        assert self._engine is not None, "cancelled"
        return self._engine.settings()

    def wait(self) -> EngineReport:
        """Waits for the engine. Raises `PublishError`."""
        assert self._engine is not None, "cancelled"
        return self._engine.wait()

    def shell(self, address: str, required: Iterable[str]) -> Shell:
        """The shell in a built page. Raises `PublishError` where the theme left a slot out."""
        try:
            html = (self.html / address).read_text("utf-8")
        except FileNotFoundError:
            raise PublishError(
                f"{address} のもとになるページが、組み立てられませんでした。",
                "mkdocs.yml の exclude_docs と draft_docs を外し、content/pages の"
                "ファイル名を半角の英小文字に変えてください。",
            ) from None
        except OSError as error:
            raise disk_failure(error, self.html / address, "を読み込み") from error
        try:
            return Shell.cut(html, self._marks, required)
        except ShellError as error:
            raise PublishError(
                f"templates/theme の枠に、「{error}」の入る場所が正しく用意されていません。",
                "templates/theme/main.html と partials を、README.md の説明と見比べてください。",
            ) from error

    def cancel(self) -> None:
        """Stops the engine and removes everything written for this build. May be called twice."""
        if self._engine is not None:
            self._engine.stop()
            self._engine = None
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

    Returns at once. The result is a context manager; leaving it ends the build, published or
    not.

    Raises `PublishError` where another build is running, where `site_dir` holds files that are
    not ours, or where the disk refuses.
    """
    return Shells(project_root.resolve(), mkdocs_yml.resolve(), site_dir)


def publish(
    shells: Shells,
    pages: Iterable[Page],
    files: Iterable[SiteFile],
    navigation_for: Callable[[HandPage], str],
) -> PublishReport:
    """Pours `pages` into their shells, adds `files`, and replaces the site as a whole.

    Both iterables are consumed once, one element at a time, so they may be generators.
    `navigation_for` gives the left sidebar of a hand-written page, as `Page.navigation`.

    Raises `PublishError`, and whatever the iterables raise; the site is then as it was.
    """
    watch = Stopwatch()
    engine = shells.wait()
    waiting = watch.lap()
    staging = Staging(shells.folder.run / "site")
    by_depth = {
        level: shells.shell(shell_address(level), ("title", "body", "navigation"))
        for level in range(MAX_DEPTH + 1)
    }
    watch.lap()
    count = 0
    for page in pages:
        watch.lap()
        shell = by_depth.get(depth(page.address))
        if shell is None:
            raise ValueError(f"{page.address} lies deeper than {MAX_DEPTH} folders")
        staging.write(page.address, pour(page, shell))
        count += 1
        watch.count()
    for file in files:
        watch.lap()
        staging.write(file.address, file.data)
        watch.count()
    watch.lap()
    _add_hand_pages(shells, staging, navigation_for)
    _add_assets(shells, staging)
    _check_hand_pages(shells.hand_pages, staging)
    staging.write_manifest()
    watch.count()
    watch.lap()
    shells.folder.replace_with(staging.root)
    swap = watch.lap()
    count += len(shells.hand_pages)
    return PublishReport(
        pages=count,
        files=len(staging) - count,
        notices=engine.notices,
        seconds=Seconds(waiting, watch.counted, swap, engine.seconds),
    )


def _add_hand_pages(
    shells: Shells, staging: Staging, navigation_for: Callable[[HandPage], str]
) -> None:
    for page in shells.hand_pages:
        shell = shells.shell(page.address, ("navigation",))
        staging.write(page.address, shell.fill({"navigation": navigation_for(page).encode()}))


def _add_assets(shells: Shells, staging: Staging) -> None:
    """Moves in what else the engine built: the theme's assets, images of hand-written pages."""
    poured = {page.address for page in shells.hand_pages}
    poured.update(shell_address(level) for level in range(MAX_DEPTH + 1))
    for file in sorted(shells.html.rglob("*")):
        address = file.relative_to(shells.html).as_posix()
        if file.is_file() and address not in poured:
            staging.move_in(address, file)


def _check_hand_pages(pages: Iterable[HandPage], staging: Staging) -> None:
    broken = [
        line
        for page in pages
        for line in broken_links(
            page,
            staging.read(page.address).decode(),
            staging.__contains__,
            lambda address, anchor: f' id="{anchor}"'.encode() in staging.read(address),
        )
    ]
    if broken:
        listed = "".join(f"\n  {line}" for line in broken)
        raise PublishError(
            f"手書きページに、使えないリンクがあります。{listed}",
            "上のリンクを直してから、もう一度ビルドしてください。",
        )
