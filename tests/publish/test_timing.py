import pytest

from jinzai.publish.timing import Seconds, Stopwatch


def test_laps_are_seconds_and_some_of_them_count(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([0.0, 1.0, 3.0, 6.0, 10.0])
    monkeypatch.setattr("jinzai.publish.timing.time.perf_counter", lambda: next(moments))
    watch = Stopwatch()
    assert watch.lap() == 1.0
    watch.count()
    assert watch.lap() == 3.0
    watch.count()
    assert watch.counted == 2.0 + 4.0


def test_seconds_by_name() -> None:
    assert list(Seconds(1, 2, 3, 4).as_dict()) == ["waiting", "pour", "swap", "engine"]
