"""The page of a course: its ways, what tables say alike said once."""

import re

from jinzai.render.plan import course
from tests.render.sample_plans import plan, plan_pages, words

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


def test_no_more_is_said_of_a_place_in_a_curriculum_than_the_plan_says() -> None:
    stage = {
        "id": "s",
        "name": "段階",
        "only": "候補者",
        "items": [{"course": "k"}],
    }
    curricula = {"curricula": [{"id": "c", "name": "課程", "role": "r", "stages": [stage]}]}
    content = plan(
        roles={"roles": [{"id": "r", "name": "職員"}]},
        courses={"courses": [{"id": "k", "name": "研修"}]},
        curricula=curricula,
    )
    said = words(plan_pages(course.pages, content)[PAGE].body)
    assert "段階候補者に向けた段階選択の記載なし" in said
    assert "全員" not in said


def test_an_inferred_way_is_marked_and_its_unknown_time_is_not() -> None:
    said = words(body({"format": "video", "hours": "undefined", "basis": "inferred"}))
    assert "時間記載なし受け方と時間動画（時間は記載なし）（推定）" in said


def strip(html: str) -> str:
    """The words of the answers at the top of the page."""
    found = re.search(r'<dl class="jz-answers">.*?</dl>', html, re.DOTALL)
    return words(found[0]) if found else ""


def test_a_course_answers_who_takes_it_how_and_for_which_skills() -> None:
    content = plan(
        roles={"roles": [{"id": "r", "name": "職員"}]},
        skills={"skills": [{"id": "s", "name": "分析"}]},
        courses={
            "courses": [
                {"id": "j", "name": "入門"},
                {
                    "id": "k",
                    "name": "研修",
                    "deliveries": [{"format": "video", "hours": "2"}],
                    "audience": [{"role": "r"}],
                    "teaches": [{"skill": "s"}],
                    "prerequisites": ["j"],
                },
            ]
        },
    )
    pages = plan_pages(course.pages, content)

    assert strip(pages[PAGE].body) == (
        "だれが受ける職員形式と時間2時間動画身に付くスキルスキル1件分析前後の研修先に入門"
    )
    assert strip(pages["sample/courses/j.html"].body) == "前後の研修この後に研修"


def test_tables_that_differ_each_have_a_line_of_the_answer() -> None:
    html = body(
        {"format": "video", "hours": "2", "table": "t"},
        {"format": "video", "hours": "3", "table": "u"},
    )
    assert strip(html) == "形式と時間計画の表により違う本表：動画2時間一覧：動画3時間"


def test_an_inferred_time_is_marked_in_the_answer() -> None:
    assert "2時間（推定）" in strip(body({"format": "video", "hours": "2", "basis": "inferred"}))


def test_what_no_table_states_is_no_answer() -> None:
    assert strip(body()) == ""
    assert strip(body({"format": "undefined", "hours": "undefined"})) == ""
    assert strip(body({"format": "video", "hours": "undefined"})) != ""


def test_who_takes_the_curriculum_with_more_takes_its_courses_too() -> None:
    departments = {"departments": [{"id": "x", "name": "各部局"}, {"id": "y", "name": "情報部局"}]}
    stage = {"id": "s", "name": "段階", "items": [{"course": "k"}]}
    one = {"id": "a", "name": "課程甲", "role": "r", "departments": ["x"], "stages": [stage]}
    more = {"id": "b", "name": "課程乙", "role": "r", "departments": ["y"], "stages": []}
    content = plan(
        departments,
        roles={"roles": [{"id": "r", "name": "職員"}]},
        courses={"courses": [{"id": "k", "name": "研修"}]},
        curricula={"curricula": [one, {**more, "includes": "a"}]},
    )
    html = plan_pages(course.pages, content)[PAGE].body
    assert strip(html) == "だれが受ける職員"
    assert "組み込まれている研修コース2" in words(html)
    assert "課程乙職員（情報部局）段階課程甲を含む" in words(html)
