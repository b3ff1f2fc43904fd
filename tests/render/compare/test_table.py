"""The summary above a detailed comparison: who alone asks for which areas."""

from jinzai.render.compare.rows import SKILLS, RoleFactRow, RowSection
from jinzai.render.compare.side import ComparedItem, Side
from jinzai.render.compare.table import side_table

AREA = RoleFactRow("areas/bpr", "業務改革", SKILLS, "bpr.html")


def side(key: str, plan: str, asks_there: bool) -> Side:
    lists = {AREA.key: (ComparedItem("技能", style="required"),)} if asks_there else {}
    return Side(key, plan, "役割", "", lists, {}, True, "")


def gists(*sides: Side) -> list[str]:
    return [one.who for one in side_table(sides, (RowSection("skills", "スキル", (AREA,)),)).gists]


def test_what_only_the_roles_of_one_plan_ask_for() -> None:
    assert gists(side("a/x", "甲", True), side("a/y", "甲", True), side("b/x", "乙", False)) == [
        "甲の2つ以上だけが求める領域"
    ]


def test_two_plans_of_one_name_are_two_plans() -> None:
    assert gists(side("a/x", "甲", True), side("b/x", "甲", True), side("c/x", "乙", False)) == []
    assert gists(side("a/x", "甲", False), side("b/x", "甲", True), side("b/y", "甲", True)) == [
        "甲の2つ以上だけが求める領域"
    ]


def test_who_leaves_its_skills_undefined_is_counted_neither_way() -> None:
    silent = side("c/x", "丙", False)._replace(asks=False)
    assert gists(side("a/x", "甲", True), side("b/x", "乙", True), silent) == [
        "スキルを定めている2つがすべて求める領域"
    ]
    assert gists(side("a/x", "甲", False), side("b/x", "乙", False), silent) == [
        "スキルを定めている2つがどれも求めない領域"
    ]
