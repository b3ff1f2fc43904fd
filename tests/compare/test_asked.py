"""How many skills each role asks for, counted in the published plans.

- 枚方市 第3章「求められるスキル・知識」と第4章「DX推進リーダーのスキルマップ」
- 豊中市 スキルマップ（OFF-JT）1〜3枚目の●の数
- 東京都・GovTech東京ひな形 第2章の5つのスキル要件の表
- 大阪市 DX人材育成方針 3-2「能力・知識」と5「情報資産管理に係るスキル」
- 大阪市 人材育成・確保基本方針（概要版）「職員に求められる能力」「強化すべき能力」
"""

from collections import Counter
from collections.abc import Mapping

import pytest

from jinzai.compare.asked import Ask, AskOrigin, Asks
from jinzai.link.catalogue import LinkedPlan
from jinzai.model.matrix import Requirement

# plan, role: asked for itself, taken over from another role, gathered from its parts
COUNTS = {
    # 次の3つの細分に、1つ・1つ・3つ。「管理職」の行そのものに記載はない。
    ("hirakata", "management"): (0, 0, 5),
    ("hirakata", "executive"): (1, 0, 0),
    ("hirakata", "deputy-director"): (1, 0, 0),
    ("hirakata", "section-manager"): (3, 0, 0),
    # 「求められるスキル・知識」の表に行がない。
    ("hirakata", "expert"): (0, 0, 0),
    # DX推進リーダー（レベル3）の17に加えて3つ。そのうち2つ（構築）は17の中にもある: 17-2=15。
    ("hirakata", "systems-staff"): (3, 15, 0),
    # スキルマップの17行すべてに、レベル3の●か★がある。
    ("hirakata", "dx-leader"): (17, 0, 0),
    ("hirakata", "all-staff"): (2, 0, 0),
    ("hirakata", "system-owner"): (2, 0, 0),
    # 「能力・知識」の列挙に、5の「本市職員として」を1つ足す。
    # DX視点での経営力、DXマインド、サービスデザイン思考、情報セキュリティ
    ("osaka-dx", "dx-officer"): (5, 0, 0),
    # DX視点でのマネジメント力、DXマインド、サービスデザイン思考、情報セキュリティ、基礎知識
    ("osaka-dx", "dx-manager"): (6, 0, 0),
    # DXマインド、サービスデザイン思考、ビジネス変革、情報セキュリティ、基礎知識
    ("osaka-dx", "dx-leader"): (6, 0, 0),
    # DXマインド、情報セキュリティ、基礎知識、業務アプリケーション
    ("osaka-dx", "dx-follower"): (5, 0, 0),
    # プロジェクトマネジメント力、DXマインド、サービスデザイン、情報セキュリティ、知識
    ("osaka-dx", "dx-expert"): (6, 0, 0),
    ("osaka-dx", "dx-director"): (0, 0, 0),
    ("osaka-dx", "security-officer"): (1, 0, 0),
    ("osaka-dx", "system-section-manager"): (1, 0, 0),
    ("osaka-dx", "system-staff"): (1, 0, 0),
    ("osaka-dx", "information-manager"): (1, 0, 0),
    ("osaka-dx", "information-staff"): (0, 0, 0),
    ("osaka-dx", "technical-staff"): (0, 0, 0),
    # 共通の3つの能力と、強化すべき3つの能力
    ("osaka-hr", "autonomous-staff"): (6, 0, 0),
    # 概念化能力は上位の職位ほど、職務遂行能力は実務担当者に。残りの5つは職員に共通。
    ("osaka-hr", "manager"): (1, 5, 0),
    ("osaka-hr", "practitioner"): (1, 5, 0),
    ("tokyo-template", "cio-advisor"): (0, 0, 0),
    # 「一般行政職員に加えて」4つ。一般行政職員は 共通5 + 業務高度化2 + 業務効率化4 = 11。
    ("tokyo-template", "management"): (4, 11, 0),
    # 「DX推進員に加えて」2つ。DX推進員の6つと、その土台の11。
    ("tokyo-template", "dx-headquarters"): (2, 17, 0),
    # 「一般行政職員に加えて」9つ: 共通1 + 情報基盤/統制8
    ("tokyo-template", "information-systems"): (9, 11, 0),
    # 「一般行政職員に加えて」6つ
    ("tokyo-template", "dx-promoter"): (6, 11, 0),
    ("tokyo-template", "general-staff"): (11, 0, 0),
    ("toyonaka", "expert"): (0, 0, 0),
    # 「主導する職員」の列は2つだけで、その2列のどちらかに●のある行: 18 + シス6 + デジ8 - 共通2
    ("toyonaka", "leader"): (0, 0, 30),
    ("toyonaka", "leader-for-digital"): (26, 0, 0),
    ("toyonaka", "leader-for-systems"): (24, 0, 0),
    ("toyonaka", "practitioner"): (18, 0, 0),
    ("toyonaka", "all-staff"): (9, 0, 0),
}


def _counts(asks: tuple[Ask, ...]) -> tuple[int, int, int]:
    found = Counter(ask.origin for ask in asks)
    return found[AskOrigin.OWN], found[AskOrigin.INHERITED], found[AskOrigin.PART]


@pytest.mark.parametrize(("plan_id", "role_id"), COUNTS, ids="/".join)
def test_a_role_asks_for_as_many_skills_as_its_plan_lists(
    plans: Mapping[str, LinkedPlan], plan_id: str, role_id: str
) -> None:
    assert _counts(Asks(plans[plan_id]).of_role(role_id)) == COUNTS[plan_id, role_id]


def test_every_role_of_every_plan_was_counted(plans: Mapping[str, LinkedPlan]) -> None:
    assert {(plan.id, role) for plan in plans.values() for role in plan.roles} == set(COUNTS)


# 枚方市のスキルマップで、レベル1・2・3の欄に●や★のある行の数
@pytest.mark.parametrize(
    ("level", "required", "conditional"),
    [("level-1", 8, 0), ("level-2", 13, 0), ("level-3", 15, 2)],
)
def test_a_level_asks_for_what_its_column_marks(
    plans: Mapping[str, LinkedPlan], level: str, required: int, conditional: int
) -> None:
    found = Counter(
        ask.requirement for ask in Asks(plans["hirakata"]).of_levels("dx-leader")[level]
    )
    assert found[Requirement.REQUIRED] == required
    assert found[Requirement.CONDITIONAL] == conditional


def test_an_ask_names_the_levels_that_ask_from_the_lowest_up(
    plans: Mapping[str, LinkedPlan],
) -> None:
    asks = {ask.skill_id: ask for ask in Asks(plans["hirakata"]).of_role("dx-leader")}
    # 表はレベル3から並ぶ
    assert asks["bpr-basic"].levels == ("level-2", "level-3")
    assert asks["bpr-applied"].levels == ("level-3",)
    assert asks["no-code-build"].requirement is Requirement.CONDITIONAL
    assert asks["no-code-build"].mark == "★"
    assert asks["no-code-build"].label == "業務により求められるスキル"


def test_what_is_taken_over_names_where_it_comes_from(plans: Mapping[str, LinkedPlan]) -> None:
    asks = {ask.skill_id: ask for ask in Asks(plans["tokyo-template"]).of_role("dx-headquarters")}
    assert (asks["bpr"].origin, asks["bpr"].via) == (AskOrigin.INHERITED, "dx-promoter")
    assert (asks["tool-bi"].origin, asks["tool-bi"].via) == (AskOrigin.INHERITED, "general-staff")
    assert (asks["change-management"].origin, asks["change-management"].via) == (
        AskOrigin.OWN,
        None,
    )


def test_a_skill_of_its_own_is_never_one_taken_over(plans: Mapping[str, LinkedPlan]) -> None:
    asks = Asks(plans["hirakata"]).of_role("systems-staff")
    assert len({ask.skill_id for ask in asks}) == len(asks)
    own = {ask.skill_id: ask for ask in asks if ask.origin is AskOrigin.OWN}
    assert set(own) == {"no-code-build", "rpa-build", "incident-response"}
    # ★ for a level-3 leader, ● for the staff of the department
    assert own["rpa-build"].requirement is Requirement.REQUIRED


def test_a_role_without_marks_gathers_what_its_parts_ask(
    plans: Mapping[str, LinkedPlan],
) -> None:
    asks = {ask.skill_id: ask for ask in Asks(plans["toyonaka"]).of_role("leader")}
    assert {ask.origin for ask in asks.values()} == {AskOrigin.PART}
    assert asks["project-management"].via == "leader-for-systems"
    assert asks["strategy-planning"].via == "leader-for-digital"


def test_a_role_that_a_plan_lacks_is_an_error(plans: Mapping[str, LinkedPlan]) -> None:
    with pytest.raises(KeyError):
        Asks(plans["toyonaka"]).of_role("management")
