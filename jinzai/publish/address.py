"""Addresses: paths of the site's files from the site's root, written with `/`.

This module owns which addresses are safe to write on any system, and how deep an address is. It
does not know the files.
"""

import re
from typing import Final

# What every file system and every web server takes as it is. Content ids are ASCII slugs
# (`jinzai.model.words`), the theme's assets are too; a hand-written page may add capitals.
# Windows has no files of these names, whatever their ending (Microsoft, "Naming Files, Paths, and
# Namespaces").
_segment: Final = re.compile(
    r"(?!(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\.|$))[a-z0-9_][a-z0-9._-]*", re.IGNORECASE
)


class AddressError(ValueError):
    """An address that must not be written: not relative, not normal, or not portable."""


def check_address(address: str) -> str:
    """Returns `address`.

    Raises `AddressError` if the address could lead out of the site or is not valid on some system.
    """
    segments = address.split("/")
    if all(_segment.fullmatch(segment) and segment[-1] != "." for segment in segments):
        return address
    raise AddressError(address)


def depth(address: str) -> int:
    """How many folders are above the file: 0 for `index.html`, 2 for `a/roles/b.html`."""
    return address.count("/")
