"""How often some work calls functions: a bound for growth that is no time."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls_of(work: Callable[[], object], *names: str) -> int:
    """How often the work calls functions of these qualified names, such as `str.find`."""
    number = 0

    def seen(frame: FrameType, event: str, called: Any) -> None:
        nonlocal number
        if event == "c_call":
            number += called.__qualname__ in names
        elif event == "call":
            number += frame.f_code.co_qualname in names

    _watched(work, seen)
    return number


def all_calls(work: Callable[[], object]) -> int:
    """How often the work calls any function. Each step of a generator counts too."""
    number = 0

    def seen(_frame: FrameType, event: str, _called: Any) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    _watched(work, seen)
    return number


def _watched(work: Callable[[], object], seen: Callable[[FrameType, str, Any], None]) -> None:
    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
