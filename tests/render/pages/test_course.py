"""The page of a course: its ways, what tables say alike said once."""

from jinzai.render.pages import course

from .sample import plan, plan_pages, words

PAGE = "sample/courses/k.html"


def body(*deliveries: dict[str, object]) -> str:
    """The body of the page of a course with these deliveries; the plan has two tables."""
    content = plan(
        {"tables": [{"id": "t", "name": "本表"}, {"id": "u", "name": "一覧"}]},
        courses={
            "courses": [
                {"id": "k", "name": "研修", **({"deliveries": deliveries} if deliveries else {})}
            ]
        },
    )
    return plan_pages(course.pages, content)[PAGE].body


def test_what_two_tables_say_alike_is_said_once() -> None:
    way = {"format": "remote", "hours": "50"}
    said = words(body({**way, "table": "t"}, {**way, "table": "u"}))
    assert said.count("リモート50時間") == 1
    assert "本表、一覧による" in said


def test_ways_to_choose_from_are_said_to_be_such() -> None:
    said = words(body({"format": "video", "hours": "2"}, {"format": "in-person", "hours": "3"}))
    assert "次のどれか1つで受けます。動画2時間対面3時間" in said


def test_no_way_is_one_line_with_its_anchor() -> None:
    html = body()
    assert (
        '<div class="jz-nothing"><h2 id="deliveries">受け方と時間</h2><p class="jz-empty">' in html
    )
