"""Pictures: what drawing programs write is let through, what runs or loads is not."""

from pathlib import Path

import pytest

from jinzai.findings.lines import Lines
from jinzai.publish.beside import troubles_beside
from jinzai.publish.svg_check import MOST_DEEP, MOST_FAULTS, svg_faults

from .hostile_pictures import LINKING, RUNNING, STYLES, SVG, svg

PICTURES = sorted((Path(__file__).parent / "pictures").glob("*.svg"))


def refused(data: bytes, tmp_path: Path) -> list[str]:
    """What is said of a picture, without the name of its file."""
    file = tmp_path / "x.svg"
    file.write_bytes(data)
    found = troubles_beside("x.svg", file, 0)
    return [str(trouble).removeprefix("x.svg:") for trouble in found]


def test_there_are_pictures_of_every_program() -> None:
    assert [path.stem for path in PICTURES] == [
        *("drawio", "figma", "illustrator", "inkscape", "libreoffice", "powerpoint", "visio"),
    ]


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_what_drawing_programs_write_is_let_through(path: Path, tmp_path: Path) -> None:
    assert refused(path.read_bytes(), tmp_path) == []
    assert refused(b"\xef\xbb\xbf" + path.read_bytes(), tmp_path) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<g><svg x='1'><rect/></svg></g>",
        "<a:g xmlns:a='http://www.w3.org/2000/svg'><a:rect fill='red'/></a:g>",
        "<use xmlns:y='http://www.w3.org/1999/xlink' y:href='#a' y:type='simple'/>",
        "<use href='#a'/><use href='&#9;#a&#10;'/><use href='#部品'/>",
        "<image href='data:image/jpeg;base64,AA'/><image href=' DATA:image/GIF;base64,A\nA'/>",
        "<filter><feImage href='#a'/><feImage xlink:href='data:image/webp;base64,AA'/></filter>",
        "<style>.a{fill:url(#a)}<![CDATA[.b > .c{fill:url('#b')}]]></style>",
        "<style>@media (prefers-color-scheme:dark){a{fill:rgb(0 0 0 / 50%)}}</style>",
        "<rect fill='url(#a) none' style='fill:url(&quot;#a&quot;);stroke:rgb(0,0,0)'/>",
        "<text xml:lang='ja' xml:space='preserve' aria-label='x' data-x='on' role='img'>x</text>",
        "<switch><g systemLanguage='ja'/><g requiredFeatures='x'/></switch>",
        "<!-- <script>alert(1)</script> --><title>&lt;script&gt;</title>",
        "<desc><![CDATA[<script>alert(1)</script>]]></desc>",
        "<text>javascript:alert(1) onload= &#8212;</text>",
        "<i:script xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:onload='x'>1</i:script>",
    ],
)
def test_what_only_shows_is_let_through(inside: str, tmp_path: Path) -> None:
    assert refused(svg(inside), tmp_path) == []


@pytest.mark.parametrize("name", [*RUNNING])
def test_what_runs_is_refused(name: str, tmp_path: Path) -> None:
    assert refused(RUNNING[name], tmp_path)


@pytest.mark.parametrize("name", [*LINKING])
def test_what_loads_or_leads_away_is_refused(name: str, tmp_path: Path) -> None:
    assert refused(LINKING[name], tmp_path)


@pytest.mark.parametrize("name", [*STYLES])
def test_a_style_sheet_in_a_picture_is_checked_however_it_is_written(
    name: str, tmp_path: Path
) -> None:
    text = STYLES[name]
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    middle = len(text) // 2
    cut = f"<![CDATA[{text[:middle]}]]><!-- x --><![CDATA[{text[middle:]}]]>"
    for inside in (escaped, f"<![CDATA[{text}]]>", cut):
        assert refused(svg(f"<style>{inside}</style>"), tmp_path), inside
    if text.startswith("a{") and text.endswith("}"):
        value = escaped[2:-1].replace('"', "&quot;").replace("\n", "&#10;")
        assert refused(svg(f'<rect style="{value}"/>'), tmp_path), value


@pytest.mark.parametrize(
    "attribute", ["fill", "stroke", "filter", "clip-path", "mask", "marker-end", "cursor"]
)
def test_an_attribute_that_is_read_as_css_is_checked(attribute: str, tmp_path: Path) -> None:
    for value in ("url(http://evil.test/x.svg#a)", "u\\72l(//evil.test/#a)", "src('//evil.test')"):
        (said,) = refused(svg(f'\n<rect {attribute}="{value}"/>'), tmp_path)
        assert said.startswith(f"2:7: {attribute} の")


def test_everything_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = (
        f"<svg {SVG}>\r\n"
        "  <script>1</script>\n"
        "  <rect x='1' title='on' onclick='2'/>\n"
        "  <g>役<use href='x.svg#a'/></g>\n"
        "  <style>\n    a{fill:url(x)}\n  </style>\n"
        "  <rect fill='red'\n    style='fill:url(y)'/>\n"
        "  <x/>\n</svg>"
    )
    places = [":".join(said.split(":")[:2]) for said in refused(text.encode(), tmp_path)]
    assert places == ["2:3", "3:15", "3:26", "4:12", "6:12", "9:5", "10:3"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "SVG の図ではありません"),
        (b"GIF89a", "XML として読めません"),
        (b"<html></html>", "SVG の図ではありません"),
        (b"<svg><rect/></svg>", "xmlns="),
        (svg("<rect>"), "タグの始まりと終わりが合いません"),
        (svg("")[:-3], "タグが閉じないまま"),
        (svg("&nbsp;"), "番号で書いてください"),
        (svg("<x:y/>"), "対応する xmlns がありません"),
        (svg("<foreignObject/>"), "自動折り返し"),
        (svg("<a/>"), "リンクを外し、ページに"),
        (svg("<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>"), "HTML の <h:p>"),
        (svg("<image href='x.png'/>"), "「埋め込み」にして"),
        (b"<?php x ?>" + svg(""), "<?php …?>"),
        (b'<?xml version="1.0" encoding="Shift_JIS"?>' + svg(""), "UTF-8 で保存し直して"),
        ("<svg>職".encode("cp932"), "UTF-8 ではありません"),
        (f"<!DOCTYPE svg><svg {SVG}/>".encode(), "<!DOCTYPE から > まで"),
    ],
)
def test_what_is_said_names_a_way_out(data: bytes, message: str, tmp_path: Path) -> None:
    said = refused(data, tmp_path)
    assert any(message in line for line in said), said
    assert all(line.endswith(("ください", "です", "です)")) for line in said), said


def test_a_picture_may_be_no_deeper_than_a_browser_takes(tmp_path: Path) -> None:
    deep = MOST_DEEP - 1
    assert refused(svg("<g>" * deep + "</g>" * deep), tmp_path) == []
    for levels in (MOST_DEEP, 1_000_000):
        (said,) = refused(svg("<g>" * levels + "</g>" * levels)[: 5 * 1024 * 1024], tmp_path)
        assert "入れ子が深すぎます(200 段まで)" in said


def test_a_picture_that_grows_without_end_is_refused(tmp_path: Path) -> None:
    rows = ["<g id='r0'><rect/></g>"]
    for number in range(1, 20):
        uses = f"<use href='#r{number - 1}'/>" * 10
        rows.append(f"<g id='r{number}'>{uses}</g>")
    (said,) = refused(svg("".join(rows)), tmp_path)
    assert said.startswith("1:1: <use> の繰り返しで")
    (said,) = refused(svg("".join(rows[::-1]).replace("#r", "#%72")), tmp_path)
    assert "<use> の繰り返しで" in said
    assert refused(svg("".join(rows[:4])), tmp_path) == []
    circle = "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/><use href='#b'/></g>"
    assert refused(svg(circle), tmp_path) == []


def test_a_large_file_is_bounded(tmp_path: Path) -> None:
    assert "5MB を超えています" in refused(svg("<g/>" * 1_500_000), tmp_path)[0]
    many = svg("<script/>" * 10_000)
    assert len(svg_faults(many.decode())) == MOST_FAULTS
    assert len(refused(many, tmp_path)) == 50
    long = refused(svg(f"<{'x' * 100_000} {'y' * 100_000}='1'/>"), tmp_path)
    assert long
    assert all(len(line) < 300 for line in long)


@pytest.mark.parametrize(
    "inside",
    [
        "<style>" + "a{}/*" * 200_000 + "</style>",
        "<style>" + "\\" * 1_000_001 + "</style>",
        "<style>'" + "\\\n" * 500_000 + "</style>",
        "<rect style='" + "url(" * 250_000 + "'/>",
        "<rect " + " ".join(f"a{number}='1'" for number in range(100_000)) + "/>",
        "<!--" + "- -" * 300_000 + "--->",
    ],
    ids=range(6),
)
def test_no_text_makes_reading_go_on_for_hours(inside: str, tmp_path: Path) -> None:
    assert refused(svg(inside), tmp_path)


def test_offsets_count_characters() -> None:
    text = f"<svg {SVG}>\n<title>職員😀</title><script/></svg>"
    (fault,) = svg_faults(text)
    assert text[fault.offset :].startswith("<script/>")
    assert Lines(text).locate(fault.offset) == (2, 19)
