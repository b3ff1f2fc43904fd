from pathlib import Path

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.handwritten import HandPage, broken_links, hand_pages


def written(root: Path, name: str, data: bytes | str) -> Path:
    file = root / "content" / "pages" / name
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
        ("---\nx: 1\n---\n# 手引き\n", "手引き"),
        ("文だけ\n", "guide"),
    ],
)
def test_a_page_has_a_title(tmp_path: Path, text: str, title: str) -> None:
    (found,) = hand_pages(written(tmp_path, "guide.md", text))
    assert found == HandPage("guide.html", title, "content/pages/guide.md", text)


def test_pages_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "sub/c.md", ".#a.md", "picture.png"):
        written(tmp_path, name, b"# x\n")
    assert [page.address for page in hand_pages(tmp_path)] == ["a.html", "b.html", "sub/c.html"]


def test_no_folder_no_pages(tmp_path: Path) -> None:
    assert hand_pages(tmp_path) == ()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("手引き.md", b"", "使えない文字"),
        ("a b.md", b"", "使えない文字"),
        ("index.md", b"", "ホームページと重なります"),
        ("README.md", b"", "ホームページと重なります"),
        ("sjis.md", "手引き".encode("cp932"), "UTF-8 ではありません"),
    ],
)
def test_a_page_that_cannot_be_is_refused(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    with pytest.raises(PublishError, match=message) as caught:
        hand_pages(written(tmp_path, name, data))
    assert name in caught.value.message


def trouble(link: str, tag: str = "a", attribute: str = "href") -> str:
    page = HandPage("sub/guide.html", "", "content/pages/sub/guide.md", f"一行目\n[x]({link})\n")
    html = (
        '<a href="outside-the-written-part.html"></a>'
        f'<div id="jz-written"><div></div><{tag} {attribute}="{link}"></div>'
        '<a href="below.html"></a>'
    )
    lines = list(
        broken_links(
            page,
            html,
            {"index.html", "sub/guide.html", "a/roles/x.html"}.__contains__,
            lambda address, anchor: (address, anchor) == ("a/roles/x.html", "skills"),
        )
    )
    assert len(lines) <= 1
    return lines[0] if lines else ""


@pytest.mark.parametrize(
    "link",
    ["../a/roles/x.html", "../a/roles/x.html#skills", "../", "guide.html", "../index.html?q=x",
     "https://example.com/", "mailto:x@example.com", ""],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_fine(link: str) -> None:
    assert trouble(link) == ""


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("gone.html", "がありません"),
        ("../a/roles/x.html#courses", "「#courses」がありません"),
        ("../a/roles/", "がありません"),
        ("/index.html", "/ で始まっています"),
    ],
)
def test_a_link_that_leads_nowhere_is_listed_with_its_line(link: str, message: str) -> None:
    line = trouble(link)
    assert line.startswith("content/pages/sub/guide.md:2: ")
    assert message in line


def test_nothing_is_loaded_from_outside() -> None:
    assert "外部から読み込まれる" in trouble("https://example.com/a.png", "img", "src")
    assert "外部から読み込まれる" in trouble("//example.com/a.js", "script", "src")
    assert trouble("data:image/png;base64,AA", "img", "src") == ""


def test_the_line_of_a_link_to_markdown_is_found() -> None:
    page = HandPage("a.html", "", "content/pages/a.md", "\n\n[x](gone.md#top)\n")
    html = '<div id="jz-written"><a href="gone.html#top">x</a></div>'
    (line,) = broken_links(page, html, lambda _: False, lambda _address, _anchor: False)
    assert line.startswith("content/pages/a.md:3: ")


def test_a_link_written_twice_is_listed_with_both_lines() -> None:
    page = HandPage("a.html", "", "content/pages/a.md", "[x](b.md)\n\n[x](b.md)と[x](b.md)\n")
    html = f'<div id="jz-written">{"<a href=b.md></a>" * 3}</div>'
    lines = list(broken_links(page, html, lambda _: False, lambda _address, _anchor: False))
    assert [line.split(":")[1] for line in lines] == ["1", "3", "3"]
