"""How sums of hours and days are said."""

from decimal import Decimal

import pytest

from jinzai.link.learning import Load, Span, delivery_load
from jinzai.model.course import Delivery, Format
from jinzai.model.numbers import PlaceholderValue
from jinzai.model.plan import Placeholder
from jinzai.render.words import amounts


def _load(hours: int, days: int = 0) -> Load:
    return Load(
        Span(Decimal(hours), Decimal(hours)), Span(Decimal(days), Decimal(days)), given=True
    )


def test_ways_stand_one_by_one() -> None:
    assert amounts.load(_load(16, 6) | _load(20)) == "16時間＋6日、または20時間"
    assert amounts.known(_load(16, 6) | _load(20)) == "16時間＋6日、または20時間"
    assert amounts.known(_load(16, 6)) == "16時間＋6日"


def test_hours_and_days_that_need_not_go_together_are_not_joined() -> None:
    many = _load(1, 9)
    for hours in range(2, 8):
        many = many | _load(hours, 10 - hours)
    assert many.ways == ()
    assert amounts.load(many) == "時間は1〜7時間、日数は3〜9日"


def test_a_blank_is_called_what_its_plan_calls_it() -> None:
    facts = {"type": "number", "meaning": "人数。"}
    labels = {"other": "○課", "count": "○名"}
    blanks = [
        Placeholder.model_validate({**facts, "id": id, "label": label})
        for id, label in labels.items()
    ]
    blank = amounts.value(PlaceholderValue(placeholder="count"))
    assert amounts.explained(blank, blanks) == ("○名", "blank", "count", "空欄（数）", "")
    assert amounts.explained(blank, blanks, "#{}".format).href == "#count"
    number = amounts.value(3, "人")
    assert amounts.explained(number, blanks) == number


def _course(hours: int) -> Load:
    """The load of one course."""
    return delivery_load(Delivery(format=Format.VIDEO, hours=Decimal(hours)))


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (_course(2) + _course(3), "2件"),
        ((_course(2) + _course(3)) | _course(50), "2件、または1件"),
        (_course(2) | _course(50), "1件"),
        (_course(1) + ((_course(2) + _course(3)) | _course(50)), "3件、または2件"),
    ],
)
def test_courses_are_counted_way_by_way(load: Load, said: str) -> None:
    assert amounts.courses(load) == said


def test_of_very_many_ways_only_the_fewest_and_the_most_courses_are_told() -> None:
    load = Load()
    for number in range(1, 5):
        load = load + ((_course(number) + _course(10 * number)) | _course(100 * number))
    assert load.ways == ()
    assert amounts.courses(load) == "4〜8件"
