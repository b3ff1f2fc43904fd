"""The number or the date that was probably meant by a text.

This module gives advice in Japanese and never a value: people have to write what a plan says.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from jinzai.model.numbers import NumberRange, year_of_era
from jinzai.parse.location import Location

# What editors write for the words that stand in a number's place.
_ABSENT: Final = {
    "未定義": "undefined",
    "記載なし": "undefined",
    "未定": "undefined",
    "なし": "undefined",
    "不明": "undefined",
    "対象外": "not-applicable",
    "該当なし": "not-applicable",
}
_REASONS: Final = {
    "undefined": "計画に記載がない",
    "not-applicable": "当てはまらない",
}
_range: Final = re.compile(r"([0-9.]+)\D{0,3}[〜~～–—-]\D{0,3}([0-9.]+)\D{0,3}")
_hours: Final = re.compile(r"約?(?:([0-9]+)時間)?(?:([0-9]+)分|(半))?(?:程度|くらい|ほど)?")
_days: Final = re.compile(r"約?(?:(半)日|([0-9]+)日間?(半)?)(?:程度|くらい|ほど)?")
_date: Final = re.compile(
    r"(?:(?P<era>(?:令和|平成|昭和|[RHS])\.?(?:元|[0-9]{1,2}))|(?P<year>[12][0-9]{3}))"
    r"(?:年|[/.-])(?P<month>[0-9]{1,2})(?:(?:月|[/.-])(?:(?P<day>[0-9]{1,2})日?)?)?"
)
_BOUNDS: Final = (
    (("約", "程度", "おおむね", "おおよそ", "ほど", "前後"), "about"),
    (("以上", "超"), "at-least"),
)
_NEAR: Final = 0.6


def near(text: str, known: Iterable[str]) -> str | None:
    """The known word that is most like `text`; None without a similar word."""
    found = difflib.get_close_matches(text, list(known), n=1, cutoff=_NEAR)
    return found[0] if found else None


def number_advice(text: str, where: Location, number: str) -> str:
    """Advice for a text that is not a number.

    `number` is the only number in the text, or `""`. The advice is `""`, or the rule's hint goes on
    after it.
    """
    folded = unicodedata.normalize("NFKC", text).replace(" ", "")
    field = next((part for part in reversed(where.path) if isinstance(part, str)), "")
    if field in ("hours", "days"):
        advice = _time_advice(folded, field)
        if advice:
            return advice
    if number:
        return f"もしかして: {number}。{_bound_advice(folded, where)}"
    ends = _range.fullmatch(folded)
    if ends and where.allows(NumberRange):
        return f"範囲は {{min: {ends[1]}, max: {ends[2]}}} と書きます。"
    if not where.words:
        return ""
    if text in _ABSENT:
        reason = _REASONS[_ABSENT[text]]
        return f"{reason}ときは、{text}ではなく {_ABSENT[text]} と書きます。数を書くときは、"
    word = near(text, where.words)
    return f"もしかして: {word}。" if word else ""


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


def _bound_advice(text: str, where: Location) -> str:
    """Advice for a target with 約 or 以上: the field that says that."""
    if where.path[:1] != ("targets",) or where.path[2:3] != ("values",) or len(where.path) != 5:
        return ""
    for words, bound in _BOUNDS:
        said = next((word for word in words if word in text), None)
        if said:
            return f"「{said}」は、この目標の bound: {bound} で表します。"
    return ""
