import re
from typing import Any

from jinzai.render.pages import schedule

from .sample import element, plan, plan_page, words


def page(*items: dict[str, Any], years: tuple[int, ...] = ()) -> str:
    lane = {"id": "all", "name": "全職員", "items": items}
    one = {"id": "yearly", "name": "年間予定", "years": years, "lanes": [lane]}
    return plan_page(
        schedule.pages,
        plan(
            courses={"courses": [{"id": "bpr", "name": "BPR研修"}]}, schedule={"schedules": [one]}
        ),
    )


def item(name: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "kind": "event", "months": {"start": start, "end": end}, **more}


def spans(html: str) -> list[list[int]]:
    """The widths of the cells of each row, gaps as 1."""
    body = html[html.index("<tbody>") : html.rindex("</tbody>")]
    return [
        [int(width or 1) for width in re.findall(r'<td(?:[^>]*colspan="(\d+)")?', row)]
        for row in re.findall(r"<tr>.*?</tr>", body, re.DOTALL)
    ]


def test_a_bar_covers_its_months_from_april_to_march() -> None:
    html = page(item("春", 4, 6), item("年度末", 1, 3))

    assert spans(html) == [[3, 1, 1, 1, 1, 1, 1, 3]]
    assert "4〜6月" in html
    assert re.findall(r'<th scope="col">(\d+)月', html)[0] == "4"


def test_items_at_the_same_time_stand_in_rows_of_one_lane() -> None:
    html = page(item("甲", 4, 9), item("乙", 9, 10), item("丙", 10, 3))

    assert spans(html) == [[6, 6], [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1]]
    assert 'scope="rowgroup" rowspan="2"' in html


def test_every_row_has_twelve_months() -> None:
    html = page(*(item(f"予定{month}", month, month) for month in (4, 12, 3)))

    assert [sum(row) for row in spans(html)] == [12]


def test_the_note_of_a_bar_stands_below_the_table() -> None:
    html = page(item("春", 4, 4, note="年に1回。"))

    assert html.index("</table>") < html.index("年に1回。")
    assert "全職員: 春" in html


def test_an_item_without_months_stands_apart_and_gets_none() -> None:
    html = page(
        {"name": "BPR", "kind": "course", "course": "bpr", "months": "undefined"},
        {"name": "報告会", "kind": "event", "months": "undefined", "basis": "inferred"},
    )

    assert "<tbody>" not in html
    assert "月は公表された図から読み取れません" in html
    apart = html[html.index("月の分からない予定") :]
    assert apart.index('<a href="../courses/bpr.html">BPR</a>') < apart.index("報告会")
    assert "推定" in apart


def test_years_are_given_in_both_calendars() -> None:
    html = page(item("春", 4, 4), years=(2025, 2026))

    assert "令和7年度（2025年度）" in html
    assert "どの年度も同じ予定です" in html


def test_a_schedule_without_years_says_so() -> None:
    assert "未定義" in words(element(page(item("春", 4, 4)), "schedule-yearly"))


def test_a_plan_without_schedule_says_so_at_its_anchor() -> None:
    html = plan_page(schedule.pages, plan())

    assert "この計画はスケジュールを定めていません（未定義）。" in element(html, "schedules")
