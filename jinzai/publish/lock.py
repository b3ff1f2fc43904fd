"""One build at a time: a lock on a file.

This module owns only the lock. It is a lock of the operating system if the drive can do that. The
system releases it when its process ends, in any way, so it never has to be cleaned up.

Some network drives cannot lock (ENOLCK of NFS without its lock service, ENOTSUP of SMB on some
systems). Several people share such a drive, so two builds at once are likely there, and one would
remove what the other is writing. A person who edits content there cannot change how the drive is
mounted, so "use another drive" would be no help. In that case the lock is a second file, the mark,
which only one build can create. Any drive can do that. But a mark outlives a build that was killed.
Then the next build stops, names the mark, and says when to delete it.
"""

import errno
import os
import socket
import sys
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# POSIX lets a system say either. Windows says "deadlock" after it has tried for a while.
_HELD: Final = frozenset(
    [errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK]
    + ([errno.EDEADLK] if sys.platform == "win32" else [])
)


_HOLDER_LENGTH: Final = 100


class LockHeldError(Exception):
    """Another process holds the lock.

    Attributes:
        mark: the file that is the lock, or None for a lock of the system. It may be left over from
            a killed build.
        holder: the computer and the process that made the mark, as far as that can be read:
            `pc-012, 4321`.
    """

    def __init__(self, path: Path, mark: Path | None = None, holder: str = "") -> None:
        super().__init__(str(path))
        self.mark = mark
        self.holder = holder


class FileLock:
    """A lock on `path`. It is taken when the object is made. The file stays after the release."""

    def __init__(self, path: Path) -> None:
        """Raises `LockHeldError`. Raises `OSError` if a file cannot be opened or created."""
        mark = path.with_name(f"{path.name}.held")
        self._mark: Path | None = None
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if _lock(self._handle, path):
                _refuse(mark, path)
            else:
                _create(mark, path)
                self._mark = mark
        except BaseException:
            os.close(self._handle)
            raise

    def release(self) -> None:
        """Releases the lock. Must be called once. Raises nothing."""
        if self._mark is not None:
            _remove(self._mark)
        os.close(self._handle)


def _lock(handle: int, path: Path) -> bool:
    """Locks the file. Returns False if the drive cannot do that.

    Raises `LockHeldError`.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            # lockf, not flock: a forked worker must not keep the lock of its dead parent.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            raise LockHeldError(path) from error
        return False
    return True


def _refuse(mark: Path, path: Path) -> None:
    """Raises `LockHeldError` if there is a mark.

    A build on another computer made it, on which the same drive could not lock.
    """
    if mark.exists():
        raise _held_by(mark, path)


def _create(mark: Path, path: Path) -> None:
    try:
        handle = os.open(mark, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        raise _held_by(mark, path) from None
    try:
        os.write(handle, f"{socket.gethostname()}, {os.getpid()}\n".encode())
    except OSError:
        _remove(mark)
        raise
    finally:
        os.close(handle)


def _held_by(mark: Path, path: Path) -> LockHeldError:
    try:
        holder = mark.read_text("utf-8", errors="replace").partition("\n")[0][:_HOLDER_LENGTH]
    except OSError:
        holder = ""
    return LockHeldError(path, mark, holder)


def _remove(mark: Path) -> None:
    """Removes the mark. If that fails, the next build reports the mark."""
    try:
        mark.unlink(missing_ok=True)
    except OSError:
        return
