"""How each plan stands among the four others, worked out by hand from the tables below.

The areas are those of `test_coverage`; the classes follow from the roles that the plans define.
"""

from typing import Final

import pytest

from jinzai.compare.comparison import Comparison
from jinzai.compare.standing import FEW, MANY, OpenClass, SharedEntry, has_number

# area or class: the others that have it
Found = list[tuple[str, tuple[str, ...]]]

H, D, P, T, Y = "hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"

# 大阪市人材方針には、領域に対応付けたスキルがなく、領域は残る4計画で比べる。
# 少ない: ほかの3計画のどれにもない。多い: 2つから。
RARE: Final[dict[str, Found]] = {
    H: [("online-services", ())],
    D: [],
    P: [],
    T: [],
    Y: [],
}
MISSING: Final[dict[str, Found]] = {
    H: [
        ("project-management", (D, T, Y)),
        ("office-tools", (D, T, Y)),
        ("privacy", (T, Y)),
        ("audit", (T, Y)),
        ("system-design", (T, Y)),
        ("infrastructure", (T, Y)),
    ],
    D: [
        ("strategy-planning", (H, T, Y)),
        ("bpr", (H, T, Y)),
        ("data-analysis", (H, T, Y)),
        ("cloud", (H, T, Y)),
        ("generative-ai", (H, T)),
        ("automation", (H, Y)),
        ("low-code", (H, Y)),
        ("privacy", (T, Y)),
        ("audit", (T, Y)),
        ("system-design", (T, Y)),
        ("infrastructure", (T, Y)),
    ],
    P: [],
    T: [("automation", (H, Y)), ("low-code", (H, Y))],
    Y: [
        ("people-management", (H, D, T)),
        ("generative-ai", (H, T)),
    ],
}
# 区分は5計画のどれにもある。少ない: ほかの4計画のうち1つまで。多い: 3つから。
RARE_CLASSES: Final[dict[str, Found]] = {
    # 経営層の職員、業務システム担当者
    H: [("executive", (D,)), ("business-system-owner", (D,))],
    # 情報資産管理に係る研修の対象者は、大阪市だけにある
    D: [
        ("information-asset-manager", ()),
        ("executive", (H,)),
        ("business-system-owner", (H,)),
    ],
    P: [],
    # 情報基盤を担う職員は、東京都と豊中市だけが挙げる
    T: [("information-systems", (Y,))],
    Y: [("information-systems", (T,))],
}
MISSING_CLASSES: Final[dict[str, Found]] = {
    H: [],
    D: [],
    P: [
        ("advanced-specialist", (H, D, T, Y)),
        ("dx-headquarters", (H, D, T, Y)),
        ("dx-leader", (H, D, T, Y)),
    ],
    T: [],
    Y: [("management", (H, D, P, T))],
}
# 役割の中にレベルがあるのは、枚方市のDX推進リーダーと、東京都の管理監督職を除く庁内の4区分。
# 豊中市のOn-JTの表は、区分そのものを「レベル」の欄に並べる。
_LEADERS: Final = ["leader", "leader-for-digital"]
_STAFF: Final = ["general-staff", "practitioner", "all-staff"]
LEVELS: Final[dict[str, dict[str, list[str]]]] = {
    H: {
        "advanced-specialist": ["expert"],
        "dx-headquarters": ["dx-headquarters", *_LEADERS],
        "general-staff": _STAFF,
    },
    D: {
        "advanced-specialist": ["expert"],
        "dx-headquarters": ["dx-headquarters", *_LEADERS],
        "dx-leader": ["dx-leader", "dx-promoter", *_LEADERS],
        "general-staff": _STAFF,
    },
    P: {"general-staff": _STAFF},
    T: {"advanced-specialist": ["expert"]},
    Y: {},
}
# 数があるのは、枚方市のDX推進リーダー、東京都の一般行政職員（100%、70%以上）・DX推進員（1所属1人、
# 50%以上）・CIO補佐官（1人以上）、豊中市の主導・推進（45人）と実行（450人）。
# 45人は3つの区分にまたがる職員の数で、どの区分の数でもない。
# 東京都の全庁DX推進担当と全庁情報システム担当は、○名の空欄か「複数名」である。
NUMBERS: Final[dict[str, dict[str, list[str]]]] = {
    H: {
        "advanced-specialist": ["cio-advisor"],
        "general-staff": ["general-staff", "practitioner"],
    },
    D: {
        "advanced-specialist": ["cio-advisor"],
        "dx-leader": ["dx-leader", "dx-promoter"],
        "general-staff": ["general-staff", "practitioner"],
    },
    P: {"general-staff": ["general-staff", "practitioner"]},
    T: {},
    Y: {
        "advanced-specialist": ["cio-advisor"],
        "dx-leader": ["dx-leader", "dx-promoter"],
    },
}
# 24の領域のうち、求めているもの
BREADTH: Final = {H: 18, D: 12, T: 21, Y: 21}

PLANS: Final = (H, D, P, T, Y)


def entries(shares: tuple[SharedEntry, ...]) -> Found:
    return [(share.entry.partition("/")[2], share.others) for share in shares]


def classes(left: tuple[OpenClass, ...]) -> dict[str, list[str]]:
    return {
        one.entry.partition("/")[2]: [role.id for roles in one.others for role in roles]
        for one in left
    }


def test_what_is_few_and_what_is_many() -> None:
    assert (FEW, MANY) == (4, 2)


@pytest.mark.parametrize("plan", PLANS)
def test_areas(compared: Comparison, plan: str) -> None:
    standing = compared.standings.of(compared.outlines[plan])
    assert entries(standing.rare) == RARE[plan]
    assert entries(standing.missing) == MISSING[plan]
    assert {share.among for share in (*standing.rare, *standing.missing)} <= {3}
    assert (standing.compared, standing.asks) == ((4, False) if plan == P else (3, True))


@pytest.mark.parametrize("plan", PLANS)
def test_classes(compared: Comparison, plan: str) -> None:
    standing = compared.standings.of(compared.outlines[plan])
    assert entries(standing.rare_classes) == RARE_CLASSES[plan]
    assert entries(standing.missing_classes) == MISSING_CLASSES[plan]
    assert (standing.with_roles, standing.has_roles) == (4, True)


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_left_open(compared: Comparison, plan: str) -> None:
    standing = compared.standings.of(compared.outlines[plan])
    assert classes(standing.open_levels) == LEVELS[plan]
    assert classes(standing.open_targets) == NUMBERS[plan]
    for left in (*standing.open_levels, *standing.open_targets):
        assert {role.plan_id for role in left.roles} == {plan}
        others = [{role.plan_id for role in roles} for roles in left.others]
        assert all(len(ids) == 1 for ids in others)
        assert plan not in set().union(*others)
        assert len(set().union(*others)) == len(others)


def test_in_how_many_areas_a_plan_asks(compared: Comparison) -> None:
    assert compared.standings.breadth == BREADTH


def test_what_counts_as_a_number(compared: Comparison) -> None:
    having = {
        (plan.id, role.id, link.entry.partition("/")[2])
        for plan in compared.plans.values()
        for role in plan.roles.values()
        for link in role.role.classes
        if has_number(role, link.entry)
    }
    assert having == {
        (plan.id, role.id, entry.partition("/")[2])
        for plan in compared.outlines.values()
        for role in plan.roles.values()
        for entry in role.classes
        if role.has_number(entry)
    }
    assert having == {
        (H, "dx-leader", "dx-leader"),
        (T, "general-staff", "general-staff"),
        (T, "dx-promoter", "dx-leader"),
        (T, "cio-advisor", "advanced-specialist"),
        (Y, "practitioner", "general-staff"),
    }
