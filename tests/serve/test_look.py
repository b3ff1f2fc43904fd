"""What is added to a page, and the preview's own pages."""

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.look import Look
from jinzai.serve.notice import Excerpt, Notice, NoticeItem
from jinzai.serve.request import OWN
from jinzai.serve.stand import PreviewState

PAGE = (
    b"<!doctype html><html><head><title>&lt;body&gt;</title><style>a>b{}</style></head>\n"
    b'<body dir="ltr"><p>x</p></body></html>'
)
VILE = "<script>alert(1)</script>\"'&{{ 1 }}"
NOTICE = Notice(
    VILE,
    (VILE,),
    (NoticeItem(VILE, "error", "エラー", VILE, VILE, VILE, Excerpt(VILE, VILE, VILE), (VILE,)),),
    7,
)


def test_a_page_stays_as_it_is_but_for_what_is_added() -> None:
    shown = Look().page(PAGE, PreviewState("ab-1", SiteInMemory(), None))
    before, after = PAGE.split(b"<p>x</p>")
    assert shown.startswith(before)
    assert shown.endswith(b"<p>x</p>" + after)
    assert b'src="/__jinzai__/reload.js" data-version="ab-1"' in shown
    assert b"<aside" not in shown


def test_a_page_without_a_body_is_shown_nevertheless() -> None:
    assert Look().page(b"<p>x", PreviewState("ab-1", None, None)).endswith(b"<p>x")


def test_no_text_becomes_markup() -> None:
    shown = Look().page(PAGE, PreviewState("ab-1", SiteInMemory(), NOTICE)).decode()
    assert "<script>" not in shown
    assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;&amp;{{ 1 }}") == 10
    assert "ほか7件" in shown


def test_nothing_of_ours_needs_more_than_the_strictest_policy() -> None:
    look = Look()
    pages = [
        look.missing(PreviewState("ab-1", None, NOTICE)),
        look.nothing_yet(PreviewState("a-1", None, None)),
    ]
    for html in pages:
        text = html.decode()
        assert "<!doctype html>" in text
        assert ' style="' not in text
        assert "<style" not in text
        assert " on" not in text.replace(" one", "")
        assert text.count("<script") == text.count("<script src=") == 1


def test_own_files() -> None:
    look = Look()
    assert look.own_file(f"{OWN}reload.js") is not None
    assert look.own_file(f"{OWN}serve.css") is not None
    assert look.own_file(f"{OWN}notice.html") is None
    assert look.own_file("reload.js") is None
