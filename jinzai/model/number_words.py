"""Numbers as Japanese texts write them: `4万`, `3千5百`, `二十七`, `1.5億`, `2,000`, `90分`.

This module only reads. The content itself must have plain digits, which `jinzai.model.numbers`
checks.
"""

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_LARGE: Final = {"億": 100_000_000, "万": 10_000}
_PLAIN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_KANJI: Final = re.compile(f"[{_DIGITS}]+")
_SMALL: Final = re.compile(
    r"(?:(?P<千>[^千百十]*)千)?(?:(?P<百>[^千百十]*)百)?(?:(?P<十>[^千百十]*)十)?(?P<one>[^千百十]*)"
)
_SMALL_UNITS: Final = {"千": 1000, "百": 100, "十": 10}
_LONGEST: Final = 40


def number_in_words(text: str) -> Decimal | None:
    """The number that a text means; None for any other text.

    `text` has half-width digits. Digits, kanji, and commas between groups of three may be mixed.
    Vague numbers such as 数十 are no numbers.
    """
    if not text or len(text) > _LONGEST:
        return None
    total = Decimal(0)
    rest = text
    for sign, unit in _LARGE.items():
        before, found, after = rest.partition(sign)
        if found:
            count = _below_10000(before)
            if count is None:
                return None
            total += count * unit
            rest = after
    if rest or total == 0:
        last = _below_10000(rest)
        if last is None:
            return None
        total += last
    return total


def hours_of_minutes(minutes: int) -> str:
    """Minutes as hours, with at most two decimals; `""` if that is not exact."""
    return f"{(Decimal(minutes) / 60).normalize():f}" if minutes % 3 == 0 else ""


def _below_10000(text: str) -> Decimal | None:
    """The number of a text without 万 and 億. Plain digits may be any number."""
    plain = _digits(text)
    if plain is not None:
        return plain
    found = _SMALL.fullmatch(text)
    if found is None or not text:
        return None
    total = Decimal(0)
    for sign, unit in _SMALL_UNITS.items():
        if found[sign] is not None:
            count = _digits(found[sign]) if found[sign] else Decimal(1)
            if count is None:
                return None
            total += count * unit
    if found["one"]:
        last = _digits(found["one"])
        if last is None:
            return None
        total += last
    return total


def _digits(text: str) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _KANJI.fullmatch(text):
        return Decimal("".join(str(_DIGITS.index(digit)) for digit in text))
    return None
