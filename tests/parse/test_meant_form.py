"""Values in another form: the form that is wanted, with what was written in it."""

from typing import Any

import pytest

from jinzai.model.kinds import PLAN_FILES
from jinzai.parse.location import Location, locate
from jinzai.parse.meant_form import (
    clock_advice,
    form_advice,
    page_form,
    short_year_advice,
    years_advice,
    years_form,
)

KINDS = {kind.name: kind for kind in PLAN_FILES}


def _of(name: str, raw: Any, *loc: str | int) -> tuple[Location, Any]:
    return locate(KINDS[name].model, raw, loc), raw


def _months(value: Any) -> str:
    raw = {"schedules": [{"lanes": [{"items": [{"months": value}]}]}]}
    where, _ = _of("schedule", raw, "schedules", 0, "lanes", 0, "items", 0, "months")
    return form_advice(value, where, raw)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("7月〜9月", 7, 9),
        ("12～1月", 12, 1),
        ("６月", 6, 6),
        ("6-7", 6, 7),
        ("6月から7月まで", 6, 7),
        (["6", "7"], 6, 7),
        ("上期", 4, 9),
        ("七月から九月にかけて", 7, 9),
        ("7、8月", 7, 8),
        (["4", "5", "6"], 4, 6),
        ("第3四半期", 10, 12),
    ],
)
def test_months_in_words(text: Any, start: int, end: int) -> None:
    assert f"「months: {{start: {start}, end: {end}}}」" in _months(text)


def test_a_part_of_a_month_goes_into_the_note() -> None:
    assert _months("6月上旬").endswith("「上旬」は note に書けます。")


def test_the_whole_year_and_any_time() -> None:
    assert "anytime" in _months("随時")
    assert "{start: 4, end: 3}" in _months("通年")
    assert "anytime" in _months("通年")


@pytest.mark.parametrize("text", ["夏", "6〜13", "4月・10月", "6、8月", "2025-06", "年2回", ""])
def test_no_months_that_the_text_does_not_say(text: str) -> None:
    assert _months(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("第4章 p.8", "{chapter: 第4章, page: 8}"),
        ("表2", "{table: 表2}"),
        ("12ページ", "{page: 12}"),
        ("8", "{page: 8}"),
        ("第3章 図表4 pp.8-9", "{chapter: 第3章, table: 図表4, page: 8, note: 8〜9ページ}"),
        ("第2章: 育成", '{chapter: "第2章: 育成"}'),
        ("第4章（1） page 8", "{chapter: 第4章（1）, page: 8}"),
        (["第4章", "8"], "{chapter: 第4章, page: 8}"),
    ],
)
def test_a_source_in_words(text: Any, said: str) -> None:
    raw = {"roles": [{"source": text}]}
    where, _ = _of("roles", raw, "roles", 0, "source")
    assert form_advice(text, where, raw) == f"「source: {said}」と書いてください。"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("令和7年度〜令和9年度", "{start: 2025, end: 2027}"),
        ("令和7〜9年度", "{start: 2025, end: 2027}"),
        ("2025年度から2027年度まで", "{start: 2025, end: 2027}"),
        ("おおむね5年間", "{years: 5}"),
        ("三か年", "{years: 3}"),
    ],
)
def test_a_period_in_words(text: str, said: str) -> None:
    where, raw = _of("plan", {"period": text}, "period")
    assert form_advice(text, where, raw) == f"「period: {said}」と書いてください。"


def test_a_group_with_one_field() -> None:
    where, raw = _of("roles", {"roles": [{"headcount": "30人"}]}, "roles", 0, "headcount")
    assert form_advice("30人", where, raw) == "「headcount: {value: 30}」と書いてください。"
    assert form_advice("多数", where, raw) == ""
    where, raw = _of("plan", {"issuer": "見本市"}, "issuer")
    assert form_advice("見本市", where, raw) == "「issuer: {name: 見本市}」と書いてください。"


@pytest.mark.parametrize("value", ["●", "l1", ["l1", "●"], "l1 ●"])
def test_marks_get_a_column_of_their_table(value: Any) -> None:
    row = {"skill": "bpr", "marks": value}
    columns = [{"id": "staff"}, {"id": "l1"}]
    matrix = {"legend": [{"mark": "●"}], "columns": columns, "rows": [row]}
    raw = {"matrices": [matrix]}
    where, _ = _of("matrix", raw, "matrices", 0, "rows", 0, "marks")
    column = "staff" if value == "●" else "l1"
    assert f"「marks: {{{column}: ●}}」" in form_advice(value, where, raw)


def test_groups_behind_dashes() -> None:
    value = [{"start": "6"}, {"end": "7"}]
    assert "「- 」を消し" in _months(value)


@pytest.mark.parametrize("text", ["8-9", "8〜9", "8, 9", "pp.8-9", "8・9ページ"])
def test_several_pages(text: str) -> None:
    assert "{page: 8, note: 8〜9ページ}" in page_form(text)


def test_no_pages() -> None:
    assert page_form("iv") == page_form("8") == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9", "令和9年度なら 2027 "),
        ("７年度", "令和7年度なら 2025 "),
        ("27", "2027年度なら 2027、平成27年度なら 2015 "),
    ],
)
def test_a_year_without_its_era(text: str, meant: str) -> None:
    assert short_year_advice(text) == f"年度は西暦4桁で書きます。{meant}と書いてください。"


@pytest.mark.parametrize("text", ["0", "99", "1927", "来年", ""])
def test_no_year(text: str) -> None:
    assert short_year_advice(text) == ""


def test_several_years() -> None:
    assert "2027 か 2029" in years_advice("2027〜2029年度")
    assert years_advice("2027") == ""
    assert years_advice("2028年3月").endswith("2027年度なので、2027 と書いてください。")
    assert years_form("2025〜2027") == "[2025, 2026, 2027] と書いてください。"
    assert years_form("2027年度") == "[2027] と書いてください。"
    assert years_form("毎年") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("24:00", "24時間なら 24 と書いてください。"),
        ("1:30", "1時間30分なら 1.5 と書いてください。"),
        ("０：４５", "45分なら 0.75 と書いてください。"),
        ("1:20", ""),
        ("12:30:00", ""),
        ("1,000", "もしかして: 1000。"),
        ("1,00", ""),
        ("010", "もしかして: 10。"),
        ("3_000", "もしかして: 3000。"),
        ("1e3", "もしかして: 1000。"),
        ("0x1e", ""),
    ],
)
def test_numbers_with_signs_in_them(text: str, said: str) -> None:
    assert clock_advice(text, "hours") == said
