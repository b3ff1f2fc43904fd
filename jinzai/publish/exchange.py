"""The exchange of two folders in one step, on systems that can do that.

This module owns the call of Linux' `renameat2` with `RENAME_EXCHANGE` (renameat2(2); Linux 3.15,
glibc 2.28). On other systems it does nothing and says so.
"""

import errno
import os
import sys
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_CANNOT: Final = frozenset([errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EXDEV])


def exchange(one: Path, other: Path) -> bool:
    """Exchanges `one` and `other`, which both exist. Returns whether they were exchanged.

    It never leaves half of an exchange. Returns False if the system cannot exchange folders. Raises
    `OSError` if the system can, but the exchange failed.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # Needed once a build, when all else is done.

    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))
