"""One build at a time: an operating system's lock on a file.

Owns the lock and nothing else. The system lets go of it when its process ends, however it
ends, so a lock never needs to be cleaned up.
"""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class LockHeldError(Exception):
    """Another process holds the lock."""


class FileLock:
    """The lock on `path`, taken when made; the file itself stays when it is released."""

    def __init__(self, path: Path) -> None:
        """Raises `LockHeldError`, or `OSError` where the file cannot be opened."""
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._handle, msvcrt.LK_NBLCK, 1)
            else:
                # lockf, not flock: a forked worker must not keep the lock of its dead parent.
                fcntl.lockf(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._handle)
            raise LockHeldError(str(path)) from error

    def release(self) -> None:
        """Lets go. Must be called once."""
        os.close(self._handle)
