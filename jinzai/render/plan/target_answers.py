"""What the page of targets answers first: how many people by when, or which kinds of targets.

Where a plan has few targets with fiscal years, each is a cell of the strip with what it comes to.
All other targets are counted by kind, with their values. This module does not know the table.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from jinzai.model.numbers import NumberRange, PlaceholderValue
from jinzai.model.target import Target, TargetValue, Unit
from jinzai.render.page.answers import Answer, counted
from jinzai.render.page.links import Link
from jinzai.render.page.place import PagePlace
from jinzai.render.words import amounts, dates

_MOST: Final = 4
"""How many cells a strip has at most."""

_AMOUNT: Final = re.compile(r"(\D*)([\d,.〜]+)(.*)")


def target_answers(place: PagePlace, targets: Iterable[Target]) -> tuple[Answer, ...]:
    """The answers about some targets; empty without targets."""
    every = tuple(targets)
    dated = [one for one in every if _numbers(one) and all(v.year for v in one.values)]
    if len(dated) > _MOST:
        years = {value.year for one in dated for value in one.values if value.year is not None}
        return (
            Answer("年度ごとの目標", counted(len(dated), "件"), Markup(dates.each_year(years))),
            *_by_kind([one for one in every if one not in dated]),
        )[:_MOST]
    return (
        *(_by_year(place, one) for one in dated),
        *_by_kind([one for one in every if one not in dated]),
    )[:_MOST]


def headcount_answers(headcounts: Iterable[tuple[Link, amounts.Value]]) -> tuple[Answer, ...]:
    """The numbers of people that a plan without targets states for roles and levels."""
    found = [one for one in headcounts if not one[1].state]
    return tuple(
        Answer(role.text, _big(value.text), Markup("役割の規模として"))
        for role, value in found
        if len(found) <= _MOST
    )


def _by_year(place: PagePlace, target: Target) -> Answer:
    numbers = _numbers(target)
    first, last = numbers[0], numbers[-1]
    said = f"{dates.era_year(last.year)}年度" if last.year is not None else ""
    if first is not last and first.year is not None:
        said += f"。{dates.era_year(first.year)}年度は{_words(target, first)}"
    label = place.role(target.role, target.level).text if target.role else target.name
    return Answer(label, _big(_words(target, last)), Markup.escape(said))


def _by_kind(targets: Iterable[Target]) -> Iterator[Answer]:
    shares: list[Target] = []
    people: list[Target] = []
    blanks: list[Target] = []
    silent: list[Target] = []
    for target in targets:
        if _numbers(target):
            (shares if target.unit is Unit.PERCENT else people).append(target)
        elif any(isinstance(value.value, PlaceholderValue) for value in target.values):
            blanks.append(target)
        else:
            silent.append(target)
    for label, found in (("割合の目標", shares), ("人数の目標", people)):
        if found:
            said = "、".join(_words(one, value) for one in found for value in _numbers(one))
            yield Answer(label, counted(len(found), "件"), Markup.escape(said))
    if blanks:
        yield Answer("数が空欄の目標", counted(len(blanks), "件"), Markup("自治体ごとに数を入れる"))
    if silent:
        yield Answer("数の記載がない目標", counted(len(silent), "件"))


def _numbers(target: Target) -> list[TargetValue]:
    """The values of a target that are numbers."""
    return [one for one in target.values if isinstance(one.value, int | Decimal | NumberRange)]


def _words(target: Target, value: TargetValue) -> str:
    return amounts.target_value(value.value, target.unit, target.bound).text


def _big(text: str) -> Markup:
    """An amount in words with its number big."""
    found = _AMOUNT.fullmatch(text)
    return counted(found[2], found[3], found[1]) if found else Markup.escape(text)
