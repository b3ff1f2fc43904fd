"""Numbers with their units, the words that stand in a number's place, and sums of hours.

This module owns the words for an amount, so that every page uses the same. `jinzai.link.learning`
computes the sums. It knows no page and no markup.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.link.learning import Load, Span
from jinzai.model import kinds
from jinzai.model.course import DeliveryPart
from jinzai.model.numbers import Absence, NumberRange, PlaceholderValue
from jinzai.model.plan import Placeholder
from jinzai.model.target import Bound, Target, Unit
from jinzai.render.words.wording import word

BLANK: Final = kinds.PLACEHOLDER.name


class LoadWords(NamedTuple):
    """The words of a load. own-roles-sums.js writes the same words, and gets them as JSON.

    Attributes:
        none: a load without courses.
        unknown, exempt: courses without published time, and those to which time does not apply.
        joint: stands between alternatives.
        besides: hours and days, and what is counted apart.
        bounds: hours and days of alternatives that are not kept one by one.
    """

    none: str = "研修なし"
    unknown: str = "時間の記載がない研修"
    exempt: str = "時間の当てはまらない研修"
    joint: str = "、または"
    besides: str = "{known}（ほかに{others}）"
    bounds: str = "時間は{hours}、日数は{days}"


LOAD_WORDS: Final = LoadWords()


class Value(NamedTuple):
    """A printed number, or the words in its place, for the macro `amount` of page/state.html.

    Attributes:
        text: the number with its unit, or the words.
        state: `""` for a number, or `undefined`, `not-applicable`, `blank`, `unchecked`.
        placeholder: the id of a blank, or `""`.
        hint: what a blank is for. `explained` fills it in.
        href: the link to the explanation of a blank. `explained` fills it in.
    """

    text: str
    state: str = ""
    placeholder: str = ""
    hint: str = ""
    href: str = ""


UNCHECKED: Final = Value("未確認", "unchecked")
"""The words for a fact that no editor has looked for in the plan."""

Quantity = int | Decimal | Absence | PlaceholderValue | NumberRange


def number(amount: Decimal | int) -> str:
    """A number with commas between thousands and without zeros at its end: `1,234.5`."""
    text = f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value(amount: Quantity, unit: str = "", prefix: str = "") -> Value:
    """An amount with its unit: `2時間`, `1〜2時間`, 記載なし, 該当なし, or a blank."""
    if isinstance(amount, Absence):
        return Value(word(amount), amount.value)
    if isinstance(amount, PlaceholderValue):
        return Value(BLANK, "blank", amount.placeholder)
    if isinstance(amount, NumberRange):
        return Value(f"{prefix}{number(amount.min)}〜{number(amount.max)}{unit}")
    return Value(f"{prefix}{number(amount)}{unit}")


UNDEFINED: Final = value(Absence.UNDEFINED)
"""The words for a number that a plan does not state."""


def explained(
    shown: Value, blanks: Iterable[Placeholder], href: Callable[[str], str] = lambda _: ""
) -> Value:
    """A blank with its name in the plan, its hint and its link. A number stays as it is.

    `href` gives the link from the id of a blank. Raises StopIteration if `blanks` lack the blank.
    """
    if shown.state != "blank":
        return shown
    blank = next(one for one in blanks if one.id == shown.placeholder)
    return shown._replace(text=blank.label, hint=hint(blank), href=href(blank.id))


def hint(blank: Placeholder) -> str:
    """What a blank is for: `空欄（人数）`."""
    return f"{BLANK}（{word(blank.type)}）"


def share_of(target: Target) -> str:
    """What a share is a share of, in words: `全職員のうち`. Empty for a target that is no share."""
    if target.unit is not Unit.PERCENT:
        return ""
    return f"{target.share_of}のうち" if target.share_of else "何のうちの割合かの記載なし"


def target_value(amount: Quantity, unit: Unit, bound: Bound) -> Value:
    """The value of a target: `100人以上`, `45人程度`; `複数人` if the plan states no number."""
    prefix = "1所属あたり" if unit is Unit.PER_OFFICE else ""
    suffix = "人" if unit is Unit.PER_OFFICE else word(unit)
    if bound is Bound.SEVERAL and isinstance(amount, Absence):
        return Value(f"{prefix}複数{'' if unit is Unit.PERCENT else suffix}")
    if bound in (Bound.AT_LEAST, Bound.ABOUT):
        suffix += word(bound)
    return value(amount, suffix, prefix)


def part_amounts(form: DeliveryPart) -> tuple[Value, ...]:
    """The hours and days of one part of a delivery; a single word if there is no number.

    The word is 未確認 if no editor has checked whether the plan states one.
    """
    found = [
        value(amount, unit)
        for amount, unit in ((form.hours, "時間"), (form.days, "日"))
        if amount is not None
    ]
    if not found:
        return (UNCHECKED,)
    return tuple(one for one in found if one.state in ("", "blank")) or (found[0],)


def span(amount: Span, unit: str) -> str:
    """A range with its unit: `12時間`, `12〜14時間`."""
    if amount.least == amount.most:
        return f"{number(amount.least)}{unit}"
    return f"{number(amount.least)}〜{number(amount.most)}{unit}"


def courses(cost: Load) -> str:
    """How many courses are taken: `6件`, `6件、または1件`, `1〜6件`."""
    found = dict.fromkeys(way.courses for way in cost.each)
    return LOAD_WORDS.joint.join(span(one, "件") for one in found)


def _amounts(cost: Load) -> str:
    """The hours and days; `0時間` if the plan states 0, `""` if it states nothing.

    If alternatives are not kept one by one, hours and days have separate bounds. They are not
    joined: the way with the most hours need not have the most days.
    """
    spans = cost.hours, cost.days
    if cost.choices and all(one.most for one in spans) and any(o.least < o.most for o in spans):
        hours, days = span(cost.hours, "時間"), span(cost.days, "日")
        return LOAD_WORDS.bounds.format(hours=hours, days=days)
    found = "＋".join(
        span(amount, unit)
        for amount, unit in ((cost.hours, "時間"), (cost.days, "日"))
        if amount.most
    )
    return found or ("0時間" if cost.given else "")


def known(cost: Load) -> str:
    """Only the hours and days, alternatives one by one: `16時間＋6日、または20時間`."""
    ways = dict.fromkeys(_amounts(way) or LOAD_WORDS.none for way in cost.each)
    return LOAD_WORDS.joint.join(ways)


def running(cost: Load) -> str:
    """A running sum, short enough for a column: `12〜14時間＋4日・時間の記載なし2件`, `0時間`.

    Alternatives stand one by one if the load keeps them.
    """
    if cost.ways:
        return " または ".join(running(way) for way in cost.ways)
    unknown = f"時間の記載なし{cost.unknown}件" if cost.unknown else ""
    return "・".join(part for part in (_amounts(cost), unknown) if part) or "0時間"


def load(cost: Load) -> str:
    """A load in words: `12〜14時間＋4日（ほかに時間の記載がない研修2件）`; `""` without courses.

    Alternatives stand one by one if the load keeps them: `16時間＋6日、または20時間`.
    """
    if cost.ways:
        return LOAD_WORDS.joint.join(load(way) or LOAD_WORDS.none for way in cost.ways)
    known = _amounts(cost)
    others = "、".join(
        f"{title}{count}件"
        for title, count in (
            (LOAD_WORDS.unknown, cost.unknown),
            (LOAD_WORDS.exempt, cost.exempt),
        )
        if count
    )
    if known and others:
        return LOAD_WORDS.besides.format(known=known, others=others)
    return known or others


class PrintedTotal(NamedTuple):
    """A sum in words, and whether an editor worked out a part of it.

    `text` is empty for a load without courses.
    """

    text: str
    inferred: bool


def printed_total(cost: Load) -> PrintedTotal:
    """A load as a printed sum, for the macro `total` of page/ways.html."""
    return PrintedTotal(load(cost), cost.inferred)
