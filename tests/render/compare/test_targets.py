import re
from typing import Any

import pytest

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.compare import targets as compare_targets
from tests.render.compare.compared import city, role, sites
from tests.render.sample_plans import element, ids, section, site_pages, words

BLANK = {"id": "count", "label": "○名", "type": "number", "meaning": "人数。"}


def page(*plans: PlanContent) -> str:
    (found,) = site_pages(compare_targets.pages, sites(*plans)).values()
    return found.body


def target(*values: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "t", "name": "目標", "unit": "people", "role": "leader", "values": values, **more}


def aiming(id: str, *targets: dict[str, Any], **facts: Any) -> PlanContent:
    more = facts.pop("role", {})
    return city(
        id,
        role("leader", "リーダー", ("leader", "close"), **more),
        facts={"placeholders": [BLANK], **facts},
        targets={"targets": targets},
    )


def line(html: str, name: str) -> list[str]:
    rows = re.findall(r"<tr[ >].*?</tr>", section(html, "years"), re.DOTALL)
    found = next(row for row in rows if name in row)
    return [words(cell) for cell in re.findall(r"<td.*?</td>", found, re.DOTALL)]


def test_periods_stand_on_one_axis() -> None:
    html = page(
        aiming(
            "alpha", target({"year": "2026", "value": "5"}), period={"start": "2025", "end": "2027"}
        ),
        aiming("beta", period={"end": "2028"}, published="2025-02"),
        aiming("gamma", period={"years": "5"}),
        aiming("delta"),
    )

    assert line(html, "alpha市")[1:] == ["–", "始まり", "期間中目標1件", "終わり", "–"]
    assert line(html, "beta市")[1:] == ["公表", "–", "–", "–", "終わり（始まりは示されない）"]
    assert line(html, "gamma市") == ["5年間", "–", "–", "–", "–", "–"]
    assert line(html, "delta市") == ["記載なし", "–", "–", "–", "–", "–"]


def test_a_period_of_one_year_and_one_without_end() -> None:
    html = page(
        aiming("alpha", period={"start": "2025", "end": "2025"}),
        aiming("beta", period={"start": "2026"}),
    )

    assert line(html, "alpha市")[1:] == ["この年度だけ", "–"]
    assert line(html, "beta市")[1:] == ["–", "始まり（終わりは示されない）"]
    assert "令和7年度2025年度令和8年度2026年度" in words(section(html, "years"))


def test_without_any_year_the_periods_are_told_in_words() -> None:
    html = section(page(aiming("alpha", period={"years": "3"}), aiming("beta")), "years")

    assert "<table" not in html
    assert "alpha市3年間" in words(html)
    assert "beta市記載なし" in words(html)


def test_a_goal_stands_under_the_class_of_its_role() -> None:
    html = page(
        aiming("alpha", target({"year": "2025", "value": "0"}, {"within": "3", "value": "7"}))
    )

    text = words(section(html, "classes--leader"))
    assert "この区分に対応する役割があるのは1団体、うち人数や割合を示しているのは1団体です" in text
    assert "リーダーほぼ同じ目標令和7年度0人3年以内7人" in text
    assert "この区分に対応する役割のある計画はありません" in words(html)


def test_what_is_no_number_is_told_apart() -> None:
    html = page(
        aiming("alpha", target({"value": "undefined"})),
        aiming("beta", target({"within": "5", "value": {"placeholder": "count"}})),
        aiming("gamma", target({"value": "undefined"}, bound="several")),
        aiming("delta", target({"year": "2025", "value": "not-applicable"})),
    )
    text = words(section(html, "classes--leader"))

    assert "alpha市リーダーほぼ同じ目標時期の記載なし記載なし" in text
    assert "beta市リーダーほぼ同じ目標5年以内○名" in text
    assert 'href="../beta/index.html#placeholder-count"' in html
    assert "時期の記載なし複数人" in text
    assert "令和7年度該当なし" in text
    assert "役割があるのは4団体、うち人数や割合を示しているのは0団体です" in text


def test_headcounts_are_told_apart_from_targets() -> None:
    html = page(aiming("alpha", role={"headcount": {"value": "45", "note": "図から"}}))

    text = words(section(html, "classes--leader"))
    assert "リーダーほぼ同じ規模（人数）時期の記載なし45人図から" in text


def test_a_stated_share_says_of_what_it_is_and_stands_apart_from_reckoned_ones() -> None:
    part = {"value": "60", "year": "2024", "note": "前の年に受けた。"}
    share = target({"within": "5", "value": "70"}, unit="percent", bound="at-least")
    html = page(
        aiming("alpha", {**share, "share_of": "全職員"}),
        aiming("beta", target({"year": "2025", "value": "100", "includes": [part]})),
        aiming("gamma", share),
    )
    stated, reckoned = section(html, "shares"), section(html, "parts")

    assert "alpha市目標5年以内・全職員のうち70%以上" in words(stated)
    assert "gamma市目標5年以内・何のうちの割合かの記載なし70%以上" in words(stated)
    assert "60%" not in stated
    assert "beta市目標令和7年度60%目標100人のうち60人（内数）：60÷100＝60%" in words(reckoned)
    assert 'jz-length__fill" width="70%"' in stated


def test_plans_that_are_not_shown_are_counted_where_no_shown_plan_has_a_share() -> None:
    html = page(*(aiming(f"city{number}", target({"value": "3"})) for number in range(3)))
    assert "並べた計画に、割合で示す目標はありません。<" in section(html, "shares")
    share = target({"within": "5", "value": "70"}, unit="percent")
    long = target({"value": "3"}, note="長い注。" * 4000)
    html = page(*(aiming(f"city{n}", long if n < 9 else share) for n in range(12)))
    assert (
        "並べた計画に、割合で示す目標はありません。"
        "すべての計画のうち、割合で示す目標があるのは3計画です。"
    ) in section(html, "shares")


def test_a_goal_of_no_class_and_plans_without_goals_are_named() -> None:
    html = page(aiming("alpha", {**target({"value": "3"}), "role": None}), city("beta"))

    assert "alpha市役割の記載なし目標時期の記載なし3人" in words(section(html, "others"))
    none = words(section(html, "none"))
    assert "beta市" in none
    assert "alpha市" not in none


def test_a_plan_whose_targets_give_no_number_is_named_as_such() -> None:
    html = page(
        aiming("alpha", {**target({"value": "undefined"}), "bound": "several"}), city("beta")
    )
    none = words(section(html, "none"))
    assert "alpha市" in none
    assert "beta市" in none


def test_a_target_of_all_staff_is_named_where_a_class_has_no_number_of_its_own(real: str) -> None:
    # 003:209 全職員を対象とした基礎研修の受講率; 管理監督職 are among them
    managers = words(element(real, "role-classes--management"))
    assert "この区分だけの人数や割合の記載はありません。" in managers
    assert "「基礎研修（リテラシー研修）の受講率」（東京都ひな形）" in managers


@pytest.fixture
def real(real_pages: dict[str, Page]) -> str:
    return real_pages["compare/targets.html"].body


def test_the_published_numbers(real: str) -> None:
    leaders = words(section(real, "role-classes--dx-leader"))
    # 枚方市 第4章 (4)
    assert "令和7年度0人令和8年度10人令和9年度30人" in leaders
    assert "令和7年度20人令和8年度40人令和9年度60人" in leaders
    assert "令和7年度100人うち60人（令和6年度）令和8年度130人令和9年度150人" in leaders
    # 豊中市の図、東京都ひな形 第5章 2、大阪市 3-2
    assert "時期の記載なし45人" in leaders
    # 450人は一般行政職員の一部で、2つの区分に並ばない
    assert "450人" not in leaders
    assert "時期の記載なし450人" in words(section(real, "role-classes--general-staff"))
    assert "1所属あたり1人以上" in leaders
    assert "計○名程度" in leaders
    assert "時期の記載なし1所属あたり複数人" in leaders


def test_the_published_periods(real: str) -> None:
    # 令和6年度から令和9年度まで
    assert line(real, "枚方市")[1:] == ["–", "始まり目標3件", "期間中目標3件", "終わり目標3件"]
    assert line(real, "豊中市")[1:] == ["公表", "–", "–", "終わり（始まりは示されない）"]
    assert line(real, "大阪市（人材方針）") == ["記載なし", "–", "公表", "–", "–"]
    assert line(real, "東京都ひな形")[1:] == ["–", "–", "–", "–"]


def test_the_published_shares(real: str) -> None:
    text = words(section(real, "shares"))
    # 東京都ひな形 第5章 1・2
    assert "基礎研修（リテラシー研修）の受講率5年以内・全職員のうち100%" in text
    assert "5年以内・職員のうち70%以上" in text
    assert "5年以内・庁内で育てるDX推進員のうち50%以上" in text
    assert "枚方市" not in text
    parts = words(section(real, "parts"))
    assert parts.count("÷") == 1
    assert "60÷100＝60%" in parts
    # 大阪市のDX人材育成方針は「全職員」と「複数名」だけ
    none = words(section(real, "none"))
    assert "大阪市（DX方針）大阪市（人材方針）" in none
    assert "豊中市" not in none


def test_ids_are_unique(real: str) -> None:
    assert len(ids(real)) == len(set(ids(real)))


def test_without_any_plan_the_page_says_so() -> None:
    assert "年度を示している計画はありません" in words(page())
