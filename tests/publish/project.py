"""The pages of the small project: one at each depth, and a search page."""

from html import escape
from pathlib import Path
from typing import Final

from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.handwritten import HandPage
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.search import (
    SEARCH_EXCERPT_SCRIPT,
    SEARCH_PAGE,
    SEARCH_PAGE_SCRIPT,
    SEARCH_SCRIPTS,
    SearchPart,
    SearchRecord,
    search_files,
    trimmed,
)

REPOSITORY: Final = Path(__file__).parents[2]


def page(address: str, **changes: str) -> Page:
    """A page with every part filled, links included, unless `changes` say otherwise."""
    up = "../" * address.count("/")
    parts = {
        "title": "役割 <b>",
        "description": 'ひとつの "役割"',
        "body": '<h1>役割</h1><h2 id="skills">スキル</h2><p>本文</p>',
        "navigation": f'<ul class="jz-nav"><li><a href="{up}index.html">ホーム</a></li></ul>',
        "crumbs": f'<ol class="jz-crumbs"><li><a href="{up}index.html">ホーム</a></li></ol>',
        "edit": "https://git.example.lg.jp/edit?a=1&b=2",
    }
    return Page(address=address, **{**parts, **changes})


def around(hand_page: HandPage) -> HandPageExtras:
    """What stands around a hand-written page."""
    report = f"https://e.jp/new?title={hand_page.title}&address={hand_page.address}"
    link = f'<a href="index.html">{escape(hand_page.title)}</a>'
    return HandPageExtras(f'<ul class="jz-nav"><li>{link}</li></ul>', report)


_SCRIPTS: Final = (*SEARCH_SCRIPTS, SEARCH_EXCERPT_SCRIPT, SEARCH_PAGE_SCRIPT)

# As templates/site/search.html has it; test_search.py holds the two together.
SEARCH_BODY: Final = f"""<h1>検索</h1>
<div id="jz-search" hidden>
<form id="jz-search-form" action="{SEARCH_PAGE}"><input name="q" id="jz-search-query">
<button>検索</button></form>
<p id="jz-search-status" role="status"></p>
<div id="jz-search-chips" role="toolbar" aria-label="結果の絞り込み" hidden></div>
<div id="jz-search-results"></div>
</div>
<noscript><p>検索には JavaScript が必要です。</p></noscript>
<p><a href="alpha/index.html">一覧</a></p>
{"".join(f'<script src="{name}"></script>' for name in _SCRIPTS)}"""

PAGES: Final = (
    page("index.html", crumbs="", edit=""),
    page("search.html", body=SEARCH_BODY),
    page("alpha/index.html"),
    page("alpha/roles/leader.html"),
)

SEARCHED: Final = (
    SearchPart(
        "alpha",
        "アルファ市",
        (
            SearchRecord("roles/leader.html", "ＤＸ推進リーダー", "人材像", text="窓口を変える"),
            SearchRecord("index.html", "計画", "計画", text="DX人材の育成。㈱と連携"),
        ),
    ),
    SearchPart(
        "",
        "",
        (
            SearchRecord(
                "index.html", "<img src=x onerror=alert(1)>", "", "でーたべーす", "", "ｶﾞｲﾄﾞ"
            ),
        ),
    ),
)

FILES: Final = (
    SiteFile("alpha/data/roles.csv", b"\xef\xbb\xbfid\r\n"),
    *search_files(map(trimmed, SEARCHED), ()),
)
