"""Style sheets: how things look is let through, what loads or runs is not."""

from pathlib import Path

import pytest

from jinzai.publish.beside import MOST_TROUBLES, troubles_beside
from jinzai.publish.css_check import IN_PICTURES, css_faults, decoded

from .hostile_pictures import STYLES


def refused(text: str | bytes, tmp_path: Path, depth: int = 0) -> list[str]:
    """What is said of a style sheet, without the name of its file."""
    file = tmp_path / "x.css"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = troubles_beside("x.css", file, depth)
    return [str(trouble).removeprefix("x.css:") for trouble in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        '@charset "utf-8";\na { color: red }',
        "\ufeff/* 見出し */ h1 { color: #123456; margin: -1px auto !important }",
        ".md-typeset h2::before { content: '\\201C' \"url(//x)\" }",
        "@media (min-width: 40em) and (prefers-color-scheme: dark) { a:nth-child(2n+1) {} }",
        "@supports (display: grid) { a { grid-template-columns: repeat(2, minmax(0, 1fr)) } }",
        "@font-face { font-family: x; src: url(x.woff2) format('woff2'), local('x') }",
        "@keyframes a { from { transform: translateX(0) rotate(1deg) } }",
        "@page { @top-left { content: counter(page) } }",
        ":root { --a: color-mix(in srgb, red, blue) } a { color: var(--a, rgb(0 0 0 / 50%)) }",
        "a { background: linear-gradient(red, blue), url(img/x.png) no-repeat }",
        "a { background: url( './x.png' ) } b { background: URL(\"x.svg#part\") }",
        "a { background: url(data:image/png;base64,iVBORw0KGgo=) }",
        "a { fill: url(#a); clip-path: url('#b') }",
        ".a\\:b, .\\31 0 { color: red }",
        "a { width: calc(100% - max(1px, 2em)) }",
        "a { content: 'a\\\nb' }",
    ],
)
def test_how_things_look_is_let_through(text: str, tmp_path: Path) -> None:
    assert refused(text, tmp_path) == []


@pytest.mark.parametrize("name", [*STYLES])
def test_what_loads_or_runs_is_refused(name: str, tmp_path: Path) -> None:
    assert refused(STYLES[name], tmp_path), STYLES[name]


def test_the_same_is_refused_in_other_encodings(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-16-be", "utf-16-le", "utf-32"):
        assert refused("@import 'x';".encode(encoding), tmp_path)
    (said,) = refused("a{font-family:'游'}".encode("cp932"), tmp_path)
    assert "UTF-8 ではありません" in said


def test_an_address_may_not_leave_the_site(tmp_path: Path) -> None:
    text = "a{background:url(../img/x.png)}"
    assert refused(text, tmp_path, 0)
    assert refused(text, tmp_path, 1) == []
    assert refused(text.replace("../", "../../"), tmp_path, 1)
    assert refused(text.replace("img", "img/.."), tmp_path, 1)
    assert refused(text.replace("img", ".hidden"), tmp_path, 1)


def test_everything_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = "\ufeff@import 'x';\r\n/* 注 */ a{b:image-set('x');\n  c:url(//x)}\n@unknown{}\n"
    said = refused(text, tmp_path)
    assert [":".join(line.split(":")[:2]) for line in said] == ["1:1", "2:13", "3:5", "4:1"]
    assert all(line.endswith(("ください", "「#名前」です")) for line in said)
    assert "@import は使えません" in said[0]
    assert "image-set() は使えません" in said[1]
    assert "「//x」は使えません" in said[2]


def test_what_is_said_is_bounded(tmp_path: Path) -> None:
    assert len(refused("@x;" * 10_000, tmp_path)) == MOST_TROUBLES
    (said,) = refused(f"a{{b:url({'x' * 100_000}:)}}", tmp_path)
    assert len(said) < 300


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a", "a"),
        ("\\61", "a"),
        ("\\000061b", "ab"),
        ("\\61 b", "ab"),
        ("\\61\r\nb", "ab"),
        ("\\g", "g"),
        ("\\職", "職"),
        ("a\\\nb", "ab"),
        ("\\0", "\ufffd"),
        ("\\d800", "\ufffd"),
        ("\\110000", "\ufffd"),
    ],
)
def test_escapes_are_read_as_browsers_read_them(text: str, read: str) -> None:
    assert decoded(text) == read


def test_nothing_is_looked_at_after_what_is_not_closed() -> None:
    faults = list(css_faults("a{b:'x\n} @import 'y';", IN_PICTURES, ""))
    assert [fault.offset for fault in faults] == [4]
