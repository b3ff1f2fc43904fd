"""A site in memory, for a program that shows it without publishing it.

Owns what stands at an address, and promises that a finished site never changes: it can be shown by
many threads while the next one is put together. Touches the disk only to take in the engine's
files. Knows nothing of what is kept.
"""

from pathlib import Path

from jinzai.publish.claims import Claims
from jinzai.publish.failure import disk_failure
from jinzai.publish.page import Page
from jinzai.publish.shell import Shell, pour


class SiteInMemory:
    """A site by address. Two are equal where they show the same at the same addresses.

    A page is poured when it is read: most pages of a site are not looked at before it changes.
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

    def write(self, address: str, data: bytes) -> None:
        """Keeps bytes. Raises `PublishError` where the address is unfit or taken."""
        self._claims.claim(address)
        self._kept[address] = data

    def move_in(self, address: str, file: Path) -> None:
        """Keeps a file's bytes; the file stays where it is. Raises as `write` does."""
        try:
            data = file.read_bytes()
        except OSError as error:
            raise disk_failure(error, file, "を読み込み") from error
        self.write(address, data)

    def read(self, address: str) -> bytes:
        """What stands at an address. Raises `KeyError` where nothing does."""
        kept = self._kept[address]
        return kept if isinstance(kept, bytes) else pour(*kept)
