"""Words: every member of every enum has one, and numbers read as a Japanese text has them."""

import importlib
import pkgutil
from decimal import Decimal
from enum import StrEnum

import pytest

import jinzai.link
import jinzai.model
from jinzai.link.learning import Load, Span
from jinzai.model.base import Source
from jinzai.model.kinds import KIND_NAMES, PLAN_KINDS
from jinzai.model.numbers import Absence, NumberRange, PlaceholderValue
from jinzai.model.plan import Period
from jinzai.model.schedule import Months
from jinzai.model.target import Bound, Unit
from jinzai.render.words import amounts, dates, wording


def _enums() -> list[type[StrEnum]]:
    found = set()
    for package in (jinzai.model, jinzai.link):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            names = vars(importlib.import_module(module.name)).values()
            found |= {n for n in names if isinstance(n, type) and issubclass(n, StrEnum)}
    return sorted(found - {StrEnum}, key=lambda enum: enum.__qualname__)


@pytest.mark.parametrize("enum", _enums(), ids=lambda enum: enum.__qualname__)
def test_every_member_has_a_word(enum: type[StrEnum]) -> None:
    for member in enum:
        assert wording.word(member)


def test_every_kind_has_a_word() -> None:
    assert not {*PLAN_KINDS} - {*KIND_NAMES}


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2025, "令和7年度（2025年度）"),
        (2019, "令和元年度（2019年度）"),
        (2018, "平成30年度（2018年度）"),
        (1989, "平成元年度（1989年度）"),
    ],
)
def test_fiscal_year(year: int, text: str) -> None:
    assert dates.fiscal_year(year) == text


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ({"start": 2025, "end": 2027}, "令和7〜9年度（2025〜2027年度）"),
        ({"start": 2018, "end": 2020}, "平成30〜令和2年度（2018〜2020年度）"),
        ({"start": 2025, "end": 2025}, "令和7年度（2025年度）"),
        ({"start": 2025}, "令和7年度（2025年度）から"),
        ({"start": 2025, "years": 5}, "令和7年度（2025年度）から5年間"),
        ({"end": 2027}, "令和9年度（2027年度）まで"),
        ({"years": 5}, "5年間"),
    ],
)
def test_period(period: dict[str, int], text: str) -> None:
    assert dates.period(Period.model_validate(period)) == text


def test_date() -> None:
    assert dates.date("2025-02") == "令和7年2月（2025年2月）"
    assert dates.date("2023-12-01") == "令和5年12月1日（2023年12月1日）"


@pytest.mark.parametrize(
    ("amount", "text", "state"),
    [
        (Decimal(2), "2時間", ""),
        (Decimal("1.50"), "1.5時間", ""),
        (Decimal(0), "0時間", ""),
        (Decimal(1200), "1,200時間", ""),
        (NumberRange(min=Decimal(1), max=Decimal(2)), "1〜2時間", ""),
        (Absence.UNDEFINED, "記載なし", "undefined"),
        (Absence.NOT_APPLICABLE, "該当なし", "not-applicable"),
        (PlaceholderValue(placeholder="x"), "空欄", "blank"),
    ],
)
def test_value(amount: amounts.Quantity, text: str, state: str) -> None:
    value = amounts.value(amount, "時間")
    assert (value.text, value.state) == (text, state)


@pytest.mark.parametrize(
    ("amount", "unit", "bound", "text"),
    [
        (Decimal(100), Unit.PEOPLE, Bound.EXACT, "100人"),
        (Decimal(100), Unit.PEOPLE, Bound.AT_LEAST, "100人以上"),
        (Decimal(70), Unit.PERCENT, Bound.ABOUT, "70%程度"),
        (Decimal(1), Unit.PER_OFFICE, Bound.AT_LEAST, "1所属あたり1人以上"),
        (Absence.UNDEFINED, Unit.PEOPLE, Bound.SEVERAL, "複数人"),
        (Absence.UNDEFINED, Unit.PEOPLE, Bound.ABOUT, "記載なし"),
    ],
)
def test_target_value(amount: amounts.Quantity, unit: Unit, bound: Bound, text: str) -> None:
    assert amounts.target_value(amount, unit, bound).text == text


@pytest.mark.parametrize(
    ("load", "text"),
    [
        (Load(), ""),
        (Load(hours=Span(Decimal(12), Decimal(12))), "12時間"),
        (
            Load(Span(Decimal(12), Decimal(14)), Span(Decimal(4), Decimal(4)), 2),
            "12〜14時間＋4日（ほかに時間の記載がない研修2件）",
        ),
        (Load(unknown=3), "時間の記載がない研修3件"),
        (Load(hours=Span(Decimal(0), Decimal(2))), "0〜2時間"),
        (Load(given=True), "0時間"),
        (Load(exempt=1), "時間の当てはまらない研修1件"),
        (
            Load(Span(Decimal(2), Decimal(2)), unknown=1, given=True, exempt=2),
            "2時間（ほかに時間の記載がない研修1件、時間の当てはまらない研修2件）",
        ),
        (
            Load(ways=(Load(given=True), Load(Span(Decimal(2), Decimal(2))), Load())),
            "0時間、または2時間、または研修なし",
        ),
    ],
)
def test_load(load: Load, text: str) -> None:
    assert amounts.load(load) == text


def test_months_and_source() -> None:
    assert dates.months(Months(start=4, end=6)) == "4〜6月"
    assert dates.months(Months(start=3, end=3)) == "3月"
    source = Source(chapter="第4章", table="表", page=6)
    assert wording.source(source) == "第4章、「表」、6ページ"


def test_small_numbers_are_never_written_with_an_exponent() -> None:
    assert amounts.number(Decimal("0.0000001")) == "0.0000001"
    assert amounts.number(Decimal("1234.50")) == "1,234.5"


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((), ""),
        ((2025,), "令和7年度（2025年度）"),
        ((2027, 2025, 2026), "令和7〜9年度（2025〜2027年度）の毎年度"),
        ((2018, 2019), "平成30〜令和元年度（2018〜2019年度）の毎年度"),
        (
            (2025, 2027),
            "令和7年度（2025年度）、令和9年度（2027年度）の毎年度",
        ),
    ],
)
def test_years_in_a_row_are_said_as_one_stretch(years: tuple[int, ...], said: str) -> None:
    assert dates.each_year(years) == said
