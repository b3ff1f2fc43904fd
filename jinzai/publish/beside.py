"""The files beside hand-written pages. They go into the site unchanged.

This module owns which kinds of files are allowed. It also checks that the content of a file fits
its name. So a browser or a server that looks only at the bytes finds nothing to run. It does not
know what happens to a file afterwards.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from jinzai.findings.lines import Lines
from jinzai.publish.trouble import Trouble

MOST_BYTES: Final = 5 * 1024 * 1024
"""The largest size of a picture (SVG) or a style sheet, in bytes."""

MOST_TROUBLES: Final = 50
"""The largest number of troubles that are listed for one file. One cause often makes many."""

_ZIP: Final = rb"PK(?:\x03\x04|\x05\x06)"
# Microsoft Office wraps a file that a password protects in its older format ([MS-CFB]).
_OFFICE: Final = rb"(?:" + _ZIP + rb"|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1)"

# How files of a kind begin (WHATWG MIME Sniffing; RFC 8081 for woff2; APPNOTE.TXT for ZIP).
_BEGINNINGS: Final = {
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".jpg": rb"\xff\xd8\xff",
    ".jpeg": rb"\xff\xd8\xff",
    ".gif": rb"GIF8[79]a",
    ".webp": rb"RIFF.{4}WEBP",
    ".avif": rb"\x00.{3}ftyp",
    ".ico": rb"\x00\x00[\x01\x02]\x00",
    ".woff2": rb"wOF2",
    ".pdf": rb"(?:\xef\xbb\xbf)?%PDF-",
    ".xlsx": _OFFICE,
    ".docx": _OFFICE,
    ".pptx": _OFFICE,
    ".zip": _ZIP,
}
_TEXTS: Final = (".csv", ".tsv", ".txt")

BESIDE: Final = (*_BEGINNINGS, ".svg", ".css", *_TEXTS)
"""The kinds of file that may lie beside pages."""

_beginnings: Final = {
    ending: re.compile(pattern, re.DOTALL) for ending, pattern in _BEGINNINGS.items()
}
# What a browser that is not told the kind of a file takes for a page or a picture.
_markup: Final = re.compile(rb"(?:\xef\xbb\xbf)?[\x00\t\n\x0c\r ]*<[\x00]?[a-z!?/]", re.IGNORECASE)
_HEAD: Final = 1024


def troubles_beside(file: str, path: Path, depth: int) -> list[Trouble]:
    """All reasons why the file at `path` may not go into the site.

    `file` is its path from the project's root. It is `depth` folders below content/pages. Raises
    `OSError` if the file cannot be read.
    """
    ending = path.suffix.lower()
    if ending not in BESIDE:
        refused = _NO_SCRIPTS if ending in (".js", ".mjs") else _NO_SUCH_KIND
        return [Trouble(file, refused)]
    if ending not in (".svg", ".css"):
        return list(_not_what_it_says(file, ending, path))
    with path.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return [Trouble(file, _TOO_LARGE)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [Trouble(file, _NO_UTF8)]
    lines = Lines(text)
    faults = _faults_of_picture(text) if ending == ".svg" else _faults_of_style(text, depth)
    return [
        Trouble(file, message, *lines.locate(offset))
        for offset, message in islice(faults, MOST_TROUBLES)
    ]


# What the two checks need is loaded only where there is such a file: a build of none is faster.


def _faults_of_picture(text: str) -> Iterable[tuple[int, str]]:
    from jinzai.publish.svg_check import svg_faults

    return svg_faults(text)


def _faults_of_style(text: str, depth: int) -> Iterable[tuple[int, str]]:
    """The faults of a style sheet that is `depth` folders below the site's root."""
    from jinzai.publish.css_check import IMAGE_DATA, IN_PICTURES, css_faults

    # The site's files have such names (`jinzai.publish.address`), and nothing leads out of it.
    name = r"[A-Za-z0-9_][\w.-]*"
    path = rf"(?:\./)?(?:\.\./){{0,{depth}}}{name}(?:/{name})*(?:[?#][\w=&.-]*)?"
    allowed = re.compile(rf"{IN_PICTURES.pattern}|(?i:{IMAGE_DATA.pattern})|{path}", re.ASCII)
    return css_faults(text, allowed, _ALLOWED)


def _not_what_it_says(file: str, ending: str, path: Path) -> Iterator[Trouble]:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if ending in _TEXTS:
        if _markup.match(head):
            yield Trouble(file, _LIKE_MARKUP, 1, 1)
    elif not _beginnings[ending].match(head):
        yield Trouble(file, f"中身が {ending} のファイルではありません。{_RENAME}")


_MOVE: Final = "content/pages の外に移すか、消してください"
_NO_SUCH_KIND: Final = f"この種類のファイルは置けません。{_MOVE}"
_NO_SCRIPTS: Final = f"スクリプトのファイルは置けません(content では何も動かせません)。{_MOVE}"
_TOO_LARGE: Final = (
    f"{MOST_BYTES // 1024 // 1024}MB を超えています。"
    "図なら、中の画像を小さくするか、PNG で書き出してください"
)
_NO_UTF8: Final = "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください"
_ALLOWED: Final = (
    "url() に書けるのは、content/pages に置いたファイルのこのファイルから見た位置、"
    "data:image/png などの画像、「#名前」です"
)
_LIKE_MARKUP: Final = (
    "HTML や XML のように始まっています。先頭の < を消すか、別の形で保存し直してください"
)
_RENAME: Final = (
    "もとのソフトで、その形式で保存し直してください(名前だけ変えても形式は変わりません)"
)
