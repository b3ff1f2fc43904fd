"""Files beside pages: each kind is what its name says."""

from pathlib import Path

import pytest

from jinzai.publish.beside import BESIDE, troubles_beside

# How a true file of each kind begins.
TRUE = {
    ".png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    ".jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    ".jpeg": b"\xff\xd8\xff\xe1\0\x10Exif",
    ".gif": b"GIF89a\x01\0",
    ".webp": b"RIFF\x24\0\0\0WEBPVP8 ",
    ".avif": b"\0\0\0\x20ftypavif",
    ".ico": b"\0\0\x01\0\x01\0",
    ".woff2": b"wOF2\0\x01\0\0",
    ".pdf": b"%PDF-1.7\n",
    ".xlsx": b"PK\x03\x04\x14\0",
    ".docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ".pptx": b"PK\x03\x04\x14\0",
    ".zip": b"PK\x05\x06" + b"\0" * 18,
    ".svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    ".css": b"a{}",
    ".csv": b"\xef\xbb\xbfid,\xe5\x90\x8d\r\n",
    ".tsv": b"id\tx\n",
    ".txt": "役割<注>\n a < b".encode("cp932"),
}
PAGES = (
    b"<script>alert(1)</script>",
    b"\xef\xbb\xbf<!DOCTYPE html><p>x",
    b" \r\n\t<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
    b"<!-- x --><script>alert(1)</script>",
    b"\0<\0s\0v\0g",
)


def said(tmp_path: Path, name: str, data: bytes) -> list[str]:
    file = tmp_path / name
    file.write_bytes(data)
    return [str(trouble) for trouble in troubles_beside(f"content/pages/{name}", file, 0)]


def test_every_kind_is_tried() -> None:
    assert sorted(TRUE) == sorted(BESIDE)


@pytest.mark.parametrize("ending", BESIDE)
def test_a_true_file_goes_into_the_site(ending: str, tmp_path: Path) -> None:
    assert said(tmp_path, f"x{ending}", TRUE[ending]) == []
    assert said(tmp_path, f"X{ending.upper()}", TRUE[ending]) == []


@pytest.mark.parametrize("ending", sorted({*BESIDE} - {".css"}))
def test_a_page_by_another_name_is_refused(ending: str, tmp_path: Path) -> None:
    for data in PAGES:
        (line, *_) = said(tmp_path, f"x{ending}", data)
        assert line.startswith(f"content/pages/x{ending}:")
        assert "ください" in line


def test_a_file_that_only_has_the_name_is_refused(tmp_path: Path) -> None:
    for data in (b"", TRUE[".gif"], b"\x89PNG"):
        (line,) = said(tmp_path, "x.png", data)
        assert "名前だけ変えても形式は変わりません" in line


@pytest.mark.parametrize("name", ["x.js", "x.MJS"])
def test_a_script_is_refused(name: str, tmp_path: Path) -> None:
    (line,) = said(tmp_path, name, b"alert(1)")
    assert "content では何も動かせません" in line


@pytest.mark.parametrize("name", ["x.html", "x.htm", "x.xhtml", "x.xml", "x.json", "x.swf", "x"])
def test_no_other_kind_may_lie_there(name: str, tmp_path: Path) -> None:
    assert "この種類のファイルは置けません" in said(tmp_path, name, b"x")[0]
