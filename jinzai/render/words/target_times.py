"""The times of targets: in words, and as columns of a table. Their values are not known here."""

from collections.abc import Iterable

from jinzai.model.target import Target, TargetValue
from jinzai.render.words import dates

Time = tuple[int | None, int | None]
"""A fiscal year and None, or None and a number of years after the plan starts.

Both are None if the plan states no time.
"""

TIMELESS = "時期の記載なし"


def time_of(value: TargetValue) -> Time:
    """The time at which a value is to be reached."""
    return value.year, value.within


def time_words(year: int | None, within: int | None) -> str:
    """The time of a target in words: a fiscal year, `5年以内`, or the words for no time."""
    if year is not None:
        return dates.fiscal_year(year)
    return TIMELESS if within is None else f"{within}年以内"


def times(targets: Iterable[Target]) -> tuple[Time, ...]:
    """The times of the targets, each once.

    Fiscal years come first, then numbers of years, each in rising order. No time comes last.
    """
    found = {time_of(value) for target in targets for value in target.values}
    return tuple(sorted(found, key=_late))


def _late(time: Time) -> tuple[bool, int, bool, int]:
    """The sort key of a time. A missing time comes last."""
    year, within = time
    return year is None, year or 0, within is None, within or 0
