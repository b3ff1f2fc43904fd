"""A site in memory, for a program that shows it without publishing it.

This module promises that a finished site never changes: many threads can show it while the next one
is put together. It uses the disk only to read the engine's files. It does not know what the files
are about.
"""

from pathlib import Path

from jinzai.publish.claims import Claims
from jinzai.publish.failure import disk_failure
from jinzai.publish.page import Page
from jinzai.publish.part import PartFiles
from jinzai.publish.shell import Shell, pour


class SiteInMemory:
    """A site by address. Two sites are equal if they have the same content at the same addresses.

    A page is poured only when it is read, because most pages are not read before the site changes.
    """

    def __init__(self) -> None:
        self._claims = Claims()
        self._kept: dict[str, bytes | tuple[Page, Shell]] = {}

    def __contains__(self, address: str) -> bool:
        return address in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SiteInMemory) and self._kept == other._kept

    __hash__ = None  # type: ignore[assignment]

    def write_page(self, page: Page, shell: Shell) -> None:
        """Keeps a page. Raises as `write` does."""
        self._claims.claim(page.address)
        self._kept[page.address] = (page, shell)

    def take(self, part: PartFiles) -> None:
        """Keeps the files of a part, whose bytes it must have. Raises as `write` does."""
        for address in part.digests:
            self.write(address, part.data[address])

    def write(self, address: str, data: bytes) -> None:
        """Keeps bytes. Raises `PublishError` if the address is unsafe or already taken."""
        self._claims.claim(address)
        self._kept[address] = data

    def move_in(self, address: str, file: Path) -> None:
        """Keeps a file's bytes.

        The file stays. Raises as `write` does, and if the file cannot be read.
        """
        try:
            data = file.read_bytes()
        except OSError as error:
            raise disk_failure(error, file, "を読み込み") from error
        self.write(address, data)

    def read(self, address: str) -> bytes:
        """The bytes at an address. Raises `KeyError` if there is nothing."""
        kept = self._kept[address]
        return kept if isinstance(kept, bytes) else pour(*kept)
