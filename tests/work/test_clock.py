"""The clock: what is measured goes to the stage that took it."""

from collections.abc import Iterator

import pytest

from jinzai.work.clock import Clock


class Watch:
    """A clock on the wall that only the test moves on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr("jinzai.work.clock.time.perf_counter", lambda: self.now)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


def test_what_a_consumer_does_with_an_item_is_not_the_makers_time(watch: Watch) -> None:
    measured = Clock()
    for _ in measured.each("make", range(3)):
        watch.now += 2.0
    assert measured.stages["make"] == 0.0
    assert measured.total == 6.0


def test_making_an_item_counts_even_when_it_is_the_last(watch: Watch) -> None:
    def slowly() -> Iterator[int]:
        watch.now += 2.0
        yield 1
        watch.now += 3.0

    measured = Clock()
    assert list(measured.each("make", slowly())) == [1]
    assert measured.stages["make"] == 5.0
