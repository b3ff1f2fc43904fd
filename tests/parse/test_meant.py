"""Advice for texts that are no number or no date."""

import pytest

from jinzai.model.kinds import PLAN_FILES
from jinzai.parse.location import locate
from jinzai.parse.meant import date_advice, near, number_advice

COURSES = next(kind for kind in PLAN_FILES if kind.name == "courses").model


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("令和7年2月14日", "2025-02-14"),
        ("令和元年5月", "2019-05"),
        ("R7.2", "2025-02"),
        ("h31/4/30", "2019-04-30"),
        ("昭和60年4月", "1985-04"),
        ("２０２５年２月", "2025-02"),
        ("2025.2.14", "2025-02-14"),
        ("2025-2", "2025-02"),
    ],
)
def test_a_date_in_other_words(text: str, meant: str) -> None:
    assert date_advice(text) == f"もしかして: {meant}。"


@pytest.mark.parametrize(
    "text", ["", "2月", "2025年", "令和7年13月", "2025-02-40", "来年", "X7年2月"]
)
def test_no_date_no_advice(text: str) -> None:
    assert date_advice(text) == ""


@pytest.mark.parametrize(
    ("field", "text", "advice"),
    [
        ("hours", "2時間", "もしかして: 2。"),
        ("hours", "約2時間半", "もしかして: 2.5。"),
        ("hours", "1時間30分", "もしかして: 1.5。"),
        ("hours", "９０分", "もしかして: 1.5。"),
        ("hours", "50分", "分は時間に直してください（30分は 0.5）。"),
        ("hours", "半日", "日数は days: 0.5 と書きます。"),
        ("hours", "2日間", "日数は days: 2 と書きます。"),
        ("days", "1日半", "もしかして: 1.5。"),
        ("days", "3時間", "時間数は hours: 3 と書きます。"),
        ("hours", "いろいろ", ""),
    ],
)
def test_hours_and_days_in_words(field: str, text: str, advice: str) -> None:
    value = {"courses": [{"deliveries": [{field: text}]}]}
    where = locate(COURSES, value, ("courses", 0, "deliveries", 0, field))
    assert number_advice(text, where, "") == advice


def test_the_nearest_word() -> None:
    assert near("undefind", ["undefined", "not-applicable"]) == "undefined"
    assert near("全然", ["undefined"]) is None
