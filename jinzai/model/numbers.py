"""Numbers, and the values in a number's place.

Three values are always kept apart: `undefined` (記載なし: the plan does not state it),
`not-applicable` (該当なし: the plan states that it does not apply) and `0`. A template's blank is a
fourth one, a `PlaceholderValue`.

A number is read from the typed text. The rules are stricter than YAML's: ASCII digits, no leading
zero, no separators, no unit. YAML 1.1 would turn some texts into another number (`12:30` into 750,
`0123` into 83). Such texts are refused and never converted.
"""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from jinzai.model.number_words import number_in_words
from jinzai.model.reference import PlaceholderId

FIRST_YEAR: Final = 1989  # 平成元年度
LAST_YEAR: Final = 2100

_integer = re.compile(r"-?(?:0|[1-9][0-9]*)")
_decimal = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ambiguous = re.compile(
    r"[0-9]+(?::[0-9]+)+|[+-]?0[0-9_]+|0[xob][0-9a-fA-F_]+|[0-9][0-9_,]*|[0-9.]+[eE][+-]?[0-9]+"
)
_era = re.compile(
    r"(令和|平成|昭和|令|平|昭|[RHS])\.?"
    r"(元|[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:年度?)?"
)
_ERA_START: Final = {
    **dict.fromkeys(["令和", "令", "R"], 2018),
    **dict.fromkeys(["平成", "平", "H"], 1988),
    **dict.fromkeys(["昭和", "昭", "S"], 1925),
}
_LARGEST: Final = 1_000_000_000


def year_of_era(text: str) -> int | None:
    """The year of `令和7`, `R7年度` or `平成元年`; None for any other text.

    Capitals must be half-width. The first year of an era is 1 (元年), even if it was not a whole
    year.
    """
    era = _era.fullmatch(text)
    if era is None:
        return None
    if era[2] == "元":
        return _ERA_START[era[1]] + 1
    return _ERA_START[era[1]] + int(number_in_words(era[2]) or 0)


class NumberRoom(NamedTuple):
    """The numbers that a field takes: from `least` to `most`, only whole ones if `whole`."""

    least: int
    most: int
    whole: bool

    def holds(self, number: Decimal) -> bool:
        """Whether the field takes the number."""
        is_whole = number == number.to_integral_value()
        return self.least <= number <= self.most and (is_whole or not self.whole)


def _refuse(text: str, wanted: str, room: NumberRoom) -> PydanticCustomError:
    """The error for a text that is not a number.

    For `not-a-number`, the error's context has the `room` of the field.
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    facts: dict[str, Any] = {"text": text, "wanted": wanted, "meant": ""}
    year = year_of_era(folded.replace(" ", "").upper())
    if year is not None:
        return PydanticCustomError("era-year", "{text}", {**facts, "meant": str(year)})
    is_wide = not text.isascii() and _decimal.fullmatch(folded)
    if is_wide and not room.holds(Decimal(folded)):
        return PydanticCustomError("number-out-of-range", "{text}", facts)
    if is_wide:
        return PydanticCustomError("full-width-number", "{text}", {**facts, "meant": folded})
    if _ambiguous.fullmatch(folded):
        return PydanticCustomError("ambiguous-number", "{text}", facts)
    if room.whole and _decimal.fullmatch(text):
        return PydanticCustomError("number-out-of-range", "{text}", facts)
    return PydanticCustomError("not-a-number", "{text}", {**facts, "room": room})


def _reader(least: int, most: int, whole: bool) -> BeforeValidator:
    wanted = f"{least}〜{most}" if most < _LARGEST else f"{least}以上"
    wanted += "の整数" if whole else "の数"
    pattern = _integer if whole else _decimal
    room = NumberRoom(least, most, whole)

    def read(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
            raise PydanticCustomError("not-a-scalar", "", {"wanted": wanted})
        text = str(value)
        if not pattern.fullmatch(text):
            raise _refuse(text, wanted, room)
        number = Decimal(text)
        if text.startswith("-") or not least <= number <= most:
            # The limit that nobody meets is named only where somebody does.
            limited = f"{least}〜10億" if number > most == _LARGEST else wanted
            raise PydanticCustomError(
                "number-out-of-range", "{text}", {"text": text, "wanted": limited}
            )
        return int(text) if whole else number

    return BeforeValidator(read)


def _schema(kind: str, least: int, most: int) -> WithJsonSchema:
    bounds = {"minimum": least} | ({"maximum": most} if most < _LARGEST else {})
    return WithJsonSchema({"type": kind, **bounds})


Whole = Annotated[int, _reader(0, _LARGEST, True), _schema("integer", 0, _LARGEST)]
Amount = Annotated[Decimal, _reader(0, _LARGEST, False), _schema("number", 0, _LARGEST)]
PageNumber = Annotated[int, _reader(1, 9999, True), _schema("integer", 1, 9999)]
Order = Annotated[int, _reader(0, 9999, True), _schema("integer", 0, 9999)]
Years = Annotated[int, _reader(1, 50, True), _schema("integer", 1, 50)]
Month = Annotated[int, _reader(1, 12, True), _schema("integer", 1, 12)]
FiscalYear = Annotated[
    int, _reader(FIRST_YEAR, LAST_YEAR, True), _schema("integer", FIRST_YEAR, LAST_YEAR)
]
"""A fiscal year, named by the calendar year of its April: 令和7年度 is 2025."""


class Absence(StrEnum):
    """Why a number is missing."""

    UNDEFINED = "undefined"
    NOT_APPLICABLE = "not-applicable"


_frozen = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class PlaceholderValue(BaseModel):
    """A blank that a template leaves for the adopting municipality."""

    model_config = _frozen

    placeholder: PlaceholderId = Field(
        title="空欄",
        description="plan.yaml の placeholders に書いた空欄の id。",
        examples=["dx-promoter-count"],
    )


class NumberRange(BaseModel):
    """A range that the plan states. Both ends are included."""

    model_config = _frozen

    min: Amount = Field(title="下限", description="範囲の下の端。", examples=[1])
    max: Amount = Field(title="上限", description="範囲の上の端。", examples=[2])


def _which(value: Any) -> str:
    if isinstance(value, PlaceholderValue):
        return "placeholder"
    if isinstance(value, NumberRange):
        return "range"
    if isinstance(value, dict):
        return "range" if "min" in value or "max" in value else "placeholder"
    if value in (Absence.UNDEFINED.value, Absence.NOT_APPLICABLE.value):
        return "absence"
    return "number"


_absence = WithJsonSchema({"enum": [a.value for a in Absence]})

Count = Annotated[
    Annotated[Whole, Tag("number")]
    | Annotated[Absence, _absence, Tag("absence")]
    | Annotated[PlaceholderValue, Tag("placeholder")]
    | Annotated[NumberRange, Tag("range")],
    Discriminator(_which),
]
"""A number of people or things, or the reason why it is missing."""

Quantity = Annotated[
    Annotated[Amount, Tag("number")]
    | Annotated[Absence, _absence, Tag("absence")]
    | Annotated[PlaceholderValue, Tag("placeholder")]
    | Annotated[NumberRange, Tag("range")],
    Discriminator(_which),
]
"""Hours, days or a target's value, or the reason why it is missing."""
