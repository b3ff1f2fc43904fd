"""One place that has to be mended before a site can be made, and a message about it.

This module owns how such a place is written in a line. Whatever the name of a file is, it cannot
end the line or hide in it. It also owns the words that name the probable meaning of a wrong name.
"""

import difflib
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from jinzai.findings.printable import printable

SETTINGS: Final = "mkdocs.yml"
"""The file of the site's settings, from the project's root."""


_MOST_OF_NAME: Final = 100


def probably(name: str, known: Iterable[str]) -> str:
    """「もしかして: …。」 with the known name most like `name`; `""` if none is like it."""
    near = difflib.get_close_matches(name[:_MOST_OF_NAME], tuple(known), n=1)
    return f"もしかして: {near[0]}。" if near else ""


class Trouble(NamedTuple):
    """A mistake at one place.

    Attributes:
        file: the path from the project's root, with `/`, as the disk has it.
        message: what is wrong and what to do, in Japanese.
        line: from 1, or 0 for the file as a whole.
        column: from 1, in characters, or 0.
        about: what the mistake is about: a link to a page or a file, or else.
    """

    file: str
    message: str
    line: int = 0
    column: int = 0
    about: Literal["", "link"] = ""

    def __str__(self) -> str:
        """The trouble as a line that is safe to print: `content/pages/a.md:3:5: …`."""
        place = f":{self.line}:{self.column}" if self.line else ""
        return printable(f"{self.file}{place}: {self.message}")
