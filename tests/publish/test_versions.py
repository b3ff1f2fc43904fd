import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from jinzai.publish.publish import PublishReport
from jinzai.publish.versions import (
    VERSIONS,
    body_with_versions,
    page_of_anywhere,
    page_with_versions,
    version_of,
    versions_file,
)

V = {"assets/jinzai/base.css": "aa", "img/map.png": "bb", "assets/jinzai/x.js": "cc"}
LOADED = re.compile(r'<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')


def table(site: Path) -> dict[str, str]:
    text = (site / VERSIONS).read_text("utf-8")
    found: dict[str, str] = json.loads(text.removeprefix("jinzaiVersions(").removesuffix(");\n"))
    return found


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<link href="assets/jinzai/base.css">', '<link href="assets/jinzai/base.css?v=aa">'),
        (
            '<script src="../../assets/jinzai/x.js" defer>',
            '<script src="../../assets/jinzai/x.js?v=cc" defer>',
        ),
        ('<script src="assets/jinzai/unknown.js">', '<script src="assets/jinzai/unknown.js">'),
        ("<p>src=&quot;assets/jinzai/x.js&quot;</p>", "<p>src=&quot;assets/jinzai/x.js&quot;</p>"),
        ('<a href="roles/x.html">', '<a href="roles/x.html">'),
    ],
)
def test_what_our_templates_load_has_a_version(html: str, wanted: str) -> None:
    assert body_with_versions(html, V) == wanted


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<img alt="地図" src="../img/map.png">', '<img alt="地図" src="../img/map.png?v=bb">'),
        ('<img src="./../img/map.png" alt="">', '<img src="./../img/map.png?v=bb" alt="">'),
        ('<a href="../img/map.png">', '<a href="../img/map.png">'),
        ('<img src="../img/map.png?v=1">', '<img src="../img/map.png?v=1">'),
        ('<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'),
        (
            '<link rel="stylesheet" href="../assets/jinzai/base.css">',
            '<link rel="stylesheet" href="../assets/jinzai/base.css?v=aa">',
        ),
    ],
)
def test_what_a_built_page_loads_has_a_version(html: str, wanted: str) -> None:
    assert page_with_versions(html, "guide/a.html", V) == wanted


def test_the_page_for_any_address_has_versions() -> None:
    html = '<link href="/jinzai/assets/jinzai/base.css"><img src="/img/other.png">'
    assert page_of_anywhere(html, V) == (
        '<link href="/jinzai/assets/jinzai/base.css?v=aa"><img src="/img/other.png">'
    )


def test_data_share_the_version_of_their_folder() -> None:
    digests = {
        "compare/data/a.js": "1",
        "compare/data/b.js": "2",
        "alpha/search.js": "3",
        "beta/search.js": "4",
        "assets/search-index.js": "5",
        "alpha/index.html": "6",
    }

    def found(changed: dict[str, str]) -> dict[str, str]:
        # Parts come in any order.
        data = versions_file(V, reversed([*(digests | changed).items()])).data.decode()
        return dict(json.loads(data[len("jinzaiVersions(") : -3]))

    before = found({})
    assert before.keys() == {"assets/jinzai/", "compare/data/", "search.js", "assets/"}
    assert found({"alpha/index.html": "7"}) == before
    for address, group in {
        "compare/data/b.js": "compare/data/",
        "beta/search.js": "search.js",
        "assets/search-index.js": "assets/",
    }.items():
        after = found({address: "0"})
        assert {name for name in before if before[name] != after[name]} == {group}
    mended = versions_file(V | {"assets/jinzai/base.css": "dd"}, digests.items()).data.decode()
    after = dict(json.loads(mended[len("jinzaiVersions(") : -3]))
    assert {name for name in before if before[name] != after[name]} == {"assets/jinzai/"}
    assert versions_file(V, digests.items()) == versions_file(V, reversed([*digests.items()]))


def test_every_page_loads_each_file_by_its_bytes(built: tuple[Path, PublishReport]) -> None:
    site = built[0]
    versioned = 0
    for page in site.rglob("*.html"):
        own = page.relative_to(site).as_posix()
        for href in LOADED.findall(page.read_text("utf-8")):
            if href.startswith("data:"):
                continue
            path, _, query = href.partition("?")
            file = site / urljoin(f"http://x/{own}", path).removeprefix("http://x/")
            assert query == f"v={version_of(file.read_bytes())}", (own, href)
            versioned += 1
    assert versioned > 30


def test_every_script_that_scripts_load_has_a_version(built: tuple[Path, PublishReport]) -> None:
    site = built[0]
    known = table(site)
    for file in site.rglob("*.js"):
        address = file.relative_to(site).as_posix()
        folder = address.rpartition("/")[0] + "/"
        if address != VERSIONS:
            assert folder in known or address.endswith("/search.js"), address
    assert len((site / VERSIONS).read_bytes()) < 1_000  # Each page that needs it loads it anew.
