"""How long a course takes: never summed over ways that nobody takes together."""

from typing import Any

import pytest

from jinzai.model.course import Course, Delivery
from jinzai.render.course_time import time, times


@pytest.mark.parametrize(
    ("way", "wanted"),
    [
        ({"format": "video", "hours": "2"}, "2時間"),
        ({"format": "video", "hours": "0"}, "0時間"),
        ({"format": "video", "hours": "undefined"}, "未定義"),
        ({"format": "video", "hours": "not-applicable"}, "対象外"),
        ({"format": "video"}, "記載なし"),
        (
            {"format": "video", "hours": "2", "plus": [{"format": "live", "days": "2"}]},
            "2時間＋2日",
        ),
        ({"format": "video", "hours": "5", "plus": [{"format": "live", "hours": "5"}]}, "10時間"),
        ({"format": "video", "hours": "5", "plus": [{"format": "live"}]}, "5時間＋記載なし"),
    ],
)
def test_how_long_one_way_takes(way: dict[str, Any], wanted: str) -> None:
    assert time(Delivery.model_validate(way)) == wanted


def test_a_courses_time_keeps_what_the_tables_say_apart() -> None:
    ways = [
        {"format": "remote", "hours": "5", "table": "one"},
        {"format": "live", "days": "2", "table": "two"},
        {"format": "remote", "hours": "5", "table": "two"},
    ]
    found = Course.model_validate({"id": "a", "name": "研修", "deliveries": ways})
    assert times(found) == "5時間 ／ 2日、または5時間"
    unknown = [{"format": "video", "hours": "undefined"}, {"format": "live", "hours": "2"}]
    found = Course.model_validate({"id": "a", "name": "研修", "deliveries": unknown})
    assert times(found) == "未定義、または2時間", "what is not known is not 0"
