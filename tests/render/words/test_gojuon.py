import pytest

from jinzai.render.words import gojuon


@pytest.mark.parametrize(
    "ordered",
    [
        ["えーあい", "しーおーいー", "びーぴーあーる"],
        ["はっか", "はつか", "ばっく"],
        ["カード", "がっこう", "かとう"],
        ["AI", "あい"],
        ["ノーコード・ローコード", "のーとぱそこん"],
    ],
)
def test_readings_sort_as_in_a_dictionary(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=gojuon.key) == ordered


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("がばめんと", "か"),
        ("ﾃﾞｰﾀ", "た"),
        ("パソコン", "は"),
        ("ヴィ", "あ"),
        ("んだ", "わ"),
        ("ゃ", "や"),
        ("RPA", gojuon.OTHER),
        ("・", gojuon.OTHER),
        ("情報", gojuon.OTHER),
    ],
)
def test_row_of_a_reading(reading: str, row: str) -> None:
    assert gojuon.row(reading) == row
