"""All pages: every link and anchor leads somewhere, the HTML nests, headings descend."""

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import parse_qs

import pytest

from jinzai.link.catalogue import Catalogue
from jinzai.model.words import SITE_FOLDERS
from jinzai.publish.page import Page
from jinzai.publish.search import (
    SEARCH_EXCERPT_SCRIPT,
    SEARCH_PAGE,
    SEARCH_PAGE_SCRIPT,
    SEARCH_SCRIPTS,
)
from tests.render.html_facts import HtmlFacts
from tests.render.sample_site import render_all

# Written by other stages: export, publish, and the theme.
_BY_OTHERS = re.compile(r".*\.csv|assets/.*|about\.html|editing/.*")


@pytest.fixture(scope="session", params=["sample", "real"])
def every(
    request: pytest.FixtureRequest, pages: dict[str, Page], real_pages: dict[str, Page]
) -> dict[str, Page]:
    return pages if request.param == "sample" else real_pages


def _chosen_roles(query: str) -> Iterator[str]:
    """The pages of the roles, or levels of roles, that an address chooses to compare."""
    for side in parse_qs(query).get("r", [""])[0].split(","):
        plan, _, role = side.partition("@")[0].partition("/")
        if side:
            yield f"{plan}/roles/{role}.html"


def _broken(every: dict[str, Page]) -> Iterator[str]:
    anchors = {address: HtmlFacts(page.body).anchors for address, page in every.items()}
    for address, page in every.items():
        for part in (page.body, page.navigation, page.crumbs):
            for link in HtmlFacts(part).links:
                if link.startswith(("https://", "http://", "mailto:")):
                    continue
                path, _, anchor = link.partition("#")
                path, _, query = path.partition("?")
                if any(role not in every for role in _chosen_roles(query)):
                    yield f"{address}: {link}"
                target = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
                target = target if path else address
                if target in every:
                    if anchor and anchor not in anchors[target]:
                        yield f"{address}: {link}"
                elif not _BY_OTHERS.fullmatch(target):
                    yield f"{address}: {link}"


def test_every_link_and_anchor_leads_somewhere(every: dict[str, Page]) -> None:
    assert list(_broken(every)) == []


def test_html_nests(every: dict[str, Page]) -> None:
    problems = {
        page.address: facts.problems
        for page in every.values()
        for part in (page.body, page.navigation, page.crumbs)
        if (facts := HtmlFacts(part)).problems
    }
    assert problems == {}


def test_headings_begin_with_the_only_h1_and_skip_no_level(every: dict[str, Page]) -> None:
    for page in every.values():
        headings = HtmlFacts(page.body).headings
        assert headings[0] == 1, page.address
        assert headings.count(1) == 1, page.address
        for above, below in pairwise(headings):
            assert below <= above + 1, page.address


def test_nothing_of_python_shows_through(every: dict[str, Page]) -> None:
    for page in every.values():
        text = HtmlFacts(page.body).text
        assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|Undefined|&lt;a |<jinzai", text), (
            page.address
        )


def test_the_navigation_marks_the_page_or_what_is_above_it(every: dict[str, Page]) -> None:
    for page in every.values():
        if page.address == SEARCH_PAGE:
            continue
        current = re.findall(r'aria-current="(page|true)"', page.navigation)
        assert current, page.address
        assert current.count("page") <= 1, page.address


def test_no_plan_can_take_a_folder_of_the_site(pages: dict[str, Page], sample: Catalogue) -> None:
    folders = {address.partition("/")[0] for address in pages if "/" in address}
    assert folders - {plan.id for plan in sample.plans} <= SITE_FOLDERS


def test_two_renders_are_equal(pages: dict[str, Page], sample: Catalogue) -> None:
    assert render_all(sample) == pages


def test_the_search_page_loads_its_scripts_in_order(pages: dict[str, Page]) -> None:
    loaded = re.findall(r'<script src="([^"]+)">', pages["search.html"].body)
    assert loaded == [*SEARCH_SCRIPTS, SEARCH_EXCERPT_SCRIPT, SEARCH_PAGE_SCRIPT]
