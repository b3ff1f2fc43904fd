"""What a shape is: content of one kind that can be made as large as is asked for."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Expected(StrEnum):
    """What the checks say of a shape."""

    SOUND = "sound"
    BROKEN = "broken"
    ANY = "any"


class Shape(NamedTuple):
    """A shape of content.

    `write` puts a project of the size that it is given into an empty folder. Twice the size is
    twice as much of the one thing. It raises `TooLargeError` where a file would be larger than a
    file may be. Shapes of one `family` differ in where the thing stands, and `name` says where.
    """

    family: str
    name: str
    write: Callable[[int, Path], None]
    expected: Expected = Expected.ANY


class TooLargeError(Exception):
    """A file would be larger than `jinzai.load.file_bytes.MAX_BYTES`."""
