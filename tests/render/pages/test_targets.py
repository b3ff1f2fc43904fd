from typing import Any

from jinzai.model.content import PlanContent
from jinzai.render.pages import targets

from .sample import element, plan, plan_page, words

ROLES = {
    "roles": [
        {
            "id": "leader",
            "name": "リーダー",
            "headcount": {"value": "450"},
            "levels": [
                {"id": "one", "name": "レベル1", "headcount": {"value": "undefined"}},
            ],
        }
    ]
}


def content(*values: dict[str, Any], **more: Any) -> PlanContent:
    target = {"id": "t", "name": "目標", "unit": "people", "values": values, **more}
    blank = {"id": "count", "label": "○名", "type": "number", "meaning": "人数。"}
    return plan({"placeholders": [blank]}, roles=ROLES, targets={"targets": [target]})


def row(*values: dict[str, Any], **more: Any) -> str:
    html = plan_page(targets.pages, content(*values, **more))
    return html[html.index('<tr id="target-t">') : html.index("</tbody>")]


def test_zero_undefined_and_not_applicable_are_three_values() -> None:
    html = row(
        {"year": "2025", "value": "0"},
        {"year": "2026", "value": "undefined"},
        {"year": "2027", "value": "not-applicable"},
    )

    assert words(html) == "目標役割を限らない0人未定義対象外"


def test_a_blank_shows_its_label_and_leads_to_its_explanation() -> None:
    html = row({"within": "5", "value": {"placeholder": "count"}})

    assert 'href="../index.html#placeholder-count"' in html
    assert "○名" in html


def test_how_a_value_is_to_be_read() -> None:
    assert "50人以上" in row({"year": "2025", "value": "50"}, bound="at-least")
    assert "50人程度" in row({"year": "2025", "value": "50"}, bound="about")
    assert "70%以上" in row({"year": "2025", "value": "70"}, bound="at-least", unit="percent")


def test_a_part_stands_below_its_value_with_its_year_and_is_explained() -> None:
    part = {"value": "60", "year": "2024", "note": "前年度の受講者。"}
    html = plan_page(targets.pages, content({"year": "2025", "value": "100", "includes": [part]}))

    assert "100人うち60人令和6年度（2024年度）" in words(html)
    assert "前年度の受講者。" in html


def test_years_come_before_numbers_of_years_each_in_order() -> None:
    html = plan_page(
        targets.pages,
        content(
            {"within": "5", "value": "9"},
            {"year": "2027", "value": "2"},
            {"year": "2025", "value": "1"},
        ),
    )

    head = words(html[html.index("<thead>") : html.index("</thead>")])
    assert head == "目標と、その役割・レベル令和7年度2025年度令和9年度2027年度5年以内"
    assert "1人2人9人" in words(html)


def test_a_time_for_which_a_target_has_no_value_is_undefined() -> None:
    one = {"id": "a", "name": "甲", "unit": "people", "values": [{"year": "2025", "value": "1"}]}
    two = {"id": "b", "name": "乙", "unit": "people", "values": [{"within": "5", "value": "2"}]}
    html = words(plan_page(targets.pages, plan(targets={"targets": [one, two]})))

    assert "甲役割を限らない1人未定義" in html
    assert "乙役割を限らない未定義2人" in html


def test_a_target_without_value_says_what_the_plan_says() -> None:
    assert "複数（数と時期は示されていない）" in row(bound="several")
    assert "未定義" in row()


def test_a_target_links_to_its_role_and_level() -> None:
    html = row({"year": "2025", "value": "1"}, role="leader", level="one")

    assert '<a href="../roles/leader.html#level-one">リーダー レベル1</a>' in html


def test_headcounts_of_roles_and_levels_stand_apart() -> None:
    html = element(plan_page(targets.pages, content()), "headcounts")

    assert "450人" in html
    assert "リーダーレベル1未定義" in words(html)
    assert 'href="../roles/leader.html#level-one"' in html


def test_a_plan_without_targets_says_so_at_every_anchor() -> None:
    html = plan_page(targets.pages, plan())

    for anchor in ("targets", "headcounts", "indicators"):
        assert "（未定義）" in element(html, anchor)
