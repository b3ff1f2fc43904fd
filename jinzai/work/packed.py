"""A folder as bytes, to be unpacked on another machine.

Only names and bytes of files and folders are packed. What they mean is not known here.
"""

from pathlib import Path
from typing import Final, NamedTuple

from jinzai.work.keys import folder_files

MOST_BYTES: Final = 16 * 1024 * 1024
"""A folder with more bytes than this is not packed. Its bytes are in memory several times."""


class PackedFolder(NamedTuple):
    """The names in a folder, and the bytes of the files. The names of folders end in `/`."""

    entries: tuple[tuple[str, bytes], ...]

    def unpack(self, folder: Path) -> None:
        """Makes the folder with everything in it. Raises `OSError` or `ValueError`."""
        folder.mkdir(parents=True)
        for name, data in self.entries:
            path = folder / name
            if name.endswith("/"):
                path.mkdir()
            else:
                with path.open("xb") as file:
                    file.write(data)

    def is_as_in(self, folder: Path) -> bool:
        """Whether the folder has these names and bytes and nothing else. Raises `OSError`.

        Some file systems change names when they keep them.
        """
        return tuple(folder_files(folder)) == self.entries


def packed(folder: Path) -> PackedFolder | None:
    """A folder as bytes.

    None if it is a link, if something in it is neither a file nor a folder or cannot be read, or if
    it has more than `MOST_BYTES`.
    """
    entries: list[tuple[str, bytes]] = []
    size = 0
    try:
        if folder.is_symlink():
            return None
        for name, data in folder_files(folder):
            entries.append((name, data))
            size += len(data)
            if size > MOST_BYTES:
                return None
    except OSError:
        return None
    return PackedFolder(tuple(entries))
