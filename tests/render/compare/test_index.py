"""The entrance to the comparisons."""

from typing import Any

import pytest

from jinzai.render.compare import index
from jinzai.render.page.comparisons import COMPARISONS
from tests.render.compare.compare_site import city, compared, many
from tests.render.sample_plans import plan, section, site_pages, words

PAGE = "compare/index.html"


def test_every_question_leads_to_its_page() -> None:
    html = site_pages(index.pages, compared(city()))[PAGE].body
    questions = section(html, "questions")
    for page in ("roles", "detail", "skills", "learning", "targets"):
        assert f'href="{page}.html"' in questions
    for one in COMPARISONS:
        assert one.question in questions


def test_it_says_what_there_is_to_compare_of_each_plan() -> None:
    html = site_pages(index.pages, compared(city()))[PAGE].body
    plans = section(html, "plans")
    assert '<a href="../sample/index.html">見本市</a>' in plans
    assert '<a href="../sample/compare/index.html">見本市から見た違い</a>' in plans
    assert words(plans).endswith("期間の記載なし32ありありあり")


def test_the_issuer_stands_beside_a_name_that_does_not_say_it() -> None:
    facts = {"title": "方針", "short_title": "ひな形", "issuer": {"name": "見本県"}}
    context = compared(city("town", "見本市（方針）"), plan(facts))
    plans = section(site_pages(index.pages, context)[PAGE].body, "plans")
    assert 'ひな形</a> <span class="jz-small">見本県</span><br>' in plans
    assert "見本市（方針）</a><br>" in plans


def test_with_many_plans_there_is_a_list_for_each_prefecture() -> None:
    made = site_pages(index.pages, compared(*many(13)))
    assert set(made) == {PAGE, "compare/plans-27.html", "compare/plans-00.html"}
    assert '<a href="plans-27.html">大阪府</a>' in made[PAGE].body
    assert "番市" not in made[PAGE].body
    assert '<a href="../city-00/roles/index.html">0番市の役割</a>' in (
        made["compare/plans-27.html"].body
    )


@pytest.mark.parametrize(
    ("roles", "targets", "said"),
    [
        ({}, ({"values": [{"year": 2027, "value": 5}]},), "あり"),
        ({}, ({"bound": "several", "values": [{"value": "undefined"}]},), "「複数」とだけ記載"),
        ({"headcount": {"value": 450}}, (), "役割の人数だけ"),
        (
            {"levels": [{"id": "l", "name": "初級", "headcount": {"value": 9}}]},
            (),
            "役割の人数だけ",
        ),
        ({"headcount": {"value": "undefined"}}, (), "記載なし"),
        ({}, ({"values": [{"value": "undefined"}]},), "記載なし"),
    ],
)
def test_what_numbers_a_plan_states(
    roles: dict[str, Any], targets: tuple[dict[str, Any], ...], said: str
) -> None:
    facts = {"id": "t", "name": "目標", "unit": "people", "role": "r"}
    content = plan(
        {"id": "town"},
        roles={"roles": [{"id": "r", "name": "職員", "unmapped": "なし", **roles}]},
        targets={"targets": [{**facts, **one} for one in targets]},
    )
    plans = section(site_pages(index.pages, compared(content))[PAGE].body, "plans")
    assert words(plans[plans.index('data-label="数値目標"') :]).endswith(said)
