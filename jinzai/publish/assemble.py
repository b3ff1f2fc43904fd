"""Assembling a site: frames, pages and files brought together in one place.

Owns the order in which a site is put together and the last check on it, that the links of
hand-written pages lead somewhere. Knows neither where the site is kept nor what pages are about.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from jinzai.publish.address import depth
from jinzai.publish.failure import PublishError
from jinzai.publish.frames import Frames
from jinzai.publish.handwritten import HandPage, broken_links
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.shell import MAX_DEPTH, Shell
from jinzai.publish.timing import Stopwatch


class Target(Protocol):
    """Where a site is put together. Everything that takes an address may raise `PublishError`."""

    def __contains__(self, address: str) -> bool:
        """Whether something was put at the address."""

    def write_page(self, page: Page, shell: Shell) -> None:
        """Puts a page of the catalogue, with its frame, at its address."""

    def write(self, address: str, data: bytes) -> None:
        """Puts bytes at an address."""

    def move_in(self, address: str, file: Path) -> None:
        """Puts a file of the engine at an address; the file need not be there afterwards."""

    def read(self, address: str) -> bytes:
        """What was put at an address. Raises `KeyError` where nothing was."""


def assemble(
    target: Target,
    frames: Frames,
    pages: Iterable[Page],
    files: Iterable[SiteFile],
    navigation_for: Callable[[HandPage], str],
    watch: Stopwatch,
) -> int:
    """Puts `pages`, `files`, hand-written pages and assets into `target`; returns the pages.

    Both iterables are consumed once, one element at a time, so they may be generators; `watch`
    counts all time but theirs. `navigation_for` gives the left sidebar of a hand-written page,
    as `Page.navigation`.

    Raises `PublishError`, and whatever the iterables raise.
    """
    count = len(frames.hand_pages)
    watch.lap()
    for page in pages:
        watch.lap()
        level = depth(page.address)
        if level > MAX_DEPTH:
            raise ValueError(f"{page.address} lies deeper than {MAX_DEPTH} folders")
        target.write_page(page, frames.by_depth[level])
        count += 1
        watch.count()
    for file in files:
        watch.lap()
        target.write(file.address, file.data)
        watch.count()
    watch.lap()
    for hand_page, shell in frames.hand_pages:
        filled = shell.fill({"navigation": navigation_for(hand_page).encode()})
        target.write(hand_page.address, filled)
    for address, asset in frames.assets.items():
        target.move_in(address, asset)
    _check_hand_pages((page for page, _ in frames.hand_pages), target)
    watch.count()
    return count


def _check_hand_pages(pages: Iterable[HandPage], target: Target) -> None:
    broken = [
        line
        for page in pages
        for line in broken_links(
            page,
            target.read(page.address).decode(),
            target.__contains__,
            lambda address, anchor: f' id="{anchor}"'.encode() in target.read(address),
        )
    ]
    if broken:
        listed = "".join(f"\n  {line}" for line in broken)
        raise PublishError(
            f"手書きページに、使えないリンクがあります。{listed}",
            "上のリンクを直してから、もう一度ビルドしてください。",
        )
