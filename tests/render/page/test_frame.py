"""The frame of a body: sections of one line, contents for narrow windows, the printed edition."""

import re

import pytest

from jinzai.publish.page import Page
from jinzai.render.plan import overview, role
from tests.render.sample_plans import plan, plan_pages


def test_a_body_holds_its_contents_for_narrow_windows(pages: dict[str, Page]) -> None:
    for page in pages.values():
        folded = re.findall(r'<details class="jz-onpage">.*?</details>', page.body, re.DOTALL)
        assert len(folded) == bool(page.contents), page.address
        assert all(page.contents in one for one in folded), page.address
        assert page.body.index("<h1") < page.body.find("jz-onpage") or not folded, page.address


def test_an_empty_section_is_one_line_with_its_anchor() -> None:
    content = plan(roles={"roles": [{"id": "r", "name": "職員"}]})
    body = plan_pages(role.pages, content)["sample/roles/r.html"].body
    empty = re.findall(
        r'<div class="jz-nothing"><h2 id="([a-z]+)">[^<]+</h2><p class="jz-empty">[^<]+</p></div>',
        body,
    )
    assert empty == [section.anchor for section in role.SECTIONS]


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
