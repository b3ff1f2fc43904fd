"""The index of courses: ways line by line, for whom, and what it can be chosen and sorted by."""

import json
import re
from html import unescape
from typing import Any

from jinzai.render.plan import course_index
from tests.render.sample_plans import plan, plan_page, words

FACTS = {
    "departments": [{"id": "each", "name": "各部局"}, {"id": "digital", "name": "デジタル部局"}],
    "tables": [{"id": "t", "name": "表1"}, {"id": "u", "name": "表2"}],
}
ROLES = {"roles": [{"id": "lead", "name": "推進役"}, {"id": "staff", "name": "全職員"}]}


def course(id: str, **facts: Any) -> dict[str, Any]:
    return {"id": id, "name": id, **facts}


def page(*courses: dict[str, Any], **files: Any) -> str:
    content = plan(FACTS, roles=ROLES, courses={"courses": list(courses)}, **files)
    return plan_page(course_index.pages, content)


def row(html: str, id: str) -> str:
    """The row of a course."""
    return next(part for part in html.split("<tr") if f'href="{id}.html"' in part)


def facets(html: str) -> dict[str, list[str]]:
    """The choices of each facet by its key."""
    found = re.search(r'data-facets="([^"]*)"', html)
    assert found is not None
    return {f["key"]: [name for _, name in f["choices"]] for f in json.loads(unescape(found[1]))}


def attribute(html: str, name: str) -> list[str]:
    return re.findall(rf'{name}="([^"]*)"', html)


def test_each_way_has_a_line_with_its_time_apart() -> None:
    html = row(
        page(
            course(
                "k",
                deliveries=[
                    {"format": "video", "hours": "2", "table": "t"},
                    {"format": "in-person", "hours": {"min": "3", "max": "4"}, "table": "t"},
                    {
                        "format": "video",
                        "hours": "2",
                        "table": "u",
                        "plus": [{"format": "workshop", "days": "1"}],
                    },
                ],
            )
        ),
        "k",
    )
    assert [words(line) for line in re.findall(r"<li>(.*?)</li>", html)] == [
        "動画2時間",
        "または対面3〜4時間",
        "別の表では動画＋ワークショップ2時間＋1日",
    ]
    assert '<span class="jz-forms__time">3〜4時間</span>' in html
    assert attribute(html, "data-in-format") == ["video in-person workshop"]
    assert attribute(html, "data-in-hours") == ["to-2 to-5 days"]


def test_what_two_tables_say_alike_is_said_once() -> None:
    ways = [{"format": "video", "hours": "2", "table": table} for table in ("t", "u")]
    assert row(page(course("k", deliveries=ways)), "k").count("<li>") == 1


def test_what_is_not_said_is_said_to_be_so() -> None:
    html = row(page(course("k"), course("l", deliveries=[{"format": "video"}])), "k")
    assert words(html[html.index("<th") :]) == "k未確認記載なし記載なし"
    assert attribute(html, "data-in-[a-z]*") == ["-", "-", "-", "-"]


def test_few_providers_stand_in_a_sentence() -> None:
    few = words(page(course("k", provider="県"), course("l"), course("m"), course("n")))
    assert "実施者の記載がある研修：k（県）。ほかの3件には記載なし。" in few
    assert "実施者" not in words(page(course("k")))
    several = words(page(course("k", provider="県"), course("l"), course("m")))
    assert "実施者の記載がある" not in several
    assert "実施者" in several


def test_readings_and_lengths_give_the_orders() -> None:
    html = page(
        course("long", kana="ん", deliveries=[{"format": "video", "hours": "10"}]),
        course("days", kana="あ", deliveries=[{"format": "workshop", "days": "1"}]),
        course("short", kana="が", deliveries=[{"format": "video", "hours": "2"}]),
        course("unsaid", kana="か", deliveries=[{"format": "video", "hours": "undefined"}]),
    )
    places = {id: attribute(row(html, id), "data-order") for id in ("long", "days", "short")}
    assert places == {"long": ["3", "1"], "days": ["0", "2"], "short": ["2", "0"]}
    assert attribute(row(html, "unsaid"), "data-order") == ["1"]
    assert attribute(row(html, "unsaid"), "data-in-hours") == ["-"]


def test_a_row_has_the_amount_that_the_first_table_states() -> None:
    def way(table: str, **time: Any) -> dict[str, Any]:
        return {"format": "video", "table": table, **time}

    html = page(
        course("k", deliveries=[way("t", hours={"min": "3", "max": "4"}), way("u", hours="9")]),
        course("l", deliveries=[way("t", days="2")]),
        course("m", deliveries=[way("t", hours="undefined"), way("u", hours="2")]),
        course("n", deliveries=[way("u", hours="2")]),
    )
    amounts = {id: attribute(row(html, id), "data-amount") for id in "klmn"}
    assert amounts == {"k": ["3 4 0 0"], "l": ["0 0 2 2"], "m": ["-"], "n": []}
    assert attribute(html, "data-sums") == ["表1"]


def test_departments_are_named_where_not_all_take_part() -> None:
    curricula = {
        "curricula": [
            {
                "id": f"c-{department}",
                "name": "課程",
                "role": "staff",
                "departments": [department],
                "stages": [{"id": "s", "name": "段階", "items": [{"course": id} for id in ids]}],
            }
            for department, ids in {"each": ["part", "both"], "digital": ["both"]}.items()
        ]
    }
    audience = [{"role": "lead", "departments": ["digital"]}, {"role": "staff"}]
    html = page(
        course("part"), course("both"), course("own", audience=audience), curricula=curricula
    )
    assert "全職員（各部局）" in words(row(html, "part"))
    assert "（" not in words(row(html, "both"))
    assert "推進役（デジタル部局）、全職員記載なし" in words(row(html, "own"))
    ids = {id: attribute(row(html, id), "data-in-department") for id in ("part", "both", "own")}
    assert ids == {"part": ["each"], "both": ["each digital"], "own": ["digital each"]}
    assert facets(html) == {
        "role": ["推進役", "全職員"],
        "department": ["各部局", "デジタル部局"],
    }


def test_a_band_is_offered_only_where_a_course_is_in_it() -> None:
    html = page(
        course("a", deliveries=[{"format": "video", "hours": "2"}]),
        course("b", deliveries=[{"format": "live", "hours": "5.5"}]),
    )
    assert facets(html) == {
        "format": ["動画", "ライブ"],
        "hours": ["2時間まで", "5時間を超える"],
    }


def test_a_plan_without_courses_has_no_table_and_no_script() -> None:
    html = plan_page(course_index.pages, plan())
    assert "<table" not in html
    assert "<script" not in html
    assert "の記載はありません" in html
