"""Assembling a site: frames, pages and files are brought together in one place.

This module owns the order in which a site is put together. It also owns the last check of a site:
the links of hand-written pages must lead somewhere. It knows neither where the site is kept nor
what its pages are about.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from jinzai.publish.claims import AddressTakenError
from jinzai.publish.failure import all_of
from jinzai.publish.frames import Frames, written
from jinzai.publish.handwritten import HandPage, trouble_with_pages
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.part import PartFiles, digest_of, shell_of
from jinzai.publish.settings_file import trouble_with_settings
from jinzai.publish.shell import Shell
from jinzai.publish.timing import Stopwatch
from jinzai.publish.trouble import Trouble
from jinzai.publish.versions import versions_file
from jinzai.publish.written_breaks import without_needless_breaks
from jinzai.publish.written_links import broken_links, markup_troubles


class HandPageExtras(NamedTuple):
    """The parts of a hand-written page that the catalogue gives.

    They are its `Page.navigation` and its `Page.report`.
    """

    navigation: str
    report: str = ""


class SiteTarget(Protocol):
    """A place where a site is put together.

    Each method that takes an address and puts something there may raise `PublishError`.
    """

    def __contains__(self, address: str) -> bool:
        """Whether there is something at the address."""

    def write_page(self, page: Page, shell: Shell) -> None:
        """Puts a page of the catalogue, with its frame, at its address."""

    def take(self, part: PartFiles) -> None:
        """Puts the files of a part of the site at their addresses."""

    def write(self, address: str, data: bytes) -> None:
        """Puts bytes at an address."""

    def move_in(self, address: str, file: Path) -> None:
        """Puts a file of the engine at an address. The file may be moved or copied."""

    def read(self, address: str) -> bytes:
        """The bytes at an address. Raises `KeyError` if there is nothing."""


def assemble(
    target: SiteTarget,
    frames: Frames,
    pages: Iterable[Page | PartFiles],
    files: Iterable[SiteFile],
    around: Callable[[HandPage], HandPageExtras],
    watch: Stopwatch,
) -> int:
    """Puts `pages`, `files`, hand-written pages and assets into `target`.

    Returns the number of pages, including hand-written ones. Among `pages` may be parts of the site
    that were made elsewhere.

    Each iterable is consumed once, one element at a time, so both may be generators. `files` is
    asked for its first element when all pages are in their places. `watch` counts
    all time except the time of the iterables. `around` gives the navigation and the report link of
    a hand-written page.

    Raises `PublishError`, and whatever the iterables raise.
    """
    count = len(frames.hand_pages)
    digests: list[tuple[str, str]] = []
    watch.lap()
    for page in pages:
        watch.lap()
        if isinstance(page, PartFiles):
            target.take(page)
            digests += page.digests.items()
            count += page.pages
        else:
            target.write_page(page, shell_of(page.address, frames.by_depth))
            count += 1
        watch.count()
    for file in files:
        watch.lap()
        target.write(file.address, file.data)
        digests.append((file.address, digest_of(file.data)))
        watch.count()
    watch.lap()
    taken: list[Trouble] = []
    for hand_page, shell in frames.hand_pages:
        if hand_page.address in target:
            taken.append(Trouble(hand_page.source, _TAKEN))
            continue
        given = around(hand_page)
        parts = {
            "navigation": given.navigation.encode(),
            "body": without_needless_breaks(written(shell)).encode(),
            "report": escape(given.report).encode(),
        }
        try:
            target.write(hand_page.address, shell.fill(parts))
        except AddressTakenError as refusal:
            taken.append(Trouble(hand_page.source, f"{refusal.happened}{refusal.remedy}"))
    for address, asset in frames.assets.items():
        target.move_in(address, asset)
    versions = versions_file(frames.versions, digests)
    target.write(versions.address, versions.data)
    failures = []
    if troubles := [*taken, *_troubles(frames, target)]:
        failures.append(trouble_with_pages(troubles))
    if troubles := list(_troubles_of_copyright(frames, target)):
        failures.append(trouble_with_settings(troubles))
    if failures:
        raise all_of(failures)
    watch.count()
    return count


def _troubles(frames: Frames, target: SiteTarget) -> Iterator[Trouble]:
    for page, shell in frames.hand_pages:
        html = written(shell)
        yield from markup_troubles(page, html)
        yield from _broken_links(page, html, target)


def _troubles_of_copyright(frames: Frames, target: SiteTarget) -> Iterator[Trouble]:
    line = frames.settings.copyright
    if line is not None:
        yield from line.placed(_broken_links(line.page, line.html, target))


def _broken_links(page: HandPage, html: str, target: SiteTarget) -> Iterator[Trouble]:
    def has_anchor(address: str, anchor: str) -> bool:
        return f' id="{escape(anchor)}"'.encode() in target.read(address)

    return broken_links(page, html, target.__contains__, has_anchor)


_TAKEN: Final = (
    "この名前のページは自動で作られます。ファイルの名前を変えてください(例: 前に about- を付ける)"
)
