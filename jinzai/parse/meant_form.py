"""Values in another form than their field's: the form that is wanted, filled in.

Examples are `months: 7月〜9月` and `source: 第4章 p.8`. This module gives advice in Japanese and
never a value. Advice is `""` if a text cannot be read without doubt.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from jinzai.model.base import Source
from jinzai.model.number_words import hours_of_minutes, number_in_words
from jinzai.model.numbers import FIRST_YEAR, LAST_YEAR, year_of_era
from jinzai.model.plan import Period
from jinzai.model.schedule import Months
from jinzai.parse.location import Location

_LONGEST: Final = 100
_TO: Final = r"(?:[〜~～–—-]|から)"
_MONTH: Final = r"(?P<{0}>[0-9]{{1,2}})月?(?P<{0}_part>[上中下]旬|初め|初旬|末|頃|ごろ)?"
_months: Final = re.compile(
    rf"{_MONTH.format('start')}(?:{_TO}{_MONTH.format('end')})?(?:まで)?(?:頃|ごろ)?"
)
_NAMED_MONTHS: Final = {
    "上期": (4, 9),
    "上半期": (4, 9),
    "前期": (4, 9),
    "前半": (4, 9),
    "下期": (10, 3),
    "下半期": (10, 3),
    "後期": (10, 3),
    "後半": (10, 3),
    "第1四半期": (4, 6),
    "第2四半期": (7, 9),
    "第3四半期": (10, 12),
    "第4四半期": (1, 3),
    "年度末": (3, 3),
    "年度初め": (4, 4),
}
_ALL_YEAR: Final = frozenset(["通年", "年間", "年間を通して", "通年実施", "1年中", "毎月"])
_ANYTIME: Final = frozenset(
    ["随時", "いつでも", "随時実施", "適宜", "必要に応じて", "不定期", "都度", "その都度"]
)
_PAGES: Final = (
    r"(?:(?:pp?\.?|ページ|頁)(?P<page>[0-9]{1,4})(?:[〜~～–—・,、-]p?\.?(?P<last>[0-9]{1,4}))?(?:ページ|頁)?"
    r"|(?P<page2>[0-9]{1,4})(?:[〜~～–—・,、-](?P<last2>[0-9]{1,4}))?(?:ページ|頁)"
    r"|(?P<page3>[0-9]{1,4})[〜~～–—・,、-](?P<last3>[0-9]{1,4}))"
)
_page: Final = re.compile(_PAGES, re.IGNORECASE)
_table: Final = re.compile(r"(?:図表|別表|別紙|図|表|様式)\S*")
_clock: Final = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_plain_number: Final = re.compile(r"[0-9][0-9,_]*")
_power: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?[eE]\+?[0-9]")
_years: Final = re.compile(rf"(?P<start>\S+?)(?:年度?)?{_TO}(?P<end>\S+?)(?:年度?)?(?:まで)?")
_UNSAFE: Final = re.compile(r"[\[\]{},:#\"'&*!|>%@`]|^[-?\s]|\s$")


def form_advice(value: Any, where: Location, raw: Any = None) -> str:
    """How `value` is written where a group of keys is wanted, or `""`.

    `raw` is the raw value of the whole file.
    """
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return "「- 」を消し、「名前: 値」の行だけを並べてください。"
    text = _text_of(value)
    if text is None:
        return ""
    for model, advise in ((Months, _months_form), (Source, _source_form), (Period, _period_form)):
        if where.allows(model):
            return advise(text)
    if where.path[-1:] == ("marks",) and where.path[:1] == ("matrices",):
        return _marks_form(text, where, raw)
    return ""


def _text_of(value: Any) -> str | None:
    """The text, width folded, of a value or of a short list of values; None for anything else."""
    if isinstance(value, list) and 0 < len(value) < 4 and all(isinstance(o, str) for o in value):
        value = "〜".join(value) if len(value) == 2 else " ".join(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return unicodedata.normalize("NFKC", value).strip()


def in_braces(text: str) -> str:
    """A text as a value within `{…}`, in quotes if it needs them."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if _UNSAFE.search(text) else text


def _months_form(text: str) -> str:
    plain = text.replace(" ", "").strip("「」()")
    if plain in _ANYTIME:
        return "時期を定めない予定は「months: anytime」と書いてください。"
    if plain in _ALL_YEAR:
        return (
            "1年を通した予定なら「months: {start: 4, end: 3}」、"
            "時期を定めない予定なら「months: anytime」と書いてください。"
        )
    if plain in _NAMED_MONTHS:
        start, end = _NAMED_MONTHS[plain]
        return f"{plain}は「months: {{start: {start}, end: {end}}}」と書いてください。"
    found = _months.fullmatch(plain)
    if found is None:
        return ""
    start, end = int(found["start"]), int(found["end"] or found["start"])
    if not (1 <= start <= 12 and 1 <= end <= 12):
        return ""
    part = found["start_part"] or found["end_part"]
    note = f"「{part}」は note に書けます。" if part else ""
    return f"「months: {{start: {start}, end: {end}}}」と書いてください。{note}"


def _source_form(text: str) -> str:
    """A source from its parts: pages, tables, and the rest, which is the chapter."""
    parts: dict[str, str] = {}
    found = _page.search(text)
    rest = text
    if text.isdigit() and len(text) <= 4:
        parts["page"], rest = text, ""
    elif found is not None:
        first, last = _ends(found)
        parts["page"] = first
        if last:
            parts["note"] = f"{first}〜{last}ページ"
        rest = f"{text[: found.start()]} {text[found.end() :]}"
    words = rest.replace("、", " ").replace(",", " ").split()
    tables = [word for word in words if _table.fullmatch(word)]
    chapter = " ".join(word for word in words if word not in tables)
    given = {"chapter": chapter, "table": " ".join(tables), **parts}
    ordered = [(key, given[key]) for key in ("chapter", "table", "page", "note") if given.get(key)]
    if not ordered:
        return ""
    said = ", ".join(f"{key}: {in_braces(value)}" for key, value in ordered)
    return f"「source: {{{said}}}」と書いてください。"


def _ends(found: re.Match[str]) -> tuple[str, str]:
    first = found["page"] or found["page2"] or found["page3"]
    return first, found["last"] or found["last2"] or found["last3"] or ""


def page_form(text: str) -> str:
    """How several pages are written, or `""`: the first page, and all of them in the note."""
    found = _page.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if found is None:
        return ""
    first, last = _ends(found)
    if not last:
        return ""
    return (
        f"初めのページだけを page: {first} と書き、範囲は note に書きます"
        f"（例: {{page: {first}, note: {first}〜{last}ページ}}）。"
    )


def _period_form(text: str) -> str:
    found = _years.fullmatch(text.replace(" ", ""))
    years = (_year(found["start"]), _year(found["end"])) if found else (None, None)
    if years[0] is None or years[1] is None:
        return ""
    return f"「period: {{start: {years[0]}, end: {years[1]}}}」と書いてください。"


def years_form(value: Any) -> str:
    """How a list of fiscal years is written, or `""`."""
    text = _text_of(value)
    if text is None:
        return ""
    plain = text.replace(" ", "")
    found = _years.fullmatch(plain)
    one = _year(plain)
    first, last = (_year(found["start"]), _year(found["end"])) if found else (one, one)
    if first is None or last is None or not first <= last < first + 10:
        return ""
    return f"[{', '.join(str(year) for year in range(first, last + 1))}] と書いてください。"


def years_advice(text: str) -> str:
    """Advice for several fiscal years where one is wanted, or `""`."""
    found = _years.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    first, last = (_year(found["start"]), _year(found["end"])) if found else (None, None)
    if first is None or last is None:
        return ""
    return f"ここに書ける年度は1つです。{first} か {last} のどちらかを書いてください。"


def _year(text: str) -> int | None:
    plain = text.removesuffix("度").removesuffix("年")
    year = year_of_era(plain.upper()) or (int(plain) if plain.isdigit() and len(plain) == 4 else 0)
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _marks_form(text: str, where: Location, raw: Any) -> str:
    """Marks with the id of a column of the same table."""
    matrix = raw
    for part in where.path[:2]:
        matrix = matrix[part]
    columns = [one["id"] for one in _groups(matrix, "columns") if isinstance(one.get("id"), str)]
    legend = [one["mark"] for one in _groups(matrix, "legend") if isinstance(one.get("mark"), str)]
    mark = next((mark for mark in legend if mark in text), legend[0] if legend else "●")
    named = [column for column in columns if re.search(rf"(?<![\w-]){column}(?![\w-])", text)]
    column = next(iter(named or columns), "")
    if not column:
        return ""
    return f"列の id と記号を組にして、「marks: {{{column}: {mark}}}」のように書いてください。"


def _groups(value: Any, key: str) -> Iterable[dict[str, Any]]:
    inner = value.get(key) if isinstance(value, dict) else None
    return [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []


def short_year_advice(text: str) -> str:
    """Advice for a fiscal year without its era or its century, or `""`."""
    folded = unicodedata.normalize("NFKC", text).removesuffix("度").removesuffix("年")
    if not folded.isdigit() or not 0 < len(folded) < 3 or int(folded) == 0:
        return ""
    number = int(folded)
    meant = [f"令和{number}年度なら {year_of_era(f'令和{number}')}"] if number < 20 else []
    if 20 <= number <= 50:
        meant.append(f"{2000 + number}年度なら {2000 + number}")
    if 20 <= number <= 31:
        meant.append(f"平成{number}年度なら {year_of_era(f'平成{number}')}")
    return f"年度は西暦4桁で書きます。{'、'.join(meant)} と書いてください。" if meant else ""


def clock_advice(text: str, field: str) -> str:
    """Advice for hours and minutes with a colon, or for a number with signs in it, or `""`."""
    folded = unicodedata.normalize("NFKC", text)
    found = _clock.fullmatch(folded)
    if found and field == "hours":
        hours, minutes = int(found[1]), int(found[2])
        said = (f"{hours}時間" if hours else "") + (f"{minutes}分" if minutes else "")
        amount = hours_of_minutes(hours * 60 + minutes)
        return f"{said}なら {amount} と書いてください。" if said and amount else ""
    if _power.fullmatch(folded) and Decimal(folded) == Decimal(folded).to_integral_value():
        return f"もしかして: {int(Decimal(folded))}。"
    if _plain_number.fullmatch(folded):
        number = number_in_words(folded.replace("_", "").lstrip("0") or "0")
        is_plain = "," not in folded or number_in_words(folded) is not None
        if number is not None and is_plain and number == number.to_integral_value():
            return f"もしかして: {int(number)}。"
    return ""
