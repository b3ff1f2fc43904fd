"""Hand-written pages with any ids and classes: the frame's script works on, as the browser does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from jinzai.publish.failure import PublishError
from jinzai.publish.publish import begin_shells, publish

from .conftest import make_project
from .project import FILES, PAGES, around
from .reader import Reader

pytestmark = pytest.mark.browser

IDS: Final = {
    "割合": "a%",
    "百": "100%",
    "書かれた逃がし": "100%25",
    "逃がしの元": "100",
    "途中": "%E3%8",
    "桁でない": "%ZZ",
    "印だけ": "%",
    "字の逃がし": "%61",
    "字": "a",
    "漢字": "日本",
    "漢字と印": "日%",
    "引用符": 'a"b',
    "一重の引用符": "a'b",
    "空白": "a b",
    "角括弧": "a[b]",
    "丸括弧": "a)b",
    "逆斜線": "a\\b",
    "物の名前": "constructor",
}
"""The headings of a page, with their ids."""
SCREEN: Final = "一文です。\n\n" * 30
CURRENT: Final = ".md-sidebar .jz-contents a[aria-current]"


def written(root: Path, text: str) -> Path:
    """A site with one more hand-written page, `ids.html`."""
    make_project(root)
    (root / "content" / "pages" / "ids.md").write_text(text, "utf-8")
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        publish(shells, PAGES, FILES, around)
    return root / "site"


def heading(title: str, id: str) -> str:
    quote = "'" if '"' in id else '"'
    return f"## {title} {{id={quote}{id}{quote}}}\n\n{SCREEN}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a section for each of `IDS`, and one that an anchor's name leads away from."""
    sections = "\n".join(heading(title, id) for title, id in IDS.items())
    named = f'{heading("後の見出し", "é")}\n<a name="%C3%A9"></a>名前の付いた所\n\n{SCREEN}'
    return written(tmp_path_factory.mktemp("ids") / "project", f"# 識別子\n\n{sections}\n{named}")


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with Reader(browser, site) as reader:
        yield reader.open("ids.html")


def test_the_contents_lead_where_the_browser_goes(page: Page) -> None:
    links = page.locator(".md-sidebar .jz-contents a")
    assert links.all_inner_texts() == [*IDS, "後の見出し"]
    for title, id in IDS.items():
        links.get_by_text(title, exact=True).click()
        expect(page.locator(CURRENT)).to_have_text([title])
        assert page.evaluate("document.querySelector(':target').id") == id


def test_the_name_of_an_anchor_counts_before_what_is_decoded(page: Page) -> None:
    page.locator(".md-sidebar .jz-contents a").last.click()
    expect(page.locator(CURRENT)).to_have_text(["後の見出し"])
    assert page.evaluate("document.querySelector(':target').tagName") == "A"


def test_the_rest_of_the_frame_works_beside_such_ids(page: Page) -> None:
    expect(page.locator(".jz-menu[role=button]")).to_have_count(1)
    page.locator(".jz-scheme:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(CURRENT)).to_have_text(["後の見出し"])
    page.evaluate("scrollBy(0, -200)")
    page.locator("button.md-top").click()
    expect(page.locator("#jz-main")).to_be_focused()


@pytest.mark.parametrize("part", ["about.html", "ids.html"])
def test_no_address_leads_a_page_astray(browser: Browser, site: Path, part: str) -> None:
    with Reader(browser, site) as reader:
        for fragment in ("%", "%E3%8", "a%ZZ", "[", '"]', "x" * 1_000_000, "%E3" * 300_000):
            page = reader.open(f"{part}?q=%E3%8&plan=%#{fragment}")
            expect(page.locator(".jz-menu[role=button]")).to_have_count(1)


STOLEN: Final = """# クラス

<p class="md-top">本文の一つ目</p>

<ul class="jz-nav" data-plan="alpha"><li aria-current="page">本文の二つ目</li></ul>

<div class="md-sidebar jz-menu"><div class="jz-contents"><a href="#end">本文の三つ目</a></div></div>

## 終わり {#end}

"""


def test_what_bears_the_frames_classes_is_refused(tmp_path: Path) -> None:
    """What the frame's scripts look for cannot come from a page."""
    with pytest.raises(PublishError) as caught:
        written(tmp_path / "project", STOLEN + SCREEN * 3)
    told = [trouble.message for trouble in caught.value.troubles]
    for name in ("md-top", "jz-nav", "md-sidebar", "jz-contents"):
        assert any(f"class の「{name}」は、サイトの枠が使う名前です" in one for one in told)


def test_a_long_page_is_soon_ready(browser: Browser, tmp_path: Path) -> None:
    table = f"|{'長い見出し|' * 24}\n|{'---|' * 24}\n|{'語|' * 24}\n\n"
    sections = "".join(f"## 見出し{n} {{#s{n}%}}\n\n{table}" for n in range(180))
    with Reader(
        browser, written(tmp_path / "project", f"# 長いページ\n\n{sections}{SCREEN}")
    ) as reader:
        page = reader.open("ids.html")
        expect(page.locator(".jz-more-after")).to_have_count(180)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        expect(page.locator(CURRENT)).to_have_text(["見出し179"])
