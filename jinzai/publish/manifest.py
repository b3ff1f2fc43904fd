"""The manifest: the list, kept inside a site, of every file that Jinzai wrote there.

Owns the manifest's name and format. Knows names only: a file that someone edited in place goes
unnoticed, which is what "output only" means.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Final

MANIFEST: Final = ".jinzai-manifest"
"""The manifest's address in a site."""

_FIRST_LINE: Final = "jinzai-manifest 1"
_control: Final = re.compile(r"[\x00-\x1f\x7f]")


def manifest(addresses: Iterable[str]) -> bytes:
    """The manifest for a site of these addresses: sorted, one a line, the same for the same set."""
    return "\n".join([_FIRST_LINE, *sorted(addresses), ""]).encode()


def listed_in(site: Path) -> frozenset[str] | None:
    """The addresses in a site's manifest; None if it is missing or damaged.

    A manifest ends with a line break, is sorted and has no line twice. So what a disk put into it
    when the power failed does not pass for names of files, and neither does half a name. A manifest
    that lost whole lines at its end cannot be told from a whole one: it lists less. Raises
    `OSError`.
    """
    try:
        text = (site / MANIFEST).read_bytes().decode().replace("\r\n", "\n")
    except (FileNotFoundError, IsADirectoryError, UnicodeDecodeError):
        return None
    first, *addresses = text.split("\n")
    if first != _FIRST_LINE or not addresses or addresses.pop() != "":
        return None
    is_sound = all(address and not _control.search(address) for address in addresses)
    is_sorted = all(one < other for one, other in pairwise(addresses))
    return frozenset(addresses) if is_sound and is_sorted else None
