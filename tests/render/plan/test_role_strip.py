"""The answers at the top of a role's page: only what the plan states, and true to the word."""

from typing import Any

import pytest

from jinzai.model.content import PlanContent
from jinzai.publish.page import Page
from jinzai.render.plan import role
from jinzai.render.plan.strip_words import figures, first_sentence
from tests.calls import calls_of
from tests.render.sample_plans import plan, plan_pages, unstated, words

PAGE = "sample/roles/r.html"
OPEN = {"format": "undefined", "hours": "undefined"}


def strip(content: PlanContent, address: str = PAGE) -> dict[str, str]:
    """The answers with their notes, by their labels."""
    html = plan_pages(role.pages, content)[address].body
    if "jz-answers" not in html:
        return {}
    inner = html.partition('<dl class="jz-answers">')[2].partition("</dl>")[0]
    return {
        words(cell.partition("</dt>")[0]): words(cell.partition("</dt>")[2])
        for cell in inner.split('<div class="jz-answer"><dt>')[1:]
    }


def of(*deliveries: list[dict[str, Any]], **more: Any) -> PlanContent:
    """A role with one curriculum, of a course for each of the lists of deliveries."""
    courses = [
        {"id": f"c{number}", "name": f"研修{number}", **({"deliveries": each} if each else {})}
        for number, each in enumerate(deliveries)
    ]
    items = [{"course": course["id"]} for course in courses]
    one = {
        "id": "k",
        "name": "課程",
        "role": "r",
        "stages": [{"id": "s", "name": "段", "items": items}],
    }
    return plan(
        roles={"roles": [{"id": "r", "name": "役割", **more}]},
        courses={"courses": courses},
        curricula={"curricula": [one]},
    )


def test_a_role_of_which_nothing_is_stated_has_no_answers() -> None:
    content = plan(roles={"roles": [{"id": "r", "name": "役割"}]})
    assert strip(content) == {}
    assert "audience" in unstated(plan_pages(role.pages, content)[PAGE].body)


@pytest.mark.parametrize(
    ("deliveries", "said"),
    [
        ([[OPEN], [OPEN]], "研修2件時間数はどの研修にも書かれていない"),
        ([[OPEN]], "研修1件時間数は書かれていない"),
        ([[OPEN], []], "研修2件時間数は未確認"),
        ([[{"format": "video", "hours": "2"}]], "2時間"),
        ([[{"format": "video", "hours": "2"}], [OPEN]], "2時間時間の記載がない1件は含まない"),
        (
            [[{"format": "self-study", "hours": "not-applicable"}]],
            "研修1件時間の当てはまらない研修",
        ),
    ],
)
def test_that_hours_are_not_stated_is_said_only_where_it_is_true(
    deliveries: list[list[dict[str, Any]]], said: str
) -> None:
    assert strip(of(*deliveries)) == {"受ける": said}


def test_hours_that_another_table_states_are_not_called_missing() -> None:
    one = [{**OPEN, "table": "x"}, {"format": "video", "hours": "3", "table": "y"}]
    content = of(one)
    facts = {"tables": [{"id": "x", "name": "本表"}, {"id": "y", "name": "一覧"}]}
    files: dict[str, Any] = {
        "roles": {"roles": [{"id": "r", "name": "役割"}]},
        "courses": content.courses_file.model_dump(),  # type: ignore[union-attr]
        "curricula": {
            "curricula": [
                {
                    "id": "k",
                    "name": "課程",
                    "role": "r",
                    "table": "x",
                    "stages": [{"id": "s", "name": "段", "items": [{"course": "c0"}]}],
                }
            ]
        },
    }
    assert strip(plan(facts, **files)) == {"受ける": "研修1件この表に時間数の記載なし"}
    assert "hours" not in unstated(plan_pages(role.pages, plan(facts, **files))[PAGE].body)


def test_the_audience_comes_before_the_number_of_people() -> None:
    people = {"value": "45", "note": "図の数"}
    assert strip(of([OPEN], headcount=people))["人数"] == "45人図の数"
    both = strip(of([OPEN], headcount=people, audience="指名された職員。毎年決まる。"))
    assert both["だれが"] == "指名された職員毎年決まる。45人（図の数）"
    assert "人数" not in both
    assert "人数" not in strip(of([OPEN], headcount={"value": "undefined", "note": "内訳は不明"}))


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("一文だけ", "一文だけ", ""),
        ("初め。次。終わり。", "初め", "次。終わり。"),
        ("[名前。続き](role:r)の人。次。", "[名前。続き](role:r)の人", "次。"),
        ("**強い。言葉**です。次。", "**強い。言葉**です", "次。"),
        ("一段。\n\n二段。", "一段。\n\n二段。", ""),
        ("「一。」）二。三（。四。", "「一。」）二。三（", "四。"),
        ("「」[]()（）_a_。「、」三。", "「」[]()（）_a_", "「、」三。"),
    ],
)
def test_a_first_sentence_ends_where_no_link_is_cut(text: str, first: str, rest: str) -> None:
    assert first_sentence(text) == (first, rest)


def test_a_first_sentence_is_looked_for_in_one_pass() -> None:
    def passes(stops: int) -> int:
        return calls_of(
            lambda: first_sentence.__wrapped__("「" + "。" * stops), "str.count", "Pattern.findall"
        )

    assert passes(400) == passes(200) < 10


def test_figures_stand_out_and_markup_is_text() -> None:
    big = '<b class="jz-answer__number">1,234</b>'
    assert figures("<i>1,234人") == f"&lt;i&gt;{big}人"
    assert figures("24〜27時間") == '<b class="jz-answer__number">24〜27</b>時間'


def test_the_last_value_of_the_lowest_level_answers_what_is_aimed_at() -> None:
    levels = [{"id": "one", "name": "L1"}, {"id": "two", "name": "L2"}]

    def target(level: str, *values: tuple[str, str]) -> dict[str, Any]:
        at = [{"year": year, "value": value} for year, value in values]
        return {
            "id": level,
            "name": level,
            "role": "r",
            "level": level,
            "unit": "people",
            "values": at,
        }

    content = plan(
        roles={"roles": [{"id": "r", "name": "役割", "levels": levels}]},
        targets={
            "targets": [
                target("two", ("2026", "5")),
                target("one", ("2025", "100"), ("2027", "150")),
            ]
        },
    )
    assert strip(content) == {"めざす人数": "令和9年度150人L1の人数L2は令和8年度5人"}


def test_a_share_of_people_is_no_number_of_people() -> None:
    half = {"year": "2027", "value": "50"}
    goal = {"id": "t", "name": "割合", "role": "r", "unit": "percent", "values": [half]}
    content = plan(roles={"roles": [{"id": "r", "name": "役割"}]}, targets={"targets": [goal]})
    assert strip(content) == {"数値目標": "令和9年度50%割合（何のうちの割合かの記載なし）"}


@pytest.mark.parametrize(
    ("issuer", "who"), [("見本市", "市"), ("見本県", "県"), ("見本協議会", "自治体")]
)
def test_training_without_a_name_is_what_the_issuer_holds(issuer: str, who: str) -> None:
    role_in_text = {"id": "r", "name": "役割", "training_in_text": "研修を行う。教材を配る。"}
    content = plan({"issuer": {"name": issuer}}, roles={"roles": [role_in_text]})
    said = f"{who}が行う研修（名前の記載なし）"
    assert strip(content) == {"受ける": f"{said}研修を行う。教材を配る。"}
    body = plan_pages(role.pages, content)[PAGE].body
    assert f"<h3>{said}</h3>" in body


# The first sentences and figures of these plans, read in their published texts.
FIVE = {
    "hirakata/roles/dx-leader.html": {
        "だれが": "所属長が原則として毎年指名する者",
        "身に付ける": "スキル17件レベル1で8、レベル2で13、レベル3で17",
        "受ける": "研修12件時間数はどの研修にも書かれていない",
        "めざす人数": "令和9年度150人レベル1の人数レベル2は60人、レベル3は30人",
    },
    "toyonaka/roles/practitioner.html": {
        "だれが": "450人",
        "身に付ける": "スキル18件マインド3、IT11、データ2、デザイン2",
        "受ける": "24〜27時間または50時間"
        "先に全職員の研修を修了各部局、デジタル関連部局とも同じ。別の表では66時間"
        # Of the eleven courses, デジタルリテラシー has a time and 自治体大学校研修 lacks one.
        "時間の記載がない研修（各部局では0〜1件、デジタル関連部局では1〜2件）は含まない",
        "次にめざす": "主導・推進する職員",
    },
}


@pytest.mark.parametrize("address", FIVE)
def test_the_answers_of_published_plans(real_pages: dict[str, Page], address: str) -> None:
    html = real_pages[address].body
    inner = html.partition('<dl class="jz-answers">')[2].partition("</dl>")[0]
    found = {
        words(cell.partition("</dt>")[0]): words(cell.partition("</dt>")[2])
        for cell in inner.split('<div class="jz-answer"><dt>')[1:]
    }
    assert list(found) == list(FIVE[address])
    for label, said in FIVE[address].items():
        assert said in found[label]
