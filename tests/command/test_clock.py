"""The clock: what is measured goes to the stage that took it."""

import time
from collections.abc import Iterator

from jinzai.command.clock import Clock


def test_what_a_consumer_does_with_an_item_is_not_the_makers_time() -> None:
    clock = Clock()
    for _ in clock.each("make", range(3)):
        time.sleep(0.02)
    assert clock.stages["make"] < 0.02


def test_making_an_item_counts_even_when_it_is_the_last() -> None:
    def slowly() -> Iterator[int]:
        time.sleep(0.02)
        yield 1
        time.sleep(0.02)

    clock = Clock()
    assert list(clock.each("make", slowly())) == [1]
    assert clock.stages["make"] >= 0.04
