"""When a signal breaks into a command, and when it waits."""

import signal
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from jinzai.command.stopping import Stoppable
from jinzai.publish.undisturbed import STOPPING, undisturbed


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """The signals as a program has them that was started in the usual way."""
    before = {number: signal.getsignal(number) for number in STOPPING}
    for number in STOPPING:
        signal.signal(number, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_the_signals_that_end_a_program_are_known() -> None:
    assert {signal.SIGINT, signal.SIGTERM} <= set(STOPPING)
    assert not hasattr(signal, "SIGHUP") or signal.SIGHUP in STOPPING


@pytest.mark.parametrize("number", STOPPING)
def test_it_breaks_into_the_work_and_only_once(number: signal.Signals) -> None:
    done: list[str] = []
    with Stoppable() as command:
        with suppress(KeyboardInterrupt), command.work():
            signal.raise_signal(number)
            done.append("the work went on")
        for again in STOPPING:
            signal.raise_signal(again)
        done.append("tidied")
    assert done == ["tidied"]


@pytest.mark.parametrize("number", STOPPING)
def test_before_the_work_it_waits(number: signal.Signals) -> None:
    taken = False
    with Stoppable() as command:
        signal.raise_signal(number)
        taken = True
        with pytest.raises(KeyboardInterrupt), command.work():
            pytest.fail("the work begins")
    assert taken


def test_after_the_work_it_comes_too_late() -> None:
    with Stoppable() as command:
        with command.work():
            pass
        signal.raise_signal(signal.SIGTERM)


def test_within_another_command_it_ends_the_inner_one_first() -> None:
    ended = []
    with Stoppable() as outer:
        with suppress(KeyboardInterrupt), outer.work(), Stoppable() as inner:
            with suppress(KeyboardInterrupt), inner.work():
                signal.raise_signal(signal.SIGINT)
            ended.append("inner")
            signal.raise_signal(signal.SIGINT)
            ended.append("tidied")
        ended.append("outer")
    assert ended == ["inner", "tidied", "outer"]


@pytest.mark.parametrize("number", STOPPING)
def test_what_was_ignored_stays_ignored(number: signal.Signals) -> None:
    signal.signal(number, signal.SIG_IGN)
    with Stoppable() as command, command.work(), undisturbed():
        assert signal.getsignal(number) is signal.SIG_IGN
        signal.raise_signal(number)
    assert signal.getsignal(number) is signal.SIG_IGN


def test_afterwards_the_signals_do_what_they_did() -> None:
    def mine(*_: object) -> None:
        pass

    signal.signal(signal.SIGTERM, mine)
    before = [signal.getsignal(number) for number in STOPPING]
    with Stoppable() as command, command.work(), undisturbed():
        assert mine not in [signal.getsignal(number) for number in STOPPING]
    with suppress(KeyboardInterrupt), Stoppable() as command, command.work():
        signal.raise_signal(signal.SIGINT)
    assert [signal.getsignal(number) for number in STOPPING] == before


@pytest.mark.parametrize("number", STOPPING)
def test_a_step_is_done_before_the_signal_takes_effect(number: signal.Signals) -> None:
    done: list[str] = []
    with Stoppable() as command, suppress(KeyboardInterrupt), command.work():
        with undisturbed():
            signal.raise_signal(number)
            with undisturbed():
                signal.raise_signal(number)
                done.append("inner")
            done.append("outer")
        done.append("the signal is lost")
    assert done == ["inner", "outer"]


@pytest.mark.parametrize(("signalled", "raised"), [(True, KeyboardInterrupt), (False, ValueError)])
def test_a_step_that_fails_does_not_lose_the_signal(
    signalled: bool, raised: type[BaseException]
) -> None:
    def step() -> None:
        with undisturbed():
            if signalled:
                signal.raise_signal(signal.SIGTERM)
            raise ValueError

    with Stoppable() as command, pytest.raises(raised), command.work():
        step()


def test_a_signal_between_two_that_are_put_back_leaves_none_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = [signal.getsignal(number) for number in STOPPING]
    set_ = signal.signal
    calls = []

    def disturbed(number: int, handler: object) -> object:
        result = set_(number, handler)  # type: ignore[arg-type]
        calls.append(number)
        if len(calls) == len(STOPPING) + 1:  # The first that is put back.
            signal.raise_signal(number)
        return result

    with monkeypatch.context() as patched:
        patched.setattr(signal, "signal", disturbed)
        with pytest.raises(KeyboardInterrupt), undisturbed():
            pass
    assert [signal.getsignal(number) for number in STOPPING] == before


def test_outside_the_main_thread_nothing_changes() -> None:
    handlers = [signal.getsignal(number) for number in STOPPING]
    found: list[object] = []

    def run() -> None:
        with Stoppable() as command, command.work(), undisturbed():
            found.extend(signal.getsignal(number) for number in STOPPING)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found == handlers
