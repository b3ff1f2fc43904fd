"""The number or the date that was probably meant by a text.

This module gives advice in Japanese and never a value: people have to write what a plan says.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Any, Final

from jinzai.model.number_words import number_in_words
from jinzai.model.numbers import FiscalYear, NumberRange, NumberRoom, year_of_era
from jinzai.model.target import Unit
from jinzai.parse.location import Location
from jinzai.parse.meant_form import months_form, page_form, short_year_advice, years_advice
from jinzai.parse.meant_word import absence_advice

_DIGITS_ONLY: Final = "単位は書かず、半角の数字だけにしてください。"
_range: Final = re.compile(r"([0-9.]+)\D{0,3}[〜~～–—-]\D{0,3}([0-9.]+)\D{0,3}")
_hours: Final = re.compile(
    r"約?(?:([0-9]+)(?:時間|hours?|hrs?|h))?(?:([0-9]+)(?:分|minutes?|mins?|m)|(半))?(?:程度|くらい|ほど)?",
    re.IGNORECASE,
)
_days: Final = re.compile(r"約?(?:(半)日|([0-9]+(?:\.[0-9]+)?)日間?(半)?)(?:程度|くらい|ほど)?")
_date: Final = re.compile(
    r"(?:(?P<era>(?:令和|平成|昭和|[RHS])\.?(?:元|[0-9]{1,2}))|(?P<year>[12][0-9]{3}))"
    r"(?:年|[/.-])(?P<month>[0-9]{1,2})(?:(?:月|[/.-])(?:(?P<day>[0-9]{1,2})日?)?)?"
)
_BOUNDS: Final = (
    (("約", "程度", "おおむね", "おおよそ", "ほど", "前後"), "about"),
    (("以上", "超"), "at-least"),
)
_AT_MOST: Final = ("以下", "以内", "未満", "まで")
_BOUND_WORDS: Final = (*_AT_MOST, "以上", "超")
_LONGEST: Final = 40
_LAST_MONTH: Final = 12
_SAID_BEFORE: Final = (
    r"(?:約|およそ|おおよそ|おおむね|概ね|合計|計|延べ|のべ|全|最大|最低|西暦|p\.?)*"
)
_SAID_AFTER: Final = r"(?:程度|ほど|くらい|ぐらい|前後|以上|超|以下|以内|未満|まで)*"
_YEARS: Final = r"[かヶカケヵ箇]?年間?"
_UNITS: Final = {
    "hours": r"(?:時間|h|hr|hrs|hours?)",
    "days": r"(?:日間?|days?)",
    "value": r"(?:人|名|%|パーセント|割)",
    "min": r"(?:人|名|時間|日間?|%)",
    "max": r"(?:人|名|時間|日間?|%)",
    "year": r"年度?(?:末|中|頃)?",
    "years": rf"(?:年度|{_YEARS})",
    "within": _YEARS,
    "every": rf"{_YEARS}(?:ごと|毎)?",
    "start": r"(?:年度?|月(?:末|初め|頃|[上中下]旬)?)",
    "end": r"(?:年度?|月(?:末|初め|頃|[上中下]旬)?)",
    "page": r"(?:ページ|頁|p)",
    "order": r"(?:番目?|位)",
}
"""What may stand after the number of a field without changing its meaning, by the field's name."""
_vague: Final = re.compile(r"約?(?:十数|数|何|複数|若干|幾)[十百千万]*(?:人|名|$)")
_SHARES: Final = {"%": 1, "パーセント": 1, "割": 10}


def number_advice(text: str, where: Location, room: NumberRoom, raw: Any = None) -> str:
    """Advice for a text that is not a number, as a sentence or several.

    `room` is what the field takes, `raw` the raw value of the whole file.
    """
    folded = unicodedata.normalize("NFKC", text).replace(" ", "")
    field = next((part for part in reversed(where.path) if isinstance(part, str)), "")
    advice = _time_advice(folded, field) if field in ("hours", "days") else ""
    advice = advice or _plain_advice(folded, field, where, room, raw)
    ends = _range.fullmatch(folded)
    if not advice and ends and where.allows(NumberRange):
        advice = f"範囲は {{min: {ends[1]}, max: {ends[2]}}} と書きます。"
    if advice:
        return advice + _DIGITS_ONLY
    if field == "page" and (advice := page_form(text)):
        return advice
    if _is_target(where) and _vague.match(folded):
        shown = f"「{text}」のように数の示されない目標"
        return (
            f"{shown}は、ここを undefined とし、unit の行の次に「bound: several」の行を書きます。"
        )
    if room.most == _LAST_MONTH and (advice := months_form(text)):
        return advice
    if where.holds(FiscalYear) and (advice := short_year_advice(text) or years_advice(text)):
        return advice
    return absence_advice(text, where) or _DIGITS_ONLY


def _plain_advice(text: str, field: str, where: Location, room: NumberRoom, raw: Any) -> str:
    """Advice for one number with words around it that do not change it, or `""`."""
    unit = _UNITS.get(field, "")
    if len(text) > _LONGEST:
        return ""
    around = re.fullmatch(
        rf"{_SAID_BEFORE}(?P<number>.+?)(?P<unit>{unit})?{_SAID_AFTER}", text, re.IGNORECASE
    )
    number = number_in_words(around["number"]) if around else None
    if around is None or number is None:
        return ""
    share = _SHARES.get(around["unit"] or "")
    if share is not None and not _is_target(where):
        return ""
    number *= share or 1
    if not room.holds(number):
        return ""
    advice = f"もしかして: {_digits(number)}。"
    if _is_target(where):
        target = raw[where.path[0]][where.path[1]] if raw else {}
        if share is not None and target.get("unit") != Unit.PERCENT:
            advice += f"「{around['unit']}」は、この目標の unit: percent で表します。"
        return advice + _bound_advice(text)
    said = next((word for word in _BOUND_WORDS if text.endswith(word)), None)
    return f"{advice}「{said}」は note に書けます。" if said else advice


def _is_target(where: Location) -> bool:
    """Whether the number is the value of a target."""
    return where.path[:1] == ("targets",) and where.path[2:3] == ("values",)


def _digits(number: Decimal) -> str:
    """The number with its digits alone: `40000`, `1.5`."""
    whole = number.to_integral_value()
    return str(int(whole)) if number == whole else f"{number.normalize():f}"


def date_advice(text: str) -> str:
    """「もしかして: 2025-02。」 for a date in another form, or `""`."""
    folded = unicodedata.normalize("NFKC", text).replace(" ", "").upper()
    found = _date.fullmatch(folded)
    if found is None:
        return ""
    year = int(found["year"]) if found["year"] else year_of_era(found["era"])
    month, day = int(found["month"]), found["day"]
    if year is None or not 1 <= month <= 12 or (day and not 1 <= int(day) <= 31):
        return ""
    return f"もしかして: {year}-{month:02}" + (f"-{int(day):02}。" if day else "。")


def _time_advice(text: str, field: str) -> str:
    """Advice for hours and days in words. If the value belongs to the other field, it says so."""
    hours, days = _hours.fullmatch(text), _days.fullmatch(text)
    if days:
        count = Decimal(days[2] or 0) + (Decimal("0.5") if days[1] or days[3] else 0)
        return f"もしかして: {count}。" if field == "days" else f"日数は days: {count} と書きます。"
    if hours and (hours[1] or hours[2]):
        minutes = 30 if hours[3] else int(hours[2] or 0)
        if minutes % 3:
            return "分は時間に直してください（30分は 0.5）。"
        total = int(hours[1] or 0) + Decimal(minutes) / 60
        if field == "hours":
            return f"もしかして: {total}。"
        return f"時間数は hours: {total} と書きます。"
    return ""


def _bound_advice(text: str) -> str:
    """Advice for the value of a target with 約, 以上 or 以下: where that is said."""
    for words, bound in _BOUNDS:
        said = next((word for word in words if word in text), None)
        if said:
            return f"「{said}」は、この目標の bound: {bound} で表します。"
    said = next((word for word in _AT_MOST if text.endswith(word)), None)
    return f"「{said}」を表す語はないので、この値の note に書いてください。" if said else ""
