import re
from pathlib import Path
from typing import Any

from jinzai.render.plan import schedule
from tests.render.sample_plans import element, plan, plan_page, words

STYLE = Path(__file__).parents[3] / "templates/theme/assets/jinzai/plan-schedule.css"


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


def bars(html: str) -> list[tuple[str, str, str]]:
    """The first and the last month of each bar, and where its words stand."""
    return re.findall(
        r'<li class="jz-bar jz-bar--\w+ jz-bar--from-(\d+) jz-bar--to-(\d+)( jz-bar--late)?"', html
    )


def test_a_bar_goes_from_its_first_to_its_last_month() -> None:
    html = page(item("春", 4, 6), item("年度末", 1, 3))

    assert bars(html) == [("4", "6", ""), ("1", "3", " jz-bar--late")]
    assert "4〜6月" in html


def test_every_month_has_its_place_in_the_style_sheet() -> None:
    style = STYLE.read_text("utf-8")
    places = {
        end: [
            int(re.search(rf"\.jz-bar--{end}-{month} {{\s*--{end}: (\d+);", style)[1])  # type: ignore[index]
            for month in schedule.MONTHS
        ]
        for end in ("from", "to")
    }

    assert places == {"from": list(range(1, 13)), "to": list(range(2, 14))}


def test_the_months_stand_from_april_to_march() -> None:
    html = page(item("春", 4, 4))
    months = html[html.index("jz-year__months") :].partition("</ul>")[0]

    assert words(months).endswith("4月5月6月7月8月9月10月11月12月1月2月3月")


def test_words_of_a_bar_late_in_the_year_end_where_it_ends() -> None:
    html = page(item("九月", 9, 3), item("十月", 10, 10))

    assert [late for _, _, late in bars(html)] == ["", " jz-bar--late"]


def test_the_note_of_a_bar_stands_below_it() -> None:
    html = page(item("春", 4, 4, note="年に1回。"), item("夏", 7, 7))

    assert html.index("春") < html.index("年に1回。") < html.index("夏")


def test_kinds_of_bar_are_named_once_for_the_eye() -> None:
    html = page(item("春", 4, 4), item("夏", 7, 7), item("研", 8, 8, kind="course"))
    legend = words(html[html.index("帯の種類") :].partition("</p>")[0])

    assert legend == "帯の種類：研修報告会など"


def test_a_lane_without_items_says_so() -> None:
    assert "この行に予定はありません" in page()


def test_an_item_without_months_stands_apart_and_gets_none() -> None:
    html = page(
        {"name": "BPR", "kind": "course", "course": "bpr", "months": "undefined"},
        {"name": "報告会", "kind": "event", "months": "undefined", "basis": "inferred"},
    )

    assert not bars(html)
    assert "何月かを読み取れない予定です" in html
    apart = html[html.index("月の分からない予定") :]
    assert apart.index('<a href="../courses/bpr.html">BPR</a>') < apart.index("報告会")
    assert "推定" in apart


def test_items_without_months_are_numbered_only_where_the_plan_states_an_order() -> None:
    one = {"name": "会", "kind": "event", "months": "undefined"}

    def apart(**more: Any) -> str:
        lane = {"id": "all", "name": "全職員", "items": [one, one], **more}
        schedules = {"schedules": [{"id": "yearly", "name": "予定", "lanes": [lane]}]}
        html = plan_page(schedule.pages, plan(schedule=schedules))
        return html[html.index("月の分からない予定") :]

    assert '<ul class="jz-unplaced__items jz-unplaced__items--listed">' in apart()
    assert "時期の順とは限りません" in apart()
    assert '<ol class="jz-unplaced__items">' in apart(order="stated")
    assert "並びは、計画の示す順です。" in apart(order="stated")


def test_years_are_given_in_both_calendars() -> None:
    html = page(item("春", 4, 4), years=(2025, 2026))

    assert "令和7〜8年度（2025〜2026年度）の毎年度" in html


def test_a_schedule_without_years_says_so() -> None:
    assert "記載なし" in words(element(page(item("春", 4, 4)), "schedule-yearly"))


def test_a_plan_without_schedule_says_so_at_its_anchor() -> None:
    html = plan_page(schedule.pages, plan())

    assert "この計画にスケジュールの記載はありません。" in element(html, "schedules")
