from jinzai.render.plan import organisation
from tests.render.sample_plans import ids, plan, plan_page, unstated, words

ORGANISATION = {
    "bodies": [
        {"id": "head", "name": "本部", "responsibilities": ["まとめる。"]},
        {"id": "hr", "name": "人事課", "part_of": "head", "responsibilities": ["研修を行う。"]},
    ],
    "hiring": [
        {
            "id": "track",
            "name": "ICT枠",
            "status": "option",
            "option": "パターンA",
            "description": "採用する。",
            "problems": ["人が少ない。"],
        }
    ],
    "indicators": [{"id": "rate", "name": "受講率", "unit": "%"}, {"id": "sum", "name": "件数"}],
    "reviews": [{"id": "five", "name": "見直し", "every": "5", "description": "改める。"}],
}


def test_bodies_name_their_whole_and_their_parts() -> None:
    html = plan_page(organisation.pages, plan(organisation=ORGANISATION))

    assert '中の組織: <a href="#body-hr">人事課</a>' in html
    assert '<a href="#body-head">本部</a>の中の組織' in html


def test_an_option_is_told_from_what_is_settled() -> None:
    html = plan_page(organisation.pages, plan(organisation=ORGANISATION))

    assert "placement" in unstated(html)
    measure = words(html[html.index('id="measure-track"') : html.index('id="indicators"')])
    assert "ICT枠選択肢の1つパターンA" in measure
    assert "課題人が少ない。" in measure


def test_a_unit_that_is_not_set_is_undefined() -> None:
    html = plan_page(organisation.pages, plan(organisation=ORGANISATION))

    assert "単位%" in words(html[html.index('id="indicator-rate"') :])
    assert "単位記載なし" in words(html[html.index('id="indicator-sum"') :])


def test_the_parts_that_are_not_set_share_one_line_with_their_anchors() -> None:
    parts = ["bodies", "hiring", "placement", "support", "indicators", "reviews"]
    assert unstated(plan_page(organisation.pages, plan())) == parts
    html = plan_page(organisation.pages, plan(organisation=ORGANISATION))
    stated = [part for part in parts if f'<h2 id="{part}"' in html]
    assert stated
    assert sorted(stated + unstated(html)) == sorted(parts)


def test_an_id_that_looks_like_a_part_of_another_stays_its_own() -> None:
    bodies = [
        {"id": id, "name": id, "responsibilities": ["する。"]}
        for id in ("hr", "hr-name", "hr-name-name")
    ]
    found = ids(plan_page(organisation.pages, plan(organisation={"bodies": bodies})))
    assert len(found) == len(set(found))
