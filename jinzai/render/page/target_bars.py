"""The bars beside the numbers of people and shares: how long each is.

Owns the scale; a number is only drawn where there is another to compare it with. Refuses to know
where the bars stand.
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
    """A bar's lengths in per cent of the longest that there could be, as `12.5`.

    `most` is the far end of a range and otherwise `length`; `part` is what of the length was
    reached before, `0` for nothing. Bars of one `shared` scale can be drawn anew beside others of
    it: `full` is what the longest there could be stands for. Both are empty on a scale of its own.
    """

    length: str
    most: str
    part: str
    shared: str = ""
    full: str = ""


class Scale:
    """The common scale of some numbers.

    `whole` is what the longest bar stands for; without it the largest of the numbers, which are
    drawn only where there are two or more, or where readers can put others beside them, on a scale
    that has the name `shared`.
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
        """The bar of an amount; None where it is no number, or none to compare."""
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
    """The bar of a target's value; its first part is what was reached before."""
    return scale.bar(value.value, value.includes[0].value if value.includes else None)


def _ends(amount: Quantity) -> tuple[Decimal, Decimal] | None:
    if isinstance(amount, NumberRange):
        return amount.min, amount.max
    if isinstance(amount, int | Decimal):
        return Decimal(amount), Decimal(amount)
    return None
