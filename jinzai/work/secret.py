"""The secret by which this user's builds know their own results again.

It is a file in the user's own folder on this machine, outside of every project: nobody who changes
a project can know it. It is made at the first build.
"""

import os
import secrets
import sys
from pathlib import Path
from typing import Final

from jinzai.publish.renaming import rename

_BYTES: Final = 32


def own_secret() -> bytes | None:
    """The secret. The first build makes it.

    None if the system lets us neither read nor make it, or if others may read or change it.
    """
    folder = _state_folder()
    if folder is None:
        return None
    path = folder / "jinzai" / "known-results.key"
    try:
        return _read(path) or _made(path)
    except OSError:
        return None


def _state_folder() -> Path | None:
    """The folder in which programs of this user keep their state, as the system has it."""
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME"
    named = os.environ.get(name, "")
    if named and Path(named).is_absolute():
        return Path(named)
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError:
        return None


def _read(path: Path) -> bytes | None:
    try:
        found = path.lstat()
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & 0o077):
        return None
    return data if len(data) == _BYTES else None


def _made(path: Path) -> bytes | None:
    """A new secret. None if there is a file that cannot be used: it is not ours to replace."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = secrets.token_bytes(_BYTES)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        # Two builds may begin at once. A link is made only if there is no such file.
        rename(new, path) if sys.platform == "win32" else os.link(new, path)
    except FileExistsError:
        return _read(path)
    finally:
        new.unlink(missing_ok=True)
    return made
