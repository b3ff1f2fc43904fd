"""How heavy pages are: bytes as they lie in the site, before any compression by a server.

The limits: 100 KB of HTML for a page; 300 KB for everything that a reader's first three pages
(home, a role, the matrix) load together. 1 KB is 1000 bytes.
"""

import gzip
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from .html import read_pages
from .reader import from_disk

KB = 1000
FIRST = ("index.html", "hirakata/roles/dx-leader.html", "hirakata/skills/matrix.html")


def loaded(browser: Browser, site: Path, *addresses: str) -> dict[str, int]:
    """Every file that Chromium loads for the pages, with its size."""
    files: dict[str, int] = {}

    def note(url: str) -> None:
        if url.startswith("file:"):
            path = Path(urlsplit(url).path)
            files[path.relative_to(site).as_posix()] = path.stat().st_size

    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: note(request.url))
        for address in addresses:
            page.goto(from_disk(site) + address)
    return files


def test_no_page_is_above_100_kb(built: Path) -> None:
    heavy = {
        path.relative_to(built).as_posix(): path.stat().st_size
        for path in built.rglob("*.html")
        if path.stat().st_size > 100 * KB
    }
    assert heavy == {}


@pytest.mark.browser
def test_first_load_is_under_300_kb(browser: Browser, built: Path) -> None:
    files = loaded(browser, built, *FIRST)
    assert {*FIRST, "assets/jinzai/base.css", "assets/jinzai/frame.js"} <= files.keys()
    assert sum(files.values()) < 300 * KB, files
    compressed = sum(len(gzip.compress((built / name).read_bytes())) for name in files)
    assert compressed < 75 * KB


def test_any_page_but_the_search_is_under_270_kb_with_all_it_names(built: Path) -> None:
    """A first load may have 300 KB (bench/README.md); this keeps a tenth in hand."""
    heavy = {}
    for page in read_pages(built).values():
        names = {urlsplit(urljoin(f"http://x/{page.address}", url)).path for url in page.loads}
        files = [built / page.address, *(built / name.removeprefix("/") for name in names)]
        total = sum(path.stat().st_size for path in files if path.suffix != "")
        if total > (450 if page.address == "search.html" else 270) * KB:
            heavy[page.address] = total
    assert heavy == {}


def test_no_page_but_the_search_loads_its_data(built: Path) -> None:
    with_data = {
        page.address
        for page in read_pages(built).values()
        if any("/search-" in url and urlsplit(url).path.endswith(".js") for url in page.loads)
    }
    assert with_data == {"search.html"}
