"""What holds for every kind of page, whatever the plan says or leaves out."""

import posixpath
import re
from collections.abc import Iterator

import pytest

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.page.frame import PlanFrame, SiteFrame
from jinzai.render.page.place import plan_context
from jinzai.render.registry import PLAN_PAGES, SITE_PAGES
from tests.render.sample_plans import ids, linked, plan, site

BAD = "<script>alert(1)</script>{{ 7*7 }}"


def hostile() -> PlanContent:
    """A plan whose every name and text is markup."""
    at = {"role": "r", "level": "l", "departments": ["d"]}
    return plan(
        {
            "title": BAD,
            "summary": BAD,
            "purposes": [BAD],
            "department": BAD,
            "edition": BAD,
            "note": BAD,
            "related": [{"title": BAD, "relation": "refers", "issuer": BAD, "note": BAD}],
            "departments": [{"id": "d", "name": BAD, "description": BAD}],
            "tables": [{"id": "t", "name": BAD, "note": BAD}, {"id": "u", "name": BAD}],
            "placeholders": [{"id": "p", "label": BAD, "type": "text", "meaning": BAD}],
            "suppress": [{"code": "no-source", "at": BAD, "reason": BAD}],
        },
        chapters=[{"id": "c", "title": BAD, "order": "1", "text": f"## {BAD}\n\n{BAD}"}],
        roles={"roles": [{"id": "r", "name": BAD, "levels": [{"id": "l", "name": BAD}]}]},
        skills={"skills": [{"id": "s", "name": BAD, "definition": BAD}]},
        courses={
            "courses": [
                {
                    "id": "k",
                    "name": BAD,
                    "deliveries": [{"format": "video", "table": "t", "note": BAD}],
                }
            ]
        },
        schedule={
            "schedules": [
                {
                    "id": "y",
                    "name": BAD,
                    "lanes": [
                        {
                            "id": "l",
                            "name": BAD,
                            "note": BAD,
                            "items": [
                                {"name": BAD, "kind": "event", "months": "undefined"},
                                {"name": BAD, "kind": "event", "months": {"start": 4, "end": 5}},
                            ],
                        }
                    ],
                }
            ]
        },
        targets={
            "targets": [
                {
                    "id": "t",
                    "name": BAD,
                    "unit": "people",
                    "values": [{"year": "2025", "value": {"placeholder": "p"}, "note": BAD}],
                }
            ]
        },
        practice={
            "practices": [
                {
                    "id": "o",
                    "name": BAD,
                    "kind": "process",
                    "audience": [at],
                    "experience": BAD,
                    "steps": [{"text": BAD}],
                }
            ]
        },
        organisation={
            "bodies": [{"id": "b", "name": BAD, "responsibilities": [BAD]}],
            "hiring": [{"id": "m", "name": BAD, "option": BAD, "description": BAD}],
            "indicators": [{"id": "i", "name": BAD, "unit": BAD}],
            "reviews": [{"id": "v", "name": BAD, "description": BAD}],
        },
        glossary={"terms": [{"id": "g", "term": BAD, "aliases": [BAD], "description": BAD}]},
    )


def pages(content: PlanContent) -> Iterator[Page]:
    """Every page of a site with one plan; sections that a page lacks are an error."""
    above = site(content)
    for site_maker in SITE_PAGES:
        for draft in site_maker(above):
            page = SiteFrame(above).page(draft)
            assert {section.anchor for section in draft.sections} <= set(ids(page.body))
            yield page
    context = plan_context(above, linked(content))
    for row in PLAN_PAGES:
        for draft in row.make(context):
            page = PlanFrame(context).page(draft)
            assert {section.anchor for section in draft.sections} <= set(ids(page.body))
            yield page


@pytest.fixture(scope="module", params=["bare", "hostile"])
def every_page(request: pytest.FixtureRequest) -> dict[str, Page]:
    content = plan() if request.param == "bare" else hostile()
    return {page.address: page for page in pages(content)}


def test_a_page_has_one_h1_and_no_id_twice(every_page: dict[str, Page]) -> None:
    for page in every_page.values():
        assert page.body.count("<h1") == 1
        found = ids(page.body)
        assert len(found) == len(set(found)), page.address


def test_a_kicker_says_what_the_title_does_not(every_page: dict[str, Page]) -> None:
    found = [
        (kicker[1], re.sub(r"<[^>]*>", "", title[1]))
        for page in every_page.values()
        if (title := re.search(r"<h1>(.*?)</h1>", page.body))
        and (kicker := re.search(r'<p class="jz-kicker">(.*?)</p>', page.body))
    ]
    assert 0 < len(found) < len(every_page), "some pages have no kicker"
    assert [pair for pair in found if pair[0] in pair[1]] == []


def test_every_link_leads_somewhere(every_page: dict[str, Page]) -> None:
    for page in every_page.values():
        folder = posixpath.dirname(page.address)
        text = page.body + page.navigation + page.crumbs
        for href in re.findall(r'href="([^"]*)"', text):
            path, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(folder, path)) if path else page.address
            if target.endswith(".csv"):
                continue
            assert target in every_page, (page.address, href)
            assert not anchor or anchor in ids(every_page[target].body), (page.address, href)


def test_markup_in_content_is_text(every_page: dict[str, Page]) -> None:
    for page in every_page.values():
        for html in (page.body, page.navigation, page.crumbs):
            assert "<script>alert" not in html, page.address
