"""What earlier work gave, for the next build: each result with the key of what it was made from.

A result has a name, such as the plan that it belongs to, and only the last one of a name is kept.
It is used again if its key is the same. A key is a digest of everything that the work reads.

Results on the disk are `pickle`s, which can run code when they are read. So each of them carries a
code that only this user's builds on this machine can have computed: its secret is outside the
project (`jinzai/work/secret.py`). A result that was damaged, came with a checkout, belongs to
another project or to another name has no such code, and counts as missing.
"""

import hashlib
import hmac
import pickle
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from jinzai.publish.renaming import rename
from jinzai.work.keys import program_key
from jinzai.work.secret import own_secret
from jinzai.work.sendable import as_bytes

_CODE: Final = 32
_KEY: Final = 64


class KnownResult(NamedTuple):
    """A result, and the key of what it was made from."""

    key: str
    value: Any


class Known(Protocol):
    """The results of earlier work.

    `keeps` is false if nothing is kept, so that nobody needs to work out keys.
    """

    keeps: bool

    def last(self, name: str) -> KnownResult | None:
        """The last result of a name, whatever it was made from."""

    def find(self, name: str, key: str) -> Any | None:
        """The last result of a name, if it has this key."""

    def keep(self, name: str, key: str, value: Any) -> None:
        """Keeps a result for later. If that is not possible, it does nothing."""

    def put_aside(self, name: str, key: str, value: Any) -> None:
        """Puts a result aside. It is not known before `keep_aside`."""

    def keep_aside(self) -> None:
        """Keeps all results that were put aside."""

    def keep_only(self, names: Iterable[str]) -> None:
        """Forgets the results of all other names."""


class NothingKnown:
    """No earlier work, and none is kept."""

    keeps = False

    def last(self, _name: str) -> KnownResult | None:
        """None."""
        return None

    def find(self, _name: str, _key: str) -> Any | None:
        """None."""
        return None

    def keep(self, _name: str, _key: str, _value: Any) -> None:
        """Does nothing."""

    def put_aside(self, _name: str, _key: str, _value: Any) -> None:
        """Does nothing."""

    def keep_aside(self) -> None:
        """Does nothing."""

    def keep_only(self, _names: Iterable[str]) -> None:
        """Does nothing."""


NOTHING: Final = NothingKnown()


class KnownInMemory:
    """Results of this process."""

    keeps = True

    def __init__(self) -> None:
        self._results: dict[str, KnownResult] = {}
        self._aside: dict[str, KnownResult] = {}

    def last(self, name: str) -> KnownResult | None:
        """See `Known`."""
        return self._results.get(name)

    def find(self, name: str, key: str) -> Any | None:
        """See `Known`."""
        found = self._results.get(name)
        return found.value if found is not None and found.key == key else None

    def keep(self, name: str, key: str, value: Any) -> None:
        """See `Known`."""
        self._results[name] = KnownResult(key, value)

    def put_aside(self, name: str, key: str, value: Any) -> None:
        """See `Known`."""
        self._aside[name] = KnownResult(key, value)

    def keep_aside(self) -> None:
        """See `Known`."""
        self._results |= self._aside
        self._aside = {}

    def keep_only(self, names: Iterable[str]) -> None:
        """See `Known`."""
        kept = set(names)
        self._results = {name: one for name, one in self._results.items() if name in kept}


def known_on_disk(folder: Path, *, used: bool) -> "KnownOnDisk | NothingKnown":
    """The results in a folder; `NOTHING` if this machine has no secret of ours.

    If they are not to be `used`, they are removed, and the new ones are kept.
    """
    secret = own_secret()
    if secret is None:
        return NOTHING
    known = KnownOnDisk(folder, secret)
    if not used:
        known.keep_only(())
    return known


class KnownOnDisk:
    """Results in a folder, a file for each name. Nothing of this class raises an error."""

    keeps = True

    def __init__(self, folder: Path, secret: bytes) -> None:
        """`folder` is made if it does not exist. `secret` is known to this user's builds alone.

        Results of another version of the program count as missing, because their values may have
        another form.
        """
        self._folder = folder
        self._aside: dict[Path, Path] = {}
        place = str(folder).encode("utf-8", "surrogatepass")
        self._secret = hmac.digest(secret, program_key().encode() + place, "sha256")
        self._is_refused = False

    def last(self, name: str) -> KnownResult | None:
        """See `Known`."""
        read = self._read(name)
        return None if read is None else KnownResult(read[0], pickle.loads(read[1]))

    def find(self, name: str, key: str) -> Any | None:
        """See `Known`."""
        read = self._read(name)
        if read is None or read[0] != key:
            return None
        return pickle.loads(read[1])

    def keep(self, name: str, key: str, value: Any) -> None:
        """See `Known`. The file is replaced as a whole."""
        path = self._path(name)
        new = path.with_name(f"{path.name}.new")
        if self._write(new, name, key, value):
            self._replace(path, new)

    def put_aside(self, name: str, key: str, value: Any) -> None:
        """See `Known`. It is on the disk at once, so that nobody needs to hold it."""
        path = self._path(name)
        aside = path.with_name(f"{path.name}.aside")
        if self._write(aside, name, key, value):
            self._aside[aside] = path

    def keep_aside(self) -> None:
        """See `Known`. What an earlier build put aside and did not keep is not kept."""
        for aside, path in self._aside.items():
            self._replace(path, aside)
        self._aside = {}

    def keep_only(self, names: Iterable[str]) -> None:
        """See `Known`."""
        kept = {self._path(name).name for name in names}
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in kept:
                    path.unlink()

    def _replace(self, path: Path, new: Path) -> None:
        """Gives a new file the name of a result.

        A name that stays refused takes ten seconds. So nothing is kept after the first one.
        """
        if self._is_refused:
            return
        try:
            rename(new, path, over=True)
        except OSError as error:
            self._is_refused = isinstance(error, PermissionError)
            with suppress(OSError):
                new.unlink()

    def _write(self, path: Path, name: str, key: str, value: Any) -> bool:
        """Writes a result into a file. Returns whether that was possible."""
        if self._is_refused:
            return False
        data = key.encode() + as_bytes(value)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._code(name, data) + data)
        except OSError:
            with suppress(OSError):  # Half a file would only take room on a full disk.
                path.unlink()
            return False
        return True

    def _read(self, name: str) -> tuple[str, memoryview] | None:
        """The key and the pickled value of a name; None if nothing can be trusted."""
        try:
            whole = memoryview(self._path(name).read_bytes())
        except OSError:
            return None
        code, data = whole[:_CODE], whole[_CODE:]
        if not hmac.compare_digest(code, self._code(name, data)):
            return None
        return bytes(data[:_KEY]).decode(), data[_KEY:]

    def _code(self, name: str, data: bytes | memoryview) -> bytes:
        code = hmac.new(self._secret, name.encode() + b"\0", hashlib.sha256)
        code.update(data)
        return code.digest()

    def _path(self, name: str) -> Path:
        # Names hold ids of plans, which may be long or differ only in case.
        return self._folder / hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
