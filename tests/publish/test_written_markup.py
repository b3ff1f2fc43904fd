import pytest

from jinzai.publish.written_markup import MOST, WrittenLink, markup


def refused(html: str) -> list[str]:
    return [refusal.message for refusal in markup(html).refusals]


@pytest.mark.parametrize(
    "html",
    [
        "<p>文<br>章<br />と<strong>強調</strong></p><hr>",
        '<h2 id="roles">役割</h2><ol start="3"><li value="3">x</ol>',
        '<table><thead><tr><th scope="col">a<tbody><tr><td class="jz-number">1</table>',
        '<div class="admonition note"><p class="admonition-title">注</p></div>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
        '<details open><summary>x</summary><p aria-label="y" data-z="1">z</p></details>',
        "<ruby>人材<rp>(</rp><rt>じんざい</rt><rp>)</rp></ruby>",
        '<input type="checkbox" disabled checked>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0"/></svg>',
        "<!-- 担当: 研修係 -->",
        '<span id="__codelineno-0-1"></span>',
        (
            '<input type="radio" name="__tabbed_1" id="__tabbed_1_1">'
            '<label for="__tabbed_1_1">x</label>'
        ),
        '<p id="役割.1:a_b-c" class="admonition note">x</p>',
        "<p id='100%'>x</p>",
        "<p id='a\"[b] c'>x</p>",
        '<a href="https://e.jp" target="_blank" rel="noopener NOREFERRER">x</a>',
        '<svg><path fill="rgb(1, 2, 3)" stroke="#123" d="M0 0"/></svg>',
        "<p>👨\u200d👩 が\ufe00 &#8617;&#xFE0E;</p>",
        "&lt;script&gt;",
    ],
)
def test_text_tables_and_drawings_are_let_through(html: str) -> None:
    assert refused(html) == []


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<SCRIPT SRC=x></SCRIPT>", "<script>"),
        ("<iframe src='https://e.jp'></iframe>", "<iframe>"),
        ("<object data='x.swf'></object>", "<object>"),
        ("<embed src=x>", "<embed>"),
        ("<style>@import url(//e.jp)</style>", "<style>"),
        ("<link rel=stylesheet href=//e.jp>", "<link>"),
        ('<meta http-equiv="refresh" content="0;url=https://e.jp">', "<meta>"),
        ("<base href='https://e.jp'>", "<base>"),
        ("<form action='https://e.jp'></form>", "<form>"),
        ("<video poster='https://e.jp/x.png'></video>", "<video>"),
        ("<audio src=x></audio>", "<audio>"),
        ("<picture><source srcset='https://e.jp/x'></picture>", "<picture>"),
        ("<math><mtext>x</mtext></math>", "<math>"),
        ("<template><p>x</p></template>", "<template>"),
        ("<noscript><p>x</p></noscript>", "<noscript>"),
        ("<textarea><p></textarea>", "<textarea>"),
        ("<svg><foreignObject></foreignObject></svg>", "<foreignobject>"),
        ("<svg><use href='https://e.jp/x.svg#a'/></svg>", "<use>"),
        ("<svg><animate attributeName=href></svg>", "<animate>"),
        ("<img src=x.png srcset='https://e.jp/x.png 2x' alt=x>", "srcset"),
        ("<p onclick='alert(1)'>x</p>", "onclick"),
        ("<p style='background:url(//e.jp)'>x</p>", "style"),
        ("<p background='//e.jp/x.png'>x</p>", "background"),
        ("<a href=x.html ping='https://e.jp'>x</a>", "ping"),
        ("<input type=image src='//e.jp'>", "<input>"),
        ("<button type=submit formaction='//e.jp'>x</button>", "<button>"),
        ("<span id='jz-main'>x</span>", "jz-main"),
        ("<span id='__drawer'>x</span>", "__drawer"),
        ("<p data-md-component='x'>x</p>", "data-md-component"),
        ("</div></article>x", "</article>"),
        ("<div>x", "<div>"),
        ("<!--><script>alert(1)</script>-->", "コメント"),
        ("<!-- --!> <img src=x onerror=alert(1)> -->", "コメント"),
        ("<!DOCTYPE html>", "<!DOCTYPE"),
        ("<?php x ?>", "<?php"),
        ("<![CDATA[<p>]]>", "<![CDATA["),
        ("<p>x</p><img src=x.png alt=x onerror=alert(1) ", "閉じていません"),
        ("<a href='x'onclick='y'>z</a>", "<a>"),
        ("<p/onclick=alert(1)>x</p>", "onclick"),
        ('<img src="x.png" alt="x" `onerror=alert(1)`>', "<img>"),
        ("<!-- x -- > y -->", "コメントの終わりは -->"),
        ("<!-- x --!> y -->", "コメントの終わりは -->"),
        ("<a href=x.html HREF=javascript:y>x</a>", "href が2回"),
        ("<input type=text type=checkbox>", "<input>"),
        ("<button type=submit type=button>x</button>", "<button>"),
        ("<a href=x target=x>x</a>", "target の「x」"),
        ("<a href=x rel='noopener opener'>x</a>", "rel の「noopener opener」"),
        ("<a name=jz-main>x</a>", "name の「jz-main」は、サイトの枠が使う名前"),
        ("<label for=__drawer>x</label>", "for の「__drawer」は、サイトの枠が使う名前"),
        ("<p id='a&#10;b'>x</p>", "改行や制御文字のない"),
        ("<p id='  '>x</p>", "改行や制御文字のない"),
        ("<p id=''>x</p>", "id の「」"),
        (f"<p id='{'x' * 201}'>x</p>", "200字まで"),
        ("<p class='a md-top'>x</p>", "class の「md-top」"),
        ("<p class='jz-number\tJZ-menu'>x</p>", "class の「JZ-menu」"),
        ("<p data-jz-x>x</p>", "data-jz-x"),
        ("<svg><path fill='url(//e.jp)'/></svg>", "fill の「url(//e.jp)」"),
        ("<svg><path stroke='u\\72l(//e.jp)'/></svg>", "stroke の"),
        ("<p>a&#x202e;b</p>", "文字の向きの印 U+202E"),
        ("<p title='&rlm;'>b</p>", "文字の向きの印 U+200F"),
    ],
)
def test_what_acts_or_loads_is_refused(html: str, named: str) -> None:
    assert any(named in message for message in refused(html)), refused(html)


def test_links_and_images_are_told_apart() -> None:
    found = markup('<a href="a.html">x</a><img src="b.png" alt=""><a id="c">y</a>')
    assert found.links == (WrittenLink("a.html", False), WrittenLink("b.png", True))
    assert found.refusals == ()


def test_what_is_said_is_bounded() -> None:
    assert len(refused("<script></script>" * 1000)) == MOST
    (said, *_) = refused(f"<{'x' * 10_000}>")
    assert len(said) < 200
