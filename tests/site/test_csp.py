"""The headers that the guide gives for nginx and Apache: the site works under exactly these."""

import base64
import hashlib
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.waiting import until_told

from .reader import Reader, use_everything
from .served import served

GUIDE = "editing-server.html"
HEADERS = {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"}


def headers_for(site: Path, server: str) -> dict[str, str]:
    """What the guide's example for `server` sets for all files, read from the built page."""
    html = (site / GUIDE).read_text("utf-8")
    section = re.search(rf'<h3 id="{server}">.*?</pre>', html, re.DOTALL)
    assert section, f"{GUIDE} has no #{server}"
    example = re.sub(r"<FilesMatch.*?</FilesMatch>", "", unescape(section[0]), flags=re.DOTALL)
    return dict(re.findall(r'(?:add_header|Header always set) (\S+) "([^"]*)"', example))


@pytest.fixture(scope="module")
def headers(built: Path) -> dict[str, str]:
    return headers_for(built, "nginx")


def test_both_servers_get_the_same_headers(built: Path, headers: dict[str, str]) -> None:
    assert headers.keys() == HEADERS
    assert headers_for(built, "apache") == headers


def test_the_policy_is_strict(headers: dict[str, str]) -> None:
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"unsafe|https?:|\*|file:|sha\d", policy)


@pytest.mark.browser
def test_every_kind_of_page_keeps_to_the_policy(
    browser: Browser, built: Path, headers: dict[str, str], kinds: tuple[str, ...]
) -> None:
    with served(built, headers) as root, Reader(browser, root) as reader:
        for address in kinds:
            reader.open(address)
        assert reader.complaints == []


@pytest.mark.browser
def test_what_scripts_do_works_under_the_policy(
    browser: Browser, built: Path, headers: dict[str, str]
) -> None:
    with served(built, headers) as root, Reader(browser, root) as reader:
        use_everything(reader)
        assert reader.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "markup",
    [
        "<script>document.title = 'no'</script>",
        "<p style='color: red'>x</p>",
        "<style>p { color: red }</style>",
        "<img src='http://127.0.0.1:9/x.png' alt=''>",
        "<iframe src='x.html' title='x'></iframe>",
        "<p id=x onclick='1'>x</p><script src='x.js'></script>",
    ],
)
def test_what_breaks_the_policy_would_be_found(
    browser: Browser, tmp_path: Path, headers: dict[str, str], markup: str
) -> None:
    (tmp_path / "x.js").write_text("document.getElementById('x').click()", "utf-8")
    (tmp_path / "x.html").write_text(f"<!doctype html><title>x</title>{markup}", "utf-8")
    with served(tmp_path, headers) as root, Reader(browser, root) as reader:
        page = reader.open("x.html")
        until_told(
            page, lambda: [x for x in reader.complaints if ": policy: " in x or "Content Sec" in x]
        )
        assert page.title() == "x"


class _Inline(HTMLParser):
    """Collects what a strict policy refuses in a page's own markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag in {"style", "iframe", "object", "embed", "base"}:
            self.found.append(tag)
        if tag == "script" and "src" not in names:
            self.found.append("script without src")
        self.found += [f"{tag} {name}" for name in names if name == "style" or name[:2] == "on"]
        self.found += [f"{tag} {v}" for _, v in attrs if v and v.lower().startswith("javascript:")]


def pages_with_inline(site: Path) -> Iterator[str]:
    for path in site.rglob("*.html"):
        inline = _Inline()
        inline.feed(path.read_text("utf-8"))
        if inline.found:
            yield f"{path.relative_to(site)}: {inline.found[:3]}"


def test_no_page_has_anything_inline(built: Path) -> None:
    # 404.html may be sent for any address, so it cannot link to a style sheet. The policy in the
    # page allows its own short style by its digest.
    found = list(pages_with_inline(built))
    assert found == ["404.html: ['style']"]
    missing = (built / "404.html").read_text("utf-8")
    (style,) = re.findall(r"<style>(.*?)</style>", missing, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in missing
