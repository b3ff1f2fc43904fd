"""Two folders that change places in one step, where the system can do that.

Owns the call of Linux' `renameat2` with `RENAME_EXCHANGE` (renameat2(2); Linux 3.15, glibc 2.28).
Elsewhere it says that it cannot, and nothing has happened.
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
    """Whether `one` and `other`, which both exist, have changed places; never half.

    Raises `OSError` where the system could have, and refused.
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
