"""What a row says of the compared roles, in words and signs."""

from decimal import Decimal

import pytest

from jinzai.render.compare.compared_item import ComparedItem
from jinzai.render.compare.compared_role import ComparedRole
from jinzai.render.compare.rows import (
    LIST,
    NUMBER,
    SKILLS,
    RoleFactRow,
    RowDifference,
    difference,
    level_note,
    short_names,
)

ROWS = {kind: RoleFactRow("row", "行", kind) for kind in (SKILLS, LIST, NUMBER)}
REQUIRED, DEPENDS = ComparedItem("技能", style="required"), ComparedItem("技能", style="depends")


def role(
    plan: str, *items: ComparedItem, number: int | None = None, asks: bool = True, id: str = ""
) -> ComparedRole:
    numbers = {} if number is None else {"row": Decimal(number)}
    lists = {"row": items} if items else {}
    return ComparedRole(f"{id or plan}/role", plan, "役割", "", lists, numbers, asks, "")


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ((role("甲", REQUIRED), role("乙", REQUIRED)), RowDifference("same", "両方", "◆◆")),
        (
            (role("甲", REQUIRED), role("乙", DEPENDS)),
            RowDifference("all", "両方・必要度が違う", "◆◆"),
        ),
        (
            (role("甲", REQUIRED, DEPENDS), role("乙", DEPENDS, REQUIRED)),
            RowDifference("same", "両方", "◆◆"),
        ),
        ((role("甲"), role("乙", REQUIRED)), RowDifference("one", "乙だけ", "◇◆")),
        ((role("甲"), role("乙")), RowDifference("none", "", "")),
        ((role("甲", REQUIRED), role("乙", asks=False)), RowDifference("", "", "")),
        ((role("甲", REQUIRED),), RowDifference("", "", "")),
        (
            (role("甲", REQUIRED), role("乙", REQUIRED), role("丙")),
            RowDifference("some", "3つのうち2", "◆◆◇"),
        ),
        (
            (role("甲", REQUIRED), role("乙", REQUIRED), role("丙", asks=False)),
            RowDifference("same", "記載のある2つとも", "◆◆◇"),
        ),
        ((role("甲", REQUIRED),) * 3, RowDifference("same", "すべて", "◆◆◆")),
        (
            (role("甲", REQUIRED), role("甲", REQUIRED), role("乙")),
            RowDifference("plan", "甲だけ（2つ）", "◆◆◇"),
        ),
        (
            (role("甲", REQUIRED, id="a"), role("甲", REQUIRED, id="b"), role("乙")),
            RowDifference("some", "3つのうち2", "◆◆◇"),
        ),
        (
            (role("甲", REQUIRED, id="a"), role("甲", REQUIRED, id="a"), role("甲", id="b")),
            RowDifference("plan", "甲だけ（2つ）", "◆◆◇"),
        ),
    ],
)
def test_skills(roles: tuple[ComparedRole, ...], found: RowDifference) -> None:
    assert difference(ROWS[SKILLS], roles) == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((3, 3), RowDifference("same", "同じ", "＝")),
        ((3, 0), RowDifference("all", "違う", "≠")),
        ((None, 0), RowDifference("one", "乙だけ", "◇◆")),
        ((None, None), RowDifference("none", "", "")),
    ],
)
def test_numbers(numbers: tuple[int | None, int | None], found: RowDifference) -> None:
    roles = tuple(role(plan, number=n) for plan, n in zip("甲乙", numbers, strict=True))
    assert difference(ROWS[NUMBER], roles) == found


def test_texts_are_the_same_only_word_for_word() -> None:
    one, other = ComparedItem("30人", note="令和8年度"), ComparedItem("30人", note="令和9年度")
    row = ROWS[LIST]
    assert difference(row, (role("甲", one), role("乙", one))).words == "同じ"
    assert difference(row, (role("甲", one), role("乙", other))).words == "両方"


def test_sides_of_one_plan_are_told_apart_by_their_roles() -> None:
    assert short_names((role("甲"), role("甲"), role("乙"))) == ("甲 役割", "甲 役割", "乙")


def test_levels_stand_on_one_scale_only_where_all_of_them_do() -> None:
    def levelled(scale: str) -> ComparedRole:
        return role("甲")._replace(lists={"levels": (ComparedItem("レベル1"),)}, scale=scale)

    assert "対応付けていません" in level_note((levelled(""), levelled("")))
    assert "対応付けていません" in level_note((levelled("steps"), levelled("")))
    assert "対応付けていません" in level_note((levelled("steps"), levelled("ranks")))
    assert level_note((levelled("steps"), levelled("steps"), role("乙"))).startswith(
        "レベルは、共通のレベルに"
    )
    assert level_note((levelled("steps"), role("乙"))) == ""
