"""`python -m bench.differences OLD NEW`: what a reader of two sites finds different.

Owns what counts as a difference: an address that only one site has, the text of a page, where its
links lead, its ids, a row of a CSV file, the bytes of any other file. Markup that no reader meets
(classes, order of attributes, white space) does not count. Style sheets and scripts are compared
with `--assets` only, since a change to them has to be looked at in a browser.
"""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final, NamedTuple

import click

ASSETS: Final = "assets/"
_inline: Final = re.compile(
    r"a|abbr|b|bdi|code|em|i|img|kbd|mark|rb|rp|rt|ruby|small|span|strong|sub|sup|svg|time|wbr"
)
_SILENT: Final = frozenset(["script", "style"])
_space: Final = re.compile(r"\s+")


class Difference(NamedTuple):
    """One thing that only one of two sites has.

    Attributes:
        address: the file.
        kind: `file`, `text`, `link`, `id`, `row` or `bytes`.
        sign: `-` where only the old site has it, `+` where only the new one has it.
        what: the thing.
    """

    address: str
    kind: str
    sign: str
    what: str


class _Page(HTMLParser):
    """The lines of text of a page, its links as addresses of the site, and its ids."""

    def __init__(self, address: str, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self._address = address
        self._text = ""
        self._silent = 0
        self.feed(html)
        self.close()
        self._end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if not _inline.fullmatch(tag):
            self._end_line()
        for name, value in attrs:
            if name in ("href", "src", "action") and value is not None:
                self.links.append(_target(self._address, value))
            elif name == "id" and value:
                self.ids.append(value)
            elif name in ("title", "alt", "aria-label", "placeholder", "content") and value:
                self.lines.append(f"[{name}] {value}")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        if not _inline.fullmatch(tag):
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text += data

    def _end_line(self) -> None:
        line = _space.sub(" ", self._text).strip()
        if line:
            self.lines.append(line)
        self._text = ""


def _target(address: str, link: str) -> str:
    """Where a link leads: an address of the site, or the whole link where it leaves the site."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", link):
        return link
    path, mark, rest = link.partition("#")
    path, asked, query = path.partition("?")
    path = normpath(join(dirname(address), path)) if path else address
    return f"{path}{asked}{query}{mark}{rest}"


def differences(old: Path, new: Path, *, with_assets: bool = False) -> Iterator[Difference]:
    """Every difference between two sites, file by file in the order of their addresses."""
    files = [_files(old, with_assets=with_assets), _files(new, with_assets=with_assets)]
    for address in sorted({*files[0], *files[1]}):
        if address not in files[1]:
            yield Difference(address, "file", "-", address)
        elif address not in files[0]:
            yield Difference(address, "file", "+", address)
        else:
            before, after = files[0][address].read_bytes(), files[1][address].read_bytes()
            if before != after:
                yield from _in_file(address, before, after)


def _files(site: Path, *, with_assets: bool) -> dict[str, Path]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {
        address: path
        for address, path in found.items()
        if not address.startswith(".") and (with_assets or not address.startswith(ASSETS))
    }


def _in_file(address: str, before: bytes, after: bytes) -> Iterator[Difference]:
    if address.endswith(".html"):
        one, other = _Page(address, before.decode()), _Page(address, after.decode())
        yield from _lines(address, "text", one.lines, other.lines)
        yield from _lines(address, "link", one.links, other.links)
        yield from _lines(address, "id", one.ids, other.ids)
    elif address.endswith(".csv"):
        yield from _lines(address, "row", _rows(before), _rows(after))
    else:
        yield Difference(address, "bytes", "-", f"{len(before)} bytes")
        yield Difference(address, "bytes", "+", f"{len(after)} bytes")


def _rows(data: bytes) -> list[str]:
    return [" | ".join(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))]


def _lines(address: str, kind: str, old: list[str], new: list[str]) -> Iterator[Difference]:
    for line in difflib.unified_diff(old, new, n=0, lineterm=""):
        if line[0] in "+-" and not line.startswith(("+++", "---")):
            yield Difference(address, kind, line[0], line[1:])


def report(found: Iterable[Difference], most: int) -> str:
    """The differences as text, at most `most` lines, and how many there are of each kind."""
    listed = list(found)
    counts: dict[str, int] = {}
    for one in listed:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    lines = [f"{one.address}: {one.kind} {one.sign} {one.what}" for one in listed[:most]]
    if len(listed) > most:
        lines.append(f"… and {len(listed) - most} more")
    total = ", ".join(f"{kind} {number}" for kind, number in sorted(counts.items()))
    return "\n".join([*lines, total or "no differences"])


@click.command()
@click.argument("old", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--assets", is_flag=True, help="Compare style sheets and scripts too.")
@click.option("--most", default=200, show_default=True, help="How many lines to print.")
def main(old: Path, new: Path, assets: bool, most: int) -> None:
    """Prints the differences; exits with 1 where there are any."""
    found = list(differences(old, new, with_assets=assets))
    click.echo(report(found, most))
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
