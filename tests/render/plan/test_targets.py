import re
from typing import Any

import pytest

from jinzai.model.content import PlanContent
from jinzai.render.plan import role, targets
from tests.render.sample_plans import element, plan, plan_page, plan_pages, unstated, words

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

    assert words(html) == "目標役割の記載なし0人記載なし該当なし"


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


def table(*targets_of: dict[str, Any]) -> str:
    """The body of the table of targets."""
    every = [{"unit": "people", **target} for target in targets_of]
    html = plan_page(targets.pages, plan(targets={"targets": every}))
    return html[html.index("<tbody>") : html.index("</tbody>")]


def test_a_year_for_which_a_dated_target_has_no_value_is_not_stated() -> None:
    one = {"id": "a", "name": "甲", "values": [{"year": "2025", "value": "1"}]}
    two = {"id": "b", "name": "乙", "values": [{"year": "2026", "value": "2"}]}
    html = words(table(one, two))

    assert "甲役割の記載なし1人記載なし" in html
    assert "乙役割の記載なし記載なし2人" in html


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([{"within": "5", "value": "2"}], "5年以内2人"),
        ([{"value": "7"}], "時期の記載なし7人"),
        ([{"within": "3", "value": "1"}, {"within": "5", "value": "2"}], "3年以内1人5年以内2人"),
        ([], "時期の記載なし記載なし"),
    ],
)
def test_a_target_without_a_year_has_one_cell(values: list[dict[str, str]], said: str) -> None:
    years = [{"year": str(year), "value": "1"} for year in (2025, 2026, 2027)]
    html = table(
        {"id": "a", "name": "甲", "values": years}, {"id": "b", "name": "乙", "values": values}
    )
    row = html[html.index('id="target-b"') :]

    assert row.count("<td") == 1
    assert 'colspan="3"' in row
    assert words(row[row.index("<td") :]) == said


def test_a_share_says_of_what_it_is() -> None:
    share = {"id": "a", "name": "甲", "unit": "percent", "values": [{"within": "5", "value": "9"}]}

    assert "全職員のうち" in words(table({**share, "share_of": "全職員"}))
    assert "何のうちの割合かの記載なし" in words(table(share))
    assert "のうち" not in words(table({**share, "unit": "people"}))


def test_a_target_without_value_says_what_the_plan_says() -> None:
    assert "時期の記載なし複数（数の記載なし）" in words(row(bound="several"))
    assert "記載なし" in row()


def test_a_target_links_to_its_role_and_level() -> None:
    html = row({"year": "2025", "value": "1"}, role="leader", level="one")

    assert '<a href="../roles/leader.html#level-one">リーダー レベル1</a>' in html


def test_headcounts_of_roles_and_levels_stand_apart() -> None:
    html = element(plan_page(targets.pages, content()), "headcounts")

    assert "450人" in html
    assert "人数の記載なし：リーダーレベル1" in words(html)
    assert 'href="../roles/leader.html#level-one"' in html


def test_a_plan_without_targets_says_so_at_every_anchor() -> None:
    html = plan_page(targets.pages, plan())

    assert "この計画に数値目標の記載はありません。" in element(html, "targets")
    assert unstated(html) == ["headcounts", "indicators"]


def test_a_value_without_a_time_has_a_column_of_its_own() -> None:
    facts = content({"value": "5"}, {"within": "3", "value": "7"}, {"year": "2025", "value": "3"})
    html = plan_page(targets.pages, facts)
    head = html[html.index("<thead>") : html.index("</thead>")]

    assert words(head) == "目標と、その役割・レベル令和7年度2025年度3年以内時期の記載なし"
    assert words(html[html.index('<tr id="target-t">') : html.index("</tbody>")]) == (
        "目標役割の記載なし3人7人5人"
    )


def test_a_roles_page_has_the_times_of_the_targets_page() -> None:
    facts = content({"value": "5"}, {"year": "2025", "value": "3"}, role="leader")
    pages = plan_pages(role.pages, facts)
    html = element(pages["sample/roles/leader.html"].body, "targets")

    assert "0年以内" not in html
    assert "目標令和7年度3人時期の記載なし5人" in words(html)


def widths(html: str) -> list[str]:
    return re.findall(r'class="jz-length__fill" width="([\d.]+)%"', html)


def goals(*values: dict[str, Any], **more: Any) -> str:
    html = plan_page(targets.pages, content(*values, **more))
    return html[html.index('id="bars"') : html.index('<table class="jz-table jz-targets')]


def test_bars_stand_beside_their_numbers_on_one_scale() -> None:
    html = goals({"within": "3", "value": "50"}, {"within": "5", "value": "200"})

    assert widths(html) == ["25", "100"]
    assert "3年以内50人5年以内200人" in words(html)


def test_a_share_is_drawn_of_a_whole_even_alone() -> None:
    assert widths(goals({"year": "2025", "value": "70"}, unit="percent")) == ["70"]


def test_what_is_no_number_has_its_word_and_no_bar() -> None:
    html = goals(
        {"year": "2025", "value": "10"},
        {"year": "2026", "value": "undefined"},
        {"year": "2027", "value": {"placeholder": "count"}},
        {"year": "2028", "value": "0"},
    )

    assert widths(html) == ["100", "0"]
    assert "令和8年度記載なし令和9年度○名" in words(html)


def test_a_part_is_drawn_within_its_bar_and_told() -> None:
    part = {"value": "30", "year": "2024", "note": "前年度の受講者。"}
    html = goals(
        {"year": "2025", "value": "40", "includes": [part]}, {"year": "2026", "value": "80"}
    )

    assert 'class="jz-length__part" width="37.5%"' in html
    assert "うち30人・令和6年度（2024年度）:前年度の受講者。" in words(html)


def test_headcounts_have_bars_where_there_are_two_to_compare() -> None:
    roles = [
        {"id": "a", "name": "甲", "headcount": {"value": "45"}},
        {"id": "b", "name": "乙", "headcount": {"value": "450"}},
        {"id": "c", "name": "丙", "headcount": {"value": "undefined"}},
    ]
    two = element(plan_page(targets.pages, plan(roles={"roles": roles})), "headcounts")
    one = element(plan_page(targets.pages, plan(roles={"roles": roles[1:]})), "headcounts")

    assert widths(two) == ["10", "100"]
    assert "jz-people__line" not in one
