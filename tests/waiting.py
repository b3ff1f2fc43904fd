"""How long tests wait: until something is true, however busy the machine is.

A test waits for a condition, and the condition ends the wait. The limits here only end a test that
waits for what never comes, so they are far longer than anything takes beside 20 busy processes.
"""

import time
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Page

PATIENCE: Final = 180.0
"""Seconds for one step: an answer, a change in a page, the end of a program that is stopped."""

PATIENCE_FOR_PROGRAMS: Final = 900.0
"""Seconds for a program from its start to its end."""

GLANCE: Final = 0.005
"""Seconds between two looks."""


def until(true: Callable[[], object], what: Callable[[], object] = lambda: None) -> None:
    """Waits until something is true; `what` tells what is, where it does not come to that."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, what()
        time.sleep(GLANCE)


def until_told(page: Page, true: Callable[[], object]) -> None:
    """Waits until what the browser tells of a page makes something true.

    Playwright calls a test's handlers only while the test waits for the browser. Its own
    `wait_for_function` is not for our pages: a condition that is not true at its first look is
    looked at again by `eval`, and the pages' Content Security Policy forbids that.
    """
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        page.wait_for_timeout(1000 * GLANCE)
