"""Which plans are most like each, scored by hand from their areas and classes."""

from fractions import Fraction
from typing import Final

import pytest

from jinzai.compare.comparison import Comparison, comparison
from jinzai.compare.likeness import MOST, LikePlans
from jinzai.compare.outline import PlanOutline
from jinzai.link.catalogue import link_commons
from jinzai.model.content import FrameworkContent

H, D, P, T, Y = "hirakata", "osaka-dx", "osaka-hr", "tokyo-template", "toyonaka"

# plan, other: shared and all areas, shared and all classes, score (the sum, rounded once)
LIKE: Final = {
    # 24の領域のうち、枚方市は18。東京都は自動化・ローコード・オンライン化を除く21。
    # 区分は枚方市7、東京都6。50×15÷24 = 31.25、50×5÷8 = 31.25
    (H, T): ((15, 24), (5, 8), 63),
    # 豊中市はマネジメント・生成AI・オンライン化を除く21。50×15÷24 = 31.3、50×4÷8 = 25
    (H, Y): ((15, 24), (4, 8), 56),
    # 大阪市は12。50×10÷20 = 25、50×7÷8 = 43.8
    (H, D): ((10, 20), (7, 8), 69),
    # 大阪市人材方針は、領域に対応付けたスキルがない。50×2÷7 = 14.3
    (H, P): ((0, 18), (2, 7), 14),
    # 豊中市の21のうち自動化・ローコードを除く19。50×19÷23 = 41.3、50×5÷6 = 41.7
    (T, Y): ((19, 23), (5, 6), 83),
    # 大阪市にあって東京都にない領域はない。50×12÷21 = 28.6、50×5÷9 = 27.8
    (T, D): ((12, 21), (5, 9), 56),
    # 50×2÷6 = 16.7
    (T, P): ((0, 21), (2, 6), 17),
    # 大阪市のうちマネジメントを除く11。50×11÷22 = 25、50×4÷9 = 22.2
    (D, Y): ((11, 22), (4, 9), 47),
    # 50×2÷8 = 12.5
    (D, P): ((0, 12), (2, 8), 13),
    # 一般行政職員だけ。50×1÷6 = 8.3
    (P, Y): ((0, 21), (1, 6), 8),
}


def named(plan: PlanOutline, id: str) -> PlanOutline:
    """The plan under another id."""
    return plan._replace(id=id)


@pytest.mark.parametrize("pair", LIKE)
def test_scores(compared: Comparison, pair: tuple[str, str]) -> None:
    for one, other in (pair, pair[::-1]):
        finder = compared.like.templates if other == T else compared.like.of
        found = {like.plan.id: like for like in finder(compared.outlines[one])}[other]
        counts = [(len(shared.both), shared.every) for shared in (found.areas, found.classes)]
        assert (*counts, found.score) == LIKE[pair]
        points = (found.area_points or 0) + (found.class_points or 0)
        assert found.score == (points + Fraction(1, 2)) // 1


@pytest.mark.parametrize("plan", [H, D, P, T, Y])
def test_the_nearest_comes_first(compared: Comparison, plan: str) -> None:
    scores = {
        one if other == plan else other: score
        for (one, other), (_, _, score) in LIKE.items()
        if plan in (one, other) and (one if other == plan else other) != T
    }
    found = compared.like.of(compared.outlines[plan])
    assert [like.plan.id for like in found] == sorted(scores, key=lambda one: (-scores[one], one))


def test_what_cannot_be_reckoned_counts_nothing(compared: Comparison) -> None:
    plans = list(compared.outlines.values())
    like = LikePlans(plans, {"a": [H]}, {"c": [H, D], "d": [H]})
    (found,) = like.of(compared.outlines[H])
    assert (found.plan.id, found.area_points, found.score) == (D, None, 25)
    assert found.class_points == 25
    assert found.areas == ((), ("a",), ())
    assert found.classes == (("c",), ("d",), ())


def test_a_template_is_apart_and_has_no_rank(compared: Comparison) -> None:
    for plan in (H, D, P, Y):
        (template,) = compared.like.templates(compared.outlines[plan])
        assert (template.plan.id, template.rank) == (T, None)
    assert compared.like.templates(compared.outlines[T]) == ()


def test_a_few_points_make_no_rank(compared: Comparison) -> None:
    areas = {str(number): ["a"] for number in range(10)}
    for id, shared in (("b", 10), ("c", 9), ("d", 8), ("e", 7)):
        for number in range(shared):
            areas[str(number)] = [*areas[str(number)], id]
    plans = {id: named(compared.outlines[H], id) for id in "abcde"}
    found = LikePlans(plans.values(), areas, {}).of(plans["a"])
    assert [(one.plan.id, one.score, one.rank) for one in found] == [
        ("b", 50, 1),
        ("c", 45, 1),
        ("d", 40, 3),
        ("e", 35, 3),
    ]


def test_of_equal_plans_the_first_by_id_are_told(compared: Comparison) -> None:
    plans = {id: named(compared.outlines[H], id) for id in "abcdefgh"}
    like = LikePlans(plans.values(), {"x": list("abcdefgh")}, {"y": list("cdef")})
    # c・d・e・f は領域も区分も同じで100点、ほかは領域だけで50点。
    assert [one.plan.id for one in like.of(plans["f"])] == ["c", "d", "e", "a", "b"]
    assert [one.plan.id for one in like.of(plans["a"])] == ["b", "c", "d", "e", "f"]
    assert len(like.of(plans["a"])) == MOST


def test_a_plan_alone_has_none_like_it(compared: Comparison) -> None:
    alone = comparison(link_commons(FrameworkContent(()), ()), (compared.plans[H],))
    assert alone.like.of(alone.outlines[H]) == ()
