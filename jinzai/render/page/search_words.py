"""The words by which the search finds a thing of a plan.

Which fields of a kind count is said by its row of `jinzai.model.kinds`. This module owns how a
field is said in words: the names of the things that it names, hours, months, years. It does not
know how the search ranks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel

from jinzai.export.plain import plain_text
from jinzai.link.backlinks import EntityKey
from jinzai.link.catalogue import LinkedPlan
from jinzai.model.base import Record
from jinzai.model.course import Format
from jinzai.model.kinds import LEVEL, Kind
from jinzai.model.numbers import Absence, NumberRange, Quantity
from jinzai.model.plan import Period
from jinzai.model.schedule import Months, MonthsInWords
from jinzai.model.target import Target
from jinzai.model.walk import FoundReference, Path, walk
from jinzai.render.words import amounts, dates, wording

READINGS: Final = ("kana", "aliases", "short_title")
"""The fields of any kind with other ways to write or to read a name."""

_AMOUNTS: Final[Mapping[str, Callable[[Any], str]]] = {
    "hours": lambda hours: amounts.value(hours, "時間").text,
    "days": lambda days: amounts.value(days, "日").text,
    "year": dates.fiscal_year,
    "years": dates.fiscal_year,
}
"""How numbers are said, by the name of their field. Other numbers are not searched for."""

_NOT_SAID: Final = frozenset(["id", "note", "basis", "source", "table"])
"""Fields inside a field that say nothing by which anybody looks for it."""

_some_years: Final = re.compile(r"(\d{1,2})[〜～~-](\d{1,2})年目")
_years_from: Final = re.compile(r"(\d{1,2})年目以降")
_LAST_YEAR: Final = 10
_positions: Final = re.compile(
    r"(?:^|(?<=[、・。とや]))(?:局部|局|部|次|課|係)長(?:代理)?|係員(?=$|[級以かまと、・。])"
)
"""A position in a text about whom something is for: 課長 of 課長級の職員, not of 情報担当の課長."""


def readings(entity: object) -> str:
    """Other ways to write or to read the name of an entity, separated by spaces."""
    known = vars(entity)
    values = (known.get(field) for field in READINGS)
    return " ".join(
        text
        for value in values
        for text in (value if isinstance(value, tuple) else (value,))
        if isinstance(text, str)
    )


def positions(entity: BaseModel, kind: Kind) -> str:
    """The positions and the years of service for which an entity is, as other names of it.

    Who is in the third year looks for 3年目 and is meant by 2〜4年目 too.
    """
    said = " ".join(words_of(entity, kind.beside, None))
    found = " ".join(dict.fromkeys(_positions.findall(said)))
    return _joined((found.replace("局部長", "局部長 局長 部長"), *_each_year(said)))


def words_beside(entity: BaseModel, kind: Kind, plan: LinkedPlan | None) -> str:
    """What the fields `beside` of an entity say."""
    return _joined(words_of(entity, kind.beside, plan))


def words_in(entity: BaseModel, kind: Kind, plan: LinkedPlan | None) -> str:
    """What the fields `texts` of an entity say."""
    return _joined(words_of(entity, kind.texts, plan))


def words_of(entity: BaseModel, fields: Iterable[str], plan: LinkedPlan | None) -> Iterator[str]:
    """What the fields of an entity say, each text once.

    `plan` has the names of the things that the entity names. Without it, these are left out.
    """
    references = {
        found.path: found
        for found in (walk(entity) if plan is not None else ())
        if isinstance(found, FoundReference)
    }
    said: dict[str, None] = {}
    for field in fields:
        for path, value in _leaves(entity, field.split("."), ()):
            if plan is not None and path in references:
                text = _name(plan, references[path])
            elif isinstance(entity, Target) and path[-1] == "value":
                text = _target_value(entity, value)
            else:
                text = _word(str(path[-1 if isinstance(path[-1], str) else -2]), value)
            if text:
                said[text] = None
    return iter(said)


def _leaves(value: Any, names: list[str], path: Path) -> Iterator[tuple[Path, Any]]:
    """The values at a path of names, or all below it, with their full paths."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _leaves(item, names, (*path, number))
    elif isinstance(value, Period | Months) or not isinstance(value, Record):
        if value is not None and not names:
            yield path, value
    else:
        known = vars(value)
        for name in names[:1] or (name for name in known if name not in _NOT_SAID):
            if name in known:
                yield from _leaves(known[name], names[1:], (*path, name))


def _name(plan: LinkedPlan, found: FoundReference) -> str:
    if found.kind == LEVEL.id:
        role = getattr(found.owner, "role", "")
        return plan.levels.get(role, {}).get(found.id, "")
    return plan.names.get(EntityKey(found.kind, found.id), "")


def _target_value(target: Target, value: Quantity) -> str:
    if isinstance(value, Absence):
        return ""
    return amounts.target_value(value, target.unit, target.bound).text


def _word(field: str, value: Any) -> str:
    """A value that is no reference in words; `""` if it says nothing."""
    if value is Format.UNDEFINED or isinstance(value, Absence):
        return ""
    if isinstance(value, Months | MonthsInWords):
        return dates.months(value)
    if isinstance(value, StrEnum):
        return wording.word(value)
    if isinstance(value, str):
        return plain_text(value).replace("\n", " ")
    if isinstance(value, Period):
        return dates.period(value)
    if isinstance(value, int | Decimal | NumberRange) and field in _AMOUNTS:
        return _AMOUNTS[field](value)
    return ""


def _each_year(text: str) -> Iterator[str]:
    for first, last in _some_years.findall(text):
        yield from (f"{year}年目" for year in range(int(first), int(last) + 1))
    for first in _years_from.findall(text):
        yield from (f"{year}年目" for year in range(int(first), _LAST_YEAR + 1))


def _joined(words: Iterable[str]) -> str:
    return " ".join(filter(None, words))
