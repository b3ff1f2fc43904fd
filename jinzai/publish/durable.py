"""Makes sure that written files are on the disk, so that they survive a power failure.

This module owns how each operating system is asked for that. On Linux, one call of syncfs(2) writes
everything that is still in memory for a whole file system. Measured (bench/README.md), that takes
less time than writing 7,000 files, while fsync(2) of each file takes twelve times as long as
writing them. The call also waits for data that other programs have just written to the same disk.

On other systems each file is synced by itself, several at once. macOS needs one more call, because
its fsync stops at the drive's own memory (fsync(2), fcntl(2) F_FULLFSYNC).
"""

import errno
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

if sys.platform == "darwin":
    import fcntl

_AT_ONCE: Final = 16
_CANNOT: Final = frozenset([errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP])


class Writing:
    """The writing of files to a folder. `close` must be called in the end."""

    def __init__(self, folder: Path) -> None:
        """Must be called before the first file is written. Raises `OSError`."""
        # syncfs tells of every error since its folder was opened (Linux 5.8). Opened only at the
        # end, it would not tell that a page could not be written a second ago.
        self._handle = os.open(folder, os.O_RDONLY) if _has_syncfs() else -1

    def finish(self, *paths: Path) -> None:
        """Returns when these files and folders are on the disk. They are all in the folder.

        Raises `OSError` if something could not be written (EIO, ENOSPC, EDQUOT).
        """
        if self._handle < 0 or not _syncfs(self._handle):
            write_out_each(paths)

    def write_out_so_far(self) -> None:
        """Returns when everything written until now is on the disk, if the system can do that.

        Raises `OSError` like `finish`.
        """
        if self._handle >= 0:
            _syncfs(self._handle)

    def close(self) -> None:
        """Ends the writing. May be called twice."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def write_out_each(paths: Iterable[Path]) -> None:
    """Returns when each of these files, and all files in these folders, are on the disk.

    `Writing.finish` uses it on systems without syncfs. Raises `OSError` like `Writing.finish`.
    """
    files: list[str] = []
    folders: list[Path] = []
    for path in paths:
        if path.is_file():
            files.append(str(path))
            folders.append(path.parent)
        for inside, _, names in os.walk(path):
            folders.append(Path(inside))
            files += [os.path.join(inside, name) for name in names]  # noqa: PTH118 (thousands)
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        _all(threads.map(_write_out, files))
    write_out_names(*reversed(folders))


def write_out_names(*folders: Path) -> None:
    """Returns when the names in these folders are on the disk: created, moved and removed files.

    Does nothing if the system cannot do that for a folder. Raises `OSError` like `Writing.finish`.
    """
    if sys.platform == "win32":
        return  # It opens no folders; NTFS keeps a journal of names.
    for folder in folders:
        try:
            handle = os.open(folder, os.O_RDONLY)
        except PermissionError:
            continue  # A folder that may be written but not listed.
        try:
            _fsync(handle)
            if sys.platform == "darwin" and folder == folders[-1]:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        finally:
            os.close(handle)


def _has_syncfs() -> bool:
    return sys.platform.startswith("linux")


def _syncfs(handle: int) -> bool:
    """Writes the file system of the opened folder to its disk.

    Returns False if the system cannot do that. Raises `OSError` if it fails.
    """
    import ctypes  # Needed once a build, when all else is done.

    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        return False
    if syncfs(handle) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number))


def _all(done: Iterable[None]) -> None:
    """Waits for all of them. Raises the exception of the first one that failed."""
    for _ in done:
        pass


def _write_out(file: str) -> None:
    # Windows writes out only what may be written.
    handle = os.open(file, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        _fsync(handle)
    finally:
        os.close(handle)


def _fsync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
