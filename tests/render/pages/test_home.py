from jinzai.render.pages import home
from jinzai.render.place import Guide

from .sample import element, plan, site, site_pages, words

PLAN = plan(
    {"short_title": "見本市", "period": {"start": "2025", "end": "2025"}},
    roles={"roles": [{"id": "staff", "name": "職員"}]},
)
GUIDES = (Guide("about.html", "説明"), Guide("editing.html", "手引き"))


def body(*guides: Guide) -> str:
    return site_pages(home.pages, site(PLAN, guides=guides))["index.html"].body


def test_the_doors_lead_to_roles_comparison_and_editing() -> None:
    html = element(body(*GUIDES), "doors")

    assert 'href="sample/roles/index.html"' in html
    assert 'href="plans.html"' in html
    assert 'href="editing.html"' in html
    assert 'href="about.html"' not in html


def test_a_door_that_leads_nowhere_is_left_out() -> None:
    assert "計画を編集する" not in body()


def test_other_guides_are_linked_at_the_top() -> None:
    html = body(*GUIDES)

    assert html.index('href="about.html"') < html.index('id="doors"')


def test_a_plan_shows_its_figures_and_0_of_a_kind_is_undefined() -> None:
    html = words(element(body(), "plans"))

    assert "令和7年度（2025年度）" in html
    assert "役割1・スキル未定義・研修未定義" in html
