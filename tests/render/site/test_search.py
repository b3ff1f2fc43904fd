from jinzai.render.site import search
from tests.render.sample_plans import plan, site, site_pages


def test_the_page_keeps_the_contract_with_the_script() -> None:
    html = site_pages(search.pages, site(plan()))["search.html"].body

    for id in ("jz-search", "jz-search-form", "jz-search-query", "jz-search-status"):
        assert f'id="{id}"' in html
    for id in ("jz-search-chips", "jz-search-results"):
        assert f'id="{id}"' in html


def test_without_the_script_the_lists_are_there() -> None:
    html = site_pages(search.pages, site(plan()))["search.html"].body

    assert "<noscript>" in html
    assert 'href="sample/roles/index.html"' in html
    assert '<a href="compare/learning.html">研修の量を比べる</a>' in html
