from jinzai.render.plan import glossary
from tests.render.sample_plans import element, plan, plan_page

TERMS = {
    "terms": [
        {"id": "rpa", "term": "RPA", "kana": "あーるぴーえー", "description": "自動化。"},
        {"id": "data", "term": "データ", "kana": "でーた", "description": "値。"},
        {
            "id": "ai",
            "term": "AI",
            "kana": "えーあい",
            "aliases": ["人工知能"],
            "description": "[データ](term:data)から学ぶ。",
            "basis": "inferred",
        },
        {"id": "bi", "term": "BI", "description": "分析。"},
    ]
}


def test_terms_stand_in_the_order_of_their_readings() -> None:
    html = plan_page(glossary.pages, plan(glossary=TERMS))

    places = [html.index(f'id="term-{id}"') for id in ("bi", "rpa", "ai", "data")]
    assert places == sorted(places)


MANY = [
    {"id": f"t{number}", "term": f"語{number}", "kana": "かたり", "description": "説明。"}
    for number in range(27)
]


def test_rows_of_a_long_glossary_have_fixed_anchors_that_the_list_leads_to() -> None:
    html = plan_page(glossary.pages, plan(glossary={"terms": [*TERMS["terms"], *MANY]}))

    for anchor, title in (("row-latin", "英数字"), ("row-a", "あ行"), ("row-ta", "た行")):
        assert f'<a href="#{anchor}">{title}</a>' in html
        assert f'<h2 id="{anchor}">{title}</h2>' in html


def test_a_glossary_of_up_to_30_terms_has_no_rows() -> None:
    html = plan_page(glossary.pages, plan(glossary={"terms": [*TERMS["terms"], *MANY[:-1]]}))

    assert html.count('id="term-') == 60
    assert "row-" not in html


def test_a_term_shows_its_other_spellings_its_basis_and_who_refers_to_it() -> None:
    html = plan_page(glossary.pages, plan(glossary=TERMS))

    ai = html[html.index('id="term-ai"') : html.index('id="term-data"')]
    assert "人工知能" in ai
    assert '<span class="jz-inferred">AI<span class="jz-hidden">（推定）</span></span>' in ai
    data = html[html.index('id="term-data"') :]
    assert '<a href="#term-ai">AI</a>' in data


def test_a_plan_without_glossary_says_so() -> None:
    html = plan_page(glossary.pages, plan())

    assert "の記載はありません" in element(html, "terms")
