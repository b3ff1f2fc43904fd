"""Scores of pairs of roles worked out by hand, and the ranking against comparing all with all."""

from collections.abc import Iterable

import pytest

from jinzai.compare import counterparts
from jinzai.compare.comparison import Comparison
from jinzai.compare.counterparts import (
    MOST,
    Counterparts,
    RoleFeatures,
    is_near,
    resemblance,
    shape,
)
from jinzai.compare.outline import PlanOutline, RoleOutline, outline
from jinzai.model.audience import Relation

from .made import many, outlined, plan, role

# Classes: 50 where both are exact or close to one class, 25 where they share one otherwise.
# Areas: 50 times the shared over all that either asks for; which these are is in test_profile.py.
PAIRS = {
    # 一般行政職員に close と close = 50。領域は 5 と 8 で共通5、合わせて8: 50×5/8 = 31.3
    (("osaka-dx", "dx-follower"), ("tokyo-template", "general-staff")): (50, 31, 5, 3, 0),
    # DX推進リーダーに close と exact = 50。14 と 6 で共通6、合わせて14: 50×6/14 = 21.4
    (("hirakata", "dx-leader"), ("osaka-dx", "dx-leader")): (50, 21, 6, 0, 8),
    # DX推進リーダーと一般行政職員で、区分は共通しない = 0。14 と 14 で共通9、合わせて19:
    # 50×9/19 = 23.7
    (("hirakata", "dx-leader"), ("toyonaka", "practitioner")): (0, 24, 9, 5, 5),
    # 情報システム担当に broad と close = 25。18 と 16 で共通15、合わせて19: 50×15/19 = 39.5
    (("toyonaka", "leader-for-systems"), ("tokyo-template", "information-systems")): (
        *(25, 39),
        *(15, 1, 3),
    ),
    # 管理職・監督職に broad と broad = 25。4 と 6 で共通4、合わせて6: 50×4/6 = 33.3
    (("hirakata", "section-manager"), ("osaka-dx", "dx-manager")): (25, 33, 4, 2, 0),
    # narrow が3つと close が1つで、区分は共通するが広さが違う = 25。21 と 14 で共通12、
    # 合わせて23: 50×12/23 = 26.1
    (("toyonaka", "leader"), ("hirakata", "systems-staff")): (25, 26, 12, 2, 9),
    # 高度専門人材に close と close = 50。どちらの計画も求めるスキルを定めない
    (("hirakata", "expert"), ("toyonaka", "expert")): (50, None, 0, 0, 0),
    # 情報システム担当と全庁のDX推進担当で、区分は共通しない = 0。16 と 6 で共通6:
    # 50×6/16 = 18.8
    (("tokyo-template", "information-systems"), ("osaka-dx", "dx-expert")): (0, 19, 6, 0, 10),
    # 一般行政職員に close と close = 50。大阪市人材方針は、領域に対応付けたスキルがない
    (("osaka-hr", "autonomous-staff"), ("hirakata", "all-staff")): (50, None, 0, 2, 0),
    # 管理職・監督職に broad と broad = 25。領域は 2 と 6 で共通1、合わせて7: 50×1/7 = 7.1
    (("hirakata", "deputy-director"), ("osaka-dx", "dx-manager")): (25, 7, 1, 5, 1),
    # 業務システムの担当に broad と broad = 25。4 と 2 で共通2、合わせて4: 50×2/4 = 25
    (("hirakata", "system-owner"), ("osaka-dx", "system-staff")): (25, 25, 2, 0, 2),
}


def _role(compared: Comparison, key: tuple[str, str]) -> RoleOutline:
    return compared.outlines[key[0]].roles[key[1]]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "~".join("/".join(one) for one in pair))
def test_the_score_is_the_one_worked_out_by_hand(
    compared: Comparison, pair: tuple[tuple[str, str], tuple[str, str]]
) -> None:
    by_class, by_areas, shared, missing, extra = PAIRS[pair]
    found = resemblance(*(shape(_role(compared, key)) for key in pair))
    assert (found.class_points, found.area_points) == (by_class, by_areas)
    assert found.score == by_class + (by_areas or 0)
    assert [len(one) for one in (found.shared, found.missing, found.extra)] == [
        *(shared, missing, extra),
    ]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "~".join("/".join(one) for one in pair))
def test_a_score_is_the_same_from_the_other_side(
    compared: Comparison, pair: tuple[tuple[str, str], tuple[str, str]]
) -> None:
    one, other = (shape(_role(compared, key)) for key in pair)
    there, back = resemblance(one, other), resemblance(other, one)
    assert there.score == back.score
    assert (there.missing, there.extra) == (back.extra, back.missing)


def test_the_nearest_come_first_and_each_plan_once(compared: Comparison) -> None:
    near = compared.counterparts.of(_role(compared, ("hirakata", "dx-leader")))
    assert [(one.role.plan_id, one.role.id, one.resemblance.score) for one in near] == [
        # 14 と 12 で共通8、合わせて18: 50×8/18 = 22.2
        ("tokyo-template", "dx-promoter", 72),
        # 14 と 6 で共通6: 50×6/14 = 21.4
        ("osaka-dx", "dx-leader", 71),
        # close と narrow = 25。14 と 20 で共通12、合わせて22: 50×12/22 = 27.3
        ("toyonaka", "leader-for-digital", 52),
        # 大阪市の人材育成・確保基本方針に、DX推進リーダーに当たる職員はない
    ]


def test_equal_scores_stand_in_the_order_of_plans_and_roles(compared: Comparison) -> None:
    near = compared.counterparts.of(_role(compared, ("osaka-dx", "system-staff")))
    assert [(one.role.plan_id, one.role.id) for one in near] == [("hirakata", "system-owner")]
    near = compared.counterparts.of(_role(compared, ("hirakata", "system-owner")))
    # 「システム所管課長」と「情報システムの担当職員」は同点で、計画の中で先にあるほう
    assert [(one.role.plan_id, one.role.id) for one in near] == [
        ("osaka-dx", "system-section-manager")
    ]


def test_a_role_may_have_none(compared: Comparison) -> None:
    plan = compared.outlines["osaka-dx"]
    # The role is mapped to no class and asks for no area, so nothing can be near to it.
    assert "technical-staff" in compared.plans["osaka-dx"].roles
    assert "technical-staff" not in plan.roles
    assert "technical-staff" not in compared.neighbours.of(plan).near


def test_half_a_point_counts_up() -> None:
    # 1 of 4 areas: 12.5
    one = role("p", "one", {"a": Relation.EXACT}, "ab")
    other = role("q", "other", {"a": Relation.CLOSE}, "bcd")
    assert resemblance(shape(outlined(one)), shape(outlined(other))).area_points == 13


def test_a_class_that_one_of_the_two_is_only_part_of_counts_half() -> None:
    one = role("p", "one", {"a": Relation.EXACT, "b": Relation.BROAD}, "a")
    other = role("q", "other", {"a": Relation.NARROW, "b": Relation.EXACT}, "b")
    found = resemblance(shape(outlined(one)), shape(outlined(other)))
    assert found.class_points == 25
    assert found.classes == ("classes/a", "classes/b")
    assert found.score == 25


def test_sharing_a_class_loosely_and_no_area_is_not_near() -> None:
    wanted = role("own", "wanted", {"a": Relation.EXACT}, "ab")
    loose = plan("loose", role("loose", "loose", {"a": Relation.NARROW}, "cd"))
    silent = plan("silent", role("silent", "silent", {"a": Relation.BROAD}, ""))
    some = plan("some", role("some", "some", {"a": Relation.NARROW}, "bc"))
    found = Counterparts(map(outline, [plan("own", wanted), loose, silent, some])).of(
        outlined(wanted)
    )
    # 25 for the class, one area of three: 16.7
    assert [(one.role.plan_id, one.resemblance.score) for one in found] == [("some", 42)]


def test_at_most_so_many_are_listed_and_none_below_the_least() -> None:
    wanted = role("own", "wanted", {"a": Relation.EXACT}, "abcd")
    alike = [plan(f"p{n}", role(f"p{n}", "alike", {"a": Relation.EXACT}, "abcd")) for n in range(9)]
    far = plan("far", role("far", "far", {"b": Relation.EXACT}, "klm"))
    found = Counterparts(map(outline, [far, plan("own", wanted), *alike])).of(outlined(wanted))
    assert [one.role.plan_id for one in found] == ["p0", "p1", "p2", "p3", "p4"][:MOST]
    assert Counterparts(map(outline, [far, plan("own", wanted)])).of(outlined(wanted)) == ()


def _all_with_all(plans: Iterable[PlanOutline], wanted: RoleOutline) -> list[tuple[str, str, int]]:
    """The same list, without any cleverness."""
    scored = []
    every = [role for one in plans for role in one.roles.values()]
    for number, other in enumerate(every):
        likeness = resemblance(shape(wanted), shape(other))
        near = is_near(likeness.score, likeness.class_points, len(likeness.shared))
        if other.plan_id != wanted.plan_id and near:
            scored.append((-likeness.score, number, other))
    found: dict[str, tuple[str, str, int]] = {}
    for score, _, other in sorted(scored, key=lambda one: one[:2]):
        found.setdefault(other.plan_id, (other.plan_id, other.id, -score))
    return list(found.values())[:MOST]


@pytest.mark.parametrize("seed", range(3))
def test_the_search_finds_what_comparing_all_with_all_finds(seed: int) -> None:
    plans = many(25, seed)
    counterparts = Counterparts(plans)
    for one in plans:
        for wanted in one.roles.values():
            found = [
                (near.role.plan_id, near.role.id, near.resemblance.score)
                for near in counterparts.of(wanted)
            ]
            assert found == _all_with_all(plans, wanted)


def test_of_400_plans_few_pairs_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    scored: list[tuple[RoleFeatures, RoleFeatures]] = []
    score = counterparts._points

    def counting(one: RoleFeatures, other: RoleFeatures) -> tuple[int, int | None]:
        scored.append((one, other))
        return score(one, other)

    monkeypatch.setattr(counterparts, "_points", counting)
    plans = many(400)
    found = Counterparts(plans)
    for one in plans:
        for wanted in one.roles.values():
            found.of(wanted)
    # 122,168 for 3,200 roles where it was written; all with all are eleven million.
    assert 0 < len(scored) < 200_000
