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
JUMPS: Final = ".jz-onpage a"


def written(root: Path, text: str) -> Path:
    """A site with one more hand-written page, `ids.html`."""
    make_project(root)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  - md_in_html\n")
    (root / "content" / "pages" / "ids.md").write_text(text, "utf-8")
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        publish(shells, PAGES, FILES, around)
    return root / "site"


def folded(text: str) -> str:
    return f'<details markdown="1"><summary>畳んだ所</summary>\n\n{text}\n\n</details>\n\n'


def heading(title: str, id: str) -> str:
    """A section in a fold."""
    quote = "'" if '"' in id else '"'
    return folded(f"## {title} {{id={quote}{id}{quote}}}\n\n{SCREEN}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a section for each of `IDS`, and one that an anchor's name leads away from."""
    sections = "\n".join(heading(title, id) for title, id in IDS.items())
    anchor = folded(f'<a name="%C3%A9"></a>名前の付いた所\n\n{SCREEN}')
    named = f"{heading('後の見出し', 'é')}\n{anchor}{SCREEN}"
    return written(tmp_path_factory.mktemp("ids") / "project", f"# 識別子\n\n{sections}\n{named}")


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with Reader(browser, site) as reader:
        yield reader.open("ids.html")


OPEN: Final = "details[open]"


def test_the_folds_open_where_the_browser_goes(page: Page) -> None:
    links = page.locator(JUMPS)
    assert links.all_inner_texts() == [*IDS, "後の見出し"]
    expect(page.locator(OPEN)).to_have_count(0)
    for number, (title, id) in enumerate(IDS.items(), start=1):
        links.get_by_text(title, exact=True).click()
        expect(page.locator(OPEN)).to_have_count(number)
        heading = page.locator(OPEN).locator("h2").get_by_text(title, exact=True)
        expect(heading).to_be_in_viewport()
        assert page.evaluate("document.querySelector(':target').id") == id


def test_the_name_of_an_anchor_counts_before_what_is_decoded(page: Page) -> None:
    page.locator(JUMPS).last.click()
    expect(page.locator(OPEN)).to_contain_text(["名前の付いた所"])
    assert page.evaluate("document.querySelector(':target').tagName") == "A"


def test_a_fold_opens_on_arrival_and_again_by_the_same_link(browser: Browser, site: Path) -> None:
    with Reader(browser, site) as reader:
        page = reader.open("ids.html#%E6%97%A5%E6%9C%AC")
        expect(page.locator(OPEN)).to_contain_text(["漢字"])
        expect(page.get_by_role("heading", name="漢字", exact=True)).to_be_in_viewport()
        page.locator(f"{OPEN} summary").click()
        expect(page.locator(OPEN)).to_have_count(0)
        page.locator(JUMPS).get_by_text("漢字", exact=True).click()
        expect(page.locator(OPEN)).to_have_count(1)


def test_the_rest_of_the_frame_works_beside_such_ids(page: Page) -> None:
    expect(page.locator("button.jz-menu")).to_have_count(1)
    page.locator(".jz-scheme:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(JUMPS).get_by_text("後の見出し").click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator("#jz-written p").last).to_be_in_viewport()
    page.evaluate("scrollBy(0, -200)")
    page.locator("button.md-top").click()
    expect(page.locator("#jz-main")).to_be_focused()


@pytest.mark.parametrize("part", ["about.html", "ids.html"])
def test_no_address_leads_a_page_astray(browser: Browser, site: Path, part: str) -> None:
    with Reader(browser, site) as reader:
        for fragment in ("%", "%E3%8", "a%ZZ", "[", '"]', "x" * 1_000_000, "%E3" * 300_000):
            page = reader.open(f"{part}?q=%E3%8&plan=%#{fragment}")
            expect(page.locator("button.jz-menu")).to_have_count(1)


STOLEN: Final = """# クラス

<p class="md-top">本文の一つ目</p>

<ul class="jz-nav" data-plan="alpha"><li aria-current="page">本文の二つ目</li></ul>

<div class="md-sidebar jz-menu"><div class="jz-onpage"><a href="#end">本文の三つ目</a></div></div>

## 終わり {#end}

"""


def test_what_bears_the_frames_classes_is_refused(tmp_path: Path) -> None:
    """What the frame's scripts look for cannot come from a page."""
    with pytest.raises(PublishError) as caught:
        written(tmp_path / "project", STOLEN + SCREEN * 3)
    told = [trouble.message for trouble in caught.value.troubles]
    for name in ("md-top", "jz-nav", "md-sidebar", "jz-onpage"):
        assert any(f"class の「{name}」は、サイトの枠が使う名前です" in one for one in told)


def test_a_long_page_is_soon_ready(browser: Browser, tmp_path: Path) -> None:
    table = f"|{'長い見出し|' * 24}\n|{'---|' * 24}\n|{'語|' * 24}\n\n"
    sections = "".join(f"## 見出し{n} {{#s{n}%}}\n\n{table}" for n in range(180))
    with Reader(
        browser, written(tmp_path / "project", f"# 長いページ\n\n{sections}{SCREEN}")
    ) as reader:
        page = reader.open("ids.html")
        expect(page.locator(".jz-more-after")).to_have_count(180)
        page.locator(JUMPS).last.click()
        expect(page.get_by_role("heading", name="見出し179")).to_be_in_viewport()
