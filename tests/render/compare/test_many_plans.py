"""Pages of more and more plans: every link leads somewhere, and no page grows beyond its bound."""

import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from bench.plans import plan_id, write_plans
from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.compare import detail, learning, skills, targets
from jinzai.render.page.room import MOST_DETAILED
from tests.render.compare.compared import city, role, sites, skill
from tests.render.html_facts import HtmlFacts
from tests.render.sample_plans import site_pages
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
        frame = HtmlFacts(f"{page.navigation}{page.crumbs}")
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


def _wordy(id: str, things: int) -> PlanContent:
    """A plan with so many skills, courses and targets of four roles in one class."""
    told = "とても長い名前" * 8
    numbers = range(things)
    roles = [f"r{n}" for n in range(4)]
    courses = [
        {"id": f"c{n}", "name": f"{told}{n}", "deliveries": [{"format": "video", "hours": "2"}]}
        for n in numbers
    ]
    curricula = [
        {
            "id": f"{one}-{n}",
            "name": told,
            "role": one,
            "stages": [{"id": "s", "name": "段階", "items": [{"course": f"c{n}"}], "only": told}],
        }
        for one in roles
        for n in numbers
    ]
    aims = [
        {
            "id": f"t{n}",
            "name": f"{told}{n}",
            "unit": "people",
            "role": roles[n % 4],
            "note": told,
            "values": [{"year": 2026 + year, "value": 10 + n} for year in range(3)],
        }
        for n in numbers
    ]
    return city(
        id,
        *(role(one, f"{told}{one}", ("leader", "close")) for one in roles),
        skills=tuple(skill(f"s{n}", f"{told}{n}", ("bpr", "close")) for n in numbers),
        marks={f"s{n}": dict.fromkeys(roles, "●") for n in numbers},
        courses={"courses": courses},
        curricula={"curricula": curricula},
        targets={"targets": aims},
    )


def _said(things: int) -> dict[str, str]:
    site = sites(*(_wordy(f"p{n}", things) for n in range(MOST_DETAILED)))
    return {
        address: page.body
        for maker in (skills.pages, learning.pages, targets.pages, detail.pages)
        for address, page in site_pages(maker, site).items()
    }


@pytest.mark.parametrize("things", [1, 6, 12, 20, 30])
def test_no_page_is_heavy_where_few_plans_say_much(things: int) -> None:
    sizes = {address: len(body.encode()) for address, body in _said(things).items()}
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.parametrize(("things", "is_little"), [(1, True), (30, False)])
def test_a_page_tells_everything_or_leaves_it_to_other_pages(things: int, is_little: bool) -> None:
    pages = _said(things)
    assert ('id="classes--leader--p0"' in pages["compare/learning.html"]) is is_little
    assert ('data-plan="p4"' in pages["compare/targets.html"]) is is_little
    assert ("compare/classes--leader--4.html" in pages) is not is_little


@pytest.mark.parametrize(("roles", "are_few"), [(4, True), (120, False)])
def test_roles_by_areas_are_on_the_page_or_on_the_plans_own_pages(
    roles: int, are_few: bool
) -> None:
    ids = [f"r{n}" for n in range(roles)]
    plans = (
        city(
            f"p{n}",
            *(role(one, f"とても長い名前{one}") for one in ids),
            skills=(skill("s", "読む", ("bpr", "close")),),
            marks={"s": dict.fromkeys(ids, "●")},
        )
        for n in range(MOST_DETAILED)
    )
    (page,) = site_pages(skills.pages, sites(*plans)).values()
    assert ('id="roles--p0"' in page.body) is are_few
    assert ('<li data-plan="p0"><a href="../p0/compare/index.html"' in page.body) is not are_few
    assert len(page.body.encode()) < MOST_BYTES
