"""The page of a role: what the plan leaves open is not said, what is inferred is marked."""

from typing import Any

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.plan import role, role_index
from tests.render.sample_plans import (
    element,
    plan,
    plan_page,
    plan_pages,
    section,
    unstated,
    words,
)

PAGE = "sample/roles/r.html"
LEVELS = [{"id": "one", "name": "レベル1"}, {"id": "two", "name": "レベル2"}]
VIDEO = {"format": "video", "hours": "2"}


def courses(**more: Any) -> dict[str, Any]:
    return {
        "courses": [
            {"id": "a", "name": "研修甲", "deliveries": [{**VIDEO, **more}]},
            {"id": "b", "name": "研修乙", "deliveries": [VIDEO]},
        ]
    }


def content(*curricula: dict[str, Any], levels: bool = True, **files: Any) -> PlanContent:
    """A plan with one role."""
    one = {"id": "r", "name": "役割", **({"levels": LEVELS} if levels else {})}
    every: dict[str, Any] = {"roles": {"roles": [one]}, "courses": courses(), **files}
    if curricula:
        stated = [{"name": "課程", "role": "r", **each} for each in curricula]
        every["curricula"] = {"curricula": stated}
    return plan(**every)


def page(*curricula: dict[str, Any], levels: bool = True, **files: Any) -> str:
    return plan_pages(role.pages, content(*curricula, levels=levels, **files))[PAGE].body


def stage(*ids: str, **more: Any) -> dict[str, Any]:
    return {"id": "s", "name": "段階", "items": [{"course": id} for id in ids], **more}


def test_no_order_is_shown_that_the_plan_does_not_state() -> None:
    html = section(page({"id": "c", "stages": [stage("a", "b")]}), "courses")
    assert '<ul class="jz-legs">' in html
    assert "<ol" not in html
    assert words(html).count("受ける順は、計画に示されていないか、読み取れません。") == 1
    html = section(page({"id": "c", "order": "stated", "stages": [stage("a", "b")]}), "courses")
    assert '<ol class="jz-legs">' in html
    assert "受ける順は" not in html
    html = section(page({"id": "c", "stages": [stage("a")]}), "courses")
    assert "受ける順は" not in html, "one course needs no order"


def test_the_year_has_arrows_only_where_there_is_an_order() -> None:
    unknown = {"kind": "event", "months": "undefined"}

    def year(*items: dict[str, Any], **more: Any) -> str:
        lane = {"id": "l", "name": "行", "role": "r", "items": items, **more}
        schedule = {"schedules": [{"id": "y", "name": "予定", "lanes": [lane]}]}
        return section(page(schedule=schedule), "schedule")

    open_items = ({**unknown, "name": "会"}, {**unknown, "name": "発表"})
    assert '<ul class="jz-flow jz-flow--listed">' in year(*open_items)
    assert "並びは時期の順とは限りません" in year(*open_items)
    assert '<ol class="jz-flow">' in year(*open_items, order="stated")
    spring = {"name": "春", "kind": "event", "months": {"start": 4, "end": 4}}
    winter = {"name": "冬", "kind": "event", "months": {"start": 1, "end": 1}}
    assert '<ol class="jz-flow">' in year(spring, winter)
    assert '<ul class="jz-flow jz-flow--listed">' in year(winter, spring)


def test_the_year_goes_from_the_first_level_on_and_says_the_same_once() -> None:
    one = {"name": "会", "kind": "event", "months": "undefined"}
    lanes = [
        {"id": level, "name": f"行{level}", "role": "r", "level": level, "items": [one, one]}
        for level in ("two", "one")
    ]
    schedule = {"schedules": [{"id": "y", "name": "予定", "lanes": lanes}]}
    said = words(section(page(schedule=schedule), "schedule"))
    assert "行one会報告会など（2か所）行two会報告会など（2か所）" in said
    lanes[0]["order"] = "stated"
    said = words(section(page(schedule=schedule), "schedule"))
    assert "行two会報告会など会報告会など" in said


def test_months_of_a_figure_that_nobody_could_read_are_not_called_absent() -> None:
    spring = {"name": "春", "kind": "event", "months": {"start": 4, "end": 4}}
    lost = {"name": "会", "kind": "event", "months": "undefined"}

    def top(*items: dict[str, Any], **more: Any) -> str:
        lane = {"id": "l", "name": "行", "role": "r", "items": items}
        schedule = {"schedules": [{"id": "y", "name": "予定", "lanes": [lane], **more}]}
        html = page(schedule=schedule)
        assert "months" not in unstated(html)
        return words(html[html.index('<p class="jz-absent">') : html.index("<h2")])

    where = "図から読み取れないこと研修などの月"
    assert f"{where}（8ページ）" in top(lost, source={"page": "8"})
    assert f"{where}（計画の図など）" in top(lost)
    assert where not in top(lost, spring)


def test_training_whose_level_nobody_knows_stands_below_the_levels() -> None:
    html = page(
        {"id": "c", "name": "課程一", "level": "one", "stages": [stage("a")], "basis": "inferred"},
        {"id": "d", "name": "課程全", "stages": [stage("b")]},
    )
    levels = words(section(html, "levels"))
    assert levels.count("レベルの分からない研修課程全（2時間）研修乙動画2時間") == 1
    assert "レベル1研修2件受ける研修研修甲動画2時間レベルの分からない研修：研修乙" in levels
    assert "レベル2研修1件レベル1から進む受ける研修レベルの分からない研修：研修乙" in levels
    assert "分からない研修" not in words(page({"id": "d", "stages": [stage("b")]}, levels=False))


def test_a_course_counts_once_at_a_level() -> None:
    html = page(
        {"id": "c", "level": "one", "stages": [stage("a", "b")]},
        {"id": "d", "stages": [stage("b")]},
    )
    levels = words(section(html, "levels"))
    assert "レベル1研修2件受ける研修研修甲動画2時間研修乙動画2時間レベル2" in levels


def test_what_only_some_take_is_left_out_of_the_sum_and_said_so() -> None:
    some = {**stage("b", only="候補者"), "id": "t", "name": "候補の段階"}
    said = words(section(page({"id": "c", "stages": [stage("a"), some]}), "courses"))
    assert "課程2時間一部の人だけが受ける「候補の段階」は含みません。" in said
    assert "候補の段階2時間候補者に向けた段階です。" in said


def test_a_sum_with_inferred_hours_is_marked() -> None:
    curriculum = {"id": "c", "stages": [stage("a", "b")]}
    said = words(section(page(curriculum, courses=courses(basis="inferred")), "courses"))
    assert "課程段階4時間（推定）" in said
    assert "動画2時間（推定）研修乙動画2時間" in said
    assert "推定" not in words(section(page(curriculum), "courses"))


def test_zero_hours_are_hours_and_no_courses_are_none() -> None:
    some = {"courses": [{"id": "a", "name": "研修甲", "deliveries": [{**VIDEO, "hours": "0"}]}]}
    zero = {"id": "c", "name": "甲課程", "stages": [stage("a")]}
    none = {"id": "d", "name": "乙課程", "stages": []}
    said = words(section(page(zero, none, courses=some, levels=False), "courses"))
    assert "甲課程段階0時間" in said
    assert "乙課程研修なし" in said


def test_targets_bring_the_note_on_all_of_them() -> None:
    value = {
        "year": "2025",
        "value": "9",
        "includes": [{"value": "3", "year": "2024", "note": "前の人。"}],
    }
    targets = {
        "note": "累計である。",
        "targets": [{"id": "t", "name": "人数", "role": "r", "unit": "people", "values": [value]}],
    }
    html = page(targets=targets)
    said = words(section(html, "targets"))
    assert "令和7年度9人9人は、令和6年度（2024年度）の3人を含む:前の人。" in said
    assert "累計である。" in words(section(html, "source"))
    other = {
        **targets,
        "targets": [{"id": "t", "name": "率", "unit": "percent", "values": [value]}],
    }
    assert "累計である。" not in words(page(targets=other))


def test_of_a_practice_only_what_is_inferred_is_marked() -> None:
    audience = [{"role": "r", "level": "one"}, {"role": "r", "level": "two", "basis": "inferred"}]
    one = {"id": "p", "name": "実践", "kind": "on-the-job", "audience": audience}
    said = words(section(page(practice={"practices": [one]}), "practice"))
    assert "業務の中で（OJT）・レベル1・レベル2（推定）" in said


def test_a_mark_whose_meaning_is_inferred_says_so() -> None:
    matrix = {
        "id": "m",
        "name": "表",
        "legend": [{"mark": "●", "requirement": "required", "label": "必要", "basis": "inferred"}],
        "columns": [{"id": "x", "role": "r"}],
        "rows": [{"skill": "s", "marks": {"x": "●"}}],
    }
    skills = {
        "categories": [{"id": "k", "name": "分類甲"}],
        "skills": [
            {"id": "s", "name": "技", "category": "k", "category_basis": "inferred"},
        ],
    }
    said = words(section(page(matrix={"matrices": [matrix]}, skills=skills), "skills"))
    assert "分類甲（推定）" in said
    assert "計画の表の●は「必要」（推定）と読みました。" in said
    ours = {**matrix, "marks_origin": "ours"}
    ours["legend"] = [{"mark": "●", "requirement": "required", "label": "必要"}]
    said = words(section(page(matrix={"matrices": [ours]}, skills=skills), "skills"))
    assert "計画の表に記号はありません。このカタログで付けた記号の意味：●は「必要」" in said
    assert "計画の表の●" not in said


def test_a_target_of_all_staff_stands_with_every_role_of_the_staff() -> None:
    roles: list[dict[str, Any]] = [
        {"id": "r", "name": "役割"},
        {"id": "all", "name": "全員"},
        {"id": "guest", "name": "外", "standing": "outside"},
    ]
    one: dict[str, Any] = {
        "id": "t",
        "name": "受講率",
        "role": "all",
        "unit": "percent",
        "meant_for": "all-staff",
    }
    one["values"] = [{"within": "5", "value": "100"}]
    files: dict[str, Any] = {"roles": {"roles": roles}, "targets": {"targets": [one]}}
    said = words(section(page(**files), "targets"))
    assert "この役割だけの数値目標の記載はありません。全職員の目標：受講率" in said
    pages = plan_pages(role.pages, plan(**files))
    assert "targets" in unstated(pages["sample/roles/guest.html"].body)
    del one["meant_for"]
    assert "targets" in unstated(page(**files))


def test_a_role_says_where_it_stands_unless_it_stands_within_the_tiers() -> None:
    said = words(page())
    assert "人材の階層" not in said
    assert "全体" not in said
    beside = {"id": "r", "name": "役割", "standing": "beside"}
    assert "人材の階層階層外" in words(page(roles={"roles": [beside]}))


def test_training_of_a_role_above_is_found_however_far_above_it_stands() -> None:
    roles = [
        {"id": "top", "name": "上位"},
        {"id": "middle", "name": "中間", "part_of": "top"},
        {"id": "r", "name": "細分", "part_of": "middle"},
    ]
    trained = {"id": "c", "name": "課程", "role": "top", "stages": [stage("a")]}
    practice = {"id": "p", "name": "実務", "role": "middle", "stages": []}
    made = plan(
        roles={"roles": roles}, courses=courses(), curricula={"curricula": [trained, practice]}
    )
    html = section(plan_pages(role.pages, made)[PAGE].body, "courses")
    assert "上位の役割「上位」の研修にあります。" in words(html)
    assert "課程2時間" in words(html)
    assert 'href="top.html#courses"' in html
    listed = words(plan_page(role_index.pages, made))
    assert "細分記載なし上位の役割にある" in listed


def test_duties_that_stand_in_the_levels_are_not_absent() -> None:
    defined = [{**level, "definition": "率いる。"} for level in LEVELS]

    def duties(**more: Any) -> str:
        roles = {"roles": [{"id": "r", "name": "役割", **more}]}
        return page(roles=roles)

    html = duties(levels=defined)
    assert words(element(html, "duties")).startswith('id="duties">できること率いる。')
    assert html.count('id="duties"') == 1
    html = section(duties(levels=defined, behaviours=["巻き込む。"]), "duties")
    assert "レベルごとに書かれています" in words(html)
    assert "巻き込む。" in html
    html = section(duties(levels=defined, duties=["働く。"]), "duties")
    assert "レベルごと" not in html
    assert "duties" in unstated(duties(levels=LEVELS))
    assert "duties" not in unstated(duties(levels=defined))


def test_duties_in_the_levels_of_a_part_are_found_from_the_whole() -> None:
    part = {
        "id": "p",
        "name": "部分",
        "part_of": "r",
        "levels": [{**LEVELS[0], "definition": "働く。"}],
    }
    html = page(roles={"roles": [{"id": "r", "name": "役割"}, part]})
    assert 'href="p.html#duties"' in section(html, "duties")


def test_training_for_all_staff_is_on_the_page_of_a_role_without_its_own(
    real_pages: dict[str, Page],
) -> None:
    # 東京都のひな形の第5章は、全職員を対象とした基礎研修を挙げる
    managers = section(real_pages["tokyo-template/roles/management.html"].body, "courses")
    assert "全職員に向けた研修全職員の基礎研修" in words(managers)
    # 自分の研修がある役割では、それと分けて示す
    promoters = section(real_pages["tokyo-template/roles/dx-promoter.html"].body, "courses")
    assert "全職員に向けた研修全職員の基礎研修" in words(promoters)
    staff = real_pages["tokyo-template/roles/general-staff.html"].body
    assert "全職員に向けた研修全職員の基礎研修" not in words(staff)


def test_a_role_that_is_itself_a_level_says_so() -> None:
    html = page(roles={"roles": [{"id": "r", "name": "役割", "as_level": "中級（2年目）"}]})
    assert "役割そのものをレベルとして並べています" in words(section(html, "relations"))
    assert "中級（2年目）" in words(element(html, "levels"))
    assert "levels" not in unstated(html)
    assert html.count('id="levels"') == 1
    assert "levels" in unstated(page(levels=False))


def with_part(**facts: Any) -> list[dict[str, Any]]:
    return [{"id": "r", "name": "役割"}, {"id": "p", "name": "内訳", "part_of": "r", **facts}]


def test_training_that_stands_in_a_text_of_a_part_is_not_absent() -> None:
    made = plan(roles={"roles": with_part(training_in_text="研修を行う。")})
    html = plan_pages(role.pages, made)[PAGE].body
    assert "courses" not in unstated(html)
    told = words(section(html, "courses"))
    assert (
        "研修の名前の記載はありません。市が行う研修（名前の記載なし）内訳の役割ごとにあります：内訳"
        in told
    )
    assert "受ける市が行う研修（名前の記載なし）内訳" in words(html)
    assert words(plan_page(role_index.pages, made)).count("文章だけにある") == 2


def test_targets_and_measures_of_the_role_above_are_not_absent() -> None:
    target = {"id": "t", "name": "人数", "role": "r", "unit": "people", "values": [{"value": 3}]}
    measure = {"id": "m", "name": "採用", "description": "採る。", "roles": ["r"]}
    made = plan(
        roles={"roles": with_part()},
        targets={"targets": [target]},
        organisation={"hiring": [measure]},
    )
    html = plan_pages(role.pages, made)["sample/roles/p.html"].body
    assert not {"targets", "measures"} & set(unstated(html))
    assert "上位の役割「役割」の数値目標にあります。" in words(section(html, "targets"))
    assert "採用上位の役割「役割」が対象" in words(section(html, "measures"))


def test_a_part_takes_what_the_parent_has_for_its_departments_alone() -> None:
    departments = {"departments": [{"id": "x", "name": "各部局"}, {"id": "y", "name": "情報部局"}]}
    own = stage("b", only="内訳の人", only_role={"role": "p"})
    curricula = [
        {"id": "c", "name": "課程甲", "role": "r", "departments": ["x"], "stages": [stage("a")]},
        {"id": "d", "name": "課程乙", "role": "r", "departments": ["y"], "stages": [own]},
    ]
    made = plan(
        departments,
        roles={"roles": with_part()},
        courses=courses(),
        curricula={"curricula": curricula},
    )
    told = words(section(plan_pages(role.pages, made)["sample/roles/p.html"].body, "courses"))
    assert "課程乙" in told
    assert "課程甲" not in told
