"""What is shown changes as a whole, and those who wait learn of it."""

import threading
from collections.abc import Callable

import pytest

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.notice import Notice
from jinzai.serve.stand import Stand
from tests.waiting import PATIENCE


def site(data: bytes) -> SiteInMemory:
    made = SiteInMemory()
    made.write("a.txt", data)
    return made


def test_only_a_difference_makes_a_version() -> None:
    stand = Stand()
    first = stand.view
    assert not stand.show(None, None)
    assert stand.show(site(b"1"), None)
    second = stand.view
    assert not stand.show(site(b"1"), None)
    assert stand.view is second
    assert stand.show(site(b"1"), Notice("a", ()))
    assert stand.show(site(b"2"), Notice("a", ()))
    assert len({first.version, second.version, stand.view.version}) == 3


def test_two_servers_never_share_a_version() -> None:
    assert Stand().view.version != Stand().view.version


def test_who_knows_an_older_version_need_not_wait() -> None:
    stand = Stand()
    assert stand.other_than("other", 60) is stand.view


def test_who_knows_the_version_waits_for_the_next_or_for_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand = Stand()
    seen = stand.view.version
    assert stand.other_than(seen, 0.01).version == seen
    found: list[str] = []
    begun = threading.Event()
    wait_for = stand._changed.wait_for

    def told(true: Callable[[], bool], seconds: float) -> bool:
        begun.set()  # Nothing can be shown before it waits, for it holds the lock.
        return wait_for(true, seconds)

    monkeypatch.setattr(stand._changed, "wait_for", told)
    waiting = threading.Thread(
        target=lambda: found.append(stand.other_than(seen, 2 * PATIENCE).version)
    )
    waiting.start()
    assert begun.wait(PATIENCE)
    stand.show(site(b"1"), None)
    waiting.join(PATIENCE)
    assert found == [stand.view.version]
    assert found != [seen]
    last = threading.Thread(target=lambda: stand.other_than(found[0], 2 * PATIENCE))
    last.start()
    stand.close()
    last.join(PATIENCE)
    assert not last.is_alive()
