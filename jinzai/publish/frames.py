"""Frames: the result of the engine, ready for any number of pages to be poured in.

This module owns one run of the engine: its input folder, its shells, and the choice of its files
that belong in the site. It knows neither the pages of the catalogue nor the site's folder.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from jinzai.load.leftovers import is_left_over
from jinzai.publish.docs import shell_address, write_docs
from jinzai.publish.engine_process import EngineProcess, EngineReport
from jinzai.publish.failure import PublishError, all_of, disk_failure
from jinzai.publish.handwritten import (
    HandPage,
    read_handwritten,
    trouble_with_pages,
)
from jinzai.publish.mkdocs_extensions import KEY as EXTENSIONS
from jinzai.publish.mkdocs_notices import notices, unknown_settings
from jinzai.publish.mkdocs_yml import THEME_FOLDER, Settings, settings_of, usual_settings
from jinzai.publish.settings_file import (
    SettingsError,
    SettingsFile,
    read_settings_file,
    trouble_with_settings,
)
from jinzai.publish.shell import MAX_DEPTH, Marks, Shell, ShellError
from jinzai.publish.trouble import Trouble
from jinzai.publish.versions import OWN, page_of_anywhere, page_with_versions, version_of
from jinzai.publish.written_headings import ANCHOR_EXTENSION
from jinzai.publish.written_links import broken_links, markup_troubles


class Frames(NamedTuple):
    """The result of one run of the engine.

    Attributes:
        engine: the report of the run.
        settings: the settings in mkdocs.yml.
        by_depth: the shells, by the depth of their pages.
        hand_pages: the hand-written pages, each with its built page as a shell. The shell lacks
            only navigation and report. Its `body` is the page's own part.
        assets: the other files of the site, by address. They are in the run's folder.
        versions: the versions of these files, by address.
    """

    engine: EngineReport
    settings: Settings
    by_depth: tuple[Shell, ...]
    hand_pages: tuple[tuple[HandPage, Shell], ...]
    assets: Mapping[str, Path]
    versions: Mapping[str, str]


def written(shell: Shell) -> str:
    """The HTML of a hand-written page's own part. `shell` is its built page."""
    return shell.inside("body").decode()


def _sure_troubles(frames: Frames, may_exist: Callable[[str], bool]) -> Iterator[Trouble]:
    """What is wrong with hand-written pages, whatever pages the catalogue has."""
    own = {page.address: written(shell) for page, shell in frames.hand_pages}

    def exists(address: str) -> bool:
        return address in own or address in frames.assets or may_exist(address)

    def has_anchor(address: str, anchor: str) -> bool:
        return address not in own or f' id="{escape(anchor)}"' in own[address]

    for page, _ in frames.hand_pages:
        html = own[page.address]
        yield from markup_troubles(page, html)
        yield from broken_links(page, html, exists, has_anchor)


def _with_anchors_read(settings: Mapping[str, Any]) -> dict[str, Any]:
    """MkDocs' settings with the extension that reads the anchors of `written_headings`."""
    return {**settings, EXTENSIONS: [ANCHOR_EXTENSION, *settings.get(EXTENSIONS, ())]}


class FrameRun:
    """The engine at work in another process. `stop` must be called in the end.

    Its results can be asked for again, even after it is stopped.

    Attributes:
        hand_pages: the hand-written pages that the site will have.
        marks: the texts that stand for the slots in this run.
    """

    def __init__(self, project_root: Path, mkdocs_yml: Path, work: Path) -> None:
        """Starts the engine. `work` is an empty folder for this run alone.

        Raises `PublishError` if the disk refuses. Mistakes in mkdocs.yml and in hand-written pages
        are not raised here, but when settings or frames are asked for.
        """
        self._engine = EngineProcess(work / "engine.log")
        self._runs = True
        self._html = work / "html"
        self._frames: Frames | None = None
        self._settings: Settings | None = None
        self._notices: tuple[Trouble, ...] = ()
        self._troubles: list[PublishError] = []
        self._failure: PublishError | None = None
        self._versions: Mapping[str, str] = {}
        try:
            self._begin(project_root, mkdocs_yml, work / "docs")
        except BaseException:
            self.stop()
            raise

    def _begin(self, project_root: Path, mkdocs_yml: Path, docs: Path) -> None:
        handwritten = read_handwritten(project_root)
        self.hand_pages: tuple[HandPage, ...] = handwritten.pages
        texts = [page.text for page in self.hand_pages]
        if handwritten.troubles:
            self._troubles.append(trouble_with_pages(handwritten.troubles))
        noted: tuple[Trouble, ...] = ()
        file = SettingsFile({})
        try:
            file = read_settings_file(mkdocs_yml)
            texts.append(file.source)
            noted = (*file.notices, *unknown_settings(file))
            self._settings = settings_of(file, project_root, _material())
            self._notices = (*file.notices, *notices(file))
        except SettingsError as refusal:
            noted = tuple(one for one in noted if one not in refusal.troubles)
            self._troubles.append(trouble_with_settings(refusal.troubles, noted))
        finally:
            self.marks = Marks.over(text.encode() for text in texts)
        # Without settings there can be no site, but the pages can still be checked.
        self._used = self._settings or usual_settings(file, project_root)
        write_docs(handwritten, docs)
        line = self._used.copyright
        job = {
            "settings": _with_anchors_read(self._used.for_engine),
            "docs": str(docs),
            "html": str(self._html),
            "extra": {
                **self.marks.for_templates(),
                "copyright": [piece._asdict() for piece in line.pieces] if line else [],
                "short_name": self._used.short_name,
            },
        }
        self._engine.begin(job)

    def settings(self) -> Settings:
        """The settings in mkdocs.yml. Raises `PublishError`."""
        self._stop_if_troubled()
        if self._settings is None:
            raise AssertionError("a run without settings has a trouble")
        return self._settings

    def frames(self) -> Frames:
        """The result of the engine. Waits until it is ready. Raises `PublishError`."""
        self._stop_if_troubled()
        return self._made()

    def frames_to_check(self) -> Frames | None:
        """The frames as far as the engine could make them, although there may be `failures`.

        Their settings may be others than those of mkdocs.yml. They are good enough to check the
        hand-written pages. None if the engine made nothing. Waits until it is ready.
        """
        if self._is_lost():
            return None
        try:
            return self._made()
        except PublishError:
            return None

    def failures(self) -> tuple[PublishError, ...]:
        """Everything that keeps the engine's files from becoming a site. Waits for the engine."""
        if self._is_lost():
            return tuple(self._troubles)
        try:
            self._made()
        except PublishError as failure:
            return (*self._troubles, failure)
        return tuple(self._troubles)

    def notices(self) -> tuple[Trouble, ...]:
        """What is said of settings without effect. Waits for the engine."""
        frames = self.frames_to_check()
        return self._notices if frames is None else frames.engine.notices

    def trouble(self, may_exist: Callable[[str], bool] = lambda _: True) -> PublishError | None:
        """The reason why this run cannot become a site, or None.

        It is the reason that can be found without the pages of the catalogue. `may_exist` says
        whether the catalogue may have a page at an address.
        """
        failures = list(self.failures())
        frames = self.frames_to_check()
        if frames is not None and (lines := list(_sure_troubles(frames, may_exist))):
            failures.append(trouble_with_pages(lines))
        return all_of(failures) if failures else None

    def _is_lost(self) -> bool:
        """Whether the engine was stopped before anybody asked for its result."""
        return not self._runs and self._frames is None and self._failure is None

    def _made(self) -> Frames:
        """The frames. Raises `PublishError` if the engine or the disk fails."""
        if self._failure is not None:
            raise self._failure
        if self._frames is None:
            try:
                self._frames = self._cut(self._engine.wait())
            except PublishError as failure:
                self._failure = failure
                raise
        return self._frames

    def stop(self) -> None:
        """Ends the engine if it still runs. May be called twice. The written files stay."""
        if self._runs:
            self._engine.stop()
            self._runs = False

    def _stop_if_troubled(self) -> None:
        """Raises `PublishError` if files could not be read.

        It also holds the errors of the engine.
        """
        if self._troubles:
            raise all_of(self.failures())

    def _cut(self, engine: EngineReport) -> Frames:
        assets = self._assets()
        self._versions = self._versions_of(assets)
        depths = range(MAX_DEPTH + 1)
        required = ("title", "body", "navigation")
        return Frames(
            engine=engine._replace(notices=(*self._notices, *engine.notices)),
            settings=self._used,
            by_depth=tuple(self._shell(shell_address(level), required) for level in depths),
            hand_pages=tuple(
                (page, self._shell(page.address, ("navigation",), ("body",)))
                for page in self.hand_pages
            ),
            assets=assets,
            versions=self._versions,
        )

    def _shell(self, address: str, required: Iterable[str], enclosed: Iterable[str] = ()) -> Shell:
        try:
            html = (self._html / address).read_text("utf-8")
        except FileNotFoundError:
            raise PublishError(
                f"{address} のもとになるページが、組み立てられませんでした。",
                "content/pages のファイル名を半角の英小文字に変えてください。",
            ) from None
        except OSError as error:
            raise disk_failure(error, self._html / address, "を読み込み") from error
        try:
            html = page_with_versions(html, address, self._versions)
            own = {name: one for name, one in self._versions.items() if name.startswith(OWN)}
            return Shell.cut(html, self.marks, required, enclosed, own)
        except ShellError as error:
            raise PublishError(
                "ページの枠のテンプレートに誤りがあります。",
                "templates/theme/main.html と partials を、前の版と比べてください。",
                [Trouble(f"{THEME_FOLDER}/main.html", _no_slot(error))],
            ) from error

    def _versions_of(self, assets: Mapping[str, Path]) -> dict[str, str]:
        """The version of each asset. Pages among them get the versions of what they load."""
        versions: dict[str, str] = {}
        pages: list[Path] = []
        for address, file in assets.items():
            try:
                if file.suffix == ".html":
                    pages.append(file)
                else:
                    versions[address] = version_of(file.read_bytes())
            except OSError as error:
                raise disk_failure(error, file, "を読み込み") from error
        for file in pages:
            try:
                html = page_of_anywhere(file.read_text("utf-8"), versions)
                file.write_text(html, "utf-8", newline="")
            except OSError as error:
                raise disk_failure(error, file, "を読み書き") from error
        return versions

    def _assets(self) -> dict[str, Path]:
        """The theme's assets and the files beside hand-written pages, sorted by address."""
        cut = {page.address for page in self.hand_pages}
        cut.update(shell_address(level) for level in range(MAX_DEPTH + 1))
        found = {
            file.relative_to(self._html).as_posix(): file
            for file in sorted(self._html.rglob("*"))
            if file.is_file() and not any(map(is_left_over, file.relative_to(self._html).parts))
        }
        return {address: file for address, file in found.items() if address not in cut}


def _no_slot(error: ShellError) -> str:
    return (
        f"{THEME_FOLDER} の枠に、「{error}」の入る場所が正しく用意されていません。"
        "main.html と partials を、前の版と比べてください。"
    )


def _material() -> Path:
    """The folder of Material's templates. Material itself is not imported."""
    material = find_spec("material.templates")
    folders = material.submodule_search_locations if material else None
    return Path((folders or [""])[0])
