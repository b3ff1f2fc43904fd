"""Files beside pages in a real Chromium, opened from the disk: what is let through runs nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from jinzai.publish.beside import troubles_beside
from tests.waiting import until_told

from .hostile_pictures import LINKING, RUN, RUNNING, STYLES, SVG, svg
from .watched import Watched, watched

pytestmark = pytest.mark.browser

PICTURES = sorted((Path(__file__).parent / "pictures").glob("*.svg"))

# These are let through, and look as if they might run or load something.
HARMLESS = {
    "script in a namespace of a program": svg(
        '<i:script xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:onload="alert(1)">'
        f"{RUN}</i:script>"
    ),
    "event in a namespace of a program": svg(
        '<rect xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:onload="alert(1)"'
        ' i:href="javascript:alert(1)" width="99" height="99"/>'
    ),
    "script in a comment": svg(f"<!-- <script>{RUN}</script> -->"),
    "script as text": svg(f"<desc><![CDATA[<script>{RUN}</script>]]></desc>"),
    "script as a title": svg(f"<title>&lt;script>{RUN}&lt;/script></title>"),
    "script as data": svg(f'<rect data-onload="{RUN}" content="&lt;script>{RUN}&lt;/script>"/>'),
    "script as a name": svg(f'<g id="{RUN}" class="onload" name="onload"><rect/></g>'),
    "picture in a picture": svg('<a:svg xmlns:a="http://www.w3.org/2000/svg"><a:rect/></a:svg>'),
    "known definition": (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
        f'<svg {SVG}><rect width="9" height="9"/></svg>'
    ).encode(),
    "known definition after a comment": (
        '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg PUBLIC\n'
        ' "-//W3C//DTD SVG 1.0//EN" "http://www.w3.org/TR/2001/svg10.dtd" >'
        f'<svg {SVG}><rect width="9" height="9"/></svg>'
    ).encode(),
    "notes with addresses": svg(
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<r:Description r:resource="http://evil.test/" about="http://evil.test/"/></r:RDF>'
        "</metadata>"
    ),
    "requirements with addresses": svg(
        '<switch><g requiredFeatures="http://evil.test/" requiredExtensions="http://evil.test/"/>'
        "</switch>"
    ),
    "style with addresses in strings": svg(
        "<style>a{content:'url(http://evil.test/)'} /* @import 'http://evil.test/' */</style>"
    ),
    "addresses of parts": svg(
        '<rect id="a" fill="url(#//evil.test/)"/><use href="#http://evil.test/"/>'
        '<filter id="f"><feImage href="#a"/></filter><rect filter="url(#f)"/>'
    ),
    "image that is no image": svg('<image href="data:image/png,%3Csvg%20onload=alert(1)%3E"/>'),
    "circle of uses": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
}  # fmt: skip


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Watched]:
    with watched(browser) as found:
        yield found


def written(tmp_path: Path, name: str, data: bytes) -> Path:
    file = tmp_path / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    "name", ["script", "script of another prefix", "event", "utf-16", "root of XHTML"]
)
def test_the_window_notices_what_runs(window: Watched, name: str, tmp_path: Path) -> None:
    seen = window.open(written(tmp_path, "x.svg", RUNNING[name]))
    until_told(window.page, lambda: "dialog: 1" in seen)


@pytest.mark.parametrize("name", ["image", "style sheet by instruction"])
def test_the_window_notices_what_loads(window: Watched, name: str, tmp_path: Path) -> None:
    seen = window.open(written(tmp_path, "x.svg", LINKING[name]))
    until_told(
        window.page, lambda: any(line.startswith("request: http://evil.test/") for line in seen)
    )


@pytest.mark.parametrize("name", [*RUNNING, *LINKING])
def test_a_hostile_picture_is_refused_or_does_nothing(
    window: Watched, name: str, tmp_path: Path
) -> None:
    file = written(tmp_path, "x.svg", {**RUNNING, **LINKING}[name])
    assert troubles_beside("x.svg", file, 0) or window.open(file) == []


@pytest.mark.parametrize("name", [*STYLES])
def test_a_hostile_style_sheet_is_refused_or_loads_nothing(
    window: Watched, name: str, tmp_path: Path
) -> None:
    style = written(tmp_path, "x.css", STYLES[name].encode())
    page = written(tmp_path, "x.html", b'<link rel="stylesheet" href="x.css"><a id="x">x</a>')
    assert troubles_beside("x.css", style, 0) or window.open(page) == []


@pytest.mark.parametrize("name", [*HARMLESS])
def test_what_is_let_through_does_nothing(window: Watched, name: str, tmp_path: Path) -> None:
    file = written(tmp_path, "x.svg", HARMLESS[name])
    assert troubles_beside("x.svg", file, 0) == []
    assert window.open(file) == []


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_of_a_program_is_shown(window: Watched, path: Path) -> None:
    assert window.open(path) == []
    assert window.page.evaluate("document.documentElement.tagName") == "svg"
    box = window.page.evaluate(
        "(() => { const box = document.documentElement.getBBox();"
        " return [box.width, box.height]; })()"
    )
    assert min(box) > 50
    shown = window.page.evaluate("document.querySelectorAll('text, path, rect').length")
    assert shown >= 2


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_shown_in_a_page(window: Watched, path: Path, tmp_path: Path) -> None:
    page = written(tmp_path, "x.html", f'<img src="{path.as_uri()}" alt="x">'.encode())
    assert window.open(page) == []
    assert window.page.evaluate("document.images[0].naturalWidth") > 50
