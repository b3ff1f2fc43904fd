import pytest

from jinzai.publish.handwritten import HandPage
from jinzai.publish.written_links import broken_links, linked_addresses, markup_troubles


def trouble(link: str, tag: str = "a", attribute: str = "href") -> str:
    page = HandPage("sub/guide.html", "", "content/pages/sub/guide.md", f"一行目\n[x]({link})\n")
    lines = list(
        broken_links(
            page,
            f'<{tag} {attribute}="{link}">',
            {"index.html", "sub/guide.html", "a/roles/x.html"}.__contains__,
            lambda address, anchor: (address, anchor) == ("a/roles/x.html", "skills"),
        )
    )
    assert len(lines) <= 1
    return str(lines[0]) if lines else ""


@pytest.mark.parametrize(
    "link",
    ["../a/roles/x.html", "../a/roles/x.html#skills", "../", "guide.html", "../index.html?q=x",
     "https://example.com/", "HTTP://example.com/", "mailto:x@example.com", "tel:06-1", ""],
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
        ("//example.com/", "https: から"),
        (r"\\example.com/", "https: から"),
        ("javascript:alert(1)", "使えません"),
        ("JaVaScRiPt:alert(1)", "使えません"),
        ("java&#9;script:alert(1)", "使えません"),
        ("&#1;javascript:alert(1)", "使えません"),
        ("data:text/html,x", "使えません"),
        ("vbscript:x()", "使えません"),
        ("role:dx-leader", "例: hirakata/roles/management.html"),
        ("entry:skill-areas/bpr", "例: hirakata/roles/management.html"),
        ("file:///etc/passwd", "使えません"),
        ("http:", ""),
        ("//[", "https: から"),
    ],
)
def test_a_link_that_leads_nowhere_is_listed(link: str, message: str) -> None:
    line = trouble(link)
    assert message in line
    if message:
        assert line.startswith("content/pages/sub/guide.md:2:5: ") or "&#" in link


def test_only_what_texts_of_plans_write_gets_that_advice() -> None:
    assert "hirakata" not in trouble("javascript:alert(1)")
    assert "hirakata" not in trouble("file:///etc/passwd")


def test_nothing_is_loaded_from_outside() -> None:
    for link in ("https://example.com/a.png", "//example.com/a.png", "file:///a.png"):
        assert "外部から読み込まれる" in trouble(link, "img", "src")
    assert trouble("data:image/png;base64,AA", "img", "src") == ""
    assert "content/pages に置いて" in trouble("data:image/svg+xml,<svg>", "img", "src")
    assert "がありません" in trouble("gone.png", "img", "src")


def test_the_place_of_a_link_to_markdown_is_found() -> None:
    page = HandPage("a.html", "", "content/pages/a.md", "\n\n表 [x](gone.md#top)\n")
    (line,) = broken_links(page, '<a href="gone.html#top">x</a>', lambda _: False, never)
    assert str(line).startswith("content/pages/a.md:3:7: ")


def test_a_link_written_twice_is_listed_with_both_places() -> None:
    page = HandPage("a.html", "", "content/pages/a.md", "[x](b.md)\n\n[x](b.md)と[x](b.md)\n")
    lines = list(broken_links(page, "<a href=b.md></a>" * 3, lambda _: False, never))
    assert [(line.line, line.column) for line in lines] == [(1, 5), (3, 5), (3, 15)]


def test_refused_markup_has_a_place_and_examples_are_passed_over() -> None:
    text = "例: `<script>`\n\n```html\n<script>\n```\n\n文 <script>alert(1)</script>\n"
    page = HandPage("a.html", "", "content/pages/a.md", text)
    html = "<p>例: <code>&lt;script&gt;</code></p><p>文 <script>alert(1)</script></p>"
    (line,) = markup_troubles(page, html)
    assert str(line).startswith("content/pages/a.md:7:3: <script> は使えません")


def test_what_is_found_nowhere_in_the_source_has_the_file_alone() -> None:
    page = HandPage("a.html", "", "content/pages/a.md", "文\n")
    (line,) = markup_troubles(page, "<script></script>")
    assert str(line).startswith("content/pages/a.md: <script> は")


def test_linked_addresses_are_those_within_the_site() -> None:
    page = HandPage("sub/a.html", "", "content/pages/sub/a.md", "")
    html = '<a href="../b.html#x"></a><a href="./"></a><img src="c.png" alt="">'
    assert list(linked_addresses(page, html)) == ["b.html", "sub/index.html", "sub/c.png"]


def never(_address: str, _anchor: str) -> bool:
    return False
