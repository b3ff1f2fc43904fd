"""The record: kept beside a site, of every file that Jinzai wrote into it, with a digest.

Owns the record's format and what it proves. A file with the name and the bytes of the record was
written by us, and nothing that a person wrote is lost with it. So the record needs no proof that it
belongs to the site that stands, and several records may be joined. A damaged line proves nothing,
and harms no other line.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

RECORD: Final = "written"
"""The name of the file that holds the record."""

_DIGITS: Final = 32
_line: Final = re.compile(rf"[0-9a-f]{{{_DIGITS}}} [!-~]+")
_CHUNK: Final = 1 << 20


class WrittenRecord:
    """What was written: a line for each file, of the first half of its SHA-256 and its address."""

    def __init__(self, texts: Iterable[bytes] = ()) -> None:
        """Takes over every whole line of `texts`, the contents of other records."""
        self._lines: dict[str, None] = {}
        self._addresses: set[str] = set()
        for text in texts:
            # What stands after the last line break is a line that was cut off.
            for line in text.decode("utf-8", "replace").split("\n")[:-1]:
                if _line.fullmatch(line):
                    self._add(line)

    def add(self, address: str, data: bytes) -> None:
        """Notes that `data` is written at `address`."""
        self._add(f"{hashlib.sha256(data).hexdigest()[:_DIGITS]} {address}")

    def __bytes__(self) -> bytes:
        """The content of the record's file."""
        return "".join(f"{line}\n" for line in self._lines).encode()

    def proves(self, file: "os.DirEntry[str]", address: str) -> bool:
        """Whether the file at an address is ours: as we wrote it, or without any content.

        A file of ours may have lost its content when the power failed: it is empty, or holds
        nothing but NUL bytes. A link is never ours. Raises `OSError`.
        """
        if address not in self._addresses or not file.is_file(follow_symlinks=False):
            return False
        summed = hashlib.sha256()
        has_content = False
        with Path(file.path).open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                summed.update(chunk)
                has_content = has_content or chunk.strip(b"\0") != b""
        return not has_content or f"{summed.hexdigest()[:_DIGITS]} {address}" in self._lines

    def _add(self, line: str) -> None:
        self._lines[line] = None
        self._addresses.add(line[_DIGITS + 1 :])
