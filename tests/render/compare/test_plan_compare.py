import re

import pytest

from jinzai.compare.among import MOST_NAMED
from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from tests.render.compare.compared import AREAS, city, role, skill, standing
from tests.render.sample_plans import ids, section, words

PLAN = "compare/index.html"


def asking(
    id: str, *areas: str, classes: tuple[str, ...] = ("leader",), **more: object
) -> PlanContent:
    return city(
        id,
        role("r", "役", *((one, "close") for one in classes), **more),
        skills=tuple(skill(area, f"{area}の力", (area, "close")) for area in areas),
        marks={area: {"r": "●"} for area in areas},
    )


def test_what_few_others_ask_and_what_most_do() -> None:
    others = [asking(id, "data") for id in ("b", "c", "d", "e")]
    html = standing(asking("a", "bpr"), *others).body

    rare = section(html, "rare")
    assert "業務改革ほかの4計画のどれにもありません" in words(rare)
    assert "この計画：bprの力（必要）" in words(rare)
    assert "0÷4。4分の1以下を「あまりない」としています" in words(rare)
    missing = section(html, "missing")
    assert "データほかの4計画のうち4計画がスキルの表で求めています：b市、c市、d市、e市" in words(
        missing
    )
    assert "4÷4。半分を超えるときに「多く」としています" in words(missing)
    assert 'href="../../b/skills/data.html"' in missing
    assert "この計画には記載なし" in words(missing)


def said(id: str, area: str, *skills: str) -> PlanContent:
    """A plan whose role has a duty in an area, without a skill there."""
    return asking(id, *skills, duties=[f"[そのこと](entry:areas/{area})に取り組む。"])


def test_texts_of_others_stand_against_that_nobody_else_has_it() -> None:
    others = [said("b", "bpr", "data"), asking("c", "data"), asking("d", "data")]
    rare = section(standing(asking("a", "bpr"), *others).body, "rare")

    assert "業務改革ほかの3計画のスキルの表には記載なし" in words(rare)
    assert "表のほかに、担うことなどの文章にある計画1：b市" in words(rare)
    assert "どれにもありません" not in words(rare)


def test_what_a_plan_lacks_in_tables_and_says_in_texts_is_shown() -> None:
    html = standing(said("a", "data", "bpr"), asking("b", "data"), asking("c", "data")).body
    missing = section(html, "missing")

    assert "この計画では、スキルの表には記載なし。文役の役割「そのこと（推定）」" in words(missing)
    assert "この計画には記載なし" not in words(missing)


def test_a_quarter_is_few_and_half_is_not_most() -> None:
    others = [asking("b", "bpr"), asking("c", "data"), asking("d", "data"), asking("e", "bpr")]
    html = standing(asking("a", "bpr"), *others).body

    assert "ありません" in words(section(html, "rare"))
    assert "ありません" in words(section(html, "missing"))


def test_a_plan_that_asks_for_nothing_is_no_evidence() -> None:
    html = standing(asking("a", "bpr"), asking("b", "data"), city("c"), city("d"), city("e")).body

    assert "ほかの1計画のどれにもありません" in words(section(html, "rare"))
    assert "ほかの1計画のうち1計画がスキルの表で求めています：b市" in words(
        section(html, "missing")
    )
    assert "この計画のほかに1" in words(section(html, "reckoning"))


def test_a_plan_that_asks_for_nothing_itself_is_not_compared() -> None:
    html = standing(city("a"), asking("b", "data")).body

    for anchor in ("rare", "missing"):
        assert "スキルを求める役割がないため、比べていません" in words(section(html, anchor))
    for anchor in ("missing-classes", "levels", "numbers"):
        assert "どの区分にも対応付けていないため、比べていません" in words(section(html, anchor))
    assert "重なるところのある計画がありません" in words(section(html, "like"))


def test_a_plan_without_others_says_so() -> None:
    html = standing(asking("a", "bpr")).body

    assert "カタログにほかの計画がないため" in words(html)
    assert words(html).count("比べられる計画が、ほかにありません") == 7


def test_classes_that_others_have() -> None:
    html = standing(asking("a", classes=("leader",)), asking("b", classes=("staff",))).body

    assert "職員の区分ほかの1計画のうち1計画がこの区分に役割をもっています" in words(
        section(html, "missing-classes")
    )
    assert "この計画：役（ほぼ同じ）" in words(section(html, "rare-classes"))


def test_levels_and_numbers_that_others_set() -> None:
    levels = [{"id": "one", "name": "初級"}, {"id": "two", "name": "上級"}]
    other = asking("b", levels=levels, headcount={"value": "0"})
    html = standing(asking("a", headcount={"value": "undefined"}), other).body

    assert (
        "リーダーの区分ほかの1計画が役割をレベルに分けているか、役割そのものをレベルとして並べています：b市"
        in words(section(html, "levels"))
    )
    assert "b市：役（初級・上級）" in words(section(html, "levels"))
    # 0 は数である
    assert "この計画：役記載なし" in words(section(html, "numbers"))
    assert "b市：役（0人）" in words(section(html, "numbers"))
    back = standing(other, asking("a")).body
    assert "ありません" in words(section(back, "numbers"))


def test_likeness_tells_its_reckoning() -> None:
    html = standing(asking("a", "bpr", "data"), asking("b", "bpr"), city("c")).body

    text = words(section(html, "like"))
    assert "b市75点" in text
    assert "求める領域2のうち、どちらにもあるのは1：50×1÷2＝25点" in text
    assert "役割のある区分1のうち、どちらにもあるのは1：50×1÷1＝50点" in text
    assert "c市" not in text


def test_a_row_leads_to_the_skills_behind_its_cells() -> None:
    html = standing(asking("a", "bpr"), asking("b", "data")).body
    (anchor,) = re.findall(
        r'<tr><th scope="row"><a href="#([^"]*)">業務改革</a></th><td><b>1</b> ●≒</td></tr>',
        section(html, "areas"),
    )

    assert anchor in ids(section(html, "skills"))
    assert "●≒bprの力（役）" in words(section(html, "skills"))


def test_a_statement_names_a_bounded_number_of_plans() -> None:
    others = [asking(f"p{number:02}", "data") for number in range(MOST_NAMED + 5)]
    html = standing(asking("a", "bpr"), *others).body

    assert "ほかの11計画のうち11計画がスキルの表で求めていますこの計画には記載なし数え方" in words(
        section(html, "missing")
    )
    assert "ほか5計画" in words(section(html, "missing"))
    more = [asking(f"q{number:02}", "data") for number in range(40)]
    assert len(standing(asking("a", "bpr"), *others, *more).body) < len(html) + 200


def test_every_real_plan_has_its_page(real_pages: dict[str, Page]) -> None:
    for plan in ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"):
        html = real_pages[f"{plan}/{PLAN}"].body
        assert len(ids(html)) == len(set(ids(html)))
        assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids(html))


def test_statements_about_hirakata(real_pages: dict[str, Page]) -> None:
    html = real_pages[f"hirakata/{PLAN}"].body

    # 東京都ひな形は、策定の背景の章で、窓口サービスのオンライン化に触れている
    assert (
        "手続のオンライン化ほかの3計画のスキルの表には記載なし"
        "表のほかに、役割を示さずに挙げている計画1：東京都ひな形"
    ) in words(section(html, "rare"))
    assert (
        "プロジェクト管理ほかの3計画のうち3計画がスキルの表で求めています：大阪市（DX方針）、東京都ひな形、豊中市"
        in words(section(html, "missing"))
    )
    numbers = words(section(html, "numbers"))
    assert "豊中市：実行する職員（450人）" in numbers
    assert "基礎研修（リテラシー研修）の受講率5年以内100%" in numbers
    # 豊中市の「主導・推進する職員」は、この区分より広い
    assert "全庁のDX推進担当" not in numbers
    # tests/compare/test_likeness.py
    like = words(section(html, "like"))
    assert "1位大阪市（DX方針）69点" in like
    assert "2位豊中市56点" in like
    assert "求める領域24のうち、どちらにもあるのは15：50×15÷24≒31.3点" in like
    assert "東京都ひな形63点" in words(html)


def test_a_general_plan_is_read_sensibly(real_pages: dict[str, Page]) -> None:
    html = real_pages[f"osaka-hr/{PLAN}"].body

    # 6つの能力は、どれもデジタルの領域に対応付けていない
    nothing = "領域に対応付けたスキルを求める役割がないため、比べていません"
    assert nothing in words(section(html, "rare"))
    assert nothing in words(section(html, "missing"))
    assert (
        "どちらかに、領域に対応付けたスキルを求める役割がないため、領域の点はありません"
        in words(section(html, "like"))
    )
    toyonaka = words(real_pages[f"toyonaka/{PLAN}"].body)
    assert "この計画がスキルの表で求めているのは21領域です（ほかの3計画は12〜21領域）" in toyonaka
    assert "デジタルのスキルを細かく挙げていない計画" not in toyonaka


def test_a_plan_that_asks_in_few_areas_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    law = {"id": "law", "name": "法令", "definition": "守る力。", "origin": "ours"}
    monkeypatch.setitem(AREAS, "entries", [*AREAS["entries"], law])
    others = [asking(id, "data", "bpr", "law") for id in ("b", "c")]
    few = "デジタルのスキルを細かく挙げていない計画"
    html = words(standing(asking("a", "bpr"), *others).body)

    assert "この計画がスキルの表で求めているのは1領域です（ほかの2計画は3領域）" in html
    assert few in html
    assert few not in words(standing(asking("a", "bpr", "data"), *others).body)


def test_a_templates_blank_is_a_blank() -> None:
    count = {"id": "count", "label": "○名", "type": "number", "meaning": "人数。"}
    head = {"headcount": {"value": {"placeholder": "count"}}}
    own = city("own", role("x", "甲", ("staff", "exact"), **head), facts={"placeholders": [count]})
    other = city("other", role("y", "乙", ("staff", "exact"), headcount={"value": "45"}))
    html = section(standing(own, other).body, "numbers")

    assert "この計画：甲○名" in words(html)
    assert "other市：乙（45人）" in words(html)
    assert 'href="../index.html#placeholder-count"' in html


def test_a_number_of_a_role_that_is_wider_than_the_class_is_told_as_that() -> None:
    own = city("own", role("x", "甲", ("staff", "narrow"), headcount={"value": "45"}))
    other = city("other", role("y", "乙", ("staff", "exact"), headcount={"value": "30"}))
    html = section(standing(own, other).body, "numbers")

    assert "この計画：甲45人（この区分より広い役割の数）" in words(html)
    assert "記載なし" not in words(html)


def test_a_role_that_is_itself_a_level_is_not_said_to_lack_levels() -> None:
    levelled = city(
        "b", role("l", "リーダー", ("leader", "exact"), levels=[{"id": "one", "name": "初級"}])
    )

    def open_levels(**more: str) -> str:
        own = city("a", role("l", "職", ("leader", "exact"), **more))
        return words(section(standing(own, levelled).body, "levels"))

    assert "初級" in open_levels()
    assert "初級" not in open_levels(as_level="中級（2年目）")


def test_a_role_that_is_itself_a_level_is_among_the_levels_of_others() -> None:
    own = city("a", role("l", "職", ("leader", "exact")))
    other = city("b", role("l", "リーダー", ("leader", "exact"), as_level="中級（2年目）"))
    told = words(section(standing(own, other).body, "levels"))
    assert "ほかの1計画が" in told
    assert "リーダー（中級（2年目））" in told
