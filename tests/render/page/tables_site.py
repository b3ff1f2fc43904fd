"""A plan of few courses and wide matrices, its pages in the real frame, and who looks at them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page

from jinzai.publish.assemble import HandPageExtras
from jinzai.publish.publish import begin_shells, publish
from jinzai.render.page.frame import PlanFrame
from jinzai.render.page.place import plan_context
from jinzai.render.plan import course_index, matrix, skill_index
from tests.render.sample_plans import linked, plan, site

REPOSITORY: Final = Path(__file__).parents[3]
LONG: Final = "全庁の情報システムの調達及び運用を担当する職員（管理監督職を含む）"
COURSES: Final = "sample/courses/index.html"
SKILLS: Final = "sample/skills/index.html"
MATRIX: Final = "sample/skills/matrix.html"


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
                "name": f"{LONG}の技能" if n == 5 else f"技能{n}",
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


def build(root: Path) -> Path:
    """The site, below `root`."""
    shutil.copytree(REPOSITORY / "templates" / "theme", root / "templates" / "theme")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    (root / "content" / "pages").mkdir(parents=True)
    context = plan_context(site(CONTENT), linked(CONTENT))
    frame = PlanFrame(context)
    makers = (matrix.pages, course_index.pages, skill_index.pages)
    pages = [frame.page(draft) for maker in makers for draft in maker(context)]
    with begin_shells(root, root / "mkdocs.yml", root / "site") as shells:
        publish(shells, pages, (), lambda _: HandPageExtras(""))
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


@contextmanager
def reading(browser: Browser, site: Path, **options: Any) -> Iterator[Reader]:
    """A window on a site; nothing may go wrong in it."""
    context = browser.new_context(**options)
    reader = Reader(context, site)
    yield reader
    context.close()
    assert reader.complaints == []
