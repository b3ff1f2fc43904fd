"""The staged site: files are written one by one before all of them become the site.

This module owns writing by address into a folder. It also owns the two lists of written files: the
manifest in the folder and the record beside it. It does not know what the files are about.
"""

from pathlib import Path

from jinzai.publish.claims import Claims
from jinzai.publish.failure import disk_failure
from jinzai.publish.manifest import MANIFEST, manifest
from jinzai.publish.page import Page
from jinzai.publish.part import PartFiles
from jinzai.publish.record import WrittenRecord
from jinzai.publish.renaming import rename
from jinzai.publish.shell import Shell, pour


class Staging:
    """A folder that will become the site."""

    def __init__(self, root: Path) -> None:
        """`root` must not exist yet. Raises `PublishError`."""
        self.root = root
        self._folders = {""}
        self._claims = Claims()
        self._record = WrittenRecord()
        try:
            root.mkdir()
        except OSError as error:
            raise disk_failure(error, root, "に書き込み") from error

    def __contains__(self, address: str) -> bool:
        return address in self._claims

    def __len__(self) -> int:
        return len(self._claims)

    def write_page(self, page: Page, shell: Shell) -> None:
        """Pours and writes a page. Raises as `write` does."""
        self.write(page.address, pour(page, shell))

    def take(self, part: PartFiles) -> None:
        """Notes the files of a part that are in the folder, and writes the others.

        Raises as `write` does.
        """
        for address, digest in part.digests.items():
            if address in part.data:
                self.write(address, part.data[address])
            else:
                self._claims.claim(address)
                self._record.note(address, digest)

    def write(self, address: str, data: bytes) -> None:
        """Writes a file. Raises `PublishError` if the address is taken or the disk refuses."""
        path = self._claim(address)
        try:
            with path.open("xb") as file:
                file.write(data)
        except OSError as error:
            raise disk_failure(error, path, "に書き込み") from error
        self._record.add(address, data)

    def move_in(self, address: str, file: Path) -> None:
        """Moves in a file from the same file system. Raises as `write` does."""
        path = self._claim(address)
        try:
            data = file.read_bytes()
            rename(file, path)
        except OSError as error:
            raise disk_failure(error, path, "に書き込み") from error
        self._record.add(address, data)

    def read(self, address: str) -> bytes:
        """The bytes at an address. Raises `KeyError` if nothing was written there."""
        if address not in self:
            raise KeyError(address)
        return (self.root / address).read_bytes()

    def write_record(self, file: Path) -> None:
        """Writes the record of everything written so far to `file`. Raises `PublishError`."""
        try:
            file.write_bytes(bytes(self._record))
        except OSError as error:
            raise disk_failure(error, file, "に書き込み") from error

    def write_manifest(self) -> None:
        """Writes the manifest of all files so far. It must be the last file that is written."""
        data = manifest(self._claims)
        try:
            (self.root / MANIFEST).write_bytes(data)
        except OSError as error:
            raise disk_failure(error, self.root, "に書き込み") from error

    def _claim(self, address: str) -> Path:
        self._claims.claim(address)
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            try:
                (self.root / folder).mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise disk_failure(error, self.root / folder, "を作成") from error
            self._folders.add(folder)
        return self.root / address
