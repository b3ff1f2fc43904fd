"""In which areas each role asks, worked out by hand from the skills behind each mark.

The mapping of a skill to an area is an editor's (skills.yaml); which skills a role asks for is in
test_asked.py.
"""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from jinzai.compare.comparison import Comparison
from jinzai.compare.learning import either
from jinzai.compare.profile import profile
from jinzai.link.catalogue import LinkedPlan
from jinzai.link.learning import Span

LEADER = {
    # リーダーシップ: プロジェクトを企画・立案し、関係者と連携して進める
    *("change-leadership", "strategy-planning"),
    *("dx-mindset", "ict-literacy", "data-literacy"),
    *("data-analysis", "service-design", "bpr", "low-code", "generative-ai", "online-services"),
    *("automation", "security-literacy", "security-management"),
}
STAFF = {
    *("dx-mindset", "service-design", "ict-literacy", "security-literacy", "office-tools"),
    *("data-literacy", "generative-ai", "privacy"),
}
PROMOTER = STAFF | {"project-management", "data-analysis", "bpr", "procurement-governance"}
EVERYONE = {
    *("dx-mindset", "bpr", "ict-literacy", "automation", "low-code", "security-literacy"),
    *("system-operation", "procurement-governance", "data-literacy", "service-design"),
}
# 情報セキュリティ: 個人情報保護法などの法令と、対策の提案・実践
# データ利活用の行は、BIツールなどの活用も求める
PRACTITIONER = EVERYONE | {"privacy", "security-management", "infrastructure", "office-tools"}
# 主導・推進する職員の2つの系統にあるもの: 監査、クラウド、設計（アプリケーションか開発）
LEADING = PRACTITIONER | {"audit", "cloud", "system-design"}
# 戦略・企画: 主導者としてプロジェクトを企画・立案し、関係者と連携して進めている
DIGITAL = LEADING | {"strategy-planning", "change-leadership", "data-analysis"}
SYSTEMS = LEADING | {"project-management"}

AREAS: dict[tuple[str, str], set[str]] = {
    ("hirakata", "executive"): {"dx-mindset"},
    ("hirakata", "deputy-director"): {"dx-mindset", "change-leadership"},
    ("hirakata", "section-manager"): {
        *("dx-mindset", "people-management", "security-literacy", "data-literacy"),
    },
    # 3つの細分を合わせたもの
    ("hirakata", "management"): {
        *("dx-mindset", "change-leadership", "people-management"),
        *("security-literacy", "data-literacy"),
    },
    ("hirakata", "expert"): set(),
    ("hirakata", "dx-leader"): LEADER,
    # 加わる3つは、low-code・automation・security-management で、レベル3の領域の中にある
    ("hirakata", "systems-staff"): LEADER,
    ("hirakata", "all-staff"): {"dx-mindset", "security-literacy"},
    ("hirakata", "system-owner"): {
        *("procurement-governance", "system-operation", "security-management", "cloud"),
    },
    ("osaka-dx", "dx-officer"): {
        *("people-management", "dx-mindset", "service-design", "security-literacy"),
    },
    ("osaka-dx", "dx-manager"): {
        *("dx-mindset", "service-design", "security-literacy", "people-management"),
        *("ict-literacy", "data-literacy"),
    },
    ("osaka-dx", "dx-leader"): {
        *("dx-mindset", "service-design", "security-literacy", "ict-literacy", "data-literacy"),
        "change-leadership",
    },
    ("osaka-dx", "dx-follower"): {
        *("dx-mindset", "security-literacy", "ict-literacy", "data-literacy", "office-tools"),
    },
    ("osaka-dx", "dx-expert"): {
        *("dx-mindset", "security-literacy", "project-management", "service-design"),
        *("ict-literacy", "data-literacy"),
    },
    ("osaka-dx", "dx-director"): set(),
    ("osaka-dx", "security-officer"): {"security-management"},
    ("osaka-dx", "system-section-manager"): {"procurement-governance", "system-operation"},
    ("osaka-dx", "system-staff"): {"procurement-governance", "system-operation"},
    ("osaka-dx", "information-manager"): {"security-management"},
    ("osaka-dx", "information-staff"): set(),
    ("osaka-dx", "technical-staff"): set(),
    # 6つの能力は、どれもデジタルや変革の場面で使うと書かれておらず、対応付けがない
    ("osaka-hr", "autonomous-staff"): set(),
    ("osaka-hr", "manager"): set(),
    ("osaka-hr", "practitioner"): set(),
    ("tokyo-template", "cio-advisor"): set(),
    ("tokyo-template", "general-staff"): STAFF,
    ("tokyo-template", "dx-promoter"): PROMOTER,
    ("tokyo-template", "dx-headquarters"): PROMOTER | {"change-leadership", "strategy-planning"},
    ("tokyo-template", "information-systems"): STAFF
    | {
        *("project-management", "procurement-governance", "system-design", "cloud"),
        *("infrastructure", "security-management", "audit", "system-operation"),
    },
    ("tokyo-template", "management"): STAFF
    | {
        *("project-management", "procurement-governance", "strategy-planning"),
        *("change-leadership", "people-management"),
    },
    ("toyonaka", "expert"): set(),
    ("toyonaka", "all-staff"): EVERYONE,
    ("toyonaka", "practitioner"): PRACTITIONER,
    ("toyonaka", "leader-for-systems"): SYSTEMS,
    ("toyonaka", "leader-for-digital"): DIGITAL,
    ("toyonaka", "leader"): DIGITAL | SYSTEMS,
}
# plan: how many of the plan's skills no area takes in
UNPLACED = {"hirakata": 0, "osaka-dx": 0, "osaka-hr": 6, "tokyo-template": 0, "toyonaka": 0}


@pytest.mark.parametrize(("plan_id", "role_id"), AREAS, ids="/".join)
def test_the_areas_of_a_role_are_those_of_its_skills(
    compared: Comparison, plan_id: str, role_id: str
) -> None:
    found = compared.plans[plan_id].roles[role_id].areas
    assert set(found) == {f"skill-areas/{area}" for area in AREAS[plan_id, role_id]}


def test_every_role_of_every_plan_was_worked_out(compared: Comparison) -> None:
    assert set(AREAS) == {
        (plan.id, role) for plan in compared.plans.values() for role in plan.roles
    }


def test_skills_without_an_area_are_told_apart(compared: Comparison) -> None:
    for plan in compared.plans.values():
        unplaced = {ask.skill_id for role in plan.roles.values() for ask in role.unplaced}
        assert len(unplaced) == UNPLACED[plan.id], plan.id


def test_a_plan_holds_each_skill_of_an_area_once_with_its_strongest_mark(
    compared: Comparison,
) -> None:
    skills = compared.plans["hirakata"].areas["skill-areas/low-code"]
    # 「構築」はレベル3の職員に★、情報システム部門職員に●
    assert [(skill, ask and ask.mark) for skill, ask, _ in skills] == [
        ("no-code-use", "●"),
        ("no-code-build", "●"),
    ]


def test_a_skill_that_nobody_is_asked_for_has_no_ask(compared: Comparison) -> None:
    # 情報通信ネットワークに関することは、対象の役割が書かれていない
    skills = compared.plans["osaka-dx"].areas["skill-areas/office-tools"]
    assert {skill: ask is not None for skill, ask, _ in skills} == {
        "business-applications": True,
        "communication-network": False,
    }


def test_roles_of_a_class_stand_in_the_plans_own_order(compared: Comparison) -> None:
    found = compared.plans["toyonaka"].roles_in("role-classes/dx-leader")
    assert [role.id for role, _ in found] == ["leader", "leader-for-digital"]
    found = compared.plans["osaka-dx"].roles_in("role-classes/information-asset-manager")
    assert [role.id for role, _ in found] == [
        *("security-officer", "information-manager", "information-staff"),
    ]


def test_a_role_knows_its_mapping_to_a_class(compared: Comparison) -> None:
    leader = compared.plans["toyonaka"].roles["leader"]
    link = leader.in_class("role-classes/dx-headquarters")
    assert link is not None
    assert link.relation.value == "narrow"
    assert leader.in_class("role-classes/management") is None


def _span(least: int, most: int) -> Span:
    return Span(Decimal(least), Decimal(most))


def test_the_load_of_a_role_is_the_range_over_its_tracks(compared: Comparison) -> None:
    # 各部局とデジタル関連部局、2つの表: 14時間から20時間、0日から10日
    roles = compared.plans["toyonaka"].roles
    load = either(track.load for track in roles["leader"].tracks)
    assert load is not None
    assert (load.hours, load.days) == (_span(14, 20), _span(0, 10))
    assert either(track.load for track in roles["expert"].tracks) is None


def test_a_profile_is_a_function_of_the_plan(plans: Mapping[str, LinkedPlan]) -> None:
    for plan in plans.values():
        assert profile(plan) == profile(plan)
