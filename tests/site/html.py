"""What the tests look for in a page: its links, its ids, what it loads."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

BASE = "https://site.invalid/"
LOADED = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
    "embed": "src",
    "form": "action",
}


@dataclass
class PageFacts(HTMLParser):
    """The facts of one page."""

    address: str
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    titles: int = 0
    headings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.add(str(values["id"]))
        if tag == "a" and values.get("href") is not None:
            self.links.append(str(values["href"]))
        if tag in LOADED and values.get(LOADED[tag]):
            self.loads.append(str(values[LOADED[tag]]))
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(tag)
        self.titles += tag == "title"


def read_pages(site: Path) -> dict[str, PageFacts]:
    """The facts of every page, by address."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        facts = PageFacts(address)
        facts.feed(path.read_text("utf-8"))
        pages[address] = facts
    return pages


def is_outside(url: str) -> bool:
    """Whether a URL names another host or a scheme of its own."""
    return url.startswith("//") or ":" in url.split("/", 1)[0].split("#", 1)[0].split("?", 1)[0]


def targets(page: PageFacts) -> Iterator[tuple[str, str, str]]:
    """Each inner link with the address and the anchor that it leads to."""
    for url in [*page.links, *page.loads]:
        if not is_outside(url):
            path, anchor = urldefrag(url)
            whole = urlsplit(urljoin(BASE + page.address, path)).path.removeprefix("/")
            yield url, unquote(whole), unquote(anchor)
