"""The frame of a body: the lines above its content, sections of one line, the printed edition."""

import re

import pytest

from jinzai.publish.page import Page
from jinzai.render.page.draft import Draft, Section
from jinzai.render.page.page_sections import PageSections
from jinzai.render.page.place import plan_context
from jinzai.render.plan import overview, role
from tests.render.sample_plans import linked, plan, plan_pages, site, unstated

JUMP = re.compile(r'<nav class="jz-onpage".*?</nav>', re.DOTALL)


def jumps(body: str) -> list[str]:
    """The anchors to which the line このページ leads."""
    return [anchor for nav in JUMP.findall(body) for anchor in re.findall('href="#([^"]+)"', nav)]


def test_a_body_begins_with_the_links_to_its_sections(pages: dict[str, Page]) -> None:
    with_links = 0
    for page in pages.values():
        navs = JUMP.findall(page.body)
        headed = re.findall(r'<(?:h2|div class="jz-record") id="([^"]*)"', page.body)
        assert len(navs) == (len(jumps(page.body)) > 2), page.address
        assert set(jumps(page.body)) <= set(headed), page.address
        if navs:
            with_links += 1
            before = page.body[: page.body.index(navs[0])]
            assert "<h1" in before, page.address
            assert "<h2" not in before, page.address
    assert with_links > 20
    assert '<a href="#skills">身に付けるスキル</a>' in pages["alpha/roles/leader.html"].body


def test_empty_sections_share_a_line_with_their_anchors() -> None:
    content = plan(roles={"roles": [{"id": "r", "name": "職員", "duties": ["働く。"]}]})
    found = plan_pages(role.pages, content)["sample/roles/r.html"]
    headed = re.findall(r'<h2 id="([a-z]+)"', found.body)
    assert headed == ["duties", "source"]
    *named, counterparts = re.findall(r'<span id="([a-z]+)"', found.body)
    assert named == unstated(found.body)
    top = found.body.index('<p class="jz-absent">')
    assert found.body.index("</h1>") < top < found.body.index('<h2 id="duties"')
    assert counterparts == "counterparts"
    (draft,) = role.pages(plan_context(site(content), linked(content)))
    every = {section.anchor for section in draft.sections}
    assert {*headed, *named, counterparts, "record"} == every
    assert jumps(found.body) == []
    assert found.body.count("計画に書かれていないこと") == 1


def test_a_section_that_is_none_of_the_page_is_refused() -> None:
    sections = PageSections(Draft("a", "題", "種類", "", "t", None, "", (Section("one", "一"),)))
    for write in (sections.heading, sections.unstated):
        with pytest.raises(KeyError):
            write("two")
    with pytest.raises(KeyError):
        sections.aside("two", "文。")
    assert sections.unstated_line() == sections.last_line() == ""


@pytest.mark.parametrize(
    ("address", "kicker"),
    [
        ("alpha/roles/leader.html", "甲市の役割"),
        ("alpha/roles/index.html", "甲市デジタル人材育成計画"),
        ("compare/learning.html", ""),
        ("compare/roles.html", ""),
    ],
)
def test_a_kicker_that_the_crumbs_say_is_left_out(
    pages: dict[str, Page], address: str, kicker: str
) -> None:
    found = re.findall(r'<p class="jz-kicker">(.*?)</p>', pages[address].body)
    assert [re.sub("<[^>]*>", "", one) for one in found] == [kicker] * bool(kicker)


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
