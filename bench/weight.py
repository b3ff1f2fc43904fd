"""What a reader's browser has to load: pages, and a first visit to one with all that it names.

Owns which files a page makes a browser load: style sheets, scripts, icons and images that its
HTML names, and fonts and images that a style sheet names. Sizes are bytes as they lie on the
disk, and as a web server would send them with gzip.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

_url: Final = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_LOADING: Final = frozenset(["stylesheet", "icon", "preload", "modulepreload"])


@dataclass(frozen=True, slots=True)
class Weight:
    """A file or a first load: bytes, and bytes with gzip."""

    name: str
    raw: int
    packed: int


def pages(site: Path) -> list[Weight]:
    """All pages, the heaviest first."""
    found = [_weight(path, site) for path in site.rglob("*.html")]
    return sorted(found, key=lambda weight: (-weight.raw, weight.name))


def first_load(site: Path, address: str) -> tuple[Weight, list[Weight]]:
    """A first visit to a page: the sum, and each file of it, the heaviest first."""
    files = {(site / address).resolve(): None}
    for path in (site / address, *_named(site / address)):
        files[path.resolve()] = None
        if path.suffix == ".css":
            files |= dict.fromkeys(found.resolve() for found in _in_style(path))
    weights = [_weight(path, site.resolve()) for path in files]
    total = Weight(address, sum(w.raw for w in weights), sum(w.packed for w in weights))
    return total, sorted(weights, key=lambda weight: -weight.raw)


def _weight(path: Path, site: Path) -> Weight:
    data = path.read_bytes()
    name = path.relative_to(site).as_posix()
    return Weight(name, len(data), len(gzip.compress(data, 6, mtime=0)))


def _named(page: Path) -> Iterator[Path]:
    reader = _Loaded()
    reader.feed(page.read_text("utf-8"))
    yield from _existing(page, reader.found)


def _in_style(sheet: Path) -> Iterator[Path]:
    yield from _existing(sheet, _url.findall(sheet.read_text("utf-8")))


def _existing(owner: Path, links: list[str]) -> Iterator[Path]:
    for link in links:
        parts = urlsplit(link)
        path = owner.parent / unquote(parts.path)
        if not parts.scheme and parts.path and path.is_file():
            yield path


class _Loaded(HTMLParser):
    """Collects what a page names for loading."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("script", "img", "source"):
            self.found.append(values.get("src") or "")
        elif tag == "link" and _LOADING & set((values.get("rel") or "").split()):
            self.found.append(values.get("href") or "")
