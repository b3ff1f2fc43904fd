from jinzai.render.site import plans
from tests.render.sample_plans import plan, site, site_pages, words


def test_every_plan_is_listed_with_what_it_lacks() -> None:
    second = plan({"id": "second", "title": "第二の計画", "status": "draft"})
    html = site_pages(plans.pages, site(plan(), second))["plans.html"].body

    assert html.index("sample/index.html") < html.index("second/index.html")
    text = words(html)
    assert "見本の計画見本市・策定済み記載なし記載なし記載なし記載なし記載なし" in text
    assert "案第二の計画見本市記載なし" in text


def test_hours_are_those_of_courses_with_a_number() -> None:
    courses = [
        {"id": "timed", "name": "一", "deliveries": [{"format": "video", "hours": "2"}]},
        {"id": "days", "name": "二", "deliveries": [{"format": "live", "days": "1"}]},
        {"id": "open", "name": "三", "deliveries": [{"format": "video", "hours": "undefined"}]},
    ]

    def hours(count: int) -> str:
        context = site(plan(courses={"courses": courses[:count]}))
        html = site_pages(plans.pages, context)["plans.html"].body
        return words(html[html.index('data-label="研修の時間">') :]).split(">")[1][:8]

    assert hours(0).startswith("記載なし")
    assert hours(2).startswith("すべての研修")
    assert hours(3).startswith("3件のうち2件")


def test_a_template_has_a_badge_and_no_other_word_for_its_status() -> None:
    html = site_pages(plans.pages, site(plan({"status": "template"})))["plans.html"].body

    assert words(html).count("ひな形") == 1
    assert '<span class="jz-badge">ひな形</span>' in html
