"""The line at the foot of every page: what may stand in it, and where its links lead."""

import json
from pathlib import Path

import pytest

from jinzai.publish.failure import PublishError
from jinzai.publish.publish import begin_shells, publish
from jinzai.publish.settings_file import read_settings_file
from jinzai.publish.site_copyright import copyright_troubles, site_copyright
from jinzai.publish.versions import version_of

from .project import FILES, PAGES, around

LOGO = b"\x89PNG\r\n\x1a\n"


def troubles(project: Path, html: str) -> list[str]:
    text = f"site_name: x\ncopyright: {json.dumps(html, ensure_ascii=False)}\n"
    (project / "mkdocs.yml").write_text(text, "utf-8")
    line = site_copyright(read_settings_file(project / "mkdocs.yml"))
    assert line is not None
    return [str(trouble) for trouble in copyright_troubles(line)]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (
            "<script>alert(1)</script>",
            "2:13: <script> は使えません。copyright に書けるのは、文章・表・画像・リンクです",
        ),
        ("枚方市 <img src=x onerror=alert(1)>", "2:28: onerror は使えません"),
        ("<b>枚方市", "2:13: <b> が閉じていません"),
        ("枚方市</footer><main>", "2:16: </footer> に対応する"),
        ("<p style='color:red'>x</p>", "2:16: style は使えません"),
        ("<iframe src='//e.jp'></iframe>", "2:13: <iframe> は使えません"),
        ("<div id=jz-main>x</div>", "2:21: id の「jz-main」は"),
        ("a <!-- <b> -->", "2:15: コメントの中に"),
        ("a <b", "2:15: 「<」で始まるタグが閉じていません"),
        ("<meta http-equiv=refresh content='0;url=//e.jp'>", "2:13: <meta> は使えません"),
    ],
)
def test_what_acts_or_breaks_the_page_is_refused(project: Path, html: str, said: str) -> None:
    found = troubles(project, html)
    assert any(line.startswith(f"mkdocs.yml:{said}") for line in found), found


def test_it_stands_on_every_page_and_its_links_lead_there(project: Path) -> None:
    text = (
        "site_name: x\ncopyright: >-\n  © 2026 <b>A&B市</b>\n"
        '  <a href="editing.html#roles" title=\'a"b\'>手引き</a>・\n'
        "  <a href='https://e.jp/?a=1&amp;b=2'>市のサイト</a><br>\n"
        "  <img src=logo.png alt=''>\n"
    )
    (project / "mkdocs.yml").write_text(text, "utf-8")
    (project / "content" / "pages" / "logo.png").write_bytes(LOGO)
    with begin_shells(project, project / "mkdocs.yml", project / "site") as shells:
        publish(shells, PAGES, FILES, around)
    for address, up in (
        ("index.html", "."),
        ("about.html", "."),
        ("alpha/index.html", ".."),
        ("alpha/roles/leader.html", "../.."),
    ):
        html = (project / "site" / address).read_text("utf-8")
        foot = html[html.index("<footer") : html.index("</footer>")]
        assert "© 2026 <b>A&amp;B市</b>" in foot
        assert f'<a href="{up}/editing.html#roles" title="a&quot;b">手引き</a>' in foot
        assert '<a href="https://e.jp/?a=1&amp;b=2">市のサイト</a><br>' in foot
        assert f'<img src="{up}/logo.png?v={version_of(LOGO)}" alt="">' in foot


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<a href=gone.html>x</a>", "2:21: リンク先「gone.html」がありません"),
        ("<a href='editing.html#gone'>x</a>", "「#gone」がありません"),
        ("<a href='javascript:alert(1)'>x</a>", "「javascript:alert(1)」は使えません"),
        ("<a href='&#106;avascript:alert(1)'>x</a>", "は使えません"),
        ("<a href=' java\tscript:alert(1)'>x</a>", "は使えません"),
        ("<a href='//e.jp'>x</a>", "// で始まっています"),
        ("<a href='/about.html'>x</a>", "/ で始まっています"),
        ("<img src=https://e.jp/x.png>", "外部から読み込まれるため使えません"),
    ],
)
def test_a_link_that_leads_nowhere_stops_the_build(project: Path, html: str, said: str) -> None:
    text = f"site_name: x\ncopyright: {json.dumps(html, ensure_ascii=False)}\n"
    (project / "mkdocs.yml").write_text(text, "utf-8")
    with (
        begin_shells(project, project / "mkdocs.yml", project / "site") as shells,
        pytest.raises(PublishError) as caught,
    ):
        publish(shells, PAGES, FILES, around)
    (trouble,) = caught.value.troubles
    assert str(trouble).startswith("mkdocs.yml:2:")
    assert said in str(trouble)
    assert not (project / "site").exists()
