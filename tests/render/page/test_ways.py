"""How a course is taken: forms and times, and never a sum over ways that nobody takes together."""

from typing import Any

import pytest

from jinzai.link.learning import LinkedCourse, LinkedDelivery, link_course
from jinzai.model.course import Course
from jinzai.render.page.place import PagePlace, PlanContext
from jinzai.render.page.ways import Ways, brief, forms, time, times, way, ways


@pytest.fixture
def place(context: PlanContext) -> PagePlace:
    return context.place(context.address("courses/x.html"))


def course(*deliveries: dict[str, Any]) -> LinkedCourse:
    stated = {"id": "a", "name": "研修", "deliveries": list(deliveries)}
    return link_course(Course.model_validate(stated))


def delivery(stated: dict[str, Any]) -> LinkedDelivery:
    (linked,) = course(stated).deliveries
    return linked


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        ({"format": "video", "hours": "2"}, [("2時間", "")]),
        ({"format": "video", "hours": "0"}, [("0時間", "")]),
        ({"format": "video", "hours": "undefined"}, [("記載なし", "undefined")]),
        ({"format": "video", "hours": "not-applicable"}, [("該当なし", "not-applicable")]),
        ({"format": "video"}, [("未確認", "unchecked")]),
        ({"format": "video", "hours": {"placeholder": "count"}}, [("○名", "blank")]),
        (
            {"format": "video", "hours": "2", "plus": [{"format": "live", "days": "2"}]},
            [("2時間＋2日", "")],
        ),
        (
            {"format": "video", "hours": "5", "plus": [{"format": "live"}]},
            [("5時間", ""), ("未確認", "unchecked")],
        ),
        (
            {"format": "video", "hours": "5", "plus": [{"format": "live", "hours": "5"}]},
            [("10時間", "")],
        ),
    ],
)
def test_how_long_one_way_takes(
    place: PagePlace, stated: dict[str, Any], wanted: list[tuple[str, str]]
) -> None:
    found = time(place, delivery(stated))
    assert [(one.text, one.state) for one in found] == wanted


def test_what_the_tables_say_is_kept_apart(place: PagePlace) -> None:
    found = course(
        {"format": "remote", "hours": "5", "table": "one"},
        {"format": "live", "days": "2", "table": "two"},
        {"format": "remote", "hours": "5", "table": "two", "basis": "inferred"},
    )
    assert [
        [(one.times[0].text, one.inferred) for one in table] for table in times(place, found)
    ] == [
        [("5時間", False)],
        [("2日", False), ("5時間", True)],
    ]
    assert [len(table) for table in forms(place, found)] == [1, 2]
    assert [len(ways(place, found.stated_by(table))) for table in ("one", "two")] == [1, 2]


def test_an_unknown_time_is_not_an_inferred_one(place: PagePlace) -> None:
    found = course({"format": "video", "hours": "undefined", "basis": "inferred"})
    assert [[one.inferred for one in table] for table in times(place, found)] == [[False]]
    (taken,) = ways(place, found.elsewhere)
    assert taken.inferred, "the form is"


def test_a_form_that_is_not_said_is_empty(place: PagePlace) -> None:
    stated = {
        "format": "undefined",
        "hours": "2",
        "plus": [{"format": "workshop", "days": "1"}],
    }
    found = way(place, delivery(stated).delivery)
    assert [part.form for part in found.parts] == ["", "ワークショップ"]
    (part,) = brief(place, delivery(stated)).parts
    assert (part.form, part.times[0].text) == ("ワークショップ", "2時間＋1日")


def test_no_delivery_is_no_way(place: PagePlace) -> None:
    none: Ways = ()
    assert ways(place, course().elsewhere) == none
    assert forms(place, course()) == ()
    assert times(place, course()) == ()
