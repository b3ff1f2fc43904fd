"""The files of a part of the site, which may be made in another process.

A part's files are written into the folder of the staged site by the process that makes them, or
they are given back as bytes. This module owns both ways. It does not know what the files are about.
"""

import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from jinzai.publish.address import check_address, depth
from jinzai.publish.failure import disk_failure
from jinzai.publish.page import Page, SiteFile
from jinzai.publish.shell import MAX_DEPTH, Shell, pour

DIGITS: Final = 32
"""How many hexadecimal digits a digest has."""


class FileStamp(NamedTuple):
    """What tells that a file in a folder is still as it was written."""

    size: int
    changed: int

    @classmethod
    def of(cls, found: os.stat_result) -> "FileStamp":
        """The stamp of a file."""
        return cls(found.st_size, found.st_mtime_ns)


class PartFiles(NamedTuple):
    """The files of one part of the site.

    Attributes:
        pages: how many of them are pages.
        digests: for each file by its address what `digest_of` gives for its bytes.
        stamps: the stamp of each file that is in the folder of the staged site, by address.
        data: the bytes of those files that are given back, by address.
    """

    pages: int
    digests: Mapping[str, str]
    stamps: Mapping[str, FileStamp]
    data: Mapping[str, bytes]

    @property
    def is_given_back(self) -> bool:
        """Whether it has the bytes of all its files."""
        return len(self.data) == len(self.digests)


Taken = FileStamp | bytes | None
"""What became of a file: it is in a folder, it is given back, or nobody needs it."""


class FileTaker(Protocol):
    """What becomes of the files of a part. It can be sent to another process."""

    def take(self, address: str, data: bytes, /) -> Taken:
        """Takes a file. Raises `PublishError`."""

    def take_over(self, address: str, stamp: FileStamp, /) -> bool:
        """Takes a file from the site as it is now, if it has this stamp there.

        Returns whether it did.
        """

    def drop(self, address: str, /) -> None:
        """Gives up a file that was taken over."""


class InFolder:
    """Puts each file into a folder. No other part may have a file of the same address.

    A file that does not change is not written again: the new site gets another name for the file of
    the old one (a hard link). So both sites share it until the old one is removed.
    """

    def __init__(self, folder: Path, old: Path | None = None) -> None:
        """`old` is the folder of the site as it is now, if files may be taken over from it."""
        self._folder = str(folder)
        self._old = None if old is None else str(old)
        self._known: set[str] = set()

    def take(self, address: str, data: bytes, /) -> FileStamp:
        """Writes the file."""
        path = Path(f"{self._folder}/{address}")
        try:
            self._make_room(address)
            with path.open("xb", buffering=0) as file:
                file.write(data)
                return FileStamp.of(os.fstat(file.fileno()))
        except OSError as error:
            raise disk_failure(error, path, "に書き込み") from error

    def take_over(self, address: str, stamp: FileStamp, /) -> bool:
        """Links the file. Some file systems have no links; then it is written again."""
        if self._old is None:
            return False
        source = f"{self._old}/{address}"
        try:
            found = os.lstat(source)
            if FileStamp.of(found) != stamp or not stat.S_ISREG(found.st_mode):
                return False
            self._make_room(address)
            os.link(source, f"{self._folder}/{address}")
        except OSError:
            return False
        return True

    def drop(self, address: str, /) -> None:
        """Removes the file's name from the new folder."""
        path = Path(f"{self._folder}/{address}")
        try:
            path.unlink()
        except OSError as error:
            raise disk_failure(error, path, "を削除") from error

    def _make_room(self, address: str) -> None:
        above = address.rpartition("/")[0]
        if above not in self._known:
            Path(f"{self._folder}/{above}").mkdir(parents=True, exist_ok=True)
            self._known.add(above)


class GivenBack:
    """Gives back the bytes of all files, or only of those at the `wanted` addresses."""

    def __init__(self, wanted: Collection[str] | None = None) -> None:
        self._wanted = wanted

    def take(self, address: str, data: bytes, /) -> bytes | None:
        """The bytes if the file is wanted."""
        return data if self._wanted is None or address in self._wanted else None

    def take_over(self, _address: str, _stamp: FileStamp, /) -> bool:
        """There is no folder from which a file could be taken."""
        return False

    def drop(self, _address: str, /) -> None:
        """There is nothing to do, because nothing is taken over."""


def digest_of(data: bytes) -> str:
    """The first half of the SHA-256 of the bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def poured(
    made: Iterable[Page | SiteFile],
    by_depth: Sequence[Shell],
    taker: FileTaker,
    before: PartFiles | None = None,
) -> PartFiles:
    """Pours the pages into the shells, and gives all files to `taker`, one at a time.

    `before` are the files of the same part in the site as it is now. Those whose bytes do not
    change are taken over.

    Raises `PublishError`, `AddressError` for an unsafe address, and whatever the iterable raises.
    """
    pages = 0
    taking = _Taking(taker, before)
    for one in made:
        address = check_address(one.address)
        if isinstance(one, Page):
            data = pour(one, shell_of(address, by_depth))
            pages += 1
        else:
            data = one.data
        taking.take(address, digest_of(data), data)
    return taking.taken(pages)


def handed_on(
    given_back: PartFiles, taker: FileTaker, before: PartFiles | None = None
) -> PartFiles:
    """Gives the files of a part that was given back as bytes to another taker.

    `before` are the files of the same part in the site as it is now, as in `poured`. Raises
    `PublishError`, and `AddressError` for an unsafe address.
    """
    taking = _Taking(taker, before)
    for address, digest in given_back.digests.items():
        taking.take(check_address(address), digest, given_back.data[address])
    return taking.taken(given_back.pages)


class _Taking:
    """The files of one part, while they are given to a taker one at a time."""

    def __init__(self, taker: FileTaker, before: PartFiles | None) -> None:
        self._taker = taker
        self._before = before
        self._digests: dict[str, str] = {}
        self._stamps: dict[str, FileStamp] = {}
        self._data: dict[str, bytes] = {}

    def take(self, address: str, digest: str, data: bytes) -> None:
        """Takes over the file from the site as it is now, or gives the taker its bytes."""
        self._digests[address] = digest
        before = self._before
        if before is not None and before.digests.get(address) == digest:
            stamp = before.stamps.get(address)
            if stamp is not None and self._taker.take_over(address, stamp):
                self._stamps[address] = stamp
                return
        taken = self._taker.take(address, data)
        if isinstance(taken, bytes):
            self._data[address] = taken
        elif taken is not None:
            self._stamps[address] = taken

    def taken(self, pages: int) -> PartFiles:
        """All files that were taken. `pages` of them are pages."""
        return PartFiles(pages, self._digests, self._stamps, self._data)


def take_over(part: PartFiles, taker: FileTaker) -> bool:
    """Takes over all files of a part from the site as it is now, or none of them.

    Returns whether it did. It does not if one of them is not there any more, or not as it was
    written. Raises `PublishError`.
    """
    done: list[str] = []
    for address in part.digests:
        stamp = part.stamps.get(address)
        if stamp is None or not taker.take_over(check_address(address), stamp):
            for one in done:
                taker.drop(one)
            return False
        done.append(address)
    return True


def shell_of(address: str, by_depth: Sequence[Shell]) -> Shell:
    """The shell of the page at an address. Raises ValueError for an address that is too deep."""
    level = depth(address)
    if level > MAX_DEPTH:
        raise ValueError(f"{address} lies deeper than {MAX_DEPTH} folders")
    return by_depth[level]
