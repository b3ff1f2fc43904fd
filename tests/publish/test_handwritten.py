import os
import re
from pathlib import Path

import pytest

from jinzai.publish.handwritten import Handwritten, read_handwritten

PAGES = "content/pages"


def told(root: Path) -> list[str]:
    """What is said of the pages of a project."""
    return [str(trouble) for trouble in read_handwritten(root).troubles]


def written(root: Path, name: str, data: bytes | str) -> Path:
    file = root / PAGES / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 手引き\n", "手引き"),
        ("\n文\n\n# 手引き {#top}\n", "手引き"),
        ("# 手引き #\n", "手引き"),
        ('---\ntitle: "前書き"\n---\n# 手引き\n', "前書き"),
        ("---\r\ntitle: 前書き\r\n---\r\n# 手引き\r\n", "前書き"),
        ("---\ndescription: 説明\n---\n# 手引き\n", "手引き"),
        ("文だけ\n", "guide"),
    ],
)
def test_a_page_has_a_title(tmp_path: Path, text: str, title: str) -> None:
    (found,) = read_handwritten(written(tmp_path, "guide.md", text)).pages
    assert found[:4] == ("guide.html", title, "content/pages/guide.md", text)


def test_pages_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "sub/c.md", ".#a.md"):
        written(tmp_path, name, b"# x\n")
    written(tmp_path, "picture.png", b"\x89PNG\r\n\x1a\n")
    found = read_handwritten(tmp_path)
    assert [page.address for page in found.pages] == ["a.html", "b.html", "sub/c.html"]
    assert [name for name, _ in found.files] == ["picture.png"]
    assert found.troubles == ()


def test_no_folder_no_pages(tmp_path: Path) -> None:
    assert read_handwritten(tmp_path) == Handwritten()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("手引き.md", b"", "使えない文字"),
        ("a b.md", b"", "使えない文字"),
        ("con.md", b"", "使えない文字か名前"),
        ("index.md", b"", "ホームページと重なります"),
        ("README.md", b"", "ホームページと重なります"),
        ("404.md", b"", "ページがないときの案内"),
        ("jinzai-shell.md", b"", "サイトの枠が使います"),
        ("Jinzai-Shell.md", b"", "サイトの枠が使います"),
        ("jinzai-shell/a.md", b"", "「jinzai-shell」というフォルダー"),
        ("assets/x.css", b"", "「assets」というフォルダー"),
        ("sjis.md", "手引き".encode("cp932"), "UTF-8 ではありません"),
        ("X.MD", b"# x\n", "終わりを .md に"),
        ("x.markdown", b"# x\n", "終わりを .md に"),
        ("x.html", b"<script>alert(1)</script>", "この種類のファイルは置けません"),
        ("x.js", b"alert(1)", "スクリプトのファイルは置けません"),
        ("x.svg", b"<svg onload = 'alert(1)'>", "SVG の図ではありません"),
        ("x.css", b"@import 'https://e.jp/x.css'", "@import は使えません"),
        ("x.css", b"a{background:url( //e.jp/x.png)}", "「//e.jp/x.png」は使えません"),
    ],
)
def test_a_file_that_cannot_be_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (line,) = told(written(tmp_path, name, data))
    assert re.match(rf"content/pages/{re.escape(name)}(?::\d+:\d+)?: ", line)
    assert message in line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: [\n---\n# x\n", ":3:1: --- で囲んだ前書きを読めません"),
        ("---\n- x\n---\n# x\n", ":2:1: --- で囲んだ前書きを読めません"),
        ("---\ntemplate: 404.html\n---\n", ":2:1: 「template」は使えません"),
        ("---\ntitle: x\njinzai: shell\n---\n", ":3:1: 「jinzai」は使えません"),
        ("---\ntitle: x\ntitle: y\n---\n", ":3:1: 「title」が2回"),
        ("---\ntitle: [a]\n---\n", ":2:1: 「title」には、1行の文字"),
        ("# 題\n\n文\x02章\n", ":3:2: 目に見えない文字があります（制御文字 U+0002）"),
    ],
)
def test_what_a_page_may_not_say_has_a_place(tmp_path: Path, text: str, said: str) -> None:
    (line,) = told(written(tmp_path, "a.md", text))
    assert line.startswith(f"content/pages/a.md{said}")


def test_all_troubles_are_told_at_once(tmp_path: Path) -> None:
    for name in ("index.md", "X.MD", "b.exe", "ok.md"):
        written(tmp_path, name, "# x\n")
    found = read_handwritten(tmp_path)
    assert len(found.troubles) == 3
    assert [page.address for page in found.pages] == ["ok.html"]


def test_a_link_is_not_followed_out_of_content(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("# 秘密\n", "utf-8")
    root = written(tmp_path / "project", "a.md", "# x\n")
    pages = root / PAGES
    (pages / "secret.md").symlink_to(outside / "secret.md")
    (pages / "folder").symlink_to(outside, target_is_directory=True)
    (pages / "gone.md").symlink_to(outside / "gone.md")
    (pages / "inside.md").symlink_to("a.md")
    found = read_handwritten(root)
    assert [page.address for page in found.pages] == ["a.html", "inside.html"]
    assert [trouble.file for trouble in found.troubles] == [
        "content/pages/folder", "content/pages/gone.md", "content/pages/secret.md",
    ]  # fmt: skip
    assert all("リンク" in line and "ください" in line for line in told(root))


def test_the_folder_itself_may_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("# x\n")
    (tmp_path / "project" / "content").mkdir(parents=True)
    (tmp_path / "project" / PAGES).symlink_to(tmp_path / "elsewhere")
    found = read_handwritten(tmp_path / "project")
    assert found.pages == ()
    assert "content の外を指すリンク" in str(found.troubles[0])


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    root = written(tmp_path, "a.md", "# x\n")
    os.mkfifo(root / PAGES / "pipe.md")
    (line,) = told(root)
    assert line.startswith("content/pages/pipe.md: 読めるファイルではありません")
    (tmp_path / "other" / "content").mkdir(parents=True)
    (tmp_path / "other" / PAGES).write_text("x")
    assert "フォルダーではありません" in told(tmp_path / "other")[0]


def test_the_engine_reads_no_line_of_the_page_as_settings(tmp_path: Path) -> None:
    (page,) = read_handwritten(written(tmp_path, "a.md", "jinzai: shell\n\n# x\n")).pages
    assert page.for_engine == "---\n{}\n---\n\njinzai: shell\n\n# x\n"
