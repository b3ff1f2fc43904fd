"""Hand-written pages: content/pages/*.md, built by the engine and not by render.

Owns which files are hand-written pages, their addresses and titles, and the check that the
links written in them lead somewhere. Knows nothing of MkDocs: it sees the source on one side
and built HTML on the other.
"""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from jinzai.publish.address import AddressError, check_address
from jinzai.publish.failure import PublishError, disk_failure

PAGES_FOLDER: Final = "content/pages"
"""Where hand-written pages lie, from the project's root."""

WRITTEN_ID: Final = "jz-written"
"""The id that the theme gives to the element around what a hand-written page says itself."""

# Both become index.html, which render writes.
_TAKEN_NAMES: Final = frozenset(["index", "readme"])

_heading: Final = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_front_matter: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL)
_front_title: Final = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_attributes: Final = re.compile(r"\s*\{[^{}]*\}$")
_loaded: Final = {("img", "src"), ("script", "src"), ("link", "href"), ("iframe", "src")}
_origin: Final = "https://site.invalid/"


class HandPage(NamedTuple):
    """One hand-written page.

    Attributes:
        address: from the site's root: `editing.html`.
        title: plain text: `title:` of the front matter, else the first `#` heading, else the
            file's name.
        source: the file's path from the project's root, with `/`, as messages show it.
        text: the Markdown.
    """

    address: str
    title: str
    source: str
    text: str


def hand_pages(project_root: Path) -> tuple[HandPage, ...]:
    """All hand-written pages, in the order of their file names.

    Raises `PublishError` for a file that cannot be read or whose name makes no address.
    """
    folder = project_root / PAGES_FOLDER
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    return tuple(_read(folder / name, name) for name in found if not is_hidden(name))


def is_hidden(name: str) -> bool:
    """Whether a path tells of an editor or the system: `.about.md.swp`, `img/.#a.md`."""
    return name.startswith(".") or "/." in name


def _read(path: Path, name: str) -> HandPage:
    source = f"{PAGES_FOLDER}/{name}"
    address = name.removesuffix(".md") + ".html"
    if path.stem.lower() in _TAKEN_NAMES:
        raise PublishError(
            f"{source}: この名前は使えません(ホームページと重なります)。",
            "別の名前に変えてください(例: about.md)。",
        )
    try:
        check_address(address)
    except AddressError:
        raise PublishError(
            f"{source}: ファイル名に使えない文字があります。",
            "ファイル名は半角の英小文字・数字・ハイフンにしてください(例: about.md)。",
        ) from None
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PublishError(
            f"{source}: 文字コードが UTF-8 ではありません。",
            "エディターで文字コードを UTF-8 に変えて保存し直してください。",
        ) from None
    except OSError as error:
        raise disk_failure(error, path, "を読み込み") from error
    return HandPage(address, _title(text, path.stem), source, text)


def _title(text: str, otherwise: str) -> str:
    front = _front_matter.match(text)
    if front and (title := _front_title.search(front[1])):
        return title[1]
    heading = _heading.search(text[front.end() :] if front else text)
    return _attributes.sub("", heading[1]) if heading else otherwise


def broken_links(
    page: HandPage, html: str, exists: Callable[[str], bool], has_anchor: Callable[[str, str], bool]
) -> Iterator[str]:
    """One Japanese line for every link written in `page` that leads nowhere.

    `html` is the built page; `exists(address)` tells whether the site has a file there, and
    `has_anchor(address, id)` whether that page has the id. Links to other sites are not
    followed, but nothing may be loaded from them.
    """
    reader = _WrittenLinks()
    reader.feed(html)
    lines: dict[str, Iterator[str]] = {}
    for tag, attribute, link in reader.links:
        line = next(lines.setdefault(link, _lines_of(page.text, link)), "")
        trouble = _trouble(page, (tag, attribute) in _loaded, link, exists, has_anchor)
        if trouble:
            yield f"{page.source}{line}: {trouble}"


def _trouble(
    page: HandPage,
    loaded: bool,
    link: str,
    exists: Callable[[str], bool],
    has_anchor: Callable[[str, str], bool],
) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        outside = loaded and parts.scheme != "data"
        return f"「{link}」は外部から読み込まれるため使えません" if outside else ""
    if link.startswith("/"):
        return f"リンク先「{link}」は / で始まっています。このファイルから見た位置で書いてください"
    target = urlsplit(urljoin(_origin + page.address, link))
    address = unquote(target.path).removeprefix("/")
    if address == "" or address.endswith("/"):
        address += "index.html"
    if not exists(address):
        return f"リンク先「{link}」がありません"
    if target.fragment and not has_anchor(address, unquote(target.fragment)):
        return f"リンク先「{link}」のページに「#{target.fragment}」がありません"
    return ""


def _lines_of(text: str, link: str) -> Iterator[str]:
    """`:12` for each place in the source that has the link, as it is or as a link to `.md`."""
    wanted = {link, unquote(link), re.sub(r"\.html(?=$|#)", ".md", link)}
    for number, line in enumerate(text.splitlines(), 1):
        for _ in range(max(line.count(form) for form in wanted)):
            yield f":{number}"


class _WrittenLinks(HTMLParser):
    """Collects (tag, attribute, link) within the element with `WRITTEN_ID`."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str, str]] = []
        self._inside = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._inside:
            if ("id", WRITTEN_ID) in attrs:
                self._inside, self._depth = tag, 1
            return
        if tag == self._inside:
            self._depth += 1
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append((tag, name, value))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._depth -= 1
            if self._depth == 0:
                self._inside = ""
