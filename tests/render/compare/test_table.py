"""The summary above a detailed comparison: who alone asks for which areas."""

from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role import ComparedRole
from jinzai.render.compare.rows import SKILLS, RoleFactRow, RowSection
from jinzai.render.compare.table import role_table

AREA = RoleFactRow("areas/bpr", "業務改革", SKILLS, "bpr.html")


def role(key: str, plan: str, asks_there: bool) -> ComparedRole:
    lists = {AREA.key: (ComparedItem("技能", style="required"),)} if asks_there else {}
    return ComparedRole(key, plan, "役割", "", lists, {}, True, "")


def summaries(*roles: ComparedRole) -> list[str]:
    return [
        one.who for one in role_table(roles, (RowSection("skills", "スキル", (AREA,)),)).summaries
    ]


def test_what_only_the_roles_of_one_plan_ask_for() -> None:
    assert summaries(
        role("a/x", "甲", True), role("a/y", "甲", True), role("b/x", "乙", False)
    ) == ["甲の2つ以上だけが求める領域"]


def test_two_plans_of_one_name_are_two_plans() -> None:
    assert (
        summaries(role("a/x", "甲", True), role("b/x", "甲", True), role("c/x", "乙", False)) == []
    )
    assert summaries(
        role("a/x", "甲", False), role("b/x", "甲", True), role("b/y", "甲", True)
    ) == ["甲の2つ以上だけが求める領域"]


def test_who_leaves_its_skills_undefined_is_counted_neither_way() -> None:
    silent = role("c/x", "丙", False)._replace(asks=False)
    assert summaries(role("a/x", "甲", True), role("b/x", "乙", True), silent) == [
        "スキルの記載がある2つがすべて求める領域"
    ]
    assert summaries(role("a/x", "甲", False), role("b/x", "乙", False), silent) == [
        "どれにも記載のない領域"
    ]
