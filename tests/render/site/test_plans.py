from jinzai.render.site import plans
from tests.render.sample_plans import plan, site, site_pages, words


def test_every_plan_is_listed_with_what_it_lacks() -> None:
    second = plan({"id": "second", "title": "第二の計画", "status": "draft"})
    html = site_pages(plans.pages, site(plan(), second))["plans.html"].body

    assert html.index("sample/index.html") < html.index("second/index.html")
    text = words(html)
    assert "見本市策定済み記載なし記載なし記載なし記載なし記載なし" in text
    assert "見本市案記載なし" in text
