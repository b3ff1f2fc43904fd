"""The frame of a body: sections of one line, contents for narrow windows, the printed edition."""

import re

import pytest

from jinzai.publish.page import Page
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.page_sections import PageSections
from jinzai.render.page.place import PlanContext
from jinzai.render.plan import overview, role
from tests.render.sample_plans import linked, plan, plan_pages, site, unstated


def test_a_body_holds_its_contents_for_narrow_windows(pages: dict[str, Page]) -> None:
    for page in pages.values():
        folded = re.findall(r'<details class="jz-onpage">.*?</details>', page.body, re.DOTALL)
        assert len(folded) == bool(page.contents), page.address
        assert all(page.contents in one for one in folded), page.address
        assert page.body.index("<h1") < page.body.find("jz-onpage") or not folded, page.address


def test_empty_sections_share_one_line_with_their_anchors() -> None:
    content = plan(roles={"roles": [{"id": "r", "name": "職員", "duties": ["働く。"]}]})
    found = plan_pages(role.pages, content)["sample/roles/r.html"]
    headed = re.findall(r'<h2 id="([a-z]+)"', found.body)
    assert headed == ["duties", "source"]
    *named, counterparts, references = re.findall(r'<span id="([a-z]+)"', found.body)
    assert named == unstated(found.body)
    assert (counterparts, references) == ("counterparts", "references")
    (draft,) = role.pages(PlanContext(site(content), linked(content)))
    every = {section.anchor for section in draft.sections}
    assert {*headed, *named, counterparts, references} == every
    assert re.findall('href="#([a-z]+)"', found.contents) == headed
    assert found.body.count("記載がないもの") == 1


def test_a_section_that_is_none_of_the_page_is_refused() -> None:
    sections = PageSections(Draft("a", "題", "種類", "", "t", None, "", (Section("one", "一"),)))
    for write in (sections.heading, sections.unstated):
        with pytest.raises(KeyError):
            write("two")
    with pytest.raises(KeyError):
        sections.aside("two", "文。")
    assert sections.last_line() == ""


@pytest.mark.parametrize(
    ("facts", "edition"),
    [
        ({}, "見本の計画"),
        ({"edition": "令和8年2月改訂"}, "見本の計画　令和8年2月改訂"),
        (
            {"status": "draft", "published": "2025-02-14"},
            "見本の計画　案　令和7年2月14日（2025年2月14日）公表",
        ),
    ],
)
def test_the_foot_of_a_printed_page_says_which_edition(facts: dict[str, str], edition: str) -> None:
    (page,) = plan_pages(overview.pages, plan(facts)).values()
    assert page.edition == edition
