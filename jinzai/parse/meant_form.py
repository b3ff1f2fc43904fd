"""Values in another form than their field's: the form that is wanted, filled in.

Examples are `months: 7月〜9月` and `source: 第4章 p.8`. This module gives advice in Japanese and
never a value. Advice is `""` if a text cannot be read without doubt.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
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
_kanji_month: Final = re.compile("([一二三四五六七八九十]{1,2})月")
_ended: Final = re.compile("(?:に|で)?(?:かけて|実施|開催|予定)$")
_NAMED_MONTHS: Final = {
    "上期": (4, 9),
    "上半期": (4, 9),
    "前期": (4, 9),
    "前半": (4, 9),
    "年度前半": (4, 9),
    "下期": (10, 3),
    "下半期": (10, 3),
    "後期": (10, 3),
    "後半": (10, 3),
    "年度後半": (10, 3),
    "第1四半期": (4, 6),
    "第2四半期": (7, 9),
    "第3四半期": (10, 12),
    "第4四半期": (1, 3),
    "年度末": (3, 3),
    "年度初め": (4, 4),
}
_ALL_YEAR: Final = frozenset(["通年", "年間", "年間を通して", "通年実施", "1年中", "毎月"])
_ANYTIME: Final = frozenset(
    ["随時", "常時", "いつでも", "随時実施", "適宜", "必要に応じて", "不定期", "都度", "その都度"]
)
_TO_PAGE: Final = r"[〜~～–—・,、-]"
_PAGES: Final = (
    rf"(?:(?:pages?|pp?\.?|ページ|頁) ?(?P<page>[0-9]{{1,4}})"
    rf"(?:{_TO_PAGE}p?\.?(?P<last>[0-9]{{1,4}}))?(?:ページ|頁)?"
    rf"|(?P<page2>[0-9]{{1,4}})(?:{_TO_PAGE}(?P<last2>[0-9]{{1,4}}))?(?:ページ|頁)"
    rf"|(?P<page3>[0-9]{{1,4}}){_TO_PAGE}(?P<last3>[0-9]{{1,4}}))"
)
_page: Final = re.compile(_PAGES, re.IGNORECASE)
_table: Final = re.compile(r"(?:図表|別表|別紙|図|表|様式)\S*")
_clock: Final = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_plain_number: Final = re.compile(r"[0-9][0-9,_]*")
_month_of_year: Final = re.compile(r"((?:19|20)[0-9]{2})[年/.-]([0-9]{1,2})月?")
_count_of_years: Final = re.compile(
    r"(?:おおむね|概ね|約)?(.+?)(?:[かヶカケヵ箇]年間?|年間)(?:程度)?"
)
_power: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?[eE]\+?[0-9]")
_years: Final = re.compile(rf"(?P<start>\S+?)(?:年度?)?{_TO}(?P<end>\S+?)(?:年度?)?(?:まで)?")
_HALF_WIDTH: Final = {
    sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F) if chr(sign) not in "（）～＂"
} | {0x3000: " "}
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
    for model, advise in ((Months, months_form), (Source, source_form), (Period, _period_form)):
        if where.allows(model):
            return advise(text)
    if where.model is not None and "{" not in text and (filled := _only_value(text, where)):
        return filled
    if where.path[-1:] == ("marks",) and where.path[:1] == ("matrices",):
        return _marks_form(text, where, raw)
    return ""


def _only_value(text: str, where: Location) -> str:
    """The form of a group with one required field, which holds a name or a number."""
    fields = where.model.model_fields if where.model else {}
    required = [name for name, field in fields.items() if field.is_required()]
    key = next((part for part in reversed(where.path) if isinstance(part, str)), "")
    if len(required) != 1 or isinstance(where.path[-1], int):
        return ""
    value = in_braces(text)
    if required[0] == "value":
        number = number_in_words(text.rstrip("人名程度約").lstrip("約"))
        value = str(int(number)) if number is not None else ""
    elif required[0] != "name":
        return ""
    return f"「{key}: {{{required[0]}: {value}}}」と書いてください。" if value else ""


def _text_of(value: Any) -> str | None:
    """The text, width folded, of a value or of a short list of values; None for anything else."""
    if isinstance(value, list) and 0 < len(value) < 13 and all(isinstance(o, str) for o in value):
        numbers = all(one.isdecimal() for one in value)
        value = (("〜" if len(value) == 2 else "、") if numbers else " ").join(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return value.translate(_HALF_WIDTH).strip()


def in_braces(text: str) -> str:
    """A text as a value within `{…}`, in quotes if it needs them."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if _UNSAFE.search(text) else text


def months_form(text: str) -> str:
    """How months in words are written, or `""`."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").strip("「」()")
    plain = _ended.sub("", _kanji_month.sub(lambda found: f"{number_in_words(found[1])}月", plain))
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
        return _listed_months(plain)
    start, end = int(found["start"]), int(found["end"] or found["start"])
    if not (1 <= start <= 12 and 1 <= end <= 12):
        return ""
    part = found["start_part"] or found["end_part"]
    note = f"「{part}」は note に書けます。" if part else ""
    return f"「months: {{start: {start}, end: {end}}}」と書いてください。{note}"


def is_span_of_months(text: str) -> bool:
    """Whether a text names a first and a last month."""
    found = _months.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    return found is not None and found["end"] is not None


def _listed_months(text: str) -> str:
    """Advice for months in a row: `6、7月`, `4,5,6`."""
    parts = [part.removesuffix("月") for part in re.split("[、・,，]", text)]
    if not 1 < len(parts) < 13 or not all(part.isdecimal() and len(part) < 3 for part in parts):
        return ""
    months = [int(part) for part in parts]
    follows = all(after == before % 12 + 1 for before, after in pairwise(months))
    if not follows or not all(1 <= month <= 12 for month in months):
        return ""
    return f"「months: {{start: {months[0]}, end: {months[-1]}}}」と書いてください。"


def source_form(text: str) -> str:
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
    alone = [word for word in words if word.isdecimal() and len(word) < 5]
    if "page" not in parts and len(alone) == 1 and len(words) > 1:
        parts["page"] = alone[0]
        words.remove(alone[0])
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
    plain = text.replace(" ", "")
    if (first_last := _span(plain)) is not None:
        return f"「period: {{start: {first_last[0]}, end: {first_last[1]}}}」と書いてください。"
    count = _count_of_years.fullmatch(plain)
    number = number_in_words(count[1]) if count else None
    if number is not None and 1 <= number <= 50:
        return f"「period: {{years: {int(number)}}}」と書いてください。"
    return ""


def _span(text: str) -> tuple[int, int] | None:
    """The fiscal years from and to which a text goes. The second may lack its era."""
    found = _years.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if found is None:
        return None
    first, end = _year(found["start"]), found["end"]
    if end.isdecimal() and len(end) < 3:
        end = _era_of(found["start"]) + end
    last = _year(end)
    return None if first is None or last is None else (first, last)


def _era_of(text: str) -> str:
    return text.rstrip("0123456789元年度")


def years_form(value: Any) -> str:
    """How a list of fiscal years is written, or `""`."""
    text = _text_of(value)
    if text is None:
        return ""
    plain = text.replace(" ", "")
    one = _year(plain)
    first, last = _span(plain) or (one, one)
    if first is None or last is None or not first <= last < first + 10:
        return ""
    return f"[{', '.join(str(year) for year in range(first, last + 1))}] と書いてください。"


def years_advice(text: str) -> str:
    """Advice for several fiscal years, or for a month, where one year is wanted; or `""`."""
    span = _span(text)
    if span is not None:
        return f"ここに書ける年度は1つです。{span[0]} か {span[1]} のどちらかを書いてください。"
    found = _month_of_year.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    year = int(found[1]) - (int(found[2]) < 4)
    return f"{found[1]}年{int(found[2])}月は{year}年度なので、{year} と書いてください。"


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
