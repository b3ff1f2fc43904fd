"""The present state of the preview: the last good site, and a notice about newer content.

This module owns the only object that the maker of sites and the threads that answer browsers share.
It does not know either of them.
"""

import secrets
import threading
from typing import NamedTuple

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.notice import Notice


class PreviewState(NamedTuple):
    """The state at one moment. It never changes.

    Attributes:
        version: unique among all states, even among those of other servers.
        site: the last good site, or None if there was no good site yet.
        notice: the notice on every page, or None.
    """

    version: str
    site: SiteInMemory | None
    notice: Notice | None


class Stand:
    """The present state, for any number of threads."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._number = 0
        self._changed = threading.Condition()
        self._view = PreviewState(f"{self._run}-0", None, None)
        self._closed = False

    @property
    def view(self) -> PreviewState:
        """The state that is shown now."""
        return self._view

    def show(self, site: SiteInMemory | None, notice: Notice | None) -> bool:
        """Shows a site and a notice from now on. Returns whether a reader sees a difference."""
        with self._changed:
            old = self._view
            if old.site == site and old.notice == notice:
                return False
            self._number += 1
            self._view = PreviewState(f"{self._run}-{self._number}", site, notice)
            self._changed.notify_all()
            return True

    def other_than(self, version: str, seconds: float) -> PreviewState:
        """The state as soon as its version differs from `version`.

        It waits for at most `seconds`, and not any more after `close`.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._view.version != version, seconds)
            return self._view

    def close(self) -> None:
        """Ends all waiting."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
