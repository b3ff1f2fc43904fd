"""The renaming of files and folders: the only place of the program that renames anything.

On Windows, and on network drives, a rename is refused while another program has a file open in the
folder. A virus scanner or a search index does that with every new file, for a moment. So a refusal
of this kind is tried again for ten seconds before it counts.

This module does not know what is renamed.
"""

import errno
import os
import time
from pathlib import Path
from typing import Final

PAUSES: Final = (0.05,) * 20 + (0.25,) * 36
"""The pauses between the attempts, in seconds. Together they are ten seconds."""

_IN_USE: Final = frozenset([errno.EBUSY, errno.ETXTBSY])
# System error codes of Windows: access denied, sharing violation, lock violation, busy, and a file
# with an open view (ERROR_USER_MAPPED_FILE).
_IN_USE_ON_WINDOWS: Final = frozenset([5, 32, 33, 170, 1224])


def rename(source: Path, target: Path, *, over: bool = False) -> None:
    """Renames a file or a folder. Only with `over` may there be a file at `target`.

    On systems other than Windows, a file or an empty folder at `target` is replaced in any case.
    A refusal that may end soon is tried again for ten seconds. Raises the last `OSError`.
    """
    for pause in PAUSES:
        try:
            _once(source, target, over=over)
        except OSError as error:
            if not _may_end_soon(error, source, target):
                raise
        else:
            return
        time.sleep(pause)
    _once(source, target, over=over)


def _once(source: Path, target: Path, *, over: bool) -> None:
    if over:
        source.replace(target)
    else:
        source.rename(target)


def _may_end_soon(error: OSError, source: Path, target: Path) -> bool:
    """Whether somebody uses the file, so that only a moment has to pass."""
    if getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS or error.errno in _IN_USE:
        # What is mounted stays busy until it is unmounted.
        return not (source.is_mount() or target.is_mount())
    # Elsewhere a refusal also stands for rights that are missing, and these do not come back.
    folders = (source.parent, target.parent, *([source] if source.is_dir() else []))
    return error.errno == errno.EACCES and all(
        os.access(folder, os.W_OK | os.X_OK) for folder in folders
    )
