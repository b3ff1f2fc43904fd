"""The manifest: a list, inside a site, of every file that Jinzai wrote there.

This module owns the manifest's name and format. The manifest lists only names, so a file that
someone edited in place is not noticed. The site is only output.
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
    """The manifest for a site with these addresses.

    It is sorted, with one address in a line. The same set of addresses gives the same manifest.
    """
    return "\n".join([_FIRST_LINE, *sorted(addresses), ""]).encode()


def listed_in(site: Path) -> frozenset[str] | None:
    """The addresses in a site's manifest; None if it is missing or damaged.

    A good manifest ends with a line break, is sorted, and has no line twice. So rubbish that a disk
    wrote during a power failure does not count as names of files, and half a name does not either.
    If whole lines at the end are lost, that cannot be noticed: the manifest lists fewer files.
    Raises `OSError`.
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
