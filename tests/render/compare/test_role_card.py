"""A text that is cut, and a card that leaves nothing out in silence."""

from typing import Any

import pytest

from jinzai.compare.comparison import compare
from jinzai.render.compare.role_card import card, shortened
from tests.render.compare.compared import city, role, sites
from tests.render.sample_site import ROOT, catalogue, site_context


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("短い。", "短い。"),
        ("一二三四五六七八九十", "一二三四五六七八九十"),
        ("一二三四五六七八九十一", "一二三四五六七八九…"),
        ("一二三四五。七八九十一", "一二三四五。…"),
        ("一二三四五、七八九十一", "一二三四五…"),
        ("一。三四五六七八九十一", "一。三四五六七八九…"),
    ],
)
def test_a_long_text_is_cut_after_a_mark_where_there_is_one(text: str, cut: str) -> None:
    assert shortened(text, 10) == cut
    assert len(shortened(text, 10)) <= 10


# 豊中市の2つの表から手で数えたもの（tests/compare/test_learning.py）。
# 時間の多い受け方は日数が少ない。
OFF_JT = "「職員の区分ごとの研修等（OFF-JT）」"
LIST = "「（参考）教育・研修プログラム一覧」"
TRAINING = {
    "leader": [
        ("表によって違う", ""),
        ("16時間＋6日、または20時間", OFF_JT),
        ("14時間＋10日、または19時間＋8日、または20時間", LIST),
        ("さらに「システム運用等に当たる人」に26〜30時間", ""),
        ("さらに「ICT人材」に26〜30時間", ""),
    ],
    "leader-for-systems": [
        ("「主導・推進する職員」の研修として示されている", ""),
        ("表によって違う", ""),
        ("42時間＋6日、または46時間＋6日、または46時間、または50時間", OFF_JT),
        ("時間は40〜50時間、日数は0〜10日", f"{LIST}・受け方による幅"),
    ],
    "practitioner": [
        ("表によって違う", ""),
        ("24〜27時間、または50時間", OFF_JT),
        ("66時間", LIST),
        ("時間の記載なし 0〜2件", ""),
        ("さらに「システム運用等主導・推進候補者」に4時間", ""),
        ("さらに「ICT人材候補者」に13時間", ""),
    ],
    "all-staff": [
        ("表によって違う", ""),
        ("22〜32時間", f"{OFF_JT}・部局による幅"),
        ("19〜29時間", f"{LIST}・部局による幅"),
        ("時間の記載なし 0〜2件", ""),
    ],
}


def test_what_tables_say_is_apart_and_hours_and_days_are_not_joined_across_ways() -> None:
    linked = catalogue(ROOT)
    place = site_context(linked).place("compare/roles.html")
    plan = compare(linked).plans["toyonaka"]
    for role_id, told in TRAINING.items():
        role = plan.roles[role_id]
        facts = dict(card(place, plan, role, role.role.classes[0], marked=True).facts)
        assert [(item.text, item.note) for item in facts["研修"]] == told


def test_people_of_levels_and_why_there_is_no_number_are_told() -> None:
    def people(**more: Any) -> list[tuple[str, str]]:
        site = sites(city("a", role("r", "役割", ("leader", "exact"), **more)))
        plan = site.compared.plans["a"]
        ((found, link),) = plan.roles_in("classes/leader")
        made = card(site.place("compare/roles.html"), plan, found, link, marked=False)
        return [(item.text, item.note) for item in dict(made.facts).get("人数", ())]

    levels = [
        {"id": "one", "name": "初級", "headcount": {"value": 20}},
        {"id": "two", "name": "上級"},
    ]
    assert people(levels=levels) == [("20人", "初級・計画が挙げる人数")]
    unknown = {"value": "undefined", "note": "内訳は示されていない"}
    assert people(headcount=unknown) == [("記載なし", "内訳は示されていない")]
    assert people(headcount={"value": "undefined"}) == [("記載なし", "")]
    assert people(headcount={"value": "not-applicable"}) == [("該当なし", "")]
    assert people() == []
