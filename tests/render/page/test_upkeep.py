"""Links to the source and for reporting mistakes."""

from urllib.parse import parse_qs, urlsplit

import pytest

from jinzai.link.catalogue import Catalogue
from jinzai.publish.page import Page
from jinzai.render.page.environment import Templates
from jinzai.render.page.place import SiteContext
from jinzai.render.page.upkeep import NO_UPKEEP, Upkeep
from jinzai.render.render import render_plan
from tests.render.sample_site import SAMPLE, TEMPLATES

REPOSITORY = "https://git.example.jp/a/b/edit/main/"


def test_without_settings_there_are_no_links() -> None:
    assert NO_UPKEEP.edit("plans/x/roles.yaml", 3) == ""
    assert NO_UPKEEP.report("役割", "x/roles/a.html") == ""


def test_a_line_is_named_where_it_is_known() -> None:
    upkeep = Upkeep(REPOSITORY)
    assert upkeep.edit("plans/x/roles.yaml", 12) == f"{REPOSITORY}content/plans/x/roles.yaml#L12"
    assert upkeep.edit("plans/x/chapters/a.md") == f"{REPOSITORY}content/plans/x/chapters/a.md"


def test_a_mail_names_the_page() -> None:
    url = Upkeep("", "mailto:a@example.jp").report("役割 & <b>?", "x/roles/a.html")
    assert urlsplit(url)[:3] == ("mailto", "", "a@example.jp")
    asked = parse_qs(urlsplit(url).query)
    assert asked["subject"] == ["誤りの報告：役割 & <b>?"]
    assert "x/roles/a.html" in asked["body"][0]


@pytest.mark.parametrize("title", ["役割", "{address}", "a&b=c#d"])
def test_an_address_is_filled_in(title: str) -> None:
    url = Upkeep("", "https://e.jp/new?t={title}&b={address}").report(title, "x/a.html")
    assert parse_qs(urlsplit(url).query) == {"t": [title], "b": ["x/a.html"]}


@pytest.mark.parametrize("report_to", ["mailto:a@example.jp", "https://e.jp/new?body={address}"])
def test_with_the_sites_address_a_page_has_its_full_one(report_to: str) -> None:
    url = Upkeep("", report_to, "https://example.lg.jp/jinzai/").report("役割", "x/a.html")
    (body,) = parse_qs(urlsplit(url).query)["body"]
    assert "https://example.lg.jp/jinzai/x/a.html" in body


@pytest.fixture(scope="module")
def linked_pages(sample: Catalogue) -> dict[str, Page]:
    """The sample's pages of a site with a repository and an address for mistakes."""
    site = SiteContext(
        sample.commons, Templates(TEMPLATES), Upkeep(REPOSITORY, "mailto:a@example.jp")
    )
    return {page.address: page for plan in sample.plans for page in render_plan(plan, site)}


@pytest.mark.parametrize(
    ("address", "id"),
    [
        ("alpha/roles/leader.html", "leader"),
        ("alpha/skills/bpr.html", "bpr"),
        ("alpha/courses/applied.html", "applied"),
        ("alpha/curricula/leader-l2.html", "leader-l2"),
    ],
)
def test_an_entitys_page_leads_to_its_line(
    linked_pages: dict[str, Page], address: str, id: str
) -> None:
    file, _, line = linked_pages[address].edit.removeprefix(REPOSITORY).partition("#L")
    stands = (SAMPLE / file).read_text("utf-8").splitlines()[int(line) - 1]
    assert f"id: {id}" in stands


def test_every_page_of_a_plan_can_be_reported_and_names_its_edition(
    linked_pages: dict[str, Page],
) -> None:
    for page in linked_pages.values():
        assert page.report.startswith("mailto:a@example.jp?subject="), page.address
        assert page.edition, page.address
