"""How much some work does: a bound for growth that is no time."""

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

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return number


def lines_of(work: Callable[[], object]) -> int:
    """How many lines of Python the work runs. Each turn of a loop counts."""
    number = 0

    def seen(_frame: FrameType, event: str, _told: Any) -> Any:
        nonlocal number
        number += event == "line"
        return seen

    before = sys.gettrace()
    sys.settrace(seen)
    try:
        work()
    finally:
        sys.settrace(before)
    return number
