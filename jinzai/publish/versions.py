"""Versions of the files that pages load, so that no browser shows an old one on a new site.

A browser keeps style sheets, scripts and pictures, and may show them for hours after a new site is
in its place. So their addresses carry a digest of their bytes (`base.css?v=1f0c…`): an address that
a browser has seen always stands for the same bytes. A page that is opened from a disk loads the
same file, with or without a version.

Pages that never change name files that may change: each page has the search, but its data are of
the whole site. Scripts read the versions of such files in `VERSIONS`, which each page asks for
anew (templates/theme/assets/jinzai/reader.js). This module does not know what the files are about.
"""

import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

from jinzai.publish.page import SiteFile

VERSIONS: Final = "assets/versions.js"
"""The script with the versions of the folders that scripts load files from."""

OWN: Final = "assets/jinzai/"
"""The folder of the frame's own style sheets and scripts."""

_DIGITS: Final = 12
_PLAN_SEARCH: Final = "search.js"
_OWN_FILE: Final = re.compile(rf'\b(?:src|href)="(?:\.\./)*({re.escape(OWN)}[\w.-]+)(?=")')
_LOADED: Final = re.compile(r'<(?:link|script|img)\b[^>]*?\s(?:src|href)="([^"?#]+)(?=")')


def version_of(data: bytes) -> str:
    """The version of a file with these bytes."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def body_with_versions(html: str, versions: Mapping[str, str]) -> str:
    """HTML that our templates wrote, with the version of each of the frame's files in it.

    `versions` are by address. Content cannot be taken for an attribute, because its quotation marks
    are escaped.
    """
    return _OWN_FILE.sub(lambda found: _with(found[0], versions.get(found[1])), html)


def page_with_versions(html: str, address: str, versions: Mapping[str, str]) -> str:
    """A page that the engine built, with the version of each file that it loads."""

    def versioned(found: re.Match[str]) -> str:
        target = posixpath.join(posixpath.dirname(address), found[1])
        return _with(found[0], versions.get(posixpath.normpath(target)))

    return _LOADED.sub(versioned, html)


def page_of_anywhere(html: str, versions: Mapping[str, str]) -> str:
    """The page that a server shows for any address: its links begin at the server's root."""
    by_tail = {f"/{address}": version for address, version in versions.items()}

    def versioned(found: re.Match[str]) -> str:
        begin = found[1].rfind(f"/{OWN}")
        return _with(found[0], by_tail.get(found[1][begin:]) if begin >= 0 else None)

    return _LOADED.sub(versioned, html)


def versions_file(assets: Mapping[str, str], digests: Iterable[tuple[str, str]]) -> SiteFile:
    """The file `VERSIONS`.

    `assets` are the versions of the engine's files by address; those of the frame count. `digests`
    are those of all other files by address; the scripts among them count, they are data. The files
    of a folder share a version, so that this file, which is never kept, stays small. So do the
    search files of all plans.
    """
    own = ((address, one) for address, one in assets.items() if address.startswith(OWN))
    data = ((address, one) for address, one in digests if address.endswith(".js"))
    groups: dict[str, list[str]] = {}
    for address, digest in chain(own, data):
        groups.setdefault(_group(address), []).append(f"{address} {digest}\n")
    found = {group: version_of("".join(sorted(lines)).encode()) for group, lines in groups.items()}
    text = json.dumps(found, separators=(",", ":"), sort_keys=True)
    return SiteFile(VERSIONS, f"jinzaiVersions({text});\n".encode())


def _group(address: str) -> str:
    folder, _, name = address.rpartition("/")
    is_of_plan = name == _PLAN_SEARCH and "/" not in folder
    return _PLAN_SEARCH if is_of_plan else f"{folder}/"


def _with(text: str, version: str | None) -> str:
    return text if version is None else f"{text}?v={version}"
