import json
import re
from html import unescape
from typing import Any

import pytest

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.compare import learning
from jinzai.render.page.room import MOST_DETAILED
from tests.render.compare.compared import city, role, sites
from tests.render.sample_plans import ids, section, site_pages, words


def page(*plans: PlanContent) -> str:
    (found,) = site_pages(learning.pages, sites(*plans)).values()
    return found.body


def trained(id: str, *hours: Any, **more: Any) -> PlanContent:
    """A plan whose leader takes one course for each of the hours."""
    courses = [
        {"id": f"c{n}", "name": f"研修{n}", "deliveries": [{"format": "video", "hours": one}]}
        for n, one in enumerate(hours)
    ]
    stage = {"id": "s", "name": "段階", "items": [{"course": one["id"]} for one in courses]}
    stages = {"curricula": [{"id": "k", "name": "課程", "role": "leader", "stages": [stage]}]}
    return city(
        id,
        role("leader", "リーダー", ("leader", "close"), ("staff", "broad")),
        role("other", "別の人", ("leader", "close")),
        courses={"courses": courses},
        curricula=stages,
        **more,
    )


def tracks(html: str) -> str:
    return words(section(html, "classes--leader"))


def overview(html: str, name: str) -> str:
    rows = re.findall(r"<tr[ >].*?</tr>", section(html, "overview"), re.DOTALL)
    return words(next(line for line in rows if name in line))


def test_what_has_no_published_hours_is_counted_apart() -> None:
    html = page(trained("alpha", "2", "3", "undefined"))

    assert "5時間" in tracks(html)
    assert "3件（時間の記載がないもの1件）動画3" in tracks(html)
    assert overview(html, "リーダーの区分").endswith(
        "5時間時間の記載なし1件「別の人」の研修の名前は記載なし"
    )


def test_nothing_published_is_never_0_hours() -> None:
    html = page(trained("alpha", "undefined"))

    assert "0時間" not in words(section(html, "overview"))
    assert "リーダーほぼ同じ記載なし1件" in tracks(html)
    assert "jz-length" not in section(html, "classes--leader")


def test_0_hours_are_0_hours() -> None:
    assert "リーダーほぼ同じ0時間1件" in tracks(page(trained("alpha", "0")))


def test_bars_are_on_one_scale_and_a_range_has_its_two_ends() -> None:
    html = page(trained("alpha", {"min": "5", "max": "10"}), trained("beta", "20"))
    (alpha, beta) = re.findall(
        r'jz-length__fill" width="([\d.]+)%"', section(html, "classes--leader")
    )

    assert (alpha, beta) == ("25", "100")
    assert 'jz-length__range" width="50%"' in html
    assert "5〜10時間" in tracks(html)


def test_a_role_in_two_classes_is_told_once() -> None:
    html = page(trained("alpha", "2"))

    assert "2時間" in tracks(html)
    again = section(html, "classes--staff")
    assert "「リーダーの区分」の区分に載せたものと同じ" in words(again)
    assert 'href="#classes--leader--alpha"' in again
    assert "2時間" not in words(again)


def test_roles_without_training_are_named_and_classes_without_roles_say_so() -> None:
    html = page(trained("alpha", "2"), city("beta", role("x", "甲", ("leader", "exact"))))

    assert "別の人研修の名前の記載がない" in tracks(html)
    assert "甲研修の名前の記載がない" in tracks(html)
    assert overview(html, "職員の区分").endswith("役割なし")
    assert "この区分に対応する役割のある計画はありません" in words(page(city("beta")))


def test_with_many_plans_the_overview_leads_to_their_own_pages() -> None:
    html = page(*(trained(f"p{number}", "2") for number in range(MOST_DETAILED + 1)))

    assert "classes--leader--p0" not in ids(html)
    assert 'href="../p0/curricula/index.html"' in section(html, "overview")


@pytest.fixture
def real(real_pages: dict[str, Page]) -> str:
    return real_pages["compare/learning.html"].body


def test_what_was_added_up_by_hand(real: str) -> None:
    # 豊中市 主導・推進する職員。16時間と6日、または20時間（tests/compare/test_learning.py）
    text = words(section(real, "role-classes--dx-headquarters"))
    assert "16〜20時間（推定）16時間＋6日、または20時間0〜6日6件、または1件" in text
    # 先に終える段階は 22 と、24〜27 か 50（デジタル関連部局は 32）。システム等の系統の研修は別
    assert "「全職員」→「実行する職員」→この研修の合計62〜92時間・0〜6日" in text
    assert "「全職員」→「実行する職員」→この研修の合計72〜102時間・0〜6日" in text
    # 情報システム担当: 16か20に 26か30 が加わる（tests/compare/test_class_training.py）
    text = words(section(real, "role-classes--information-systems"))
    assert (
        "42〜50時間（推定）42時間＋6日、または46時間＋6日、または46時間、または50時間0〜6日" in text
    )
    assert "「システム運用等に当たる人」の研修を含む" in text
    assert "40〜50時間" in text
    cell = overview(real, "情報システム担当")
    assert "42〜50時間（推定）0〜6日「主導・推進する職員」の研修として示されている" in cell
    # 一般行政職員: 全職員は表ごとに22〜32時間と19〜29時間。実行する職員は項目の一部なので別
    cell = overview(real, "一般行政職員")
    for told in ("22〜32時間", "19〜29時間", "24〜50時間", "66時間"):
        assert told in cell
    assert "さらに「ICT人材候補者」に13時間" in cell
    overviewed = words(section(real, "overview"))
    for mixed in ("19〜66時間", "19〜32時間", "14〜66時間"):
        assert mixed not in overviewed
    # 東京都のひな形は、全職員を対象とした基礎研修を挙げる
    assert "全職員に向けた研修：時間の記載なし1件" in overview(real, "管理職・監督職")
    # 枚方市 DX推進リーダー。12の研修のどれにも時間がない
    leaders = words(section(real, "role-classes--dx-leader"))
    assert "12件（延べ13件）（時間の記載がないもの延べ13件）" in leaders


def test_ids_are_unique_and_links_lead_somewhere(real: str) -> None:
    assert len(ids(real)) == len(set(ids(real)))
    assert set(re.findall(r'href="#([^"]*)"', real)) <= set(ids(real))


def test_without_any_plan_the_page_says_so() -> None:
    assert "比べる計画はまだありません" in words(page())


def divided(id: str = "alpha", **more: Any) -> PlanContent:
    """A plan whose leader takes two hours, with a part of a part of it in another class."""
    stage = {"id": "s", "name": "段階", "items": [{"course": "c"}]}
    return city(
        id,
        role("leader", "リーダー", ("leader", "exact")),
        role("middle", "中間", part_of="leader"),
        role("part", "細分", ("staff", "exact"), part_of="middle"),
        courses={
            "courses": [
                {"id": "c", "name": "研修", "deliveries": [{"format": "video", "hours": "2"}]}
            ]
        },
        curricula={"curricula": [{"id": "k", "name": "課程", "role": "leader", "stages": [stage]}]},
        **more,
    )


def test_training_that_is_stated_for_a_role_above_is_not_told_as_undefined() -> None:
    html = page(divided())

    told = "「リーダー」の研修として示されている"
    assert overview(html, "職員の区分") == f"職員の区分役割1研修1時間12時間{told}"
    assert 'href="#classes--staff--alpha">2時間' in section(html, "overview")
    assert "上位の役割の研修として示されているものも数えます" in words(html)
    part = words(section(html, "classes--staff"))
    assert "細分同じリーダーの研修として示されている2時間1件動画1" in part


def test_plans_of_one_name_are_told_apart_in_heads_and_boxes() -> None:
    def fuchu(id: str, prefecture: str) -> PlanContent:
        issuer = {"name": "府中市", "prefecture": prefecture}
        return trained(id, "2", facts={"short_title": "府中市", "issuer": issuer})

    html = page(fuchu("fuchu-tokyo", "東京都"), fuchu("fuchu-hiroshima", "広島県"))
    heads = re.findall(r'<th scope="col" data-plan=.*?</th>', section(html, "overview"))
    assert [words(head) for head in heads] == ["府中市（東京都）", "府中市（広島県）"]
    (told,) = re.findall(r'data-compare="([^"]*)"', html)
    assert [name for _, name in json.loads(unescape(told))["plans"]] == [
        "府中市（東京都）",
        "府中市（広島県）",
    ]
