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


def test_what_may_be_at_any_time_has_the_whole_year() -> None:
    anytime = {"name": "面談", "kind": "event", "months": "anytime"}
    unknown = {"name": "会", "kind": "event", "months": "undefined"}
    html = page(item("春", 4, 6), anytime, unknown)

    assert bars(html) == [("4", "6", ""), ("4", "3", "")]
    assert '<span class="jz-bar__months">随時</span>' in html
    assert "時期の分かる予定" in html
    assert "うち1件は随時。ほかの1件は、何月かを読み取れません" in html


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
    apart = html[html.index('class="jz-unplaced"') :]
    assert apart.index('<a href="../courses/bpr.html">BPR</a>') < apart.index("報告会")
    assert "推定" in apart


def test_items_without_months_are_numbered_only_where_the_plan_states_an_order() -> None:
    one = {"name": "会", "kind": "event", "months": "undefined"}

    def apart(**more: Any) -> str:
        lane = {"id": "all", "name": "全職員", "items": [one, one], **more}
        schedules = {"schedules": [{"id": "yearly", "name": "予定", "lanes": [lane]}]}
        html = plan_page(schedule.pages, plan(schedule=schedules))
        return html[html.index('class="jz-unplaced"') :]

    assert '<ul class="jz-lane__items">' in apart()
    assert "<ol" not in apart()
    assert "時期の順とは限りません" in apart()
    assert '<ol class="jz-lane__items">' in apart(order="stated")
    assert "並びは、計画の示す順です。" in apart(order="stated")


def test_years_are_given_in_both_calendars() -> None:
    html = page(item("春", 4, 4), years=(2025, 2026))

    assert answers(html)["年度"] == "令和7〜8年度（2025〜2026年度）の毎年度"


def test_a_schedule_without_years_says_so() -> None:
    html = page(item("春", 4, 4))

    assert "年度：記載なし" in words(html[html.index('id="schedule-yearly"') :])
    assert "年度" not in answers(html)


def answers(html: str) -> dict[str, str]:
    """The strip at the top: what stands below each of its labels."""
    strip = html.partition('<dl class="jz-answers">')[2].partition("</dl>")[0]
    return {
        words(label): words(said)
        for label, said in re.findall(r"<dt>(.*?)</dt>(.*?)</div>", strip, re.DOTALL)
    }


def test_the_page_first_says_how_many_items_have_a_month() -> None:
    unknown = {"name": "会", "kind": "event", "months": "undefined"}

    assert answers(page(item("春", 4, 4), item("夏", 7, 8)))["月"] == "月の分かる予定2件"
    assert answers(page(item("春", 4, 4), unknown))["月"] == (
        "月の分かる予定1件ほかの1件は、何月かを読み取れません"
    )
    assert answers(page(unknown))["月"] == "読み取れない載せているのは名前だけです"
    assert answers(page()) == {}


def leveled(*lanes: dict[str, Any]) -> str:
    role = {
        "id": "leader",
        "name": "推進員",
        "levels": [{"id": f"l{n}", "name": f"レベル{n}"} for n in (1, 2)],
    }
    schedules = {"schedules": [{"id": "yearly", "name": "予定", "lanes": lanes}]}
    return plan_page(schedule.pages, plan(roles={"roles": [role]}, schedule=schedules))


def test_levels_go_from_the_first_to_the_last() -> None:
    one = {"name": "会", "kind": "event", "months": "undefined"}
    html = leveled(
        {"id": "b", "name": "レベル2", "role": "leader", "level": "l2", "items": [one]},
        {"id": "a", "name": "レベル1", "role": "leader", "level": "l1", "items": [one]},
        {"id": "c", "name": "そのほか", "role": "leader", "items": [one]},
    )
    heads = re.findall(r'<th scope="row">(.*?)</th>', html)

    assert heads == [
        '<a href="../roles/leader.html#level-l1">レベル1</a>',
        '<a href="../roles/leader.html#level-l2">レベル2</a>',
        (
            'そのほか<br><span class="jz-small jz-lane__role">'
            '<a href="../roles/leader.html">推進員</a></span>'
        ),
    ]
    assert answers(html)["だれの予定"] == "推進員レベル1、レベル2"


def test_equal_items_without_a_month_stand_once_with_their_number() -> None:
    one = {"name": "会", "kind": "event", "months": "undefined", "note": "図にある。"}
    other = {**one, "basis": "inferred"}
    lane = {"id": "all", "name": "全職員", "items": [one, other, one]}
    html = leveled(lane)
    items = re.findall(r"<li>(.*?)</li>", html[html.index("<tbody>") :])

    said = [words(item) for item in items]
    assert said == ["会報告会など（2か所）", "会（推定）報告会など"]
    assert html.count("図にある。") == 1
    in_order = leveled({**lane, "order": "stated"})
    assert in_order[in_order.index("<tbody>") : in_order.index("</tbody>")].count("<li>") == 3


def test_a_month_grid_stands_only_where_a_month_is_known() -> None:
    unknown = {"name": "会", "kind": "event", "months": "undefined"}

    assert "jz-year" not in page(unknown)
    assert "jz-unplaced" not in page(item("春", 4, 4))


def test_courses_stand_apart_from_the_rest_unless_the_order_is_stated() -> None:
    course = {"name": "研修甲", "kind": "course", "months": "undefined"}
    other = {"name": "会", "kind": "event", "months": "undefined"}
    lane = {"id": "all", "name": "全職員", "items": [other, course]}

    apart = leveled(lane)
    assert apart.count("<td") == 2
    assert words(apart[apart.index("<thead>") : apart.index("</thead>")]) == "行研修研修のほか"
    assert apart.index("研修甲") < apart.index("会")
    together = leveled({**lane, "order": "stated"})
    assert together.count("<td") == 1
    assert together.index("会") < together.index("研修甲")


def test_a_plan_without_schedule_says_so_at_its_anchor() -> None:
    html = plan_page(schedule.pages, plan())

    assert "この計画にスケジュールの記載はありません。" in element(html, "schedules")
