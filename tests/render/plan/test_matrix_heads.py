"""Heads across where they fit, upright where they must, a box that scrolls only beyond that."""

from jinzai.render.plan.matrix_heads import ACROSS, SCROLL, UPRIGHT, heads


def test_few_short_names_stand_across() -> None:
    assert heads(["全職員", "実行する職員", "主導する職員/シス"], 2) == ACROSS


def test_a_name_may_break_between_its_words() -> None:
    assert heads(["全庁情報システム担当"] * 4, 1) == ACROSS
    assert heads(["全庁情報統括責任者等"] * 4, 1) == UPRIGHT


def test_sums_take_room_too() -> None:
    columns = ["DXオフィサー"] * 5
    assert (heads(columns, 1), heads(columns, 2)) == (ACROSS, UPRIGHT)


def test_letters_are_narrow() -> None:
    assert heads(["ABCDEFGH"] * 5, 1) == ACROSS
    assert heads(["ＡＢＣＤＥＦＧＨ"] * 5, 1) == UPRIGHT


def test_many_columns_scroll() -> None:
    assert heads(["役割"] * 13, 1) == UPRIGHT
    assert heads(["役割"] * 20, 1) == SCROLL
    assert heads(["とても長い名前の役割である" * 3] * 7, 1) == SCROLL
