"""A site that Jinzai built, taken apart again: pages for the other generators, and the frame.

Owns where in a built page its parts stand, by the ids and classes that templates/theme gives them.
Knows nothing of how the page came about, so that the program may change as it likes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

MISSING: Final = "404.html"
"""The page for missing pages, at the site's root."""

_title: Final = re.compile(r"(<title>)(.*?)((?: - [^<]*)?</title>)", re.DOTALL)
_description: Final = re.compile(r'(<meta name="description" content=")([^"]*)(")')
_navigation: Final = re.compile(r'(<nav aria-label="サイト内の移動">)(.*?)(</nav>)', re.DOTALL)
_jump: Final = re.compile(r'(<nav class="jz-onpage"[^>]*><p>[^<]*</p>)(.*?)(</nav>)', re.DOTALL)
_crumbs: Final = re.compile(r'(<nav class="jz-crumbs-frame"[^>]*>)(.*?)(</nav>)', re.DOTALL)
_main: Final = re.compile(r'(<main [^>]*id="jz-main"[^>]*>)(.*?)(</main>)', re.DOTALL)
_frame_in_body: Final = re.compile(
    r'<p class="jz-(?:edit|imprint)">.*?</p>|<nav class="jz-onpage".*?</nav>', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page. `address` is from the site's root; `body` is HTML, all else plain text."""

    address: str
    title: str
    description: str
    body: str

    @property
    def depth(self) -> int:
        """How many folders deep it lies."""
        return self.address.count("/")


@dataclass(frozen=True, slots=True)
class Slots:
    """What to put into a frame."""

    title: str
    description: str
    navigation: str
    contents: str
    crumbs: str
    body: str


def pages(site: Path) -> Iterator[BuiltPage]:
    """All pages of a site, by address. Raises ValueError for one that lacks a part.

    The page for missing pages does not belong to them: it has a frame of its own.
    """
    for path in sorted(site.rglob("*.html")):
        if path == site / MISSING:
            continue
        html = path.read_text("utf-8")
        address = path.relative_to(site).as_posix()
        body = _frame_in_body.sub("", _crumbs.sub("", _part(_main, html, address)))
        yield BuiltPage(
            address,
            unescape(_part(_title, html, address)),
            unescape(_part(_description, html, address)),
            body,
        )


def frame(site: Path, depth: int, slots: Slots) -> str:
    """The frame of the pages that lie `depth` folders deep, with `slots` for what differs.

    Raises ValueError where no page of that depth has all parts.
    """
    parts = {
        _title: slots.title,
        _description: slots.description,
        _navigation: slots.navigation,
        _main: slots.body,
    }
    for path in sorted(site.rglob("*.html")):
        if len(path.relative_to(site).parts) != depth + 1:
            continue
        html = path.read_text("utf-8")
        crumbs, jump = _crumbs.search(html), _jump.search(html)
        if crumbs and jump and all(pattern.search(html) for pattern in parts):
            above = f"{crumbs[1]}{slots.crumbs}{crumbs[3]}{jump[1]}{slots.contents}{jump[3]}"
            parts[_main] = above + slots.body
            for pattern, slot in parts.items():
                html = _filled(pattern, slot, html)
            return html
    raise ValueError(f"no page {depth} folders deep has every part of the frame")


def _part(pattern: re.Pattern[str], html: str, address: str) -> str:
    found = pattern.search(html)
    if found is None:
        raise ValueError(f"{address} has nothing like {pattern.pattern}")
    return found[2]


def _filled(pattern: re.Pattern[str], slot: str, html: str) -> str:
    return pattern.sub(lambda found: found[1] + slot + found[3], html, count=1)
