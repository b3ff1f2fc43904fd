"""When targets fall due: the columns of a table of targets. Knows nothing of their values."""

from collections.abc import Iterable

from jinzai.model.target import Target, TargetValue

Time = tuple[int | None, int | None]
"""A fiscal year, or a number of years after the plan starts, or, with neither, no time at all."""

TIMELESS = "時期の定めなし"


def time_of(value: TargetValue) -> Time:
    """When a value is to be reached."""
    return value.year, value.within


def times(targets: Iterable[Target]) -> tuple[Time, ...]:
    """Fiscal years from the earliest, then numbers of years from the fewest, then no time."""
    found = {time_of(value) for target in targets for value in target.values}
    return tuple(sorted(found, key=_late))


def _late(time: Time) -> tuple[bool, int, bool, int]:
    """What to sort times by: what is not there comes last."""
    year, within = time
    return year is None, year or 0, within is None, within or 0
