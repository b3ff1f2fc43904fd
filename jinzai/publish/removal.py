"""The removal of folders that nobody needs any more, without anybody waiting for large ones.

Deleting 100,000 files takes from seconds to minutes, depending on the disk. So a large folder gets
a name that says it can go (`gone-*`), and a process of its own removes it. That process belongs to
no build: it goes on when the build ends. If it is killed too, the next build starts another one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from jinzai.publish.renaming import rename

MANY: Final = 5000
"""With more files than this, a folder is removed by another process."""

_GONE: Final = "gone-"
_PROGRAM: Final = "import shutil, sys; [shutil.rmtree(one, True) for one in sys.argv[1:]]"


def remove(folder: Path, work: Path) -> None:
    """Removes a folder and all that is in it. It must be on the file system of `work`.

    A large one may still be there, under another name in `work`, when this returns. Files that the
    system does not let us remove stay.
    """
    if not _has_many(folder):
        shutil.rmtree(folder, ignore_errors=True)
        return
    gone = work / f"{_GONE}{os.getpid()}-{folder.name}"
    try:
        rename(folder, gone)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        return
    _remove_elsewhere([gone])


def remove_leftovers(work: Path) -> None:
    """Removes what is still there of folders that were removed before."""
    found = sorted(work.glob(f"{_GONE}*"))
    if found:
        _remove_elsewhere(found)


def _has_many(folder: Path) -> bool:
    count = 0
    for _, _, names in os.walk(folder):
        count += len(names)
        if count > MANY:
            return True
    return False


def _remove_elsewhere(folders: list[Path]) -> None:
    """Starts a process that removes the folders. If that is impossible, they are removed here."""
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.DETACHED_PROCESS}
    command = [sys.executable, "-I", "-c", _PROGRAM, *map(str, folders)]
    try:
        # Its end is nobody's business, so it is not waited for.
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **apart,
        )
    except OSError:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        return
    process.returncode = 0  # Python warns of processes that nobody waited for.
