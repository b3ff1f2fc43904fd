"""What is being shown: the last good site and what there is to say about newer content.

Owns the one thing that the maker of sites and the threads that answer browsers share. Knows
nothing of either.
"""

import secrets
import threading
from typing import NamedTuple

from jinzai.publish.memory import SiteInMemory
from jinzai.serve.notice import Notice


class PreviewState(NamedTuple):
    """What is shown at one moment; never changes.

    Attributes:
        version: differs from that of every other view, also of another server's.
        site: the last good site, or None before there was one.
        notice: what there is to say on every page, or None.
    """

    version: str
    site: SiteInMemory | None
    notice: Notice | None


class Stand:
    """The view of the moment, for any number of threads."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._number = 0
        self._changed = threading.Condition()
        self._view = PreviewState(f"{self._run}-0", None, None)
        self._closed = False

    @property
    def view(self) -> PreviewState:
        """What is shown now."""
        return self._view

    def show(self, site: SiteInMemory | None, notice: Notice | None) -> bool:
        """Shows a site and a notice from now on; returns whether a reader sees a difference."""
        with self._changed:
            old = self._view
            if old.site == site and old.notice == notice:
                return False
            self._number += 1
            self._view = PreviewState(f"{self._run}-{self._number}", site, notice)
            self._changed.notify_all()
            return True

    def other_than(self, version: str, seconds: float) -> PreviewState:
        """The view, as soon as its version is another, or after `seconds`, or once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._view.version != version, seconds)
            return self._view

    def close(self) -> None:
        """Lets everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
