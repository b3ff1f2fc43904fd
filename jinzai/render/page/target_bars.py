"""The lengths of the bars beside numbers of people and shares.

This module owns the scale. A number has a bar only if there is another number to compare it with.
It does not know where the bars stand.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from jinzai.model.numbers import NumberRange
from jinzai.model.target import Target, TargetValue, Unit
from jinzai.render.words.amounts import Quantity

_WHOLE: Final = 100
"""The scale of shares in per cent."""


class TargetBar(NamedTuple):
    """The lengths of a bar in per cent of the longest possible bar, as `12.5`.

    `most` is the end of a range; without a range it equals `length`. `part` is the part of the
    length that was reached before, or `0`. `shared` names a scale whose bars a script can draw anew
    beside others, and `full` is the amount of its longest possible bar. Both are empty if the scale
    is not shared.
    """

    length: str
    most: str
    part: str
    shared: str = ""
    full: str = ""


class Scale:
    """The common scale of some numbers.

    `whole` is the amount of the longest bar; without it, the largest of the numbers is. Without
    `whole`, there are bars only for two or more numbers, or if the scale is `shared`, so that
    readers can add other numbers.
    """

    def __init__(
        self, amounts: Iterable[Quantity], whole: int | None = None, shared: str = ""
    ) -> None:
        ends = [_ends(amount) for amount in amounts]
        largest = [most for _, most in filter(None, ends)]
        self._full = max([*largest, Decimal(whole or 0)])
        self._shared = shared if whole is None else ""
        is_compared = whole is not None or len(largest) > 1 or bool(shared)
        self._drawn = self._full > 0 and is_compared

    def bar(self, amount: Quantity, part: Quantity | None = None) -> TargetBar | None:
        """The bar of an amount; None if it is not a number or cannot be compared."""
        ends = _ends(amount)
        if ends is None or not self._drawn:
            return None
        within = _ends(part) if part is not None else None
        reached = min(within[0], ends[0]) if within else Decimal(0)
        length, most, before = map(self._share, (*ends, reached))
        return TargetBar(
            length, most, before, self._shared, f"{self._full}" if self._shared else ""
        )

    def _share(self, amount: Decimal) -> str:
        return f"{amount * 100 / self._full:.1f}".removesuffix(".0")


def target_scales(targets: Iterable[Target]) -> dict[Unit, Scale]:
    """The scale of each unit that targets count in: one for all targets of a plan."""
    amounts: dict[Unit, list[Quantity]] = {}
    for target in targets:
        amounts.setdefault(target.unit, []).extend(value.value for value in target.values)
    return {
        unit: Scale(found, _WHOLE if unit is Unit.PERCENT else None)
        for unit, found in amounts.items()
    }


def target_bar(scale: Scale, value: TargetValue) -> TargetBar | None:
    """The bar of a target's value. Its first part is the amount that was reached before."""
    return scale.bar(value.value, value.includes[0].value if value.includes else None)


def _ends(amount: Quantity) -> tuple[Decimal, Decimal] | None:
    if isinstance(amount, NumberRange):
        return amount.min, amount.max
    if isinstance(amount, int | Decimal):
        return Decimal(amount), Decimal(amount)
    return None
