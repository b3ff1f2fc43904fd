"""One place that has to be mended before a site can be made, and what to say about it.

Owns how such a place is written in a line. Nothing in that line can end it or hide in it, whatever
a file is called.
"""

from typing import Final, NamedTuple

from jinzai.findings.printable import printable

SETTINGS: Final = "mkdocs.yml"
"""The file of the site's settings, from the project's root."""


class Trouble(NamedTuple):
    """What is wrong at one place.

    Attributes:
        file: the path from the project's root, with `/`, as the disk has it.
        message: what is wrong and the way out, in Japanese.
        line: from 1, or 0 where the file as a whole is meant.
        column: from 1, in characters, or 0.
        shown: lines that show how to write it, or nothing.
    """

    file: str
    message: str
    line: int = 0
    column: int = 0
    shown: tuple[str, ...] = ()

    def __str__(self) -> str:
        """`content/pages/a.md:3:5: …`, fit to be printed: one line, and below it those shown."""
        place = f":{self.line}:{self.column}" if self.line else ""
        said = printable(f"{self.file}{place}: {self.message}")
        return "\n  ".join([said, *map(printable, self.shown)])
