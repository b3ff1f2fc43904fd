"""Pages of more and more plans: every link leads somewhere, and no page grows beyond its bound."""

import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from bench.plans import plan_id, write_plans
from jinzai.publish.page import Page
from tests.render.html_facts import HtmlFacts
from tests.render.sample_site import ROOT, catalogue, render_all

MOST_BYTES = 100_000
ORIGINALS = ROOT / "content" / "plans"


def _project(root: Path, count: int) -> Path:
    """A project of so many plans: the real ones, then copies of them under other ids."""
    (root / "content").mkdir(parents=True)
    for name in ("pages", "frameworks"):
        shutil.copytree(ROOT / "content" / name, root / "content" / name)
    plans = root / "content" / "plans"
    written = write_plans(ORIGINALS, plans, count)
    for extra in written[count:]:
        shutil.rmtree(plans / extra)
    return root


def _dead(pages: dict[str, Page]) -> list[str]:
    bodies = {address: HtmlFacts(page.body) for address, page in pages.items()}
    dead = []
    for address, page in pages.items():
        frame = HtmlFacts(f"{page.contents}{page.navigation}{page.crumbs}")
        for href in (*bodies[address].links, *frame.links):
            target = urlsplit(urljoin(f"http://site/{address}", href))
            path = unquote(target.path)[1:]
            if target.netloc != "site" or not path.endswith(".html"):
                continue
            anchor = unquote(target.fragment)
            if path not in bodies or (anchor and anchor not in bodies[path].anchors):
                dead.append(f"{address}: {href}")
    return dead


@pytest.mark.parametrize("count", [6, 13, 60])
def test_every_link_leads_somewhere_and_no_page_is_heavy(count: int, tmp_path: Path) -> None:
    pages = render_all(catalogue(_project(tmp_path / "project", count)))
    assert sum(address.endswith("/roles/index.html") for address in pages) == count
    assert plan_id("hirakata", 1) + "/index.html" in pages
    assert _dead(pages) == []
    sizes = {address: len(page.body.encode()) for address, page in pages.items()}
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}
