"""How many skills each plan asks for in each area, counted by hand.

What is counted are the skills of the published plans; to which area each belongs is the
catalogue's, in content/plans/*/skills.yaml.

- 枚方市 第3章「求められるスキル・知識」と第4章のスキルマップ
- 大阪市 DX人材育成方針 3-2と5
- 大阪市 人材育成・確保基本方針（概要版） 2
- 東京都・GovTech東京ひな形 第2章の5つの表
- 豊中市 スキルマップ 1〜3枚目
"""

from typing import Final

import pytest

from jinzai.compare.comparison import Comparison
from jinzai.compare.coverage import askers, by_plan, by_role, by_strength, not_asked
from jinzai.model.audience import Relation
from jinzai.model.matrix import Requirement

E, C, B, N = Relation.EXACT, Relation.CLOSE, Relation.BROAD, Relation.NARROW

PLANS: Final = ("hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka")

# area: for each plan, how many skills and the closest relation, or None for no skill
BY_PLAN: Final = {
    # 枚方市: 自治体DX基礎知識（管理職の3つと全職員）とDX基礎。豊中市: 自治体DX基礎、自治体DX
    "dx-mindset": ((5, B), (1, C), None, (1, C), (2, B)),
    # 枚方市: 部内横断の調整、リーダーシップ。大阪市: ビジネス変革。
    # 東京都: 変革マネジメント、変革推進サポート。豊中市: 戦略・企画
    "change-leadership": ((2, B), (1, C), None, (2, B), (1, N)),
    # 枚方市: リーダーシップ。東京都: 変革マネジメント、データ・AI活用業務、変革ゴール設定
    "strategy-planning": ((1, N), None, None, (3, B), (1, N)),
    # 枚方市: DX推進のマネジメント。大阪市: トップマネジメント力、マネジメント力
    "people-management": ((1, B), (2, B), None, (1, B), None),
    "project-management": (None, (1, C), None, (1, C), (1, B)),
    # 東京都: 顧客理解、価値発見、サービス検証。豊中市: デザイン基礎、UX/UI（2つの書き分け）
    "service-design": ((2, B), (2, C), None, (3, B), (3, C)),
    "bpr": ((2, C), None, None, (1, C), (1, B)),
    "ict-literacy": ((1, C), (2, N), None, (1, C), (2, C)),
    # 大阪市: 業務アプリケーションだけ（通信ネットワークは、どの役割にも求めていない）。
    # 東京都: 表計算、BI、コミュニケーション、Office、業務アプリ
    # 豊中市: データ利活用の、BIツールなどの活用
    "office-tools": (None, (1, B), None, (5, B), (1, B)),
    # 東京都は、表計算とBI。大阪市は、データ・デジタル技術の基礎知識と、知識
    "data-literacy": ((2, C), (2, N), None, (2, B), (2, B)),
    "data-analysis": ((1, C), None, None, (1, B), (1, C)),
    "generative-ai": ((1, C), None, None, (1, C), None),
    # 枚方市: RPA・AI-OCRの活用と構築。豊中市: AI・RPAの利用と、活用の2つ
    "automation": ((2, C), None, None, None, (3, C)),
    "low-code": ((2, C), None, None, None, (3, C)),
    # 枚方市の「手続きのオンライン化」だけ
    "online-services": ((1, C), None, None, None, None),
    # 枚方市: 対策知識（課長、業務上の基礎）と情報セキュリティ基礎
    "security-literacy": ((3, C), (2, C), None, (1, C), (1, E)),
    # 東京都: プライバシー保護理解。豊中市: 個人情報保護法などの法令
    "privacy": (None, None, None, (1, C), (1, B)),
    # 枚方市: インシデント対応、調達・運用の対策知識、情報セキュリティ応用
    "security-management": ((3, B), (2, B), None, (1, C), (1, N)),
    "audit": (None, None, None, (1, E), (1, C)),
    # 枚方市: システム調達・運用。大阪市: ライフサイクル全般。豊中市: 基礎、導入・調達
    "procurement-governance": ((1, N), (1, N), None, (2, B), (2, B)),
    # 東京都: アーキテクチャ。豊中市: 開発、アプリケーション
    "system-design": (None, None, None, (1, C), (2, B)),
    # 東京都: 運用設計、システム管理。豊中市: 基礎の2つ、導入・調達、運用、開発
    "system-operation": ((1, N), (1, N), None, (2, E), (5, C)),
    # 東京都: ネットワーク設計。豊中市: ネットワークの基礎、情報インフラ
    "infrastructure": (None, None, None, (1, B), (2, C)),
    # 枚方市のものは、システム調達・運用に含まれる
    "cloud": ((1, N), None, None, (1, C), (1, C)),
}

# plan, role: for each area, how many skills and the closest relation
BY_ROLE: Final = {
    # スキルマップの17行。リーダーシップは2つの領域に当たる
    ("hirakata", "dx-leader"): {
        "dx-mindset": (1, B),
        "change-leadership": (1, N),
        "strategy-planning": (1, N),
        "service-design": (2, B),
        "bpr": (2, C),
        "ict-literacy": (1, C),
        "data-literacy": (1, C),
        "data-analysis": (1, C),
        "generative-ai": (1, C),
        "automation": (2, C),
        "low-code": (2, C),
        "online-services": (1, C),
        "security-literacy": (1, C),
        "security-management": (1, B),
    },
    # 「システム調達・運用スキル・知識」と「情報セキュリティ対策知識」
    ("hirakata", "system-owner"): {
        "security-management": (1, B),
        "procurement-governance": (1, N),
        "system-operation": (1, N),
        "cloud": (1, N),
    },
    ("hirakata", "expert"): {},
    # スキルマップの「全職員」の列の9行
    ("toyonaka", "all-staff"): {
        "dx-mindset": (1, B),
        "service-design": (1, B),
        "bpr": (1, B),
        "ict-literacy": (1, C),
        "data-literacy": (1, B),
        "automation": (1, B),
        "low-code": (1, B),
        "security-literacy": (1, E),
        "procurement-governance": (1, B),
        "system-operation": (1, B),
    },
    # 「主導する職員/シス」の列の24行。戦略・企画は「デジ」の列だけにある
    ("toyonaka", "leader-for-systems"): {
        "dx-mindset": (2, B),
        "project-management": (1, B),
        "service-design": (2, C),
        "bpr": (1, B),
        "ict-literacy": (2, C),
        "office-tools": (1, B),
        "data-literacy": (2, B),
        "automation": (2, C),
        "low-code": (2, C),
        "security-literacy": (1, E),
        "privacy": (1, B),
        "security-management": (1, N),
        "audit": (1, C),
        "procurement-governance": (2, B),
        # システム等開発
        "system-design": (1, N),
        # 基礎の2つ、導入・調達、運用、開発
        "system-operation": (5, C),
        # ネットワークの基礎、情報インフラ
        "infrastructure": (2, C),
        "cloud": (1, C),
    },
    # 「主導する職員/デジ」の列の26行
    ("toyonaka", "leader-for-digital"): {
        "dx-mindset": (2, B),
        "change-leadership": (1, N),
        "strategy-planning": (1, N),
        "service-design": (3, C),
        "bpr": (1, B),
        "ict-literacy": (2, C),
        "office-tools": (1, B),
        "data-literacy": (2, B),
        "data-analysis": (1, C),
        "automation": (3, C),
        "low-code": (3, C),
        "security-literacy": (1, E),
        "privacy": (1, B),
        "security-management": (1, N),
        "audit": (1, C),
        "procurement-governance": (2, B),
        # アプリケーション
        "system-design": (1, B),
        # 基礎の2つと、調達から運用・保守までの流れ
        "system-operation": (3, B),
        # ネットワークの基礎
        "infrastructure": (1, B),
        "cloud": (1, C),
    },
    # 一般の能力だけで、領域に対応付けたスキルがない
    ("osaka-hr", "manager"): {},
    # 5の表の4つに、一般行政職員の11が加わる
    ("tokyo-template", "management"): {
        "dx-mindset": (1, C),
        "change-leadership": (1, B),
        "strategy-planning": (1, B),
        "people-management": (1, B),
        "project-management": (1, C),
        "service-design": (1, B),
        "ict-literacy": (1, C),
        "office-tools": (5, B),
        "data-literacy": (2, B),
        "generative-ai": (1, C),
        "security-literacy": (1, C),
        "privacy": (1, C),
        "procurement-governance": (1, B),
    },
}


def key(area: str) -> str:
    return f"skill-areas/{area}"


def test_every_area_is_in_the_table(compared: Comparison) -> None:
    assert tuple(map(key, BY_PLAN)) == compared.areas
    assert tuple(compared.plans) == PLANS


@pytest.mark.parametrize("area", BY_PLAN)
def test_what_each_plan_asks_for(compared: Comparison, area: str) -> None:
    found = [by_plan(plan, key(area)) for plan in compared.plans.values()]
    assert tuple(one and (one.skills, one.relation) for one in found) == BY_PLAN[area]


@pytest.mark.parametrize(("plan", "role"), BY_ROLE)
def test_what_a_role_asks_for(compared: Comparison, plan: str, role: str) -> None:
    profile = compared.plans[plan].roles[role]
    found = {area: by_role(profile, key(area)) for area in BY_PLAN}
    assert {area: (one.skills, one.relation) for area, one in found.items() if one} == BY_ROLE[
        plan, role
    ]


def test_every_plan_requires_something_wherever_it_asks(compared: Comparison) -> None:
    # ★は、枚方市の「構築」2つと大阪市の度合いによる能力だけで、同じ領域に●の付くものがある。
    found = [by_plan(plan, area) for plan in compared.plans.values() for area in compared.areas]
    assert {one.requirement for one in found if one} == {Requirement.REQUIRED}
    assert all(one.inferred for one in found if one)


def test_which_plans_ask_for_an_area(compared: Comparison) -> None:
    expected = {
        key(area): tuple(plan for plan, cell in zip(PLANS, cells, strict=True) if cell)
        for area, cells in BY_PLAN.items()
    }
    found = by_strength(compared.outlines.values(), compared.areas)
    assert {area: one.asked for area, one in found.items()} == expected


def test_a_skill_that_no_role_is_asked_for_is_told_apart(compared: Comparison) -> None:
    # 大阪市 DX人材育成方針 5 は、どの職員に必要かを示していない。
    found = {
        (plan.id, area): named
        for plan in compared.plans.values()
        for area in compared.areas
        if (named := not_asked(plan, area))
    }
    assert found == {("osaka-dx", key("office-tools")): ("communication-network",)}


def test_who_asks_for_a_skill_itself(compared: Comparison) -> None:
    asks = askers(compared.plans["tokyo-template"])
    # 「プロジェクトマネジメント」は3つの表にある。土台から引き継ぐ役割は挙げない。
    assert [role.id for role in asks["project-management"]] == [
        "management",
        "information-systems",
        "dx-promoter",
    ]
    assert [role.id for role in asks["tool-bi"]] == ["general-staff"]
