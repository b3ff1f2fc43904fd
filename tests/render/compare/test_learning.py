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
    assert overview(html, "リーダーの区分").endswith("5時間時間の記載なし1件")


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

    assert "別の人研修の記載がない" in tracks(html)
    assert "甲研修の記載がない" in tracks(html)
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
    assert "16〜20時間推定16時間＋6日、または20時間0〜6日7件" in text
    assert "ほかにシステム運用等に当たる人：26時間、または30時間" in text
    # 枚方市 DX推進リーダー。12の研修のどれにも時間がない
    leaders = words(section(real, "role-classes--dx-leader"))
    assert "12件（時間の記載がないもの延べ13件）" in leaders


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

    assert overview(html, "職員の区分") == "職員の区分役割1研修1時間0「リーダー」の研修"
    assert 'href="#classes--staff--alpha">「リーダー」の研修' in section(html, "overview")
    assert "上位の役割の研修として示されているものは、「研修」には数え" in words(html)
    assert "細分研修の記載がない（リーダーの研修として示されている）" in words(
        section(html, "classes--staff")
    )


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
