"""The matrix and the indexes as a reader has them, in a real Chromium, from the disk."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from jinzai.publish.publish import begin_shells, publish
from jinzai.render.frame import PlanFrame
from jinzai.render.pages import course_index, matrix, skill_index
from jinzai.render.place import PlanContext

from .sample import linked, plan, site

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[3]
LONG = "全庁の情報システムの調達及び運用を担当する職員（管理監督職を含む）"
COURSES = "sample/courses/index.html"
SKILLS = "sample/skills/index.html"
MATRIX = "sample/skills/matrix.html"
A3_LANDSCAPE = (1191, 842)  # in points


def _matrix(id: str, columns: int, label: str | None = None) -> dict[str, Any]:
    ids = [f"c{number}" for number in range(columns)]
    return {
        "id": id,
        "name": f"{columns}列の表",
        "legend": [{"mark": "●", "requirement": "required", "label": "必要"}],
        "columns": [
            {"id": c, "role": "staff" if c == "c0" else "lead", "label": label} for c in ids
        ],
        "rows": [
            {"skill": f"s{n}", "marks": {ids[n % columns]: "●", ids[0]: "●"}} for n in range(24)
        ],
    }


CONTENT = plan(
    roles={"roles": [{"id": "staff", "name": "全職員"}, {"id": "lead", "name": LONG}]},
    skills={
        "categories": [{"id": "mind", "name": "意識"}, {"id": "tech", "name": "技術"}],
        "skills": [
            {
                "id": f"s{n}",
                "name": f"{LONG}の技能{n}",
                "kana": "さ" if n else "あ",
                "category": "mind" if n < 12 else "tech",
            }
            for n in range(24)
        ],
    },
    courses={
        "courses": [
            {
                "id": "b",
                "name": "二番目",
                "kana": "にばんめ",
                "deliveries": [{"format": "video", "hours": "1"}],
                "audience": [{"role": "staff"}],
            },
            {
                "id": "c",
                "name": LONG * 2,
                "kana": "ん",
                "deliveries": [{"format": "live", "hours": "20"}],
                "audience": [{"role": "lead"}],
            },
            {"id": "d", "name": "時間のない研修", "kana": "じかん", "audience": [{"role": "lead"}]},
            {
                "id": "a",
                "name": "最初",
                "kana": "さいしょ",
                "deliveries": [{"format": "video", "hours": "3"}],
            },
        ]
    },
    matrix={
        "matrices": [
            _matrix("few", 3, "主導・推進する職員"),
            _matrix("more", 9, "情報システム担当"),
            _matrix("many", 30),
        ]
    },
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the pages of one plan in the real frame."""
    root = tmp_path_factory.mktemp("tables")
    shutil.copytree(REPOSITORY / "templates" / "theme", root / "templates" / "theme")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    (root / "content" / "pages").mkdir(parents=True)
    context = PlanContext(site(CONTENT), linked(CONTENT))
    frame = PlanFrame(context)
    makers = (matrix.pages, course_index.pages, skill_index.pages)
    pages = [frame.page(draft) for maker in makers for draft in maker(context)]
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        publish(shells, pages, (), lambda _: "")
    return root / "site"


class Reader:
    """A window on the site that keeps what went wrong in it."""

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.page = context.new_page()
        self._site = site
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, address: str, width: int = 1280) -> Page:
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.goto(f"{self._site.as_uri()}/{address}")
        return self.page


@pytest.fixture
def reader(browser: Browser, built: Path) -> Iterator[Reader]:
    context = browser.new_context()
    reader = Reader(context, built)
    yield reader
    context.close()
    assert reader.complaints == []


def shown(page: Page) -> list[str]:
    """The ids of the rows that can be seen, in order."""
    links = page.locator("table[data-jz-index] tbody tr:visible th a")
    return [re.sub(r"\.html$", "", str(link.get_attribute("href"))) for link in links.all()]


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label).select_option(label=option)


def test_choosing_leaves_the_rows_that_fit_and_counts_them(reader: Reader) -> None:
    page = reader.open(COURSES)
    status = page.get_by_role("status")
    assert status.inner_text() == "研修 4件をすべて表示しています。"
    choose(page, "対象の役割", "全職員")
    assert shown(page) == ["b"]
    assert status.inner_text() == "研修 4件のうち、1件を表示しています。"
    choose(page, "時間", "5時間を超える")
    assert shown(page) == []
    assert "ありません" in status.inner_text()
    choose(page, "対象の役割", LONG)
    assert shown(page) == ["c"]
    page.get_by_role("button", name="条件を消す").click()
    assert shown(page) == ["b", "c", "d", "a"]
    assert state(page) == {}
    assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_what_is_not_said_can_be_chosen(reader: Reader) -> None:
    page = reader.open(COURSES)
    choose(page, "時間", "記載なし")
    assert shown(page) == ["d"]


def test_heads_sort_up_and_down_and_back(reader: Reader) -> None:
    page = reader.open(COURSES)
    head = page.locator("th", has=page.get_by_role("button", name="研修", exact=True))
    seen = []
    for _ in range(3):
        head.get_by_role("button").click()
        seen.append((head.get_attribute("aria-sort"), shown(page)))
    assert seen == [
        ("ascending", ["a", "d", "b", "c"]),
        ("descending", ["c", "b", "d", "a"]),
        (None, ["b", "c", "d", "a"]),
    ]


def test_rows_without_a_place_come_last_either_way(reader: Reader) -> None:
    page = reader.open(COURSES)
    choose(page, "並び順", "時間の短い順")
    assert shown(page) == ["b", "a", "c", "d"]
    choose(page, "並び順", "時間の長い順")
    assert shown(page) == ["c", "a", "b", "d"]
    assert page.locator("th[aria-sort]").count() == 1


def test_the_address_keeps_what_was_chosen(reader: Reader) -> None:
    page = reader.open(COURSES)
    choose(page, "形式", "動画")
    page.get_by_role("button", name="研修", exact=True).click()
    assert state(page) == {"format": ["video"], "sort": ["name"]}
    page.reload()
    assert shown(page) == ["a", "b"]
    assert page.get_by_label("形式").input_value() == "video"
    assert page.locator("th[aria-sort=ascending]").count() == 1


def test_an_address_that_asks_for_nonsense_shows_everything(reader: Reader) -> None:
    page = reader.open(f"{COURSES}?format=%3Cb%3E&sort=nothing&role=staff&x=1")
    assert shown(page) == ["b"]
    assert page.get_by_label("形式").input_value() == ""
    page.get_by_role("button", name="条件を消す").click()
    assert state(page) == {"x": ["1"]}


def test_the_keyboard_chooses_and_sorts(reader: Reader) -> None:
    page = reader.open(COURSES)
    page.get_by_label("形式").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert shown(page) == ["b", "a"]
    page.get_by_role("button", name="研修", exact=True).focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["a", "b"]
    page.keyboard.press("Space")
    assert shown(page) == ["b", "a"]


def test_skills_are_chosen_by_category_and_role(reader: Reader) -> None:
    page = reader.open(f"{SKILLS}?category=mind&role=lead")
    assert len(shown(page)) == 11
    choose(page, "並び順", "五十音順")
    choose(page, "求める役割", "すべて")
    assert shown(page)[0] == "s0"
    assert len(shown(page)) == 12


def test_without_scripts_the_indexes_are_whole(browser: Browser, built: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Reader(context, built).open(f"{COURSES}?format=live")
    assert shown(page) == ["b", "c", "d", "a"]
    assert page.locator("select, th button").count() == 0
    context.close()


@pytest.mark.parametrize("address", [COURSES, SKILLS, MATRIX])
@pytest.mark.parametrize("width", [390, 767, 768, 1220])
def test_nothing_is_wider_than_the_window(reader: Reader, address: str, width: int) -> None:
    page = reader.open(address, width)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    # Only the table that says so scrolls by itself, and only where it is a table.
    inner = page.locator("#jz-main").evaluate(
        "main => [...main.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1 &&"
        " getComputedStyle(e).overflowX === 'auto').map(e => e.className)"
    )
    scrolls = address == MATRIX and width >= 768
    assert inner == (["jz-matrix-frame jz-matrix-frame--scroll"] if scrolls else [])


def test_heads_stay_below_the_header_of_the_page(reader: Reader) -> None:
    for address, table in ((MATRIX, "#matrix-few ~ * table"), (COURSES, "table[data-jz-index]")):
        page = reader.open(address)
        page.set_viewport_size({"width": 1280, "height": 300})
        last = page.locator(f"{table} tbody tr").last
        last.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 200)")
        header = page.locator(".md-header").bounding_box()
        head = page.locator(f"{table} thead th").first.bounding_box()
        assert header is not None
        assert head is not None
        assert abs(head["y"] - header["height"]) < 3


def test_the_keyboard_is_never_below_a_head(reader: Reader) -> None:
    page = reader.open(MATRIX)
    page.set_viewport_size({"width": 1280, "height": 500})
    links = page.locator("#matrix-few ~ * tbody th a")
    links.last.focus()
    while links.first.evaluate("a => a !== document.activeElement"):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        head = page.locator("#matrix-few ~ * thead th").first.bounding_box()
        assert head is not None
        if page.evaluate("!!document.activeElement.closest('tbody')"):
            assert top >= head["y"] + head["height"] - 1


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_row_and_column_are_lit(reader: Reader, by: str) -> None:
    page = reader.open(MATRIX)
    table = page.locator("#matrix-few ~ * table")
    rows = table.locator("tbody tr:not(.jz-group)")
    head = table.locator("thead th").nth(2)
    cell = rows.nth(4).locator("td").nth(1)
    plain = cell.evaluate("e => getComputedStyle(e).backgroundColor")
    lit = [rows.nth(9).locator("td").nth(1), head]
    if by == "pointer":
        cell.hover()
        lit.append(rows.nth(4).locator("td").nth(2))
    else:
        head.locator("a").focus()
    colours = {one.evaluate("e => getComputedStyle(e).backgroundColor") for one in lit}
    assert len(colours) == 1
    assert plain not in colours
    if by == "keyboard":
        rows.nth(4).locator("th a").focus()
        assert cell.evaluate("e => getComputedStyle(e).backgroundColor") in colours


def test_in_a_narrow_window_a_row_is_a_card_that_names_its_roles(reader: Reader) -> None:
    page = reader.open(MATRIX, 390)
    table = page.locator("#matrix-few ~ * table")
    assert not table.locator("thead").is_visible()
    card = table.locator("tbody tr:not(.jz-group)").nth(1)
    visible = [cell.inner_text().split() for cell in card.locator("td").all() if cell.is_visible()]
    assert ["●", "全職員"] == [visible[0][0], visible[0][-1]]
    page = reader.open(COURSES, 390)
    row = page.locator("table[data-jz-index] tbody tr").first
    label = row.locator("td").first.evaluate("e => getComputedStyle(e, '::before').content")
    assert label == '"形式と時間"'


def _sheets(pdf: bytes) -> list[tuple[int, int]]:
    """The sizes of a PDF's pages in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_the_matrix_prints_on_a3_with_every_row_and_column(reader: Reader) -> None:
    page = reader.open(MATRIX)
    sheets = _sheets(page.pdf(prefer_css_page_size=True))
    assert set(sheets) == {A3_LANDSCAPE}
    assert len(sheets) == 3
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1512, "height": 1047})
    clipped = page.evaluate(
        "[...document.querySelectorAll('.jz-matrix-frame')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)"
        ".length"
    )
    assert clipped == 0
