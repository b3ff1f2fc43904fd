"""The record: a list, beside a site, of every file that Jinzai wrote into it, with digests.

This module owns the record's format and what it proves. A file with the name and the bytes of the
record was written by us, and no person loses work if it is removed. So the record need not prove
that it belongs to the present site, and several records may be joined. A damaged line proves
nothing and does not affect other lines.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from jinzai.publish.part import DIGITS, digest_of

RECORD: Final = "written"
"""The name of the file that holds the record."""

_line: Final = re.compile(rf"[0-9a-f]{{{DIGITS}}} [!-~]+")
_CHUNK: Final = 1 << 20


class WrittenRecord:
    """The written files: for each a line with the first half of its SHA-256 and its address."""

    def __init__(self, texts: Iterable[bytes] = ()) -> None:
        """Takes all whole lines of `texts`, which are the contents of other records."""
        self._lines: dict[str, None] = {}
        self._addresses: set[str] = set()
        for text in texts:
            # What stands after the last line break is a line that was cut off.
            for line in text.decode("utf-8", "replace").split("\n")[:-1]:
                if _line.fullmatch(line):
                    self._add(line)

    def add(self, address: str, data: bytes) -> None:
        """Notes that `data` was written at `address`."""
        self.note(address, digest_of(data))

    def note(self, address: str, digest: str) -> None:
        """Notes that a file with this digest (`digest_of`) was written at `address`."""
        self._add(f"{digest} {address}")

    def __bytes__(self) -> bytes:
        """The content of the record's file."""
        return "".join(f"{line}\n" for line in self._lines).encode()

    def proves(self, file: "os.DirEntry[str]", address: str) -> bool:
        """Whether the file at an address is ours: as we wrote it, or without content.

        A file of ours may lose its content in a power failure: then it is empty or contains only
        NUL bytes. A link is never ours. Raises `OSError`.
        """
        if address not in self._addresses or not file.is_file(follow_symlinks=False):
            return False
        summed = hashlib.sha256()
        has_content = False
        with Path(file.path).open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                summed.update(chunk)
                has_content = has_content or chunk.strip(b"\0") != b""
        return not has_content or f"{summed.hexdigest()[:DIGITS]} {address}" in self._lines

    def _add(self, line: str) -> None:
        self._lines[line] = None
        self._addresses.add(line[DIGITS + 1 :])
